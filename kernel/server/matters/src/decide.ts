// Deciding 审批办理: what is done in the approval of a step, by people, by the officer and by the clock; once passed, the step happens.
import { systemActor } from '@houqin/access'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { asAccount, loadMatter, matterOf, mayRead, noSuchMatter } from '@houqin/matter-records'
import type { Approvals, Caller, RouteWire, Ruling, StoredMatter } from '@houqin/matter-records'
import { Problem } from '@houqin/problem'
import type { Desk } from './desk.ts'
import type { Ticked } from './overdue.ts'
import { applyRuling } from './ruling.ts'
import { takeStep } from './step.ts'

interface Asked {
  readonly caller: Caller
  readonly matter: Matter
  readonly number: string
}

/** @throws Problem not-found for whoever may not see the matter, and whatever the approval or the step says. */
export async function decide(tx: Tx, desk: Desk, { caller, matter, number, task, given }: Asked & { task: string; given: unknown }): Promise<void> {
  const stored = await loadMatter(tx, { matter, where: { number }, actor: caller.actor, lock: true })
  if (stored === undefined || !mayRead(caller.actor, matter, stored)) throw noSuchMatter(number)
  await follow(tx, desk, { caller, matter, stored, ruling: await approvalsOf(desk).act(tx, { caller, matter, stored, task, given }) })
}

export async function helpApproval(tx: Tx, desk: Desk, { caller, matter, number, given }: Asked & { given: unknown }): Promise<void> {
  const stored = await loadMatter(tx, { matter, where: { number }, actor: caller.actor, lock: true })
  if (stored === undefined) throw noSuchMatter(number)
  await follow(tx, desk, { caller, matter, stored, ruling: await approvalsOf(desk).help(tx, { caller, matter, stored, given }) })
}

/** Whether any of its steps asks for approval, and its page shows a route. */
export const isApproved = (matter: Matter): boolean => Object.values(matter.steps).some(({ approve }) => approve)

/** The approval that the page shows; of a matter that the reader sees. */
export async function routeOf(db: Db | Tx, desk: Desk, { caller, matter, number }: Asked): Promise<RouteWire | undefined> {
  if (!isApproved(matter)) return undefined
  const stored = await loadMatter(db, { matter, where: { number }, actor: caller.actor })
  return stored && approvalsOf(desk).read(db, { caller, matter, stored })
}

/** Does what has fallen due, each in a transaction of its own: a matter whose step fails does not hold up the others. */
export async function attendApprovals(db: Db, desk: Desk): Promise<Ticked['failed']> {
  const { approvals } = desk
  const failed: { number: string; error: unknown }[] = []
  for (const { kind, id, number } of (await approvals?.due(db)) ?? []) {
    const attended = (): Promise<boolean> => transaction(db, (tx) => attendOne(tx, desk, { matter: matterOf(desk.catalogue, kind), id }))
    try {
      while (await attended()) continue
    } catch (error) {
      failed.push({ number, error })
      const why = error instanceof Problem ? error.detail.zh : '系统内部错误，这一步没有办成'
      await transaction(db, async (tx) => approvals?.fail(tx, { matter: id, why }))
    }
  }
  return failed
}

async function attendOne(tx: Tx, desk: Desk, { matter, id }: { matter: Matter; id: string }): Promise<boolean> {
  const caller = asAccount(systemActor)
  const stored = await loadMatter(tx, { matter, where: { id }, actor: systemActor, lock: true })
  const ruling = stored && (await approvalsOf(desk).attend(tx, { caller, matter, stored }))
  if (stored === undefined || ruling === undefined) return false
  await follow(tx, desk, { caller, matter, stored, ruling })
  return ruling.outcome === 'open'
}

async function follow(tx: Tx, desk: Desk, { caller, matter, stored, ruling }: { caller: Caller; matter: Matter; stored: StoredMatter; ruling: Ruling }): Promise<void> {
  await applyRuling(tx, desk, { caller, matter, stored, ruling })
  if (ruling.outcome !== 'passed') return
  const { step, person, name, input, lines, comment } = ruling.pressed
  const now = await loadMatter(tx, { matter, where: { id: stored.id }, actor: systemActor })
  if (now === undefined) throw new Error(`${stored.number} has vanished from its own transaction`)
  await takeStep(tx, desk, { caller: asAccount(systemActor), matter, stored: now, name: step, given: { input, lines, comment }, approved: { id: person, name } })
}

function approvalsOf({ approvals }: Desk): Approvals {
  if (approvals === undefined) throw new Error('steps are declared with a route in a house without approvals')
  return approvals
}
