// The district's page 全区用房总账: the three totals, rooms by use, what is free, sealed or lent, who has no seat; each figure with the list that opens it.
import type { System } from '@houqin/http'
import { certificate, room, site } from '@houqin/places'
import { organ } from '@houqin/people'
import { sql } from 'kysely'
import { roomState } from '../../contract/index.ts'
import { isFree, isPooled } from '../request/pool.ts'
import type { DistrictLedger, Unseated } from '../../contract/answers.ts'

type Counted = Omit<DistrictLedger, 'day' | 'opens'>
/** @param day YYYY-MM-DD. One statement, and so one snapshot: rooms are added up in one pass, those that nobody has in another. */
export async function districtLedger({ db }: Pick<System, 'db'>, day: string): Promise<DistrictLedger> {
  const { rows: [counted] } = await sql<Counted>`
    with by_use as (
      select use, count(*)::int as rooms, sum(area) as area, bool_or(${isPooled}) as pooled from places.room r where r.retired_at is null and r.merged_into is null and r.use <> 'circulation' group by use
    ), free as (
      select use, count(*)::int as rooms, sum(area) as area from places.room r where ${isFree(day)} group by use
    ), by_state as (
      select t.state, count(*)::int as rooms, sum(r.area) as area from office_space.room_state t join places.room r on r.id = t.room
       where t.valid @> ${day}::date and t.retired_at is null and t.merged_into is null group by t.state
    ), people as (
      select count(*)::int as "all", (count(*) filter (where p.id in (select person from staffing.workplace where valid @> ${day}::date and retired_at is null and merged_into is null)))::int as seated
        from people.person p where p.standing = 'active' and p.employment <> 'outsourced' and p.retired_at is null and p.merged_into is null
    )
    select json_build_object(
             'sites', (select count(*) from places.site where retired_at is null and merged_into is null), 'organs', (select count(*) from people.organ where retired_at is null and merged_into is null),
             'area', (select coalesce(sum(building_area), 0)::text from places.certificate where retired_at is null and merged_into is null)) as totals,
           (select coalesce(json_agg(json_build_object('use', u.use, 'rooms', u.rooms, 'area', u.area::text, 'pooled', u.pooled, 'free', coalesce(f.rooms, 0), 'freeArea', coalesce(f.area, 0)::text) order by u.area desc), '[]')
              from by_use u left join free f on f.use = u.use) as uses,
           (select coalesce(json_agg(json_build_object('state', state, 'rooms', rooms, 'area', area::text) order by state), '[]') from by_state) as states,
           (select json_build_object('all', "all", 'seated', seated, 'without', "all" - seated) from people) as people`.execute(db)
  if (!counted) throw new Error('a statement without a from clause answered no row')
  return {
    day, ...counted,
    opens: { sites: `/registers/${site.id}`, organs: `/registers/${organ.id}`, area: `/registers/${certificate.id}`, rooms: `/registers/${room.id}`, states: `/registers/${roomState.id}` },
  }
}

const most = 500
/** Who works in the district and has no desk on the day; at most five hundred, by organ. */
export async function unseatedPeople({ db }: System, day: string): Promise<readonly Unseated[]> {
  const { rows } = await sql<Unseated>`
    select jsonb_build_object('id', p.id, 'name', p.label) as person, jsonb_build_object('id', o.id, 'name', o.short_name) as organ, p.joined_on::text as since
      from people.person p join people.organ o on o.id = p.organ
     where p.standing = 'active' and p.employment <> 'outsourced' and p.retired_at is null and p.merged_into is null
       and not exists (select from staffing.workplace w where w.person = p.id and w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null)
     order by o.label collate "zh-natural", p.label collate "zh-natural", p.id limit ${most}`.execute(db)
  return rows
}
