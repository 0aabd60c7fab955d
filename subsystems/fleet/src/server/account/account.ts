// A car's account 单车核算表: its months side by side with what the terminal, the slips and the pump say, and the median of its class and age.
import type { Actor } from '@houqin/access'
import type { ReportCell } from '@houqin/define'
import type { System } from '@houqin/http'
import { noRow, scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { carAccounts, kilometresByMonth, sizeOf, vehicle } from '../../contract/index.ts'
import type { AccountMonth, CarAccount } from '../../contract/answers.ts'
import type { Days } from '../../contract/index.ts'


/** @throws Problem not-found for a car the reader may not see. */
export async function accountOf({ db }: System, actor: Actor, { vehicle: id, from, to }: { vehicle: string } & Days): Promise<CarAccount> {
  const ordinary = sql`coalesce(t.grade, 'ordinary') = 'ordinary'`
  const { rows: [car] } = await sql<CarAccount['vehicle']>`
    select t.id, t.plate, t.label as name, jsonb_build_object('id', o.id, 'name', o.label) as organ, t.use, t.energy, to_char(t.bought_on, 'YYYY-MM-DD') as "boughtOn", t.odometer, t.tank
      from fleet.vehicle t join people.organ o on o.id = t.organ where t.id = ${id}::uuid and ${ordinary} and ${scopeSql(actor, vehicle, 'read')}`.execute(db)
  if (!car) throw noRow(vehicle)
  const days = { from, to }
  const { rows: months } = await sql<AccountMonth>`
    with driven as (select * from (${kilometresByMonth(days, sql)}) k where k.vehicle = ${id}::uuid),
    spent as (
      select to_char(day, 'YYYY-MM') as month, sum(amount) as total, sum(amount) filter (where kind in ('fuel', 'charging')) as fuel_cost, sum(quantity) filter (where kind = 'fuel') as litres,
             sum(quantity) filter (where kind = 'charging') as kwh, sum(amount) filter (where kind = 'repair') as repair, sum(amount) filter (where kind = 'insurance') as insurance,
             sum(amount) filter (where kind = 'toll') as toll, sum(amount) filter (where kind in ('parking', 'inspection', 'washing', 'other')) as other
        from fleet.cost where vehicle = ${id}::uuid and day >= ${from}::date and day <= ${to}::date and retired_at is null and merged_into is null group by 1
    )
    select to_char(m, 'YYYY-MM') as month, d.terminal::text, d.slips::text, d.odometer::text, d.km::text, d.by, s.litres::text, s.kwh::text, s.fuel_cost::text as "fuelCost", s.repair::text, s.insurance::text, s.toll::text, s.other::text,
           s.total::text, round(s.total / nullif(d.km, 0), 2)::text as "perKm", round(s.litres * 100 / nullif(d.km, 0), 1)::text as "perHundred"
      from generate_series(date_trunc('month', ${from}::date), ${to}::date, interval '1 month') m
      left join driven d on d.month = to_char(m, 'YYYY-MM') left join spent s on s.month = to_char(m, 'YYYY-MM') order by 1`.execute(db)
  const cars = sql`
    select v.id, v.plate, v.organ, null as organ_name, v.use, ${sizeOf('v.kind', sql)} as size, floor((${to}::date - v.bought_on) / 365.25) as age from fleet.vehicle v
     where v.retired_at is null and v.merged_into is null and v.bought_on <= ${to}::date and v.use = ${car.use} and coalesce(v.grade, 'ordinary') = 'ordinary'`
  const { rows: [sums] } = await sql<Record<string, ReportCell>>`select * from (${carAccounts(days, { cars, sql })}) a where a.id = ${id}`.execute(db)
  return { vehicle: car, days, sums: sums ?? null, months }
}
