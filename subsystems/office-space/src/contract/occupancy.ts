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
 * findings need not be told of them.
 */
export function personSeats(day: string, sql: SqlTag): Query<PersonSeats> {
  return sql`
    with main as (
      select distinct on (person) person, organ, rank, lower(valid) as since from people.person_main_post
       where valid @> ${day}::date order by person, lower(valid), organ
    ), sitting as (
      select w.person, w.room, r.label as name, r.site, s.label as site_name, r.area, lower(w.valid) as since,
             coalesce(m.organ, p.organ) as organ, coalesce(m.rank, p.rank, 'below') as rank, p.label as person_name,
             (p.left_on is null or p.left_on >= ${day}::date) as active, m.since as ranked
        from staffing.workplace w join places.room r on r.id = w.room join places.site s on s.id = r.site
        join people.person p on p.id = w.person left join main m on m.person = w.person
       where w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null and r.use = 'office'
         and r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null and p.merged_into is null
    ), gone as (
      select room, max(upper(valid)) as since from staffing.workplace
       where upper(valid) <= ${day}::date and retired_at is null and merged_into is null group by room
    ), company as (
      select t.room, array_agg(t.rank order by t.person) as ranks,
             greatest(max(t.since), max(least(t.ranked, ${day}::date)), max(g.since)) as since
        from sitting t left join gone g on g.room = t.room group by t.room
    )
    select t.person, t.person_name as name, t.organ, t.rank, t.active,
           jsonb_agg(jsonb_build_object('room', t.room, 'name', t.name, 'site', t.site, 'siteName', t.site_name, 'area', t.area::text,
             'ranks', to_jsonb(c.ranks), 'since', c.since::text) order by t.area desc, t.room) as seats
      from sitting t join company c on c.room = t.room
     group by t.person, t.person_name, t.organ, t.rank, t.active`
}
