// A year of the cars 一年的行车和费用: how often each was out by class, weekday and season, where to and for how long; fuel by what it drove; set-based, for it is a hundred thousand rows.
import { systemActor, signature } from '@houqin/access'
import { record } from '@houqin/audit'
import { workingCalendar } from '@houqin/calendar'
import type { HistorySeeding } from '@houqin/compose'
import type { Tx } from '@houqin/db'
import { daysAfter } from '@houqin/people/seed'
import { plane, spotOfAddress } from '@houqin/simulators/qingxi'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { cost } from '../../src/contract/index.ts'
import type { UseDistrict } from '../office/load-uses.ts'
import { plants } from '../plants.ts'
import { middle } from '../tracks.ts'

/** Days behind the day of the world: a year, without the last week, whose tracks are there position by position. */
export const yearBehind = 372
const tracked = 6

/** After the uses: what was out by a slip drove as its slip says. */
export async function loadYear({ tx, system, worldDate: day }: HistorySeeding, { places }: UseDistrict): Promise<void> {
  const now = system.clock.now()
  await layDays(tx, day, places.sites)
  await layOutings(tx, day)
  await layTrips(tx, now)
  const rows = await spend(tx, day, now)
  await record(tx, { at: now, ...signature(systemActor), action: `${cost.id}.bulk-insert`, subject: { kind: cost.id, id: '' }, summary: `成批登记${cost.title} ${rows} 条`, after: { count: rows } })
  await drop(tx)
}

/** Eight numbers from 0 to 1 of the same car and day each time. */
const roll = (nth: number) => sql`(('x' || substr(h, ${sql.lit(nth * 4 + 1)}, 4))::bit(16)::int / 65536.0)`

async function layDays(tx: Tx, day: string, sites: readonly { readonly id: string; readonly address: string }[]): Promise<void> {
  const calendar = workingCalendar()
  const days = Array.from({ length: yearBehind - tracked }, (_, nth) => daysAfter(day, nth - yearBehind))
  const yards = sites.flatMap(({ id, address }) => {
    const spot = spotOfAddress(address)
    return spot ? [{ id, ...plane.toDegrees(spot) }] : []
  })
  await sql`create temporary table year_day (day date primary key, works boolean, weekday int) on commit drop`.execute(tx)
  await sql`insert into year_day select d, w, extract(dow from d)::int from unnest(${days}::date[], ${days.map((one) => calendar.isWorkingDay(one))}::boolean[]) as given(d, w)`.execute(tx)
  await sql`
    create temporary table year_car on commit drop as
    select v.id, v.plate, v.use, v.kind, v.energy, v.tank, v.shared, v.label, v.search, v.bought_on, v.insured_until, v.inspected_until, coalesce(v.odometer, 0) as odometer, v.standing,
           row_number() over (order by v.plate) as nth, ${roll(0)} as keen, ${roll(1)} as thirst, t.vehicle is not null as heard,
           coalesce(y.latitude, ${middle.latitude}::int) as latitude, coalesce(y.longitude, ${middle.longitude}::int) as longitude,
           coalesce(v.odometer, 0) / greatest(${day}::date - v.bought_on, 60)::numeric * 365 as km_a_year
      from (select v.*, md5(v.id::text) as h from fleet.vehicle v) v
      left join (select distinct vehicle from fleet.terminal where retired_at is null) t on t.vehicle = v.id
      left join unnest(${yards.map(({ id }) => id)}::uuid[], ${yards.map(({ latitude }) => Math.round(latitude * 1e6))}::int[], ${yards.map(({ longitude }) => Math.round(longitude * 1e6))}::int[]) as y(id, latitude, longitude) on y.id = v.parking
     where v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary'`.execute(tx)
}

