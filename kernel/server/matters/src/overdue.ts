// Escalation 超时: what has just passed its deadline is claimed once, written down, told, and left to the subsystem's effects.
import { systemActor } from '@houqin/access'
import { record } from '@houqin/audit'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { asAccount, matterOf, nameOf, signed, writeHappening } from '@houqin/matter-records'
import { sql } from 'kysely'
import { announce } from './announce.ts'
import type { Desk } from './desk.ts'

export interface Ticked {
  /** Numbers of what became overdue. */
  readonly claimed: readonly string[]
  /** Those whose effects failed, overdue all the same, or whose approval could not go on: they are not tried again. */
  readonly failed: readonly { readonly number: string; readonly error: unknown }[]
}
interface Late {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly state: string
  readonly version: number
}

/** Each matter in a transaction of its own; several tickers share the work without doing it twice. */
export async function tick(db: Db, desk: Desk): Promise<Ticked> {
  const claimed: string[] = []
  const failed: { number: string; error: unknown }[] = []
  for (;;) {
    const done = await transaction(db, (tx) => escalateOne(tx, desk))
    if (done === undefined) return { claimed, failed }
    claimed.push(done.number)
    if ('error' in done) failed.push({ number: done.number, error: done.error })
  }
}

async function escalateOne(tx: Tx, desk: Desk): Promise<{ number: string; error?: unknown } | undefined> {
  const now = desk.clock.now()
  const { rows } = await sql<Late>`
    update matter.matter set overdue_at = ${now} where id = (
      select m.id from matter.matter m
      where m.closed_at is null and m.overdue_at is null and m.due_at <= ${now} and m.kind = any(${[...desk.catalogue.matters.keys()]}::text[])
      order by m.due_at limit 1 for update skip locked)
    returning id, kind, number, state, version`.execute(tx)
  const late = rows[0]
  if (late === undefined) return undefined
  const { id, kind, number, state, version } = late
  const caller = asAccount(systemActor)
  const matter = matterOf(desk.catalogue, kind)
  await writeHappening(tx, { matter: id, at: now, what: 'overdue', version, by: nameOf(caller) })
  await record(tx, { at: now, ...signed(caller), action: `${kind}.overdue`, subject: { kind, id }, summary: `${number} 已超时` })
  await announce(tx, desk, { id, step: 'overdue', waits: true })
  return { number, ...(await attempt(tx, () => desk.follow(tx, { caller, matter, id, step: 'overdue', input: {}, comment: null, from: state }))) }
}

/** An effect that fails is undone alone: the deadline has passed whatever it says. */
async function attempt(tx: Tx, effect: () => Promise<void>): Promise<{ error?: unknown }> {
  await sql`savepoint overdue_effects`.execute(tx)
  try {
    await effect()
    return {}
  } catch (error) {
    await sql`rollback to savepoint overdue_effects`.execute(tx)
    return { error }
  }
}
