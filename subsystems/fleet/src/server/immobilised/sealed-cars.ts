// The cars of an immobilisation one by one 逐车核验: what their terminals said of those days, and what whoever looked at them saw.
import { addDays, instantOf } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Query } from '@houqin/define'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Verification, VerifiedCar } from '../../contract/answers.ts'
import { fencesOf, metresOutside } from '../meaning/fences.ts'
import { ordinary } from '../positions.ts'

interface Seen extends Omit<VerifiedCar<Date>, 'state' | 'atPlace'> {
  readonly site: string | null
  readonly heard: boolean
  readonly latitude: number | null
  readonly longitude: number | null
}

/** @param readable of `t`, the vehicle. Cars of a grade are not among them. */
export async function sealedCars(tx: Tx, { id, begins, ends }: { id: string; begins: string; ends: string }, readable: Query<boolean> | RawBuilder<boolean>): Promise<readonly VerifiedCar<Date>[]> {
  const [from, to] = [instantOf({ date: begins }), instantOf({ date: addDays(ends, 1) })]
  const { rows } = await sql<Seen>`
    select jsonb_build_object('id', t.id, 'name', t.label) as vehicle, jsonb_build_object('id', o.id, 'name', o.label) as organ, e.reason, s.name as parking, t.parking as site,
           coalesce(d.trips, 0)::int as trips, coalesce(d.km, 0)::float8 as km, d.day, d.first_at as "firstAt", p.latitude, p.longitude,
           p.at is not null or y.days > 0 as heard, y.days as "heardDays", b.standing as terminal, x.number as asked, c.seen as "check",
           case when p.at is null and y.days = 0 then m.reading end as before,
           case when q.number is null then null else jsonb_build_object('number', q.number, 'finding', q.finding) end as inquiry
      from fleet.vehicle t join people.organ o on o.id = t.organ left join places.site s on s.id = t.parking
      left join fleet.immobilisation__exempt e on e.parent = ${id}::uuid and e.vehicle = t.id
      left join lateral (select count(*) as trips, round(sum(metres) / 1000.0, 1) as km, min(day)::text as day, min(begins) as first_at from fleet.trip r where r.vehicle = t.id and r.day between ${begins}::date and ${ends}::date) d on true
      left join lateral (select at, latitude, longitude from fleet.position p where p.vehicle = t.id and p.at >= ${from} and p.at < ${to} and p.latitude is not null and p.quality & 11 = 0 order by p.at desc limit 1) p on true
      left join lateral (select count(*)::int as days from fleet.vehicle_day y where y.vehicle = t.id and y.day between ${begins}::date and ${ends}::date) y on true
      left join lateral (select b.standing from fleet.terminal b where b.vehicle = t.id and b.retired_at is null and b.standing <> 'removed' order by b.standing = 'inUse' desc limit 1) b on true
      left join lateral (select m.number from fleet.exemption f join matter.matter m on m.id = f.matter where f.immobilisation = ${id}::uuid and f.vehicle = t.id and m.closed_at is null order by m.opened_at limit 1) x on true
      left join lateral (select m.number, f.finding from fleet.inquiry f join matter.matter m on m.id = f.matter where f.vehicle = t.id and m.opened_at >= ${from} and m.opened_at < ${instantOf({ date: addDays(ends, 8) })} order by m.opened_at limit 1) q on true
      left join lateral (
        select jsonb_build_object('id', k.id, 'found', k.found, 'seenAt', k.seen_at, 'seenBy', n.label, 'place', k.place, 'odometer', k.odometer) as seen
          from fleet.seal_check k join people.person n on n.id = k.seen_by where k.immobilisation = ${id}::uuid and k.vehicle = t.id and k.retired_at is null order by k.seen_at desc limit 1) c on true
      left join lateral (
        select jsonb_build_object('odometer', r.odometer, 'day', r.day) as reading from (
          (select f.odometer, f.day from fleet.cost f where f.vehicle = t.id and f.odometer is not null and f.retired_at is null and f.day < ${begins}::date order by f.day desc limit 1)
          union all
          (select u.odometer_back, (u.came_at at time zone 'Asia/Shanghai')::date from fleet.use u where u.vehicle = t.id and u.odometer_back is not null and u.came_at < ${from} order by u.came_at desc limit 1)
        ) r (odometer, day) order by r.day desc, r.odometer desc limit 1) m on true
     where t.standing in ('inUse', 'immobilised', 'mending') and (t.retired_at is null or t.retired_at > ${to}) and t.bought_on <= ${ends}::date and ${ordinary} and ${readable}
     order by o.label collate "zh-natural", t.label collate "zh-natural"`.execute(tx)
  const { rows: yards } = await sql<{ fence: string; site: string }>`select id as fence, site from fleet.fence where kind = 'site' and site is not null and retired_at is null`.execute(tx)
  const drawn = await fencesOf(tx)
  return rows.map(({ site, heard, latitude, longitude, ...car }): VerifiedCar<Date> => {
    const places = drawn.filter((fence) => yards.some((yard) => yard.fence === fence.id && yard.site === site))
    const byTrack = latitude === null || longitude === null || places.length === 0 ? null : places.some((fence) => metresOutside(fence, { latitude, longitude }) <= 0)
    const byEye = car.check === null || car.check.found === 'missing' || car.check.found === 'driven' ? null : car.check.found === 'asLeft'
    return { ...car, atPlace: byTrack ?? byEye, state: car.reason !== null ? 'exempt' : car.trips > 0 ? 'moved' : heard ? 'stood' : car.check === null ? 'unheard' : 'seen' }
  })
}

/** What keeps an immobilisation from being concluded: what moved, or was seen to have moved or be gone, without anybody asking why; and what nobody heard or saw. */
export function openOf(cars: readonly VerifiedCar<Date>[]): Verification<Date>['open'] {
  const asksWhy = ({ state, check }: VerifiedCar<Date>): boolean => state === 'moved' || (state === 'seen' && check?.found !== 'asLeft')
  return { moved: cars.filter((car) => asksWhy(car) && car.inquiry === null).length, unheard: cars.filter(({ state }) => state === 'unheard').length }
}
