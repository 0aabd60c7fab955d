// Rooms by site 各场所用房统计: certified and usable area, rooms by kind, what is free, and how much each who works there has.
import { defineReport } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { certificate, placesOfficer, room, site, steward } from '@houqin/places'

/** Usable areas but for the certificates' built one; passages and parts where secrets are kept are left out. */
export const roomsBySite = defineReport('office-space.rooms-by-site', {
  title: '各场所用房统计',
  read: [placesOfficer, bureauLeader, steward],
  asOf: 'day',
  columns: {
    id: { title: '场所编号', kind: 'text' },
    site: { title: '场所', kind: 'name' },
    built: { title: '证载建筑面积', kind: 'decimal', unit: '㎡' },
    rooms: { title: '房间', kind: 'int', unit: '间' },
    office: { title: '办公室', kind: 'decimal', unit: '㎡' },
    service: { title: '服务用房', kind: 'decimal', unit: '㎡' },
    equipment: { title: '设备用房', kind: 'decimal', unit: '㎡' },
    beside: { title: '技术业务和附属用房', kind: 'decimal', unit: '㎡' },
    free: { title: '没有分配的办公室', kind: 'int', unit: '间' },
    people: { title: '在座', kind: 'int', unit: '人' },
    each: { title: '人均办公室', kind: 'mean', unit: '㎡' },
  },
  query: ({ to }, scope, sql) => sql`
    with asked as (select ((${to}::timestamptz - interval '1 second') at time zone 'Asia/Shanghai')::date as day
    ), rooms as (
      select r.id, r.site, r.use, r.area,
             r.id in (select a.room from asked join office_space.allotment a on a.valid @> asked.day where a.retired_at is null and a.merged_into is null) as given,
             r.id in (select w.room from asked join staffing.workplace w on w.valid @> asked.day where w.retired_at is null and w.merged_into is null) as sat
        from places.room r where r.retired_at is null and r.merged_into is null and r.use <> 'circulation' and r.grade is distinct from 'restricted'
    ), sums as (
      select site, count(*)::int as rooms, coalesce(sum(area) filter (where use = 'office'), 0) as office, coalesce(sum(area) filter (where use = 'service'), 0) as service,
             coalesce(sum(area) filter (where use = 'equipment'), 0) as equipment, coalesce(sum(area) filter (where use not in ('office', 'service', 'equipment')), 0) as beside,
             (count(*) filter (where use = 'office' and not given and not sat))::int as free, coalesce(sum(area) filter (where use = 'office' and sat), 0) as used
        from rooms group by site
    ), seated as (
      select r.site, count(distinct w.person)::int as people from asked join staffing.workplace w on w.valid @> asked.day join rooms r on r.id = w.room
       where w.retired_at is null and w.merged_into is null group by r.site
    ), built as (select c.site, sum(c.building_area) as area from places.certificate c where c.retired_at is null and c.merged_into is null and ${scope.site('c.site', certificate)} group by c.site
    )
    select s.id::text as id, s.label as site, b.area::text as built, coalesce(n.rooms, 0) as rooms, coalesce(n.office, 0)::text as office, coalesce(n.service, 0)::text as service,
           coalesce(n.equipment, 0)::text as equipment, coalesce(n.beside, 0)::text as beside, coalesce(n.free, 0) as free, coalesce(p.people, 0) as people,
           case when p.people > 0 then round(n.used / p.people, 2)::text end as each
      from places.site s left join sums n on n.site = s.id left join seated p on p.site = s.id left join built b on b.site = s.id
     where s.retired_at is null and s.merged_into is null and ${scope.site('s.id')} order by s.managed desc, s.label collate "zh-natural", s.id`,
  opens: (row, column) => {
    const at = String(row.id)
    if (column === 'site') return `/registers/${site.id}/${at}`
    if (column === 'built') return `/registers/${certificate.id}?where.site=${at}`
    if (column === 'free') return `/office-space/district?site=${at}&use=office`
    const uses: Readonly<Record<string, string>> = { rooms: 'where.use.not=circulation', service: 'where.use=service', equipment: 'where.use=equipment', beside: 'where.use.in=technical,ancillary' }
    return `/registers/${room.id}?where.site=${at}&where.grade.not=restricted&${uses[column] ?? 'where.use=office'}`
  },
})
