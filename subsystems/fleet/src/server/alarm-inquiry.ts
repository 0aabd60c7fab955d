// From alarm to inquiry 告警转核查: a car that moved while immobilised, at night, on a day off, out of bounds, without a slip or not on one is asked about by the house itself, evidence and clause included.
import { systemActor } from '@houqin/access'
import type { System } from '@houqin/http'
import type { OnAlarm } from '@houqin/signals'
import { sql } from 'kysely'
import { inquiry, missedDestination, movement, offHours, outOfBounds, unmovedSlip, withoutSlip } from '../contract/index.ts'
import type { InquiredAlarm } from '../contract/index.ts'

/** What is not so by itself wrong and must be explained. */
const askedAbout = { movement, offHours, outOfBounds, withoutSlip, unmovedSlip, missedDestination } satisfies Record<InquiredAlarm, { readonly id: string }>
const alarmOf: ReadonlyMap<string, string> = new Map(Object.entries(askedAbout).map(([name, { id }]) => [id, name]))

/** @returns the number of the inquiry: a new one, or the one that is under way for this car already. */
export function alarmInquiry({ matters }: System): OnAlarm {
  return async ({ tx, signal, subject, finding }) => {
    const alarm = alarmOf.get(signal.id)
    if (alarm === undefined) return undefined
    const { rows } = await sql<{ number: string }>`
      select m.number from matter.matter m join fleet.inquiry f on f.matter = m.id where f.vehicle = ${subject.id}::uuid and m.closed_at is null limit 1`.execute(tx)
    if (rows[0]) return rows[0].number
    const started = await matters.start(tx, systemActor, inquiry, {
      input: { vehicle: subject.id, organ: subject.organ, what: `${finding.says}。${finding.advice}。${finding.cite === null ? '' : `依据：${finding.cite.text}`}` },
    })
    await sql`update fleet.inquiry f set alarm = ${alarm} from matter.matter m where m.id = f.matter and m.number = ${started.number}`.execute(tx)
    return started.number
  }
}