/** Which car was out on which day, how often and how far: by class, day of the week, season and how keen its users are. */
async function layOutings(tx: Tx, day: string): Promise<void> {
  await sql`
    create temporary table year_drive on commit drop as
    with often (use, works, rests) as (values ('confidential', 0.50, 0.02), ('emergency', 0.60, 0.06), ('enforcement', 0.60, 0.22), ('special', 0.50, 0.20), ('other', 0.38, 0.03)),
    chance as (
      select c.id, c.km_a_year, d.day, c.keen, md5(c.id::text || d.day::text) as h, d.works as working,
             least(0.97, case when d.works then o.works * (0.45 + 0.9 * c.keen) * (case d.weekday when 1 then 1.22 when 5 then 1.08 else 1 end) else o.rests * (0.4 + c.keen) end
               * (case when extract(month from d.day) in (7, 8) and c.use in ('emergency', 'special') then 1.18 when extract(month from d.day) = 2 then 0.82 else 1 end)) as p,
             (o.works * (0.45 + 0.9 * c.keen) * 248 + o.rests * (0.4 + c.keen) * 117) as days_a_year
        from year_car c join often o on o.use = c.use cross join year_day d
       where d.day > c.bought_on + 20 and d.day < case c.standing when 'disposing' then ${day}::date - 70 when 'mending' then ${day}::date - 12 when 'immobilised' then ${day}::date - 40 else ${day}::date end
         and not (coalesce(c.shared, false) and d.day >= ${daysAfter(day, -60)}::date)
         and not exists (select from fleet.immobilisation i where i.retired_at is null and d.day between i.begins and i.ends and not exists (select from fleet.immobilisation__exempt e where e.parent = i.id and e.vehicle = c.id))
    )
    select id as vehicle, day, h, round((km_a_year / days_a_year * (0.55 + 0.9 * ${roll(1)}) * case when ${roll(2)} > 0.975 then 3.4 else 0.94 end)::numeric, 1) as km,
           case when ${roll(3)} < 0.30 then 2 else 1 end as outings, null::timestamptz as left_at, null::timestamptz as came_at, false as fills, false as charges
      from chance where ${roll(0)} < p and km_a_year > 0`.execute(tx)
  await sql`
    insert into year_drive (vehicle, day, h, km, outings, left_at, came_at, fills, charges)
    select u.vehicle, (u.left_at at time zone 'Asia/Shanghai')::date, md5(u.matter::text), u.kilometres, 0, u.left_at, u.came_at, false, false
      from fleet.use u join year_car c on c.id = u.vehicle where u.left_at is not null and u.came_at is not null and (u.left_at at time zone 'Asia/Shanghai')::date < ${daysAfter(day, -tracked)}::date`.execute(tx)
  // the tank is filled on the way on the day after three quarters of it are gone; what was filled far away is no card’s
  await sql`
    create temporary table year_fuel on commit drop as
    with burnt as (
      select d.vehicle, d.day, c.energy, c.tank, c.nth, sum(d.km) as km, min(d.h) as h, coalesce(c.tank, 60) * 0.74 as fill,
             sum(sum(d.km) * c.rate * (case extract(month from d.day) when 7 then 1.07 when 8 then 1.08 when 1 then 1.04 else 1 end)) over (partition by d.vehicle order by d.day) / 100 as litres,
             sum(sum(d.km) * c.current) over (partition by d.vehicle order by d.day) / 100 as kwh, sum(sum(d.km)) over (partition by d.vehicle order by d.day) as gone
        from year_drive d join (
          select c.*, (case kind when 'offroad' then 9.6 when 'multi' then 10.1 when 'medium' then 13.2 when 'coach' then 23.5 when 'truck' then 11.4 when 'works' then 15.2 else 7.6 end
                       * case energy when 'electric' then 0 when 'fuelCell' then 0 when 'plugIn' then 0.58 else 1 end * (0.92 + 0.16 * thirst) * (1 + 0.011 * greatest(0, (${day}::date - bought_on) / 365.0))) as rate,
                 case energy when 'electric' then 14.6 when 'plugIn' then 5.2 else 0 end as current from year_car c
        ) c on c.id = d.vehicle group by d.vehicle, d.day, c.energy, c.nth, c.rate, c.current, c.tank
    ),
    before as (select *, lag(litres, 1, 0::numeric) over (partition by vehicle order by day) as used from burnt)
    select *, floor(used / fill) > floor(lag(used, 1, 0::numeric) over mine / fill) as fills, floor(kwh / 39) > floor(lag(kwh, 1, 0::numeric) over mine / 39) as charges
      from before window mine as (partition by vehicle order by day)`.execute(tx)
  await sql`update year_drive d set fills = f.fills, charges = f.charges from year_fuel f where f.vehicle = d.vehicle and f.day = d.day and (f.fills or f.charges)`.execute(tx)
}

