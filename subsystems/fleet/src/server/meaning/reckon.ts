// A day of a car 行车日: reckoned from its positions, going on from where it had come to; what came late has the whole day reckoned anew, and no other.
import { addDays, instantOf, localDate } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { figuresAsOf } from '@houqin/standards'
import { sql } from 'kysely'
import { boundsLimit, fuelDropLimit, idlingLimit, offHoursLimit, speedLimit, trackReckoning, withoutSlipLimit } from '../../contract/index.ts'
import type { VehicleUse } from '../../contract/index.ts'
import { slipsOf } from '../office/slips.ts'
import { keepEvents } from './events.ts'
import type { FoundEvent } from './events.ts'
import { fencesOf } from './fences.ts'
import { keptSince } from './keep.ts'
import { offHoursOf } from './off-hours.ts'
import { drive, finish, newCourse, underWay } from './drive.ts'
import type { Course, Measures, Trip } from './drive.ts'
import { endAll, goingOn, newWatch, watch } from './watch.ts'
import type { Allowed, Watch, WatchedSighting } from './watch.ts'

export interface CarDay {
  readonly vehicle: string
  /** YYYY-MM-DD in the district. */
  readonly day: string
}
interface Open extends CarDay {
  readonly from: Date
  readonly ordinary: boolean
}

/** Car days of one turn, so that others get theirs. */
const most = 400
const everyMs = 20_000

export function reckoning(system: System): Tick {
  return { name: 'fleet.reckon', every: everyMs, run: (db) => reckonOpenDays(db, system) }
}

/** Each day in a transaction of its own; several processes may do it at once. @returns how many days were reckoned. */
export async function reckonOpenDays(db: Db, system: System, limit = most): Promise<number> {
  let done = 0
  while (done < limit && (await reckonNext(db, system))) done += 1
  return done
}

/** Takes the day that has waited longest. Cars of a grade are reckoned by nobody. */
async function reckonNext(db: Db, system: System): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows: [open] } = await sql<Open>`
      with taken as (
        delete from fleet.day_open o using (select vehicle, day from fleet.day_open order by touched_at limit 1 for update skip locked) first
        where o.vehicle = first.vehicle and o.day = first.day returning o.vehicle, o.day, o.from_at)
      select t.vehicle, to_char(t.day, 'YYYY-MM-DD') as day, t.from_at as from,
        exists (select from fleet.vehicle v where v.id = t.vehicle and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary') as ordinary
      from taken t`.execute(tx)
    if (open === undefined) return false
    // of a day whose positions are gone the summary stays as it is
    if (open.ordinary && open.day >= (await keptSince(tx, system.clock.today()))) await reckonDay(tx, system, open)
    return true
  })
}

/** @param from the earliest position nobody has reckoned; the whole day is reckoned where the reckoning has come further. */
export async function reckonDay(tx: Tx, system: System, { vehicle, day, from }: CarDay & { from: Date }): Promise<void> {
  const { clock } = system
  const { rows: [known] } = await sql<{ course: Course; watch: Watch | null }>`
    select course, watch from fleet.vehicle_day where vehicle = ${vehicle} and day = ${day}::date for update`.execute(tx)
  const goesOn = known !== undefined && known.watch !== null && known.course.lastAt !== null && known.course.lastAt < from.getTime()
  const [course, state] = goesOn && known.watch !== null ? [known.course, known.watch] : [newCourse(), newWatch()]
  const sightings = await sightingsOf(tx, { vehicle, day, after: goesOn ? course.lastAt : null })
  if (sightings.length === 0) return
  const rules = await carRules(tx, vehicle, day)
  const { measures, allowed, night } = await figuresOn(tx, day, { vehicle, organ: rules.organ })
  const [trips, episodes]: [Trip[], FoundEvent[]] = [[], []]
  for (const sighting of sightings) {
    const ended = drive(course, sighting, measures)
    if (ended) trips.push(ended)
    for (const one of watch(state, sighting, allowed)) episodes.push({ ...one, goingOn: false })
  }
  const isOver = day < localDate(clock.now())
  const going = underWay(course)
  if (!goesOn) await sql`delete from fleet.trip where vehicle = ${vehicle} and day = ${day}::date`.execute(tx)
  for (const trip of trips) await keepTrip(tx, { vehicle, day }, trip, false)
  if (going) await keepTrip(tx, { vehicle, day }, going, !isOver)
  // what goes on at the end of a day that is over has ended with it, and may yet go on when more of the day comes
  for (const one of isOver ? endAll(structuredClone(state), allowed) : goingOn(state, allowed)) episodes.push({ ...one, goingOn: !isOver })
  for (const trip of going ? [...trips, going] : trips) episodes.push(...eventsOfTrip({ day, trip, isGoing: trip === going && !isOver, rules, night }))
  const judged = await withoutSlips(tx, vehicle, { found: episodes, grace: night.slipGrace })
  await keepDay(tx, { vehicle, day }, { course, state, sums: endedHere(course), now: clock.now() })
  await keepEvents(tx, system, { vehicle, day, found: judged, anew: !goesOn })
}

