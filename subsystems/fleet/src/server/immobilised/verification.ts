// What came of an immobilisation 封存核验: organ by organ which cars stood, which were let off and why, which moved, and of which nobody can say; by their tracks.
import type { Actor } from '@houqin/access'
import { addDays, daysBetween, instantOf } from '@houqin/clock'
import type { System } from '@houqin/http'
import { noRow, scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import type { ComingImmobilisation, Verification, Verified, VerifiedCar } from '../../contract/answers.ts'
import { immobilisation, vehicle } from '../../contract/index.ts'
import { fencesOf, metresOutside } from '../meaning/fences.ts'
import { ordinary } from '../positions.ts'

interface Seen extends Omit<VerifiedCar<Date>, 'state' | 'atPlace' | 'organ'> {
  readonly organ: VerifiedCar<Date>['organ']
  readonly site: string | null
  readonly heard: boolean
  readonly latitude: number | null
  readonly longitude: number | null
}

/** @throws Problem not-found. Cars of a grade are verified by whoever keeps them, and not here. */
export async function verificationOf({ db, clock }: System, actor: Actor, id: string): Promise<Verification<Date>> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { rows: [given] } = await sql<Verification<Date>['immobilisation']>`
      select t.id, t.name, t.begins::text as begins, t.ends::text as ends from fleet.immobilisation t where t.id = ${id}::uuid and ${scopeSql(actor, immobilisation, 'read')}`.execute(tx)
    if (!given) throw noRow(immobilisation)
    const { begins, ends } = given
    const [from, to] = [instantOf({ date: begins }), instantOf({ date: addDays(ends, 1) })]
    const { rows } = await sql<Seen>`
      select jsonb_build_object('id', t.id, 'name', t.label) as vehicle, jsonb_build_object('id', o.id, 'name', o.label) as organ, e.reason, s.name as parking, t.parking as site,
             coalesce(d.trips, 0)::int as trips, coalesce(d.km, 0)::float8 as km, d.day, d.first_at as "firstAt", p.latitude, p.longitude,
             p.at is not null or y.days > 0 as heard, y.days as "heardDays", b.standing as terminal, x.number as asked,
             case when q.number is null then null else jsonb_build_object('number', q.number, 'finding', q.finding) end as inquiry
        from fleet.vehicle t join people.organ o on o.id = t.organ left join places.site s on s.id = t.parking
        left join fleet.immobilisation__exempt e on e.parent = ${id}::uuid and e.vehicle = t.id
        left join lateral (select count(*) as trips, round(sum(metres) / 1000.0, 1) as km, min(day)::text as day, min(begins) as first_at from fleet.trip r where r.vehicle = t.id and r.day between ${begins}::date and ${ends}::date) d on true
        left join lateral (select at, latitude, longitude from fleet.position p where p.vehicle = t.id and p.at >= ${from} and p.at < ${to} and p.latitude is not null and p.quality & 11 = 0 order by p.at desc limit 1) p on true
        left join lateral (select count(*)::int as days from fleet.vehicle_day y where y.vehicle = t.id and y.day between ${begins}::date and ${ends}::date) y on true
        left join lateral (select b.standing from fleet.terminal b where b.vehicle = t.id and b.retired_at is null and b.standing <> 'removed' order by b.standing = 'inUse' desc limit 1) b on true
        left join lateral (select m.number from fleet.exemption f join matter.matter m on m.id = f.matter where f.immobilisation = ${id}::uuid and f.vehicle = t.id and m.closed_at is null order by m.opened_at limit 1) x on true
        left join lateral (select m.number, f.finding from fleet.inquiry f join matter.matter m on m.id = f.matter where f.vehicle = t.id and m.opened_at >= ${from} and m.opened_at < ${instantOf({ date: addDays(ends, 8) })} order by m.opened_at limit 1) q on true
       where t.standing in ('inUse', 'immobilised', 'mending') and (t.retired_at is null or t.retired_at > ${to}) and t.bought_on <= ${ends}::date and ${ordinary} and ${scopeSql(actor, vehicle, 'read')}
       order by o.label collate "zh-x-icu", t.label collate "zh-x-icu"`.execute(tx)
    const { rows: yards } = await sql<{ fence: string; site: string }>`select id as fence, site from fleet.fence where kind = 'site' and site is not null and retired_at is null`.execute(tx)
    const drawn = await fencesOf(tx)
    const cars = rows.map(({ site, heard, latitude, longitude, ...car }): VerifiedCar<Date> => {
      const places = drawn.filter((fence) => yards.some((yard) => yard.fence === fence.id && yard.site === site))
      const atPlace = latitude === null || longitude === null || places.length === 0 ? null : places.some((fence) => metresOutside(fence, { latitude, longitude }) <= 0)
      return { ...car, atPlace, state: car.reason !== null ? 'exempt' : car.trips > 0 ? 'moved' : heard ? 'stood' : 'unheard' }
    })
    const organs = [...Map.groupBy(cars, ({ organ }) => organ.id).values()].flatMap((own) => {
      const count = (state: Verified): number => own.filter((car) => car.state === state).length
      return own[0] ? [{ organ: own[0].organ, cars: own.length, stood: count('stood'), moved: count('moved'), unheard: count('unheard'), exempt: count('exempt'), asked: own.filter(({ asked }) => asked !== null).length, elsewhere: own.filter(({ atPlace, state }) => atPlace === false && state !== 'exempt').length }] : []
    })
    const today = clock.today()
    const days = today < begins ? 0 : daysBetween(begins, today < ends ? today : ends) + 1
    return { immobilisation: given, begun: days > 0, over: clock.now() >= to, days, organs: organs.toSorted((a, b) => b.moved - a.moved || b.unheard - a.unheard || b.cars - a.cars), cars }
  })
}

/** Those that hold today or are to come, the next first: what an organ may ask to have a car let off from. */
export async function comingImmobilisations({ db, clock }: System): Promise<readonly ComingImmobilisation[]> {
  const { rows } = await sql<ComingImmobilisation>`
    select id, name, begins::text as begins, ends::text as ends from fleet.immobilisation where retired_at is null and merged_into is null and ends >= ${clock.today()}::date order by begins limit 20`.execute(db)
  return rows
}
