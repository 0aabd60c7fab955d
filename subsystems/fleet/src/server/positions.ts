// Where the cars are and where one has been 位置与轨迹. Cars of a grade are on no common map, whoever looks.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { alarmNames } from '@houqin/jt808'
import { noRow, scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { terminalAlarms, vehicle } from '../contract/index.ts'
import type { LastPosition, Track } from '../contract/road-answers.ts'
import { titleOfAlarm } from './alarm-titles.ts'

export const ordinary = sql`coalesce(t.grade, 'ordinary') = 'ordinary'`
const columns = sql`
  t.id as vehicle, t.plate, t.label, o.name as organ, l.seen_at as at, l.received_at as "receivedAt", l.latitude / 1e6::float8 as latitude, l.longitude / 1e6::float8 as longitude,
  l.speed / 10::float8 as speed, l.direction, l.status & 1 = 1 as ignition, l.quality,
  l.alarms <> 0 or exists (select 1 from signal.alarm a where a.subject = t.id and a.state <> 'cleared' and a.signal like 'fleet.%') as alarm`
const seen = sql`fleet.vehicle t join fleet.latest_position l on l.vehicle = t.id join people.organ o on o.id = t.organ where t.retired_at is null and ${ordinary}`

export async function lastPositions({ db }: System, actor: Actor): Promise<readonly LastPosition<Date>[]> {
  const { rows } = await sql<LastPosition<Date>>`select ${columns} from ${seen} and ${scopeSql(actor, vehicle, 'read')} order by t.plate`.execute(db)
  return rows
}
/** Of everybody's cars, for whoever sifts them by reader. @param since our own moment of receiving. */
export async function positionsSince({ db }: System, since: Date): Promise<readonly LastPosition<Date>[]> {
  const { rows } = await sql<LastPosition<Date>>`select ${columns} from ${seen} and l.received_at >= ${since} order by t.plate`.execute(db)
  return rows
}
/** Ids of the cars on the reader's map. */
export async function carsInSight({ db }: System, actor: Actor): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select t.id from fleet.vehicle t where t.retired_at is null and ${ordinary} and ${scopeSql(actor, vehicle, 'read')}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

const mostPoints = 20_000
const mostAlarms = 500
/** As it is stored: millionths of a degree, tenths of km/h. */
interface Point { readonly at: Date; readonly longitude: number; readonly latitude: number; readonly speed: number; readonly direction: number; readonly quality: number }

/** @throws Problem not-found for a car the reader may not see on a map. Positions of a wrong clock and without a fix are left out. */
export async function track({ db }: System, actor: Actor, { vehicle: id, from, to }: { vehicle: string; from: Date; to: Date }): Promise<Track> {
  const { rows: cars } = await sql<{ id: string; label: string }>`
    select t.id, t.label from fleet.vehicle t where t.id = ${id} and ${ordinary} and ${scopeSql(actor, vehicle, 'read')}`.execute(db)
  const [car] = cars
  if (!car) throw noRow(vehicle)
  const { rows } = await sql<Point>`
    select at, longitude, latitude, speed, direction, quality from fleet.position
    where vehicle = ${id} and at >= ${from} and at < ${to} and latitude is not null and quality & 3 = 0 order by at limit ${mostPoints + 1}`.execute(db)
  const { every, points } = rows.length <= mostPoints ? { every: 1, points: rows } : await thinned(db, { id, from, to })
  const { rows: risen } = await sql<{ at: Date; longitude: number | null; latitude: number | null; bits: string }>`
    select at, longitude, latitude, alarms & ~alarms_before as bits from fleet.position_change
    where vehicle = ${id} and at >= ${from} and at < ${to} and alarms & ~alarms_before <> 0 order by at limit ${mostAlarms}`.execute(db)
  const { rows: seen } = await sql<{ at: Date; signal: string; alarm: string; matter: string | null }>`
    select since as at, signal, alarm, matter from signal.alarm
    where subject = ${id} and signal like 'fleet.%' and signal <> ${terminalAlarms.id} and since >= ${from} and since < ${to} order by since, id limit ${mostAlarms}`.execute(db)
  return {
    vehicle: { id: car.id, name: car.label },
    points: points.map((p) => [p.at.toISOString(), p.longitude / 1e6, p.latitude / 1e6, p.speed / 10, p.direction, p.quality] as const),
    alarms: risen.map(({ at, longitude, latitude, bits }) => ({
      at: at.toISOString(), longitude: longitude === null ? null : longitude / 1e6, latitude: latitude === null ? null : latitude / 1e6, names: alarmNames(Number(bits)),
    })),
    seen: seen.map(({ at, signal, alarm, matter }) => ({ at: at.toISOString(), title: titleOfAlarm(signal, alarm), matter })),
    every,
  }
}

/** Of more points than a page can draw every how-manieth, so that the evening is not lost. */
async function thinned(db: System['db'], { id, from, to }: { id: string; from: Date; to: Date }): Promise<{ every: number; points: readonly Point[] }> {
  const { rows } = await sql<Point & { every: number }>`
    select at, longitude, latitude, speed, direction, quality, every
      from (select at, longitude, latitude, speed, direction, quality, row_number() over (order by at) - 1 as nth, count(*) over () as points, ceil(count(*) over () / ${mostPoints}::float8)::int as every
              from fleet.position where vehicle = ${id} and at >= ${from} and at < ${to} and latitude is not null and quality & 3 = 0) numbered
     where nth % every = 0 or nth = points - 1 order by at`.execute(db)
  return { every: rows[0]?.every ?? 1, points: rows }
}
