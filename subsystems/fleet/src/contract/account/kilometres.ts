// Kilometres of a car by month 单车里程: what the terminals heard, what the slips' odometers say, what was read at the pump; and which of them counts.
import type { Query, SqlTag } from '@houqin/define'

export interface Days {
  /** YYYY-MM-DD; both belong to it. */
  readonly from: string
  readonly to: string
}
export interface MonthKilometres {
  readonly vehicle: string
  /** YYYY-MM. */
  readonly month: string
  /** Decimal strings in km; null where that source knows nothing. */
  readonly terminal: string | null
  readonly slips: string | null
  readonly odometer: string | null
  /** What counts. */
  readonly km: string | null
  readonly by: 'terminal' | 'slips' | 'odometer' | null
}

/**
 * The terminal counts, for it hears what has no slip; where the slips add up to more the terminal was deaf for a while, and they count.
 * Readings at the pump step in for a car without either; they are of whole months. A month whose reading is lower than one before it was
 * read wrong and says nothing: no car drives backwards.
 */
export function kilometresByMonth({ from, to }: Days, sql: SqlTag): Query<MonthKilometres> {
  return sql`
    select vehicle, month, terminal, slips, odometer, coalesce(greatest(terminal, slips), odometer) as km,
           case when terminal >= coalesce(slips, 0) then 'terminal' when slips is not null then 'slips' when odometer is not null then 'odometer' end as by
      from (
        select vehicle, month, round(sum(km) filter (where source = 'terminal'), 1) as terminal, round(sum(km) filter (where source = 'slips'), 1) as slips, round(sum(km) filter (where source = 'odometer'), 1) as odometer
          from (
            select vehicle, to_char(day, 'YYYY-MM') as month, 'terminal' as source, sum(metres) / 1000.0 as km from fleet.vehicle_day where day >= ${from}::date and day <= ${to}::date group by 1, 2
            union all
            select u.vehicle, to_char(u.came_at at time zone 'Asia/Shanghai', 'YYYY-MM'), 'slips', sum(u.kilometres)
              from fleet.use u where u.vehicle is not null and u.kilometres is not null
               and u.came_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai' and u.came_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai' group by 1, 2
            union all
            select vehicle, month, 'odometer', case when reading >= before then reading - before end
              from (select vehicle, month, reading, max(reading) over (partition by vehicle order by month rows between unbounded preceding and 1 preceding) as before from (
                select vehicle, to_char(day, 'YYYY-MM') as month, max(odometer) as reading from fleet.cost
                 where odometer is not null and retired_at is null and merged_into is null and day >= date_trunc('month', ${from}::date - 32) and day <= ${to}::date group by 1, 2
              ) readings) compared
          ) every where month >= to_char(${from}::date, 'YYYY-MM') group by vehicle, month
      ) sides`
}
