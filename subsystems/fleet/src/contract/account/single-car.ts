// Single-car account 单车核算: what each car drove and cost in a period, held against the median of its class and age; every figure opens its rows.
import { auditor, defineReport, listDay, listPath } from '@houqin/define'
import type { Query, ReportCell, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { cost } from '../office/cost.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import { kilometresByMonth } from './kilometres.ts'
import type { Days } from './kilometres.ts'

const read = [fleetOfficer, bureauLeader, auditor]
/** Fewer cars of a class and an age than this have no median of their own: the class’s is taken. */
const fewest = 5
/** Of repair, the rest by itself: what a column is added up from. */
const kindsOf = { fuelCost: 'fuel,charging', repair: 'repair', insurance: 'insurance', toll: 'toll', other: 'parking,inspection,washing,other', total: null, litres: 'fuel', kwh: 'charging' } as const

type AccountColumn = 'id' | 'car' | 'organ' | 'use' | 'age' | 'km' | 'terminal' | 'slips' | 'litres' | 'kwh' | 'fuelCost' | 'repair' | 'insurance' | 'toll' | 'other' | 'total' | 'perKm' | 'perHundred' | 'median' | 'share'

/** What drives at a like cost: a coach is not held against saloons. */
export function sizeOf(kind: 'v.kind' | 't.kind', sql: SqlTag): Query<string> {
  return sql`case when ${sql.ref(kind)} in ('car', 'offroad', 'multi') then 'small' else ${sql.ref(kind)} end`
}

/** The first day past a period that may end in the middle of one, whose entries it holds. */
export function dayAfter({ to }: { readonly to: Date }): string {
  return listDay(new Date(to.getTime() - 1 + 86_400_000))
}

/** One row a car of `cars` (id, plate, organ, organ_name, use, size, age): kilometres, costs, cost per km, medians and the share of them. Money in yuan, exact. */
export function carAccounts(days: Days, { cars, sql }: { cars: Query<unknown>; sql: SqlTag }): Query<Record<AccountColumn, ReportCell>> {
  return sql`
    with cars as (${cars}),
    driven as (select vehicle, sum(km) as km, sum(terminal) as terminal, sum(slips) as slips from (${kilometresByMonth(days, sql)}) k group by vehicle),
    spent as (
      select vehicle, sum(amount) as total, sum(amount) filter (where kind in ('fuel', 'charging')) as fuel_cost, sum(quantity) filter (where kind = 'fuel') as litres,
             sum(quantity) filter (where kind = 'charging') as kwh, sum(amount) filter (where kind = 'repair') as repair, sum(amount) filter (where kind = 'insurance') as insurance,
             sum(amount) filter (where kind = 'toll') as toll, sum(amount) filter (where kind in ('parking', 'inspection', 'washing', 'other')) as other
        from fleet.cost where day >= ${days.from}::date and day <= ${days.to}::date and retired_at is null and merged_into is null group by vehicle
    ),
    every as (
      select c.*, case when c.age < 4 then 0 when c.age < 8 then 4 else 8 end as band, d.km, d.terminal, d.slips, s.total, s.fuel_cost, s.litres, s.kwh, s.repair, s.insurance, s.toll, s.other,
             s.total / nullif(d.km, 0) as per_km, s.litres * 100 / nullif(d.km, 0) as per_hundred
        from cars c left join driven d on d.vehicle = c.id left join spent s on s.vehicle = c.id where d.km is not null or s.total is not null
    ),
    bands as (select use, size, band, count(per_km) as cars, percentile_disc(0.5) within group (order by per_km) as per_km from every group by use, size, band),
    classes as (select use, size, percentile_disc(0.5) within group (order by per_km) as per_km from every group by use, size)
    select e.id::text as id, e.plate as car, e.organ_name as organ, e.use, e.age::int as age, round(e.km, 1)::text as km, e.terminal::text as terminal, e.slips::text as slips,
           e.litres::text as litres, e.kwh::text as kwh, e.fuel_cost::text as "fuelCost", e.repair::text as repair, e.insurance::text as insurance, e.toll::text as toll, e.other::text as other, e.total::text as total,
           round(e.per_km, 2)::text as "perKm", round(e.per_hundred, 1)::text as "perHundred", round(m.per_km, 2)::text as median, round(e.per_km * 100 / nullif(m.per_km, 0), 1)::text as share
      from every e left join lateral (select case when b.cars >= ${fewest} then b.per_km else c.per_km end as per_km from bands b join classes c on c.use = b.use and c.size = b.size where b.use = e.use and b.size = e.size and b.band = e.band) m on true
     order by e.per_km / nullif(m.per_km, 0) desc nulls last, e.plate`
}

export const singleCar = defineReport('fleet.single-car', {
  title: '单车核算',
  read,
  columns: {
    id: { title: '车辆编号', kind: 'text' }, car: { title: '车牌号', kind: 'text' }, organ: { title: '使用单位', kind: 'text' }, use: { title: '车辆用途', kind: 'text' }, age: { title: '车龄', kind: 'mean', unit: '年' },
    km: { title: '里程', kind: 'decimal', unit: 'km' }, terminal: { title: '其中终端里程', kind: 'decimal', unit: 'km' }, slips: { title: '派车单里程', kind: 'decimal', unit: 'km' },
    litres: { title: '加油量', kind: 'decimal', unit: 'L' }, kwh: { title: '充电量', kind: 'decimal', unit: 'kWh' }, fuelCost: { title: '油费电费', kind: 'decimal', unit: '元' },
    repair: { title: '维修保养', kind: 'decimal', unit: '元' }, insurance: { title: '保险', kind: 'decimal', unit: '元' }, toll: { title: '通行费', kind: 'decimal', unit: '元' }, other: { title: '其他', kind: 'decimal', unit: '元' },
    total: { title: '费用合计', kind: 'decimal', unit: '元' }, perKm: { title: '每公里费用', kind: 'mean', unit: '元' }, perHundred: { title: '百公里油耗', kind: 'mean', unit: 'L' },
    median: { title: '同类同龄中位数', kind: 'mean', unit: '元' }, share: { title: '与中位数之比', kind: 'percent' },
  },
  query: (period, scope, sql) => {
    const days = { from: listDay(period.from), to: listDay(new Date(period.to.getTime() - 1)) }
    return carAccounts(days, { sql, cars: sql`
      select v.id, v.plate, v.organ, o.label as organ_name, v.use, ${sizeOf('v.kind', sql)} as size, floor((${days.to}::date - v.bought_on) / 365.25) as age from fleet.vehicle v join people.organ o on o.id = v.organ
       where v.retired_at is null and v.merged_into is null and v.bought_on <= ${days.to}::date and coalesce(v.grade, 'ordinary') = 'ordinary' and ${scope.organ('v.organ', vehicle)}` })
  },
  opens: ({ id }, column, period) => {
    const days = { from: listDay(period.from), to: listDay(new Date(period.to.getTime() - 1)) }
    if (column === 'terminal') return `/fleet/car-days?vehicle=${String(id)}&from=${days.from}&to=${days.to}`
    if (!(column in kindsOf)) return `/fleet/account?vehicle=${String(id)}&from=${days.from}&to=${days.to}`
    const kinds = kindsOf[column as keyof typeof kindsOf]
    return listPath(cost, { 'where.vehicle': String(id), ...(kinds !== null && { 'where.kind.in': kinds }), 'where.day.gte': days.from, 'where.day.lt': dayAfter(period) })
  },
})
