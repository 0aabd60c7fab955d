// The district as it is told to the city 报送数据: every site, building, organ and room of a day, with its figures as they stand in the registers.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { CityKind, CityValues } from '../../contract/city/city-items.ts'

export interface CityLedgerRow {
  readonly kind: CityKind
  readonly key: string
  readonly name: string
  readonly values: CityValues
}

/** In the order of a list: sites, buildings, organs, rooms, each by name. Parts where secrets are kept are in no row and in no sum. @param day YYYY-MM-DD. */
export async function cityLedger(db: Db | Tx, day: string): Promise<readonly CityLedgerRow[]> {
  const { rows } = await sql<CityLedgerRow>`
    with rooms as (
      select r.id, r.site, r.building, r.floor, r.number, r.use, r.area from places.room r
       where r.retired_at is null and r.merged_into is null and r.use <> 'circulation' and r.grade is distinct from 'restricted'
    ), given as (
      select a.room, a.organ, r.use, r.area / count(*) over (partition by a.room) as area from office_space.allotment a join rooms r on r.id = a.room
       where a.valid @> ${day}::date and a.retired_at is null and a.merged_into is null
    ), sitting as (
      select w.person, w.room, r.site, p.organ from staffing.workplace w join rooms r on r.id = w.room join people.person p on p.id = w.person
       where w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null and p.merged_into is null
    ), by_site as (select site, count(*) as rooms, sum(area) as area from rooms group by site
    ), built as (select site, sum(building_area) as area from places.certificate where retired_at is null and merged_into is null group by site
    ), housed as (select site, count(distinct organ) as organs from places.organ_seat where valid @> ${day}::date group by site
    ), seated as (select site, count(distinct person) as people from sitting group by site
    ), by_organ as (
      select organ, count(*) as rooms, sum(area) filter (where use = 'office') as office, sum(area) filter (where use = 'service') as service, sum(area) filter (where use = 'equipment') as equipment,
             sum(area) filter (where use not in ('office', 'service', 'equipment')) as beside
        from given group by organ
    ), staff as (select organ, count(distinct person) as people from sitting group by organ
    ), users as (select g.room, string_agg(o.label, '、' order by o.label collate "zh-natural") as organs from given g join people.organ o on o.id = g.organ group by g.room
    ), there as (select room, count(distinct person) as people from sitting group by room
    ), all_rows as (
      select 1 as place, 'site' as kind, s.id as key, s.label as name, json_build_object('siteName', s.name, 'siteKind', s.kind, 'siteAddress', s.address, 'siteTenure', s.tenure,
             'siteBuiltArea', coalesce(b.area, 0)::numeric(18,2)::text, 'siteUsableArea', coalesce(n.area, 0)::numeric(18,2)::text, 'siteRooms', coalesce(n.rooms, 0)::text,
             'siteOrgans', coalesce(h.organs, 0)::text, 'sitePeople', coalesce(p.people, 0)::text) as values
        from places.site s left join by_site n on n.site = s.id left join built b on b.site = s.id left join housed h on h.site = s.id left join seated p on p.site = s.id
       where s.retired_at is null and s.merged_into is null
      union all
      select 2, 'building', b.id, b.label, json_build_object('buildingName', b.name, 'buildingSite', s.name, 'buildingHeight', b.height, 'buildingFloors', b.floors_above::text, 'buildingBuiltArea', b.building_area::text)
        from places.building b join places.site s on s.id = b.site where b.retired_at is null and b.merged_into is null
      union all
      select 3, 'organ', o.id, o.label, json_build_object('organName', o.name, 'organCategory', o.category, 'organLevel', o.level, 'organEstablishment', coalesce(o.establishment, 0)::text,
             'organPeople', coalesce(p.people, 0)::text, 'organRooms', coalesce(n.rooms, 0)::text, 'organOffice', coalesce(n.office, 0)::numeric(18,2)::text, 'organService', coalesce(n.service, 0)::numeric(18,2)::text,
             'organEquipment', coalesce(n.equipment, 0)::numeric(18,2)::text, 'organBeside', coalesce(n.beside, 0)::numeric(18,2)::text)
        from people.organ o left join by_organ n on n.organ = o.id left join staff p on p.organ = o.id where o.retired_at is null and o.merged_into is null
      union all
      select 4, 'room', r.id, s.name || ' ' || b.name || ' ' || r.number, json_build_object('roomSite', s.name, 'roomBuilding', b.name, 'roomFloor', f.name, 'roomNumber', r.number, 'roomUse', r.use, 'roomArea', r.area::text,
             'roomOrgans', coalesce(u.organs, ''), 'roomPeople', coalesce(t.people, 0)::text)
        from rooms r join places.site s on s.id = r.site join places.building b on b.id = r.building join places.floor f on f.id = r.floor left join users u on u.room = r.id left join there t on t.room = r.id
    )
    select kind, key, name, values from all_rows order by place, name collate "zh-natural", key`.execute(db)
  return rows
}
