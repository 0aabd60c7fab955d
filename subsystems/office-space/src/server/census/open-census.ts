// Opening a census 开始清查: rooms and seats of the site are written down as the ledger has them on the day.
import { instantOf } from '@houqin/clock'
import type { System } from '@houqin/http'
import type { Happened } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { census } from '../../contract/index.ts'

/** Counting ends with the working day. */
const dueAt = '18:00'

/** @throws Problem bad-input for a day that has passed or a site without rooms. */
export async function openCensus({ clock }: System, { tx, matter: { id, form }, engine }: Happened<typeof census>): Promise<void> {
  const today = clock.today()
  if (form.until < today) throw refused('until', say('清查期限不能早于今天。', 'The last day cannot be before today.'))
  const { numAffectedRows: rooms = 0n } = await sql`
    insert into office_space.census_room (matter, room, place, floor, number, title, use, purpose, area)
    select ${id}::uuid, r.id, row_number() over (order by b.name collate "zh-natural", f.number, r.number collate "zh-natural", r.id), r.floor, r.number, r.title, r.use, r.purpose, r.area
      from places.room r join places.floor f on f.id = r.floor join places.building b on b.id = f.building
     where r.site = ${form.site}::uuid and r.use <> 'circulation' and r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null`.execute(tx)
  if (rooms === 0n) throw refused('site', say('这处场所还没有登记房间，没有可清查的。请先登记房间。', 'No rooms are entered for this site; enter them first.'))
  await sql`
    insert into office_space.census_seat (matter, room, person, name, workplace)
    select distinct on (w.room, w.person) ${id}::uuid, w.room, w.person, p.label, w.id
      from office_space.census_room c join staffing.workplace w on w.room = c.room and w.valid @> ${today}::date and w.retired_at is null and w.merged_into is null
      join people.person p on p.id = w.person
     where c.matter = ${id}::uuid order by w.room, w.person, lower(w.valid)`.execute(tx)
  await engine.setFacts({ rooms: Number(rooms) })
  await engine.setDue(instantOf({ date: form.until, time: dueAt }))
}

const refused = (field: string, says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at: `input.${field}`, says }] })