/** Whoever was sent out may be out at night and beyond the district. */
async function withoutSlips(tx: Tx, vehicle: string, { found, grace }: { found: readonly FoundEvent[]; grace: number }): Promise<FoundEvent[]> {
  const judged: FoundEvent[] = []
  for (const one of found) {
    const needsNone = one.kind !== 'offHours' && one.kind !== 'outOfBounds' && one.kind !== 'withoutSlip'
    const around = one.kind === 'withoutSlip' ? grace : 0
    if (needsNone || (await slipsOf(tx, vehicle, new Date(one.begins - around), new Date(one.ends + around))).length === 0) judged.push(one)
  }
  return judged
}

/** The sums as if the day ended here, with the trip under way counted in. */
function endedHere(course: Course): Course {
  const sums = structuredClone(course)
  finish(sums)
  return sums
}

interface CarRules {
  readonly use: VehicleUse
  readonly sealed: boolean
  readonly organ: string | null
  /** It goes out by the dispatcher alone. */
  readonly dispatched: boolean
}
async function carRules(tx: Tx, vehicle: string, day: string): Promise<CarRules> {
  const { rows: [rules] } = await sql<CarRules>`
    select v.use, v.organ, coalesce(v.shared, false) as dispatched, v.standing = 'immobilised' or exists (select from fleet.immobilisation i where i.retired_at is null and ${day}::date between i.begins and i.ends
      and not exists (select from fleet.immobilisation__exempt e where e.parent = i.id and e.vehicle = v.id)) as sealed
    from fleet.vehicle v where v.id = ${vehicle}`.execute(tx)
  return rules ?? { use: 'other', sealed: false, organ: null, dispatched: false }
}
/** These are out at night because that is their work. */
const onDutyAlways: readonly VehicleUse[] = ['emergency', 'enforcement', 'special']

function eventsOfTrip({ day, trip, isGoing, rules, night }: { day: string; trip: Trip; isGoing: boolean; rules: CarRules; night: Night }): FoundEvent[] {
  const common = { begins: trip.begins, ends: trip.ends, goingOn: isGoing, place: trip.from, caughtUp: trip.caughtUp }
  // what drives on a sealed day is told at once; what came late is told here
  const sealed: FoundEvent[] = rules.sealed && trip.caughtUp && !isGoing ? [{ ...common, kind: 'sealed', measured: trip.fastest / 10 }] : []
  const far = rules.dispatched && !rules.sealed && trip.metres > night.withoutSlip ? [{ ...common, kind: 'withoutSlip' as const, measured: Math.floor(trip.metres / 100) / 10 }] : []
  const minutes = onDutyAlways.includes(rules.use) || rules.sealed ? 0 : offHoursOf({ day, begins: trip.begins, ends: trip.ends, ...night })
  if (minutes <= night.atMost) return [...sealed, ...far]
  return [...sealed, ...far, { ...common, kind: 'offHours', measured: minutes }]
}

/** In the order of the device's time; those of a clock that is wrong are of no known day. */
async function sightingsOf(tx: Tx, { vehicle, day, after }: CarDay & { after: number | null }): Promise<WatchedSighting[]> {
  const begins = instantOf({ date: day })
  const { rows } = await sql<{ at: Date; latitude: number | null; longitude: number | null; speed: number; ignition: boolean; mileage: string | null; quality: number; alarms: string; fuel: number | null }>`
    select at, latitude, longitude, speed, status & 1 = 1 as ignition, mileage, quality, alarms, fuel from fleet.position
    where vehicle = ${vehicle} and at >= ${begins} and at < ${instantOf({ date: addDays(day, 1) })} and at > ${new Date(after ?? begins.getTime() - 1)} and quality & 2 = 0
    order by at, digest`.execute(tx)
  return rows.map(({ at, latitude, longitude, speed, ignition, mileage, quality, alarms, fuel }) => ({
    at: at.getTime(), speed, ignition, fuel, alarms: Number(alarms), mileage: mileage === null ? null : Number(mileage), caughtUp: (quality & 32) === 32,
    // without a fix the terminal repeats where it was last
    ...((quality & 9) === 0 && latitude !== null && longitude !== null && { latitude, longitude }),
  }))
}