/** Out and back, one outing in the morning and perhaps one in the afternoon; on the day of filling up by the way of a station. */
async function layTrips(tx: Tx, now: Date): Promise<void> {
  await sql`
    create temporary table year_outing on commit drop as
    with outing as (
      select d.*, c.heard, c.latitude as home_latitude, c.longitude as home_longitude, n as nth, row_number() over (partition by d.vehicle, d.day order by coalesce(d.left_at, d.day::timestamp at time zone 'Asia/Shanghai'), n) as of_day,
             d.km / greatest(d.outings, 1) as far
        from year_drive d join year_car c on c.id = d.vehicle cross join lateral generate_series(1, greatest(d.outings, 1)) n
    ),
    timed as (
      select o.*, coalesce(o.left_at, ((o.day + (case when o.nth = 1 then interval '8 hours 12 minutes' else interval '13 hours 25 minutes' end) + make_interval(mins => (110 * ${roll(4)})::int)) at time zone 'Asia/Shanghai')) as leaves,
             make_interval(mins => greatest(6, least(far / 2 / case when far > 70 then 62 else 31 end * 60, 150))::int) as leg, make_interval(mins => (22 + 75 * ${roll(5)})::int) as stay
        from outing o
    )
    select t.*, coalesce(t.came_at, t.leaves + t.leg * 2 + t.stay) as returns, case when t.came_at is null then t.leg else (t.came_at - t.leaves) * 0.26 end as way,
           case when t.fills and t.of_day = 1 then s.latitude else t.home_latitude + (sin(6.2832 * ${roll(6)}) * least(t.far, 60) * 0.33 * 8993)::int end as to_latitude,
           case when t.fills and t.of_day = 1 then s.longitude else t.home_longitude + (cos(6.2832 * ${roll(6)}) * least(t.far, 60) * 0.33 * 10544)::int end as to_longitude, s.id as station
      from timed t left join lateral (select id, (latitude * 1000000)::int as latitude, (longitude * 1000000)::int as longitude from fleet.shop where t.fills and t.of_day = 1 and kind = 'fuel' and latitude is not null order by md5(t.h || id::text) limit 1) s on true`.execute(tx)
  await sql`
    insert into fleet.trip (vehicle, day, begins, ends, from_latitude, from_longitude, to_latitude, to_longitude, metres, by_odometer, driving_seconds, idling_seconds, fastest, positions, caught_up, under_way)
    select o.vehicle, o.day, date_trunc('second', case when back then o.returns - o.way else o.leaves end), date_trunc('second', case when back then o.returns else o.leaves + o.way end),
           case when back then to_latitude else home_latitude end, case when back then to_longitude else home_longitude end, case when back then home_latitude else to_latitude end, case when back then home_longitude else to_longitude end,
           (o.far * 500 * (0.965 + 0.06 * ${roll(7)}))::int, true, (extract(epoch from o.way) * 0.93)::int, (extract(epoch from o.way) * 0.07)::int, (480 + 180 * ${roll(5)} + case when o.far > 70 then 380 else 0 end)::int,
           greatest(4, (extract(epoch from o.way) / 30)::int), false, false
      from year_outing o cross join (values (false), (true)) legs(back) where o.heard
    on conflict do nothing`.execute(tx)
  await sql`
    insert into fleet.vehicle_day (vehicle, day, metres, unseen_metres, trips, driving_seconds, idling_seconds, fastest, first_at, last_at, positions, jumps, caught_up, course, watch, reckoned_at)
    select t.vehicle, t.day, sum(t.metres), 0, count(*), sum(t.driving_seconds), sum(t.idling_seconds), max(t.fastest), min(t.begins), max(t.ends), sum(t.positions), 0, 0, '{}', null, ${now}
      from fleet.trip t join year_car c on c.id = t.vehicle where t.day in (select day from year_day) group by t.vehicle, t.day on conflict do nothing`.execute(tx)
}

