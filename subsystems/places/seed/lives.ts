// The life of the places 场所的日子: rounds walked, watches on the roster and notes handed over on each further day of the demonstration.
import { workingCalendar } from '@houqin/calendar'
import { addDays, daysBetween, instantOf, localDate } from '@houqin/clock'
import { leftToTheWorld, numberInWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Lives, Living } from '@houqin/compose'
import type { PastMatter } from '@houqin/matters'
import { bureauLeader } from '@houqin/people'
import { bringRenewals, dice, districtPeople, districtSeed, moveRenewals } from '@houqin/people/seed'
import type { DistrictPeople, Ending, Renewing, SeedPerson, World } from '@houqin/people/seed'
import { sql } from 'kysely'
import { districtPlaces } from '../seed.ts'
import type { DistrictPlaces } from '../seed.ts'
import { handoverNotes } from './handover-notes.ts'
import { pastWalk, reasons, routesOf } from './patrol-history.ts'
import { duty, handover, leaseRenewal, patrol, placesOfficer, steward as stewardRole } from '../src/contract/index.ts'

interface District {
  readonly world: World
  readonly people: DistrictPeople
  readonly persons: ReadonlyMap<string, SeedPerson>
  readonly places: DistrictPlaces
}
const minute = 60_000
/** As far ahead as when the demonstration was opened. */
const rosterAhead = 14
const rosterBehind = 30
const calendar = workingCalendar()

export const lives: Lives = Object.freeze({
  async moveOn(living: Living) {
    await walkWhatStands(living, districtOf(living))
    await moveRenewals(living, leases(districtOf(living)))
  },
  async bring(bringing: Bringing) {
    const district = districtOf(bringing)
    await enterWalks(bringing, district)
    await writeRoster(bringing, district)
    await handOver(bringing, district)
    await bringRenewals(bringing, leases(district))
  },
})

function districtOf({ openedAt, kept }: Living): District {
  return kept('places', () => {
    const world = { seed: districtSeed, day: localDate(openedAt) }
    const people = kept('district.people', () => districtPeople(world))
    return { world, people, persons: new Map(people.persons.map((person) => [person.id, person])), places: kept('district.places', () => districtPlaces(world, people)) }
  })
}

/** What is leased and ends is rented on, most of it in time. */
function leases({ world, people }: District): Renewing {
  return {
    world, matter: leaseRenewal, keeper: people.named('places'), keeps: placesOfficer, leader: people.named('leader'), leads: bureauLeader,
    standing: async (db) => (await sql<Ending>`
      select s.id, s.lease_until::text as until from places.site s
      where s.tenure = 'leased' and s.lease_until is not null and s.retired_at is null and s.merged_into is null and not exists (
        select from places.lease_renewal r join matter.matter m on m.id = r.matter where r.site = s.id and m.closed_at is null) order by s.id`.execute(db)).rows,
    form: ({ id }, until, roll) => ({ site: id, until, rent: `${roll.int(6, 90)}0000.00`, grounds: '在用单位没有可调剂的办公用房，按原租金续租一年', papers: [] }),
  }
}

/** Rounds the plan has made: whoever signs in has the day for his own, the others are walked in the morning. */
async function walkWhatStands(living: Living, { world, people, persons, places }: District): Promise<void> {
  for (const { id, number, version, site, since } of await leftToTheWorld(living.system.db, patrol)) {
    const steward = persons.get(places.stewards.get(site ?? '') ?? '')
    if (steward === undefined) continue
    const roll = dice({ ...world, name: `walk ${number}` })
    const begins = steward.id === people.named('steward').id ? instantOf({ date: localDate(since), time: '17:30' }) : new Date(since.getTime() + roll.int(20, 90) * minute)
    const { rows: points } = await sql<{ id: string }>`select id from places.patrol__points where matter = ${id}::uuid and outcome is null order by position`.execute(living.system.db)
    const ends = new Date(begins.getTime() + (points.length + 1) * 5 * minute)
    if (ends > living.to) continue
    const actor = worldActor(steward, stewardRole)
    const reached = roll.chance(0.96) ? points.length : roll.int(Math.ceil(points.length / 2), points.length - 1)
    const seen = points.slice(0, reached).map((point, place) => ({
      id: point.id, outcome: roll.chance(0.015) ? 'fault' : 'ok', way: roll.chance(0.83) ? 'scan' : 'hand', reachedAt: new Date(begins.getTime() + place * 5 * minute).toISOString(),
    }))
    const next = seen.length === 0 ? version : await stepInWorld(living, { matter: patrol, number, version }, { at: ends, actor, step: 'check', lines: { points: seen } })
    if (next === undefined) continue
    const left = reached < points.length
    await stepInWorld(living, { matter: patrol, number, version: next }, { at: ends, actor, step: left ? 'leave' : 'finish', ...(left && { comment: roll.pick(reasons) }) })
  }
}

