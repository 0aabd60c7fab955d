// A day of a car 行车日: reckoned from its positions, going on from where it had come to; what came late has the whole day reckoned anew, and no other.
import { addDays, instantOf, localDate } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { figuresAsOf } from '@houqin/standards'
import { sql } from 'kysely'
import { trackReckoning } from '../../contract/index.ts'
import { keptSince } from './keep.ts'
import { drive, finish, newCourse, underWay } from './drive.ts'
import type { Course, Measures, Sighting, Trip } from './drive.ts'

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
export async function reckonDay(tx: Tx, { clock }: System, { vehicle, day, from }: CarDay & { from: Date }): Promise<void> {
  const { rows: [known] } = await sql<{ course: Course }>`
    select course from fleet.vehicle_day where vehicle = ${vehicle} and day = ${day}::date for update`.execute(tx)
  const goesOn = known !== undefined && known.course.lastAt !== null && known.course.lastAt < from.getTime()
  const course = goesOn ? known.course : newCourse()
  const sightings = await sightingsOf(tx, { vehicle, day, after: goesOn ? course.lastAt : null })
  if (sightings.length === 0) return
  const measures = await measuresOn(tx, day)
  const trips = sightings.flatMap((sighting) => drive(course, sighting, measures) ?? [])
  const isOver = day < localDate(clock.now())
  const going = underWay(course)
  const kept = structuredClone(course)
  const last = finish(kept)
  if (!goesOn) await sql`delete from fleet.trip where vehicle = ${vehicle} and day = ${day}::date`.execute(tx)
  for (const trip of trips) await keepTrip(tx, { vehicle, day }, trip, false)
  if (going) await keepTrip(tx, { vehicle, day }, going, !isOver)
  await keepDay(tx, { vehicle, day }, { course, sums: last === undefined ? course : kept, now: clock.now() })
}

/** In the order of the device's time; those of a clock that is wrong are of no known day. */
async function sightingsOf(tx: Tx, { vehicle, day, after }: CarDay & { after: number | null }): Promise<Sighting[]> {
  const begins = instantOf({ date: day })
  const { rows } = await sql<{ at: Date; latitude: number | null; longitude: number | null; speed: number; ignition: boolean; mileage: string | null; quality: number }>`
    select at, latitude, longitude, speed, status & 1 = 1 as ignition, mileage, quality from fleet.position
    where vehicle = ${vehicle} and at >= ${begins} and at < ${instantOf({ date: addDays(day, 1) })} and at > ${new Date(after ?? begins.getTime() - 1)} and quality & 2 = 0
    order by at, digest`.execute(tx)
  return rows.map(({ at, latitude, longitude, speed, ignition, mileage, quality }) => ({
    at: at.getTime(), speed, ignition, mileage: mileage === null ? null : Number(mileage), caughtUp: (quality & 32) === 32,
    // without a fix the terminal repeats where it was last
    ...((quality & 9) === 0 && latitude !== null && longitude !== null && { latitude, longitude }),
  }))
}

async function measuresOn(tx: Tx, day: string): Promise<Measures> {
  const { figures } = await figuresAsOf(tx, trackReckoning, day)
  const { movingFrom, driftWithin, driftWhenOff, stopAfter, gapAfter, fastest } = figures as Readonly<Record<string, string>>
  return {
    movingFrom: Number(movingFrom) * 10, driftWithin: Number(driftWithin), driftWhenOff: Number(driftWhenOff),
    stopAfter: Number(stopAfter) * 60_000, gapAfter: Number(gapAfter) * 60_000, fastest: Number(fastest) / 3600,
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

/** @param sums the course as if the day ended here, with the trip under way counted in. */
async function keepDay(tx: Tx, { vehicle, day }: CarDay, { course, sums, now }: { course: Course; sums: Course; now: Date }): Promise<void> {
  await sql`
    insert into fleet.vehicle_day (vehicle, day, metres, unseen_metres, trips, driving_seconds, idling_seconds, fastest, first_at, last_at, positions, jumps, caught_up, course, reckoned_at)
    values (${vehicle}, ${day}::date, ${sums.metres}, ${sums.unseenMetres}, ${sums.trips}, ${seconds(sums.drivingMs)}, ${seconds(sums.idlingMs)}, ${sums.fastest}, ${new Date(sums.firstAt ?? 0)},
      ${new Date(sums.lastAt ?? 0)}, ${sums.positions}, ${sums.jumps}, ${sums.caughtUp}, ${JSON.stringify(course)}::jsonb, ${now})
    on conflict (vehicle, day) do update set metres = excluded.metres, unseen_metres = excluded.unseen_metres, trips = excluded.trips, driving_seconds = excluded.driving_seconds,
      idling_seconds = excluded.idling_seconds, fastest = excluded.fastest, first_at = excluded.first_at, last_at = excluded.last_at, positions = excluded.positions, jumps = excluded.jumps,
      caught_up = excluded.caught_up, course = excluded.course, reckoned_at = excluded.reckoned_at`.execute(tx)
}
const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000)
