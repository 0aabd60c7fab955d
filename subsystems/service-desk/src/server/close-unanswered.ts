// Closing what nobody answers 逾期未确认办结: the asker had his days, so the matter ends and can still be reopened.
import { systemActor } from '@houqin/access'
import type { Matter } from '@houqin/define'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { Problem } from '@houqin/problem'
import { sql } from 'kysely'
import { complaint, repair, suggestion } from '../contract/index.ts'

/** Which step ends a wait for the asker, by matter and state. */
const ends: readonly { readonly matter: Matter; readonly state: string; readonly step: string; readonly comment: string }[] = [
  { matter: repair, state: 'fixed', step: 'closeUnanswered', comment: '三个工作日内无人确认，按时限办结' },
  { matter: repair, state: 'returned', step: 'drop', comment: '五个工作日内没有补充，作废' },
  { matter: complaint, state: 'answered', step: 'closeUnanswered', comment: '五个工作日内无人评价，按时限办结' },
  { matter: complaint, state: 'returned', step: 'closeUnanswered', comment: '五个工作日内没有补充，按时限办结' },
  { matter: suggestion, state: 'answered', step: 'closeUnanswered', comment: '五个工作日内无人评价，按时限办结' },
]
const minutes = 60_000

export function closeUnanswered(system: System): Tick {
  return { name: 'service-desk.close-unanswered', every: 10 * minutes, run: () => closeAll(system) }
}

/** Each in a transaction of its own. @returns how many were closed. */
export async function closeAll({ db, clock, matters, log }: System): Promise<number> {
  let closed = 0
  for (const { matter, state, step, comment } of ends) {
    const { rows } = await sql<{ number: string; version: number }>`
      select number, version from matter.matter where kind = ${matter.id} and state = ${state} and due_at < ${clock.now()} order by due_at`.execute(db)
    for (const { number, version } of rows)
      try {
        await db.transaction().execute((tx) => matters.step(tx, systemActor, matter, number, step, { comment, version }))
        closed += 1
      } catch (error) {
        // The asker answered in this very moment: then there is nothing left to close.
        if (!(error instanceof Problem)) throw error
        log.warn({ number, type: error.type }, 'not closed: somebody was faster')
      }
  }
  return closed
}