/** @returns how many entries. */
async function spend(tx: Tx, day: string, now: Date): Promise<number> {
  const { inSlips, noFuelEntered } = plants.account
  const plantedCar = sql`(select id from year_car where heard and coalesce(shared, false) and id in (select vehicle from fleet.use where came_at is not null) order by nth offset ${inSlips.nth} limit 1)`
  const result = await sql`
    with fuel as (
      select f.vehicle, f.day, case when f.energy in ('petrol', 'plugIn', 'hybrid') then 7.72 else 7.38 end * (1 + 0.035 * sin(extract(month from f.day)::float8)) as price,
             round(least((f.used - lag(f.used, 1, 0::numeric) over mine) * (0.96 + 0.08 * ${roll(6)}), coalesce(f.tank, 60) * 0.97)::numeric, 2) as litres, f.gone, f.h from year_fuel f where f.fills window mine as (partition by f.vehicle order by f.day)
    ),
    charged as (
      select f.vehicle, f.day, round(((f.kwh - lag(f.kwh, 1, 0::numeric) over mine) * 1.06)::numeric, 2) as kwh, f.gone, f.h from year_fuel f where f.charges window mine as (partition by f.vehicle order by f.day)
    ),
    total as (select vehicle, max(gone) as gone from year_fuel group by vehicle),
    months as (select vehicle, date_trunc('month', day)::date as month, max(day) as last, sum(km) as km, min(h) as h from year_drive group by 1, 2),
    entries as (
      select f.vehicle, 'fuel' as kind, f.day, round((f.litres * f.price::numeric)::numeric, 2) as amount, f.litres as quantity, f.gone, (select min(k.id::text)::uuid from fleet.card k where k.vehicle = f.vehicle and k.kind = 'fuel') as card,
             o.station as shop, coalesce(o.leaves + o.way + interval '4 minutes', f.day::timestamp at time zone 'Asia/Shanghai' + interval '10 hours') as at, 'YK' || to_char(f.day, 'YYMMDD') || substr(f.h, 1, 6) as source, f.h
        from fuel f left join year_outing o on o.vehicle = f.vehicle and o.day = f.day and o.of_day = 1
      union all
      select c.vehicle, 'charging', c.day, round(c.kwh * 1.08, 2), c.kwh, c.gone, null, null, (c.day + time '17:40') at time zone 'Asia/Shanghai', 'CD' || to_char(c.day, 'YYMMDD') || substr(c.h, 1, 6), c.h from charged c
      union all
      select vehicle, 'toll', last, round((km * (0.02 + 0.09 * ${roll(4)}))::numeric, 2), null, null, null, null, null, 'ETC' || to_char(last, 'YYMM') || substr(h, 1, 6), h from months where km > 120
      union all
      select vehicle, 'washing', last, 25 * (1 + floor(3 * ${roll(5)})), null, null, null, null, null, 'XC' || to_char(last, 'YYMM') || substr(h, 1, 6), h from months where extract(month from month)::int % 6 = 0
    )
    insert into fleet.cost (id, vehicle, kind, day, amount, quantity, odometer, card, shop, at, source, version, label, search, created_at, updated_at)
    select ${idOf(sql`'cost ' || e.vehicle::text || e.kind || e.day::text`)}, e.vehicle, e.kind, e.day, e.amount, e.quantity, case when e.gone is not null then (c.odometer - t.gone + e.gone)::int end, e.card, e.shop, e.at, e.source, 1,
           c.label || ' ' || e.day::text || ' ' || k.title, c.search || lower(e.source), ${now}, ${now}
      from entries e join year_car c on c.id = e.vehicle left join total t on t.vehicle = e.vehicle
      join unnest(${['fuel', 'charging', 'toll', 'washing']}::text[], ${['加油', '充电', '通行费', '洗车']}::text[]) as k(kind, title) on k.kind = e.kind
     where e.day >= ${daysAfter(day, -yearBehind)}::date and e.day < ${day}::date and e.amount > 0
       and not (c.id = (select id from year_car where heard and standing = 'inUse' order by km_a_year desc, nth limit 1) and extract(month from e.day)::int = any (${[...noFuelEntered.months]}::int[]))
    on conflict do nothing`.execute(tx)
  // one driver writes down more than he drove
  await sql`
    update fleet.trip t set metres = (t.metres * ${inSlips.heard}::numeric)::int from fleet.use u
     where u.vehicle = t.vehicle and t.begins >= u.left_at and t.ends <= u.came_at and t.day in (select day from year_day)
       and t.vehicle = ${plantedCar}`.execute(tx)
  await sql`
    update fleet.vehicle_day d set metres = s.metres from (select vehicle, day, sum(metres)::int as metres from fleet.trip where vehicle = ${plantedCar} group by 1, 2) s
     where s.vehicle = d.vehicle and s.day = d.day and d.metres <> s.metres and d.day in (select day from year_day)`.execute(tx)
  await misuse(tx, day, now)
  return Number(result.numAffectedRows ?? 0n) + 2
}

