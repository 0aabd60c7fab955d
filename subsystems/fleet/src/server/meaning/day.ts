// What a car did on a day, and what all of them did 每日行车: trips, stops, kilometres. Cars of a grade are told of to nobody.
import type { Actor } from '@houqin/access'
import { localTime } from '@houqin/clock'
import type { System } from '@houqin/http'
import { noRow, scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { vehicle } from '../../contract/index.ts'
import { sealedWords } from './events.ts'
import { fencesOf, placeName } from './fences.ts'
import type { Fence } from './fences.ts'
import type { CarDay, CarOfDay, DayFigures, DayOfCar, TripOfDay } from '../../contract/road-answers.ts'

const ordinary = sql`coalesce(t.grade, 'ordinary') = 'ordinary'`
const km = sql`round(d.metres / 1000.0, 1)::float8`
const figures = sql`${km} as km, round(d.unseen_metres / 1000.0, 1)::float8 as "unseenKm", d.trips, round(d.driving_seconds / 60.0)::int as "drivingMinutes",
  round(d.idling_seconds / 60.0)::int as "idlingMinutes", d.fastest / 10::float8 as fastest, d.first_at as "firstAt", d.last_at as "lastAt", d.positions, d.jumps, d.caught_up as "caughtUp", d.reckoned_at as "reckonedAt"`

/** Every car the reader may see that was heard of that day, the longest way first. */
export async function daysOfCars({ db }: System, actor: Actor, day: string): Promise<readonly CarOfDay<Date>[]> {
  const { rows } = await sql<CarOfDay<Date>>`
    select t.id as vehicle, t.plate, o.label as organ, ${figures}
    from fleet.vehicle_day d join fleet.vehicle t on t.id = d.vehicle join people.organ o on o.id = t.organ
    where d.day = ${day}::date and t.retired_at is null and ${ordinary} and ${scopeSql(actor, vehicle, 'read')} order by d.metres desc, t.plate`.execute(db)
  return rows
}

/** The days of one car or of all cars of an organ, the newest first; 3,000 at most. */
export async function carDays({ db }: System, actor: Actor, { vehicle: id, organ, from, to }: { vehicle?: string | undefined; organ?: string | undefined; from: string; to: string }): Promise<readonly CarDay<Date>[]> {
  const { rows } = await sql<CarDay<Date>>`
    select t.id as vehicle, t.plate, o.label as organ, to_char(d.day, 'YYYY-MM-DD') as day, ${figures}
    from fleet.vehicle_day d join fleet.vehicle t on t.id = d.vehicle join people.organ o on o.id = t.organ
    where d.day between ${from}::date and ${to}::date and (${id ?? null}::uuid is null or t.id = ${id ?? null}::uuid) and (${organ ?? null}::uuid is null or t.organ = ${organ ?? null}::uuid)
      and t.retired_at is null and ${ordinary} and ${scopeSql(actor, vehicle, 'read')} order by d.day desc, t.plate limit 3000`.execute(db)
  return rows
}

/** @throws Problem not-found for a car the reader may not see on a map. */
export async function dayOfCar({ db, clock }: System, actor: Actor, { vehicle: id, day }: { vehicle: string; day: string }): Promise<DayOfCar<Date>> {
  const { rows: [car] } = await sql<{ id: string; name: string }>`
    select t.id, t.label as name from fleet.vehicle t where t.id = ${id} and ${ordinary} and ${scopeSql(actor, vehicle, 'read')}`.execute(db)
  if (car === undefined) throw noRow(vehicle)
  const { rows: [known] } = await sql<DayFigures<Date>>`select ${figures} from fleet.vehicle_day d where d.vehicle = ${id} and d.day = ${day}::date`.execute(db)
  const { rows } = await sql<Omit<TripOfDay<Date>, 'from' | 'to'> & Readonly<Record<'fromLongitude' | 'fromLatitude' | 'toLongitude' | 'toLatitude', number>>>`
    select begins, ends, from_longitude / 1e6::float8 as "fromLongitude", from_latitude / 1e6::float8 as "fromLatitude", to_longitude / 1e6::float8 as "toLongitude", to_latitude / 1e6::float8 as "toLatitude",
      ${km} as km, by_odometer as "byOdometer", round(driving_seconds / 60.0)::int as "drivingMinutes", round(idling_seconds / 60.0)::int as "idlingMinutes", fastest / 10::float8 as fastest,
      caught_up as "caughtUp", under_way and ends > ${new Date(clock.now().getTime() - 600_000)} as "underWay"
    from fleet.trip d where vehicle = ${id} and day = ${day}::date order by begins`.execute(db)
  const trips = rows.map(({ fromLongitude, fromLatitude, toLongitude, toLatitude, ...trip }): TripOfDay<Date> => ({ ...trip, from: [fromLongitude, fromLatitude], to: [toLongitude, toLatitude] }))
  const { rows: events } = await sql<{ at: Date; kind: string; says: { zh: string; en: string } }>`
    select begins as at, kind, says from fleet.event where vehicle = ${id} and day = ${day}::date and withdrawn_at is null order by begins`.execute(db)
  const fences = await fencesOf(db)
  // what drove on a sealed day was told at once, or the holiday was entered after it had been reckoned: either way it is no event that was kept
  const told = new Set(events.filter(({ kind }) => kind === 'sealed').map(({ at }) => at.getTime()))
  const sealed = (await isSealed(db, { vehicle: id, day })) ? trips.filter(({ begins }) => !told.has(begins.getTime())) : []
  const line = [
    ...lineOf(trips, fences), ...events.map(({ at, says }) => ({ at, kind: 'event' as const, ...says })),
    ...sealed.map(({ begins, ends, from: [longitude, latitude] }) => ({ at: begins, kind: 'event' as const, ...sealedWords({ begins: begins.getTime(), ends: ends.getTime(), place: { longitude: longitude * 1e6, latitude: latitude * 1e6 } }) })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  return { vehicle: car, day, figures: known ?? null, trips, line }
}

/** A holiday's cars stand, but for those it lets off. */
async function isSealed(db: System['db'], { vehicle: id, day }: { vehicle: string; day: string }): Promise<boolean> {
  const { rows } = await sql`
    select 1 from fleet.immobilisation i where i.retired_at is null and i.merged_into is null and ${day}::date between i.begins and i.ends
      and not exists (select from fleet.immobilisation__exempt e where e.parent = i.id and e.vehicle = ${id}::uuid) limit 1`.execute(db)
  return rows.length > 0
}

/** Trips and the stops between them, each a sentence. */
function lineOf(trips: readonly TripOfDay<Date>[], fences: readonly Fence[]): DayOfCar<Date>['line'] {
  const placeText = ([longitude, latitude]: readonly [number, number]): string =>
    placeName(fences, { longitude: longitude * 1e6, latitude: latitude * 1e6 }) ?? `${longitude.toFixed(5)}, ${latitude.toFixed(5)}`
  return trips.flatMap((trip, index) => {
    const before = trips[index - 1]
    const stood = before && Math.round((trip.begins.getTime() - before.ends.getTime()) / 60_000)
    return [
      ...(before && stood !== undefined && stood >= 1 ? [{ at: before.ends, kind: 'stop' as const, zh: `停留 ${lasted(stood)}，${placeText(before.to)}`, en: `Stood ${stood} min at ${placeText(before.to)}` }] : []),
      { at: trip.begins, kind: 'trip' as const, ...tripText(trip) },
    ]
  })
}
function tripText({ begins, ends, km: far, byOdometer, fastest, underWay, caughtUp }: TripOfDay<Date>): { zh: string; en: string } {
  const minutes = Math.max(1, Math.round((ends.getTime() - begins.getTime()) / 60_000))
  const by = byOdometer ? ['里程表', 'odometer'] : ['轨迹', 'track']
  return {
    zh: `${localTime(begins)} 出发，${underWay ? '行驶中' : `${localTime(ends)} 到达`}，${far.toFixed(1)} km（${by[0] ?? ''}），${lasted(minutes)}，最高 ${fastest.toFixed(0)} km/h${caughtUp ? '，含补传' : ''}`,
    en: `Set out ${localTime(begins)}, ${underWay ? 'under way' : `arrived ${localTime(ends)}`}, ${far.toFixed(1)} km (${by[1] ?? ''}), ${minutes} min, ${fastest.toFixed(0)} km/h at most${caughtUp ? ', some of it caught up later' : ''}`,
  }
}
const lasted = (minutes: number): string => (minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`)
