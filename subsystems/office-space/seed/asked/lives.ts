// The life of office space 用房的日子: rooms are asked for, proposed, agreed and handed over on each further day; who retired is asked to leave his room, and mostly does.
import { addWorkingDays, addWorkingHours, workingCalendar } from '@houqin/calendar'
import { instantOf, localDate } from '@houqin/clock'
import { leftToTheWorld, startInWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Lives, Living, OpenMatter, WorldStep } from '@houqin/compose'
import { bureauLeader, liaison } from '@houqin/people'
import { daysAfter, dice, districtPeople, districtSeed } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import { placesOfficer } from '@houqin/places'
import { sql } from 'kysely'
import { redress, roomRequest } from '../../src/contract/index.ts'
import { poolOf } from '../../src/server/request/request-effects.ts'
import { certificateOf } from './certificate.ts'
import { fileOn } from './filings-to-come.ts'
import { beginPatrol, walkOn } from './patrols-to-come.ts'
import { givingBack, wanting } from './reasons.ts'

const calendar = workingCalendar()
/** Whoever signs in has so many working hours to decide himself. */
const patience = 7.5
const chances = { request: 0.075, vacates: 0.42, redress: 0.1, onTime: 0.8 }

interface District {
  readonly world: World
  readonly people: DistrictPeople
  readonly writers: ReadonlyMap<string, SeedPerson>
}
type Form = Parameters<typeof poolOf>[1]['form'] & { readonly matter: string; readonly from: string | null; readonly until: string | null }

export const lives: Lives = Object.freeze({
  async moveOn(living: Living) {
    const district = districtOf(living)
    await moveRequests(living, district)
    await moveRedress(living, district)
    await walkOn(living)
    await fileOn(living, district)
  },
  async bring(bringing: Bringing) {
    const district = districtOf(bringing)
    const { openedAt, from, to } = bringing
    for (let day = localDate(from); day <= localDate(to); day = daysAfter(day, 1)) {
      const roll = dice({ ...district.world, day, name: `rooms of ${day}` })
      const at = instantOf({ date: day, time: `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(0, 59)).padStart(2, '0')}` })
      const [asks, finds] = [roll.chance(chances.request), roll.chance(chances.redress)]
      const morning = instantOf({ date: day, time: '08:40' })
      if (calendar.isWorkingDay(day) && morning > from && morning <= to) await beginPatrol(bringing, { day, roll })
      if (at <= from || at > to || at <= openedAt || !calendar.isWorkingDay(day)) continue
      if (asks) await ask(bringing, district, { at, day, roll })
      if (finds) await find(bringing, district, { at, day, roll })
    }
  },
})

function districtOf({ openedAt, kept }: Living): District {
  return kept('office-space', () => {
    const world = { seed: districtSeed, day: localDate(openedAt) }
    const people = kept('district.people', () => districtPeople(world))
    return { world, people, writers: new Map(people.persons.filter(({ standing, employment, key }) => standing === 'active' && employment !== 'outsourced' && key === null).toReversed().map((person) => [person.organ, person])) }
  })
}

interface Moment {
  readonly at: Date
  readonly day: string
  readonly roll: Dice
}
async function ask(bringing: Bringing, { writers }: District, { at, day, roll }: Moment): Promise<void> {
  const { rows } = await sql<{ organ: string; room: string }>`
    select a.organ, a.room from office_space.allotment a join places.room r on r.id = a.room
     where r.use = 'service' and r.grade is null and a.retired_at is null and a.merged_into is null and a.valid @> ${day}::date and upper(a.valid) is null
       and not exists (select from staffing.workplace w where w.room = a.room)
       and not exists (select from office_space.room_request q join matter.matter m on m.id = q.matter where q.room = a.room and m.closed_at is null) order by a.id`.execute(bringing.tx)
  const { organ, room } = roll.pick(rows)
  const [asker, vacates] = [writers.get(organ), roll.chance(chances.vacates)]
  if (asker === undefined) return
  await startInWorld(bringing, roomRequest, {
    at, actor: worldActor(asker, liaison),
    input: vacates ? { organ, what: 'vacate', room, reason: roll.pick(givingBack), papers: [] } : { organ, what: 'allot', use: 'service', area: `${String(roll.int(12, 36))}.00`, reason: roll.pick(wanting), papers: [] },
  })
}
async function find(bringing: Bringing, { people }: District, { at, day, roll }: Moment): Promise<void> {
  const { rows } = await sql<{ person: string; name: string; organ: string; room: string; where: string }>`
    select w.person, p.label as name, p.organ, w.room, r.label as "where" from staffing.workplace w join people.person p on p.id = w.person join places.room r on r.id = w.room
     where p.standing = 'retired' and r.grade is null and w.retired_at is null and w.merged_into is null and w.valid @> ${day}::date
       and not exists (select from office_space.redress q join matter.matter m on m.id = q.matter where q.person = w.person and m.closed_at is null) order by w.id`.execute(bringing.tx)
  if (rows.length === 0) return
  const { person, name, organ, room, where } = roll.pick(rows)
  await startInWorld(bringing, redress, { at, actor: worldActor(people.named('places'), placesOfficer), input: { organ, person, room, what: `${name} 已退休，仍登记在 ${where}，过了腾退期限` } })
}