interface Night {
  readonly nightFrom: number
  readonly nightTo: number
  /** Minutes. */
  readonly atMost: number
  /** Metres without a slip, and the time around one that it covers. */
  readonly withoutSlip: number
  readonly slipGrace: number
}
async function figuresOn(tx: Tx, day: string, car: { vehicle: string; organ: string | null }): Promise<{ measures: Measures; allowed: Allowed; night: Night }> {
  const of = async (standard: Parameters<typeof figuresAsOf>[1]): Promise<(name: string) => number> => {
    const { figures } = await figuresAsOf(tx, standard, day)
    return (name) => Number(figures[name])
  }
  const [track, speed, idle, bounds, fuel, hours] = [await of(trackReckoning), await of(speedLimit), await of(idlingLimit), await of(boundsLimit), await of(fuelDropLimit), await of(offHoursLimit)]
  const unsent = await of(withoutSlipLimit)
  const [movingFrom, gapAfter] = [track('movingFrom') * 10, track('gapAfter') * 60_000]
  return {
    measures: {
      movingFrom, gapAfter, driftWithin: track('driftWithin'), driftWhenOff: track('driftWhenOff'), stopAfter: track('stopAfter') * 60_000, fastest: track('fastest') / 3600,
    },
    allowed: {
      movingFrom, gapAfter, edge: track('edge'), speed: speed('atMost') * 10, idleMs: idle('atMost') * 60_000, boundsMs: bounds('atMost') * 60_000, fuel: fuel('atMost') * 10,
      fences: await fencesOf(tx, car),
    },
    night: { nightFrom: track('nightFrom'), nightTo: track('nightTo'), atMost: hours('atMost'), withoutSlip: unsent('atMost') * 1000, slipGrace: track('slipGrace') * 60_000 },
  }
}

async function keepTrip(tx: Tx, { vehicle, day }: CarDay, trip: Trip, isUnderWay: boolean): Promise<void> {
  await sql`
    insert into fleet.trip (vehicle, day, begins, ends, from_latitude, from_longitude, to_latitude, to_longitude, metres, by_odometer, driving_seconds, idling_seconds, fastest, positions, caught_up, under_way)
    values (${vehicle}, ${day}::date, ${new Date(trip.begins)}, ${new Date(trip.ends)}, ${trip.from.latitude}, ${trip.from.longitude}, ${trip.to.latitude}, ${trip.to.longitude}, ${trip.metres},
      ${trip.byOdometer}, ${seconds(trip.drivingMs)}, ${seconds(trip.idlingMs)}, ${trip.fastest}, ${trip.positions}, ${trip.caughtUp}, ${isUnderWay})
    on conflict (vehicle, day, begins) do update set ends = excluded.ends, to_latitude = excluded.to_latitude, to_longitude = excluded.to_longitude, metres = excluded.metres,
      by_odometer = excluded.by_odometer, driving_seconds = excluded.driving_seconds, idling_seconds = excluded.idling_seconds, fastest = excluded.fastest, positions = excluded.positions,
      caught_up = excluded.caught_up, under_way = excluded.under_way`.execute(tx)
}

async function keepDay(tx: Tx, { vehicle, day }: CarDay, { course, state, sums, now }: { course: Course; state: Watch; sums: Course; now: Date }): Promise<void> {
  await sql`
    insert into fleet.vehicle_day (vehicle, day, metres, unseen_metres, trips, driving_seconds, idling_seconds, fastest, first_at, last_at, positions, jumps, caught_up, course, watch, reckoned_at)
    values (${vehicle}, ${day}::date, ${sums.metres}, ${sums.unseenMetres}, ${sums.trips}, ${seconds(sums.drivingMs)}, ${seconds(sums.idlingMs)}, ${sums.fastest}, ${new Date(sums.firstAt ?? 0)},
      ${new Date(sums.lastAt ?? 0)}, ${sums.positions}, ${sums.jumps}, ${sums.caughtUp}, ${JSON.stringify(course)}::jsonb, ${JSON.stringify(state)}::jsonb, ${now})
    on conflict (vehicle, day) do update set metres = excluded.metres, unseen_metres = excluded.unseen_metres, trips = excluded.trips, driving_seconds = excluded.driving_seconds,
      idling_seconds = excluded.idling_seconds, fastest = excluded.fastest, first_at = excluded.first_at, last_at = excluded.last_at, positions = excluded.positions, jumps = excluded.jumps,
      caught_up = excluded.caught_up, course = excluded.course, watch = excluded.watch, reckoned_at = excluded.reckoned_at`.execute(tx)
}
const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000)
