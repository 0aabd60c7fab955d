// The version of a step 版本: two people at one step, of whom one is told that the other was faster.
import type { Tx } from '@houqin/db'
import { formatInstant } from '@houqin/clock'
import type { Matter } from '@houqin/define'
import { holdPage, provenFirst } from '@houqin/matter-pages'
import { keepPage, labelOfEvent, mayRead, noSuchMatter } from '@houqin/matter-records'
import type { ApprovalDeed, Caller, Page, StoredMatter } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import type { TimelineKind } from '@houqin/wire'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { requirePermitted, stepOf, takeStep } from './step.ts'
import type { StepGiven } from './step.ts'

export interface VersionedStep extends StepGiven {
  /** The version of the matter the person was looking at. */
  readonly version: number
}

/**
 * Locks the matter and takes the step if nobody was faster. @returns the page afterwards, where it is known. @throws Problem not-found for whoever may not see it,
 * not-allowed for whoever could never take it, stale-version naming who took which step when, and whatever `takeStep` throws.
 */
export async function stepWithVersion(
  tx: Tx,
  desk: Desk,
  { caller, matter, number, step, given }: { caller: Caller; matter: Matter; number: string; step: string; given: VersionedStep },
): Promise<Page | undefined> {
  const page = await holdPage(tx, desk, { matter, number, actor: caller.actor })
  if (page === undefined || !mayRead(caller.actor, matter, page.stored)) throw noSuchMatter(number)
  const { stored } = page
  if (given.version !== stored.version) {
    requirePermitted({ caller, matter, stored, step: stepOf(matter, step), page })
    throw await stale(provenFirst(tx, page), matter, stored)
  }
  const left = await takeStep(tx, desk, { caller, matter, stored, name: step, given, page })
  if (left) keepPage(left, true)
  return left
}

async function stale(tx: Tx, matter: Matter, stored: StoredMatter): Promise<Problem> {
  const { rows } = await sql<{ at: Date; what: TimelineKind; step: string | null; deed: ApprovalDeed | null; by: string }>`
    select at, what, step, deed, by_name as by from matter.event
    where matter = ${stored.id}::uuid and what in ('start', 'step', 'approval') order by id desc limit 1`.execute(tx)
  const last = rows[0]
  if (last === undefined) throw new Error(`${stored.number} has no timeline`)
  const when = formatInstant(last.at)
  const state = matter.states[stored.state]?.title ?? stored.state
  return new Problem('stale-version', say(
    `${last.by}已于 ${when} 办理“${labelOfEvent(matter, last, 'zh')}”，现在是“${state}”。请刷新后再办。`,
    `${last.by} took “${labelOfEvent(matter, last, 'en')}” at ${when}; it is “${state}” now. Reload before you go on.`,
  ), { more: { version: stored.version, by: last.by, at: last.at.toISOString(), step: last.step, state: stored.state } })
}
