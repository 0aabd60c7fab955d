// Right-sizing 精简测算: how many cars of a class were out at once in twelve months, organ by organ and pooled, so that what can be given up is shown by what really happened.
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { System } from '@houqin/http'
import { scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { carAccounts, sizeOf, vehicle } from '../../contract/index.ts'
import type { OutOnADay, Pool, PoolCar, RightSizing } from '../../contract/answers.ts'
import type { VehicleUse } from '../../contract/index.ts'
import { outingsOf } from './outings.ts'
import { dayPeaks, weekHours } from './overlap.ts'
import type { Span } from './overlap.ts'

export interface Asked {
  readonly use: VehicleUse
  readonly organs: readonly string[]
}
const seatsOf: Readonly<Record<string, number>> = { small: 5, medium: 10, coach: 20 }

function carsOf(actor: Actor, { use, organs }: Asked) {
  const chosen = organs.length === 0 ? sql`true` : sql`t.organ = any (${[...organs]}::uuid[])`
  return sql`fleet.vehicle t where t.use = ${use} and ${chosen} and t.standing not in ('disposing', 'disposed') and t.retired_at is null and t.merged_into is null and coalesce(t.grade, 'ordinary') = 'ordinary' and ${scopeSql(actor, vehicle, 'read')}`
}

/** Of the twelve months until yesterday. Cars to be disposed of stand in no pool. */
export async function rightSizing({ db, clock }: System, actor: Actor, asked: Asked): Promise<RightSizing<Date>> {
  const days = { from: addDays(clock.today(), -365), to: addDays(clock.today(), -1) }
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { rows: organs } = await sql<RightSizing<Date>['organs'][number]>`
      select o.id, o.label as name, count(*)::int as cars from people.organ o join (select t.organ from ${carsOf(actor, { ...asked, organs: [] })}) c on c.organ = o.id group by o.id order by count(*) desc, o.label collate "zh-natural"`.execute(tx)
    const accounts = carAccounts(days, { sql, cars: sql`select t.id, t.plate, t.organ, null as organ_name, t.use, ${sizeOf('t.kind', sql)} as size, 0 as age from ${carsOf(actor, asked)}` })
    const { rows: cars } = await sql<Omit<PoolCar, 'days' | 'hours' | 'unproven'> & { size: string; shared: boolean; known: string | null }>`
      select t.id, t.plate, t.brand, jsonb_build_object('id', o.id, 'name', o.short_name) as organ, floor((${days.to}::date - t.bought_on) / 365.25)::int as age, ${sizeOf('t.kind', sql)} as size, coalesce(t.shared, false) as shared,
             a.km, a.total, coalesce(f.fixed, 0)::text as fixed, greatest(a.terminal::numeric, a.slips::numeric)::text as known
        from (select t.* from ${carsOf(actor, asked)}) t join people.organ o on o.id = t.organ left join (${accounts}) a on a.id = t.id::text
        left join (
          select vehicle, sum(amount)::numeric(18,2) as fixed from fleet.cost where kind in ('insurance', 'inspection', 'repair', 'washing') and day >= ${days.from}::date and day <= ${days.to}::date and retired_at is null and merged_into is null group by vehicle
        ) f on f.vehicle = t.id order by t.plate`.execute(tx)
    const { rows: outings } = await outingsOf(sql`select t.id from ${carsOf(actor, asked)}`, days).execute(tx)
    const { rows: unmet } = await sql<RightSizing<Date>['unmet'][number]>`
      select m.number, u.why, u.leaves_at as "from", u.returns_at as "to", u.passengers, u.hired_from is not null as hired from fleet.use u join matter.matter m on m.id = u.matter
       where (m.state = 'refused' or u.hired_from is not null) and u.leaves_at >= ${days.from}::date::timestamp at time zone 'Asia/Shanghai' and u.leaves_at < (${days.to}::date + 1)::timestamp at time zone 'Asia/Shanghai' order by u.leaves_at desc`.execute(tx)
    const { rows: rents } = await sql<{ seats: number; price: string }>`
      select r.seats, r.price::text as price from fleet.rental r where r.retired_at is null and r.merged_into is null and r.begins <= ${clock.today()}::date and r.until >= ${clock.today()}::date order by r.price`.execute(tx)
    const spans = Map.groupBy(outings.map(({ vehicle: car, begins, ends }) => ({ car, from: begins.getTime(), to: ends.getTime() })), ({ car }) => car)
    const pools = [...Map.groupBy(cars, ({ size }) => size)].map(([size, members]): Pool => {
      const own = members.flatMap(({ id }) => spans.get(id) ?? [])
      const refused = members.some(({ shared }) => shared) ? unmet.filter(({ passengers }) => sizeFor(passengers) === size).map((one): Span => ({ from: one.from.getTime(), to: one.to.getTime() })) : []
      return {
        size, peaks: dayPeaks([...own, ...refused]), week: weekHours(own), rent: rents.find(({ seats }) => seats >= (seatsOf[size] ?? 99) && (size !== 'small' || seats < 10))?.price ?? null,
        cars: members.map(({ size: _, shared: __, known, ...car }) => {
          const out = spans.get(car.id) ?? []
          return { ...car, days: dayPeaks(out).length, hours: Math.round(out.reduce((sum, { from, to }) => sum + to - from, 0) / 360_000) / 10, unproven: known === null || Number(known) * 2 < Number(car.km) }
        }),
        organs: [...Map.groupBy(members, ({ organ }) => organ.id).values()].flatMap((all) => {
          const [first] = all
          return first ? [{ organ: first.organ, cars: all.length, peak: Math.max(0, ...dayPeaks(all.flatMap(({ id }) => spans.get(id) ?? [])).map(({ most }) => most)) }] : []
        }),
      }
    })
    return { use: asked.use, days, organs, unmet, pools: pools.sort((a, b) => b.cars.length - a.cars.length) }
  })
}

function sizeFor(passengers: number): string {
  return passengers <= 6 ? 'small' : passengers <= 18 ? 'medium' : 'coach'
}

/** The proof of a day: who was out from when to when. */
export async function outOnADay({ db }: System, actor: Actor, { day, size, ...asked }: Asked & { day: string; size: string }): Promise<readonly OutOnADay<Date>[]> {
  const { rows } = await sql<OutOnADay<Date>>`
    select jsonb_build_object('id', t.id, 'name', t.plate) as car, g.short_name as organ, o.begins as "from", o.ends as "to",
           (select m.number from fleet.slip s join matter.matter m on m.id = s.matter where s.vehicle = t.id and tstzrange(coalesce(s.left_at, lower(s.span)), coalesce(s.came_at, upper(s.span))) && tstzrange(o.begins, o.ends) order by lower(s.span) limit 1) as number
      from (${outingsOf(sql`select t.id from ${carsOf(actor, asked)} and ${sizeOf('t.kind', sql)} = ${size}`, { from: addDays(day, -15), to: day })}) o join fleet.vehicle t on t.id = o.vehicle join people.organ g on g.id = t.organ
     where o.begins < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai' and o.ends > ${day}::date::timestamp at time zone 'Asia/Shanghai' order by o.begins, t.plate`.execute(db)
  return rows
}
