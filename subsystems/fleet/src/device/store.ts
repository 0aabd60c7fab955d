// Positions to disk 入库: one COPY and one commit a batch; what has been kept before changes nothing, what is news is told.
import { once } from 'node:events'
import type { ReceivedPosition } from '@houqin/gateway'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'
import { columns, copyRows } from './copy-rows.ts'

const course = 'vehicle, seen_at, at, received_at, latitude, longitude, altitude, speed, direction, alarms, status, mileage, fuel, quality'

const staging = `create temp table if not exists position_in (like fleet.position) on commit delete rows`
const locked = `select 1 from fleet.latest_position where vehicle in (select vehicle from position_in) order by vehicle for update`
// quality 2 and received when it was: the device named no time, and the same again is told by its digest, which has its serial in it
const timeless = 'quality & 2 = 2 and at = received_at'
// quality 1: not fixed, the last good place stays; quality 2: the device's clock is wrong, ours says when; 50 is 5 km/h
const kept = `
with fresh as (
  insert into fleet.position (${columns})
  select distinct on (vehicle, case when ${timeless} then '-infinity' else at end, digest) ${columns} from position_in i
  where not (${timeless} and exists (
    select from fleet.position p where p.vehicle = i.vehicle and p.digest = i.digest and p.at <= i.at and p.at > i.at - interval '1 hour'))
  order by vehicle, case when ${timeless} then '-infinity' else at end, digest, at
  on conflict do nothing returning *
), seen as (
  select f.*, case when f.quality & 2 = 2 then f.received_at else f.at end as seen_at from fresh f
), touched as (
  -- the day is to be reckoned anew; where that stands already its row is locked, so that whoever reckons meanwhile has seen these or comes again
  insert into fleet.day_open as o (vehicle, day, from_at, touched_at)
  select vehicle, (at at time zone 'Asia/Shanghai')::date, min(at), max(received_at) from fresh where quality & 2 = 0 group by 1, 2 order by 1, 2
  on conflict (vehicle, day) do update set from_at = excluded.from_at where excluded.from_at < o.from_at
), course as (
  select s.*, coalesce(lag(s.alarms) over w, k.alarms, 0) as alarms_before, coalesce(lag(s.speed >= 50) over w, k.speed >= 50, false) as moving_before
  from seen s left join fleet.latest_position k on k.vehicle = s.vehicle
  where k.vehicle is null or s.seen_at > k.seen_at
  window w as (partition by s.vehicle order by s.seen_at, s.at, s.digest)
), news as (
  insert into fleet.position_change (vehicle, at, received_at, latitude, longitude, speed, alarms, alarms_before, moving)
  select vehicle, seen_at, received_at, latitude, longitude, speed, alarms, alarms_before, speed >= 50 from course
  where alarms <> alarms_before or (speed >= 50) <> moving_before order by seen_at, at
)
insert into fleet.latest_position as l (${course})
select distinct on (vehicle) ${course} from course order by vehicle, seen_at desc, at desc, digest desc
on conflict (vehicle) do update set
  seen_at = excluded.seen_at, at = excluded.at, received_at = excluded.received_at,
  latitude = case when excluded.quality & 9 = 0 then excluded.latitude else l.latitude end,
  longitude = case when excluded.quality & 9 = 0 then excluded.longitude else l.longitude end,
  altitude = excluded.altitude, speed = excluded.speed, direction = excluded.direction, alarms = excluded.alarms, status = excluded.status,
  mileage = coalesce(excluded.mileage, l.mileage), fuel = coalesce(excluded.fuel, l.fuel), quality = excluded.quality
where l.seen_at < excluded.seen_at`

/** Keeps positions inside the transaction the connection is in. */
export async function storePositions(client: ClientBase, positions: readonly ReceivedPosition[]): Promise<void> {
  if (positions.length === 0) return
  const rows = copyRows(positions)
  await client.query(staging)
  const stream = client.query(from(`copy position_in (${columns}) from stdin (format binary)`))
  const finished = once(stream, 'finish')
  stream.end(rows)
  await finished
  await client.query(locked)
  await client.query(kept)
}