/** What three cards paid for on purpose, and a repair that no appointed shop did. */
async function misuse(tx: Tx, day: string, now: Date): Promise<void> {
  const { beyondTank, elsewhere, again } = plants.account.fuel
  const last = (nth: number) => sql`
    select c.* from fleet.cost c join (select id from year_car where heard and standing = 'inUse' and tank is not null and energy in ('petrol', 'diesel') and not coalesce(shared, false) order by nth offset ${nth} limit 1) v on v.id = c.vehicle
     where c.kind = 'fuel' and c.at is not null and c.shop is not null and c.day < ${daysAfter(day, -10)}::date order by c.day desc limit 1`
  await sql`
    update fleet.cost c set quantity = round(v.tank * ${beyondTank.share}::numeric, 2), amount = round(c.amount / c.quantity * v.tank * ${beyondTank.share}::numeric, 2) from fleet.vehicle v
     where v.id = c.vehicle and c.id = (select id from (${last(beyondTank.nth)}) one)`.execute(tx)
  await sql`update fleet.cost set at = (day + ${elsewhere.at}::time) at time zone 'Asia/Shanghai' where id = (
    select c.id from fleet.cost c join year_car v on v.id = c.vehicle join fleet.shop s on s.id = c.shop where c.kind = 'fuel' and v.heard and v.standing = 'inUse' and s.latitude is not null
       and c.day between ${daysAfter(day, -40)}::date and ${daysAfter(day, -10)}::date order by abs(v.latitude - s.latitude * 1000000) + abs(v.longitude - s.longitude * 1000000) desc, c.id limit 1)`.execute(tx)
  await sql`
    insert into fleet.cost (id, vehicle, kind, day, amount, source, version, label, search, created_at, updated_at)
    select ${idOf(sql`'elsewhere ' || id::text`)}, id, 'repair', ${daysAfter(day, -34)}::date, ${plants.account.elsewhere}::numeric, '收据', 1, label || ' ' || ${daysAfter(day, -34)}::text || ' 维修保养', search, ${now}, ${now}
      from year_car where standing = 'inUse' and bought_on > ${daysAfter(day, -365 * 3)}::date order by nth desc limit 1`.execute(tx)
  await sql`
    insert into fleet.cost (id, vehicle, kind, day, amount, quantity, at, card, source, version, label, search, created_at, updated_at)
    select ${idOf(sql`id::text || 'again'`)}, vehicle, kind, day + 2, round(amount / quantity * ${again.litres}, 2), ${again.litres}, at + interval '2 days 5 hours', card, 'YK' || to_char(day + 2, 'YYMMDD') || 'again', 1, replace(label, day::text, (day + 2)::text), search, created_at, updated_at
      from (${last(again.nth)}) one`.execute(tx)
}

async function drop(tx: Tx): Promise<void> {
  await sql`drop table year_day, year_car, year_drive, year_fuel, year_outing`.execute(tx)
}

/** The same words make the same id, and one that is shaped as ids are. */
export function idOf(words: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`overlay(overlay(md5(${words}) placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid`
}
