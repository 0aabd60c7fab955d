// Patrols of rooms in the further days of the demonstration 演示用房巡查的后续: the steward walks on from door to door, ends, and some weeks later the next building has its turn.
import { addWorkingDays, workingCalendar } from '@houqin/calendar'
import { instantOf, localDate } from '@houqin/clock'
import { lastInWorld, leftToTheWorld, startInWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Living, OpenMatter } from '@houqin/compose'
import { steward } from '@houqin/places'
import { daysAfter } from '@houqin/people/seed'
import type { Dice } from '@houqin/people/seed'
import { sql } from 'kysely'
import { roomPatrol } from '../../src/contract/index.ts'
import { walkedRooms } from '../../src/server/patrol/walked-rooms.ts'

const calendar = workingCalendar()
/** From two o'clock on so many doors an afternoon, one every two minutes. */
const doors = 60
const between = 2 * 60_000
/** Working days from the beginning of one patrol to that of the next. */
const apart = 15

interface Patrol {
  readonly matter: string
  readonly building: string
  readonly person: string | null
  readonly name: string | null
}

/** What is seen is as the ledger has it: what differs is left for those who try the walk themselves. */
export async function walkOn(living: Living): Promise<void> {
  const { rows } = await sql<Patrol>`
    select p.matter, p.building, m.requester as person, q.label as name
      from office_space.room_patrol p join matter.matter m on m.id = p.matter left join people.person q on q.id = m.requester where m.closed_at is null`.execute(living.system.db)
  const patrols = new Map(rows.map((patrol) => [patrol.matter, patrol]))
  for (const one of await leftToTheWorld(living.system.db, roomPatrol)) {
    const patrol = patrols.get(one.id)
    if (patrol?.person == null) continue
    for (let day = localDate(living.from); day <= localDate(living.to); day = daysAfter(day, 1))
      if (calendar.isWorkingDay(day) && day > localDate(one.since)) await afternoon(living, { one, patrol, day })
  }
}

async function afternoon(living: Living, { one, patrol: { building, person, name }, day }: { one: OpenMatter; patrol: Patrol; day: string }): Promise<void> {
  const { db } = living.system
  const begins = instantOf({ date: day, time: '14:00' })
  const reached = (at: Date): boolean => at > living.from && at <= living.to
  const unseen = sql`not exists (select from office_space.visit v where v.patrol = ${one.id}::uuid and v.room = r.id)`
  // the door of each moment: what has been seen already today is no longer among the unseen, so the places go on from there
  const { rows: [today] } = await sql<{ seen: number }>`select count(*)::int as seen from office_space.visit where patrol = ${one.id}::uuid and day = ${day}::date`.execute(db)
  const moments = Array.from({ length: doors }, (_, place) => new Date(begins.getTime() + place * between)).slice(today?.seen ?? 0).filter(reached)
  await sql`
    insert into office_space.visit (id, room, patrol, day, at, by_name, way, differs)
    select gen_random_uuid(), d.room, ${one.id}::uuid, ${day}::date, t.at, ${name ?? ''}, 'scan', false
      from (select r.id as room, row_number() over (order by r.number collate "zh-natural", r.id) as place from ${walkedRooms} where r.building = ${building}::uuid and ${unseen}) d
      join unnest(${moments}::timestamptz[]) with ordinality as t (at, place) using (place)`.execute(db)
  const { rows: [left] } = await sql<{ rooms: number }>`select count(*)::int as rooms from ${walkedRooms} where r.building = ${building}::uuid and ${unseen}`.execute(db)
  const over = instantOf({ date: day, time: '16:30' })
  if (left?.rooms === 0 && reached(over) && person !== null)
    await stepInWorld(living, { matter: roomPatrol, number: one.number, version: one.version }, { at: over, actor: worldActor({ id: person, name: name ?? '' }, steward), step: 'finish' })
}

/** The building that was walked longest ago, or never, of those with stewards; one at a time. */
export async function beginPatrol(bringing: Bringing, { day, roll }: { readonly day: string; readonly roll: Dice }): Promise<void> {
  const last = await lastInWorld(bringing.tx, roomPatrol)
  if (last.open || (last.day !== null && addWorkingDays(last.day, apart, calendar) > day)) return
  const { rows } = await sql<{ site: string; building: string; person: string; name: string }>`
    select b.site, b.id as building, w.person, p.label as name from places.building b join places.site s on s.id = b.site
      join lateral (select person from places.stewardship w where w.site = s.id and w.valid @> ${day}::date order by w.person limit 1) w on true join people.person p on p.id = w.person
      left join lateral (select max(day) as day from office_space.room_patrol o where o.building = b.id) walked on true
     where s.managed and (select count(*) from ${walkedRooms} where r.building = b.id) between 30 and 400 order by walked.day nulls first, b.id limit 3`.execute(bringing.tx)
  if (rows.length === 0) return
  const { site, building, person, name } = roll.pick(rows)
  await startInWorld(bringing, roomPatrol, { at: instantOf({ date: day, time: '08:40' }), actor: worldActor({ id: person, name }, steward), input: { site, building, day } })
}