async function moveRequests(living: Living, district: District): Promise<void> {
  const { db } = living.system
  const { rows } = await sql<Form>`
    select matter, organ, what, room, use, area::text as area, "from"::text as "from", until::text as until from office_space.room_request where matter in (select id from matter.matter where kind = ${roomRequest.id} and closed_at is null)`.execute(db)
  const forms = new Map(rows.map((form) => [form.matter, form]))
  for (const one of await leftToTheWorld(db, roomRequest)) {
    const form = forms.get(one.id)
    const next = form && (await nextOf(living, district, { one, form }))
    if (next && next.at <= living.to) await stepInWorld(living, { matter: roomRequest, number: one.number, version: one.version }, next)
  }
}
async function nextOf({ system, openedAt, to }: Living, { world, people, writers }: District, { one, form }: { one: OpenMatter; form: Form }): Promise<WorldStep | undefined> {
  const { number, version, state, since } = one
  const roll = dice({ ...world, name: `${number} ${version}` })
  const begins = since > openedAt ? since : openedAt
  const after = (hours: number): Date => addWorkingHours(begins, hours, calendar)
  const [officer, leader] = [worldActor(people.named('places'), placesOfficer), worldActor(people.named('leader'), bureauLeader)]
  if (state === 'proposed') return { at: after(patience + roll.skewed(1, 7, 30)), actor: leader, step: 'agree' }
  if (state === 'agreed') {
    const [soon, begun] = [after(roll.skewed(3, 12, 40)), instantOf({ date: form.from ?? localDate(begins), time: '10:00' })]
    return { at: soon > begun ? soon : begun, actor: officer, step: 'carryOut' }
  }
  const at = after(patience + roll.skewed(2, 8, 26))
  if (state !== 'asked' || at > to) return undefined
  const from = addWorkingDays(localDate(at), 3, calendar)
  if (form.what === 'vacate') return { at, actor: officer, step: 'propose', input: { from } }
  const { rooms: [room] } = await poolOf(system, { tx: system.db, form, day: from })
  const asker = writers.get(form.organ)
  if (form.what !== 'allot') return undefined // what else is asked is left to whoever signs in
  if (room === undefined) return asker && { at, actor: worldActor(asker, liaison), step: 'withdraw' }
  return { at, actor: officer, step: 'propose', input: { way: 'reallocate', from, certificate: certificateOf(number, from) }, lines: { rooms: [{ room: room.id, kind: 'own' }] } }
}

async function moveRedress(living: Living, { world, people }: District): Promise<void> {
  const { rows } = await sql<{ matter: string; until: string | null; way: string | null }>`select matter, until::text as until, way from office_space.redress where matter in (select id from matter.matter where kind = ${redress.id} and closed_at is null)`.execute(living.system.db)
  const facts = new Map(rows.map((row) => [row.matter, row]))
  for (const { id, number, version, state, since } of await leftToTheWorld(living.system.db, redress)) {
    const roll = dice({ ...world, name: `${number} ${version}` })
    const actor = worldActor(people.named('places'), placesOfficer)
    const { until, way } = facts.get(id) ?? { until: null, way: null }
    if (state === 'found') {
      const at = addWorkingHours(since > living.openedAt ? since : living.openedAt, patience + roll.skewed(1, 8, 24), calendar)
      if (at <= living.to) await stepInWorld(living, { matter: redress, number, version }, { at, actor, step: 'order', input: { way: 'vacate', newRoom: null, until: addWorkingDays(localDate(at), roll.int(6, 12), calendar) } })
      continue
    }
    if (way !== 'vacate' || until === null) continue
    const at = instantOf({ date: daysAfter(until, roll.chance(chances.onTime) ? -roll.int(0, 4) : roll.int(2, 20)), time: '16:10' })
    if (at > living.openedAt && at <= living.to) await stepInWorld(living, { matter: redress, number, version }, { at, actor, step: 'conclude' })
  }
}
