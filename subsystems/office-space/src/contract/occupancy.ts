// Occupancy 使用情况 of a day: who sits in which office, with whom, and since when it has been so.
import type { Query, SqlTag, SubjectRow } from '@houqin/define'
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
 * findings need not be told of them. Main posts and seats are one list, passed over once by person and once by room: no
 * part is joined to another by its rows, which a planner without statistics, as on a ledger just loaded, would do one by one.
 * @param rooms narrows it to some rooms, with all who sit in them: a condition on `w.room`.
 */
export function personSeats(day: string, sql: SqlTag, rooms?: Query<boolean>): Query<PersonSeats> {
  // of the whole district everybody with a post is passed; of some rooms only those who sit there
  const theirs = rooms === undefined ? sql`true` : sql`person in (select person from seats where present)`
  return sql`
    with seats as (
      select w.person, w.room, lower(w.valid) as since, w.valid @> ${day}::date as present,
             max(upper(w.valid)) filter (where upper(w.valid) <= ${day}::date) over (partition by w.room) as gone
        from staffing.workplace w where lower(w.valid) <= ${day}::date and w.retired_at is null and w.merged_into is null and ${rooms ?? sql`true`}
    ), posted as (
      select u.person, u.room, u.since, u.gone, first_value(u.organ) over main as organ, first_value(u.rank) over main as rank, first_value(u.posted) over main as posted
        from (
          select person, room, since, gone, null::uuid as organ, null::text as rank, null::date as posted from seats where present
          union all
          select person, null, null, null, organ, rank, lower(valid) from people.post where valid @> ${day}::date and kind = 'main' and retired_at is null and merged_into is null and ${theirs}
        ) u window main as (partition by u.person order by u.posted, u.organ)
    ), sitting as (
      select w.person, w.room, r.label as name, r.site, s.label as site_name, r.area,
             coalesce(w.organ, p.organ) as organ, coalesce(w.rank, p.rank, 'below') as rank, p.label as person_name,
             (p.left_on is null or p.left_on >= ${day}::date) as active,
             array_agg(coalesce(w.rank, p.rank, 'below')) over (partition by w.room order by w.person rows between unbounded preceding and unbounded following) as ranks,
             greatest(max(w.since) over (partition by w.room), max(least(w.posted, ${day}::date)) over (partition by w.room), w.gone) as since
        from posted w join places.room r on r.id = w.room join places.site s on s.id = r.site join people.person p on p.id = w.person
       where r.use = 'office' and r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null and p.merged_into is null
    )
    select t.person, t.person_name as name, t.organ, t.rank, t.active,
           json_agg(json_build_object('room', t.room, 'name', t.name, 'site', t.site, 'siteName', t.site_name, 'area', t.area::text,
             'ranks', t.ranks, 'since', t.since::text) order by t.area desc, t.room) as seats
      from sitting t group by t.person, t.person_name, t.organ, t.rank, t.active`
}

/** The ledger of people in their offices: whoever works in the district, his rank and his rooms, the largest first. */
export interface PersonOffices {
  readonly name: string
  readonly rank: Rank
  readonly rooms: readonly OfficeSeat[]
}
export const peopleInOffices = (asOf: string, sql: SqlTag): Query<SubjectRow<PersonOffices>> => sql`
  select p.person as id, p.name, p.organ, (p.seats -> 0 ->> 'site')::uuid as site, json_build_object('name', p.name, 'rank', p.rank, 'rooms', p.seats) as subject
    from (${personSeats(asOf, sql)}) p where p.active order by p.name collate "zh-natural", p.person`