/** Of days on which nobody kept the plans: as the books have it; none where the plan has made one. */
async function enterWalks(bringing: Bringing, { world, persons, places }: District): Promise<void> {
  const { tx, system, turn, from, to } = bringing
  const past: PastMatter[] = []
  const { rows: made } = await sql<{ key: string }>`select route || ' ' || day as key from places.patrol where day >= ${localDate(from)}::date`.execute(tx)
  const known = new Set(made.map(({ key }) => key))
  for (let day = localDate(from); day <= localDate(to); day = addDays(day, 1)) {
    const evening = instantOf({ date: day, time: '20:00' })
    if (!calendar.isWorkingDay(day) || evening <= from || evening > to) continue
    for (const route of await routesOf(tx)) {
      const steward = persons.get(places.stewards.get(route.site) ?? '')
      if (known.has(`${route.id} ${day}`)) continue
      const number = await numberInWorld(bringing, patrol, instantOf({ date: day, time: '06:00' }))
      past.push(pastWalk(route, { day, by: { person: steward?.id ?? null, name: steward?.name ?? '驻点负责人' }, number, roll: dice({ ...world, day, name: `walk ${route.id} ${day}` }) }))
    }
  }
  turn(to)
  if (past.length > 0) await system.matters.recordPast(tx, patrol, past)
}

/** The turns go on as they went; nights of the managed sites are made by their plan. What people have entered stands. */
async function writeRoster({ tx, system: { registers }, from, to }: Bringing, { world, places }: District): Promise<void> {
  const [first, last] = [addDays(localDate(from), rosterAhead + 1), addDays(localDate(to), rosterAhead)]
  if (first > last) return
  const managed = new Set(places.sites.filter((site) => site.managed).map(({ id }) => id))
  const { rows: standing } = await sql<{ site: string; person: string; shift: string; part: string; day: string }>`
    select site, person, shift, part, lower(valid)::text as day from places.duty where retired_at is null and valid && daterange(${first}::date, ${last}::date, '[]')`.execute(tx)
  const taken = new Set(standing.flatMap(({ site, person, shift, part, day }) => [`${site} ${shift} ${part} ${day}`, `${person} ${shift} ${day}`]))
  const turns = Map.groupBy(places.duties.filter(({ site, shift }) => !(managed.has(site) && shift === 'night')), ({ site, shift, part }) => `${site} ${shift} ${part}`)
  const rows = []
  for (let day = first; day <= last; day = addDays(day, 1))
    for (const [slot, before] of turns) {
      const { site, shift, part, person } = before[(rosterBehind + daysBetween(world.day, day)) % new Set(before.map((one) => one.person)).size] ?? {}
      if (site === undefined || shift === undefined || part === undefined || person === undefined) continue
      if (taken.has(`${slot} ${day}`) || taken.has(`${person} ${shift} ${day}`)) continue
      taken.add(`${person} ${shift} ${day}`)
      rows.push({ site, person, shift, part, note: null, from: day, to: day })
    }
  if (rows.length > 0) await registers.bulkInsert(tx, duty, rows)
}

async function handOver({ tx, system: { registers }, from, to }: Bringing, { world, places }: District): Promise<void> {
  const rows = []
  for (let day = localDate(from); day <= localDate(to); day = addDays(day, 1))
    for (const [place, site] of places.sites.filter(({ managed }) => managed).entries()) {
      const roll = dice({ ...world, day, name: `handover ${site.id} ${day}` })
      const at = new Date(instantOf({ date: day, time: '08:00' }).getTime() + roll.int(0, 25) * minute)
      const steward = places.stewards.get(site.id)
      const watchers = [...new Set(places.duties.filter((one) => one.site === site.id).map(({ person }) => person))]
      if (at <= from || at > to || steward === undefined) continue
      const [note, pending] = handoverNotes[(daysBetween(world.day, day) * 3 + place * 7) % handoverNotes.length] ?? ['一切正常。', null]
      rows.push({ site: site.id, by: watchers[daysBetween(world.day, day) % Math.max(1, watchers.length)] ?? steward, to: steward, at: at.toISOString(), note, pending })
    }
  if (rows.length > 0) await registers.bulkInsert(tx, handover, rows)
}
