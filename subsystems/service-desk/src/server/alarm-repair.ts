// From alarm to repair 告警转报修: a room out of its temperature limits is reported by the house itself, clause included.
import { systemActor } from '@houqin/access'
import { localDate } from '@houqin/clock'
import type { System } from '@houqin/http'
import { roomTemperature } from '@houqin/places'
import type { OnAlarm } from '@houqin/signals'
import { sql } from 'kysely'
import { repair } from '../contract/index.ts'

/** @returns the number of the repair: a new one, or the one that is under way for this room's alarm already. */
export function alarmRepair({ matters }: System): OnAlarm {
  return async ({ tx, signal, alarm, subject, since, finding }) => {
    if (signal.id !== roomTemperature.id) return undefined
    const key = `${signal.id} ${alarm}`
    const { rows } = await sql<{ number: string }>`
      select m.number from matter.matter m join service_desk.repair f on f.matter = m.id
       where f.room = ${subject.id}::uuid and f.alarm = ${key} and m.closed_at is null limit 1`.execute(tx)
    if (rows[0]) return rows[0].number
    const { rows: categories } = await sql<{ id: string }>`
      select id from service_desk.category where trade = 'air' and retired_at is null and merged_into is null order by position limit 1`.execute(tx)
    const started = await matters.start(tx, systemActor, repair, {
      input: {
        what: `${finding.says}，自 ${localDate(since)} 起持续超限。${finding.advice}。${finding.cite === null ? '' : `依据：${finding.cite.text}`}`,
        category: categories[0]?.id ?? null,
        urgency: 'normal',
        room: subject.id,
      },
    })
    await sql`update service_desk.repair f set alarm = ${key} from matter.matter m where m.id = f.matter and m.number = ${started.number}`.execute(tx)
    return started.number
  }
}
