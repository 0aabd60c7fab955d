// Occupancy 使用情况 of a day: who sits in which office, with whom, and since when it has been so.
import type { Query, SqlTag } from '@houqin/define'
import type { Rank } from '@houqin/people'

/** An office somebody sits in. */
export interface OfficeSeat {
  readonly room: string
  readonly name: string
  readonly site: string
  readonly siteName: string
  /** 使用面积 of the whole room, a decimal string. */
  readonly area: string
  /** Ranks of all who sit there, his own among them; who has none counts as below section rank. */
  readonly ranks: readonly Rank[]
  /** The first day of the present company: nobody came or went since. */
  readonly since: string
}
export interface PersonSeats {
  readonly person: string
  readonly name: string
  readonly organ: string
  readonly rank: Rank
  /** Whether he works in the district on the day. */
  readonly active: boolean
  readonly seats: readonly OfficeSeat[]
}

/**
 * Everybody who sits in an office on the day, one row each. Parts where secrets are kept are left out: whoever reads
 * findings need not be told of them. No part of it is joined to another part by its rows, which a planner without
 * statistics, as on a ledger just loaded, would do one by one.
 */
export function personSeats(day: string, sql: SqlTag): Query<PersonSeats> {
  return sql`
    with seats as (
      select w.person, w.room, lower(w.valid) as since, w.valid @> ${day}::date as present,
             max(upper(w.valid)) filter (where upper(w.valid) <= ${day}::date) over (partition by w.room) as gone
        from staffing.workplace w where lower(w.valid) <= ${day}::date and w.retired_at is null and w.merged_into is null
    ), sitting as (
      select w.person, w.room, r.label as name, r.site, s.label as site_name, r.area,
             coalesce(m.organ, p.organ) as organ, coalesce(m.rank, p.rank, 'below') as rank, p.label as person_name,
             (p.left_on is null or p.left_on >= ${day}::date) as active,
             array_agg(coalesce(m.rank, p.rank, 'below')) over (partition by w.room order by w.person rows between unbounded preceding and unbounded following) as ranks,
             greatest(max(w.since) over (partition by w.room), max(least(m.since, ${day}::date)) over (partition by w.room), w.gone) as since
        from seats w join places.room r on r.id = w.room join places.site s on s.id = r.site join people.person p on p.id = w.person
        left join lateral (
          select t.organ, t.rank, lower(t.valid) as since from people.person_main_post t where t.person = w.person and t.valid @> ${day}::date order by lower(t.valid), t.organ limit 1
        ) m on true
       where w.present and r.use = 'office' and r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null and p.merged_into is null
    )
    select t.person, t.person_name as name, t.organ, t.rank, t.active,
           jsonb_agg(jsonb_build_object('room', t.room, 'name', t.name, 'site', t.site, 'siteName', t.site_name, 'area', t.area::text,
             'ranks', to_jsonb(t.ranks), 'since', t.since::text) order by t.area desc, t.room) as seats
      from sitting t group by t.person, t.person_name, t.organ, t.rank, t.active`
}
