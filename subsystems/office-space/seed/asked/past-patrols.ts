// Patrols of rooms in the demonstration 演示用房巡查: a building seen from door to door three weeks ago, with what was found; another that is being walked.
import { addWorkingDays, workingCalendar } from '@houqin/calendar'
import { addDays, instantOf } from '@houqin/clock'
import type { HistorySeeding } from '@houqin/compose'
import { dice, districtSeed } from '@houqin/people/seed'
import type { Dice, DistrictPeople } from '@houqin/people/seed'
import { sql } from 'kysely'
import { redress, roomPatrol } from '../../src/contract/index.ts'
import { walkedRooms } from '../../src/server/patrol/walked-rooms.ts'

const calendar = workingCalendar()
const ago = { done: 21, begun: 1 }
/** Of the building that is being walked so much was seen. */
const seenShare = 0.4

interface House {
  readonly id: string
  readonly site: string
  readonly label: string
  readonly person: string
  readonly by: string
}
interface Door {
  readonly id: string
  readonly name: string
  readonly organ: string | null
  readonly people: readonly string[]
}

export async function loadPatrols({ tx, system, worldDate: day }: HistorySeeding, people: DistrictPeople): Promise<void> {
  const roll = dice({ seed: districtSeed, day, name: 'patrols of rooms' })
  const { rows: [done, begun] } = await sql<House>`
    select b.id, b.site, b.label, w.person, p.label as "by" from places.building b join places.site s on s.id = b.site
      join lateral (select person from places.stewardship w where w.site = s.id and w.valid @> ${day}::date order by w.person limit 1) w on true join people.person p on p.id = w.person
     where s.managed and (select count(*) from ${walkedRooms} where r.building = b.id) between 30 and 400 order by b.label collate "zh-natural" desc, b.id limit 2`.execute(tx)
  if (done === undefined || begun === undefined) throw new Error('no two buildings to walk')
  const walkedOn = workday(addDays(day, -ago.done))
  const first = await record({ tx, system }, { house: done, on: walkedOn, roll, finished: true })
  const [gone, lent, plate] = [first.doors.find(({ people: [one] }) => one !== undefined), first.doors.findLast(({ organ, people: all }) => organ !== null && all.length === 0), first.doors.find(({ organ }) => organ === null)]
  if (gone === undefined || lent === undefined || plate === undefined || lent.organ === null) throw new Error(`${done.label} has nothing to plant in`)
  const mark = (door: Door, set: ReturnType<typeof sql>) => sql`update office_space.visit set differs = true, ${set} where patrol = ${first.id}::uuid and room = ${door.id}::uuid returning id`.execute(tx)
  await mark(gone, sql`note = '办公桌已清空'`)
  await sql`insert into office_space.visit_person (visit, person, here) select id, ${gone.people[0] ?? ''}::uuid, false from office_space.visit where patrol = ${first.id}::uuid and room = ${gone.id}::uuid`.execute(tx)
  await mark(plate, sql`plate = 'missing'`)
  await mark(lent, sql`state = 'lent', note = '门上挂着别的单位的牌子'`)
  await sql`update office_space.room_patrol set differing = 3 where matter = ${first.id}::uuid`.execute(tx)
  const officer = people.named('places')
  const at = (days: number, time: string): Date => instantOf({ date: addWorkingDays(walkedOn, days, calendar), time })
  const until = addWorkingDays(walkedOn, 20, calendar)
  const [matter, by] = [roll.id(), { person: officer.id, name: officer.name }]
  await system.matters.recordPast(tx, redress, [{
    id: matter, number: `${redress.prefix}-${walkedOn.replaceAll('-', '')}-0101`, requester: { person: done.person, name: done.by }, organ: lent.organ, site: null,
    form: { organ: lent.organ, person: null, room: lent.id, what: `${walkedOn} ${done.by}在${lent.name}看到出借，台账是正常使用。收回后复核；经批准的，把批准文号登记在“用房状态”上。` },
    facts: { way: 'correct', newRoom: null, until }, lines: {},
    happened: [{ at: at(0, '16:40'), step: null, to: 'found', by: { person: done.person, name: done.by } }, { at: at(1, '10:20'), step: 'order', to: 'ordered', by, input: { way: 'correct', newRoom: null, until } }],
    dueAt: null,
  }])
  await sql`update office_space.visit set redress = ${matter}::uuid where patrol = ${first.id}::uuid and room = ${lent.id}::uuid`.execute(tx)
  await record({ tx, system }, { house: begun, on: workday(addDays(day, -ago.begun)), roll, finished: false })
}
const workday = (day: string): string => (calendar.isWorkingDay(day) ? day : addWorkingDays(day, -1, calendar))

async function record({ tx, system }: Pick<HistorySeeding, 'tx' | 'system'>, { house, on, roll, finished }: { house: House; on: string; roll: Dice; finished: boolean }): Promise<{ id: string; doors: readonly Door[] }> {
  const { rows: doors } = await sql<Door>`
    select r.id, r.label as name, (select a.organ from office_space.allotment a where a.room = r.id and a.valid @> ${on}::date and a.retired_at is null order by a.organ limit 1) as organ,
           array(select w.person from staffing.workplace w where w.room = r.id and w.valid @> ${on}::date and upper_inf(w.valid) and w.retired_at is null order by w.person) as people
      from ${walkedRooms} where r.building = ${house.id}::uuid and not exists (select from office_space.room_state t where t.room = r.id) order by r.number collate "zh-natural", r.id`.execute(tx)
  const seen = finished ? doors : doors.slice(0, Math.round(doors.length * seenShare))
  const id = roll.id()
  const by = { person: house.person, name: house.by }
  await system.matters.recordPast(tx, roomPatrol, [{
    id, number: `${roomPatrol.prefix}-${on.replaceAll('-', '')}-0001`, requester: by, organ: null, site: house.site,
    form: { site: house.site, building: house.id, day: on }, facts: { rooms: doors.length, seen: seen.length, differing: 0 }, lines: {},
    happened: [{ at: instantOf({ date: on, time: '08:40' }), step: null, to: 'walking', by }, ...(finished ? [{ at: instantOf({ date: on, time: '16:30' }), step: 'finish', to: 'done', by }] : [])],
    dueAt: finished ? null : instantOf({ date: addWorkingDays(on, 5, calendar), time: '17:30' }),
  }])
  const visits = seen.map((door, place) => ({ id: roll.id(), room: door.id, at: new Date(instantOf({ date: on, time: '09:00' }).getTime() + place * 60_000).toISOString() }))
  await sql`
    insert into office_space.visit (id, room, patrol, day, at, by_name, way, differs)
    select v.id, v.room, ${id}::uuid, ${on}::date, v.at, ${house.by}, 'scan', false from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as v (id uuid, room uuid, at timestamptz)`.execute(tx)
  return { id, doors }
}
