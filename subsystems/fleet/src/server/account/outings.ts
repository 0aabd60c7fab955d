// When each car was out 在外时段: from leaving until it is back where the outing began, by its trips and by its slips, overlapping ones as one.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** A car is back within so many metres of where it set out. */
const home = 400

/** `{ vehicle, begins, ends }` of the cars of `cars` (id), from one day to another; both belong to it. @param cars a query. */
export function outingsOf(cars: RawBuilder<unknown>, { from, to }: { readonly from: string; readonly to: string }): RawBuilder<{ vehicle: string; begins: Date; ends: Date }> {
  return sql`
    with cars as (${cars}),
    trips as (
      select r.vehicle, r.day, r.begins, r.ends,
             sqrt(power((r.to_latitude - first_value(r.from_latitude) over day)::float8 * 0.111195, 2) + power((r.to_longitude - first_value(r.from_longitude) over day)::float8 * 0.111195 * cos(radians(r.to_latitude::float8 / 1000000)), 2)) < ${home} as back
        from fleet.trip r join cars c on c.id = r.vehicle where r.day >= ${from}::date and r.day <= ${to}::date window day as (partition by r.vehicle, r.day order by r.begins)
    ),
    numbered as (select *, coalesce(sum(back::int) over (partition by vehicle, day order by begins rows between unbounded preceding and 1 preceding), 0) as outing from trips),
    spans as (
      select vehicle, tstzrange(min(begins), max(ends)) as span from numbered group by vehicle, day, outing having max(ends) > min(begins)
      union all
      select s.vehicle, tstzrange(coalesce(s.left_at, lower(s.span)), greatest(coalesce(s.came_at, upper(s.span)), coalesce(s.left_at, lower(s.span)) + interval '1 second'))
        from fleet.slip s join cars c on c.id = s.vehicle
       where lower(s.span) >= ${from}::date::timestamp at time zone 'Asia/Shanghai' and lower(s.span) < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    )
    select vehicle, lower(one) as begins, upper(one) as ends from (select vehicle, range_agg(span) as all_spans from spans group by vehicle) merged cross join lateral unnest(merged.all_spans) one`
}
