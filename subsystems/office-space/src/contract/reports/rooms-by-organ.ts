// Rooms by organ 各单位用房统计: what each organ was given by kind, its share of joint rooms, and office a person who sits there.
import { defineReport } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { placesOfficer } from '@houqin/places'

/** All areas are 使用面积, exact to the hundredth; a joint room counts for each of its organs by an equal share. */
export const roomsByOrgan = defineReport('office-space.rooms-by-organ', {
  title: '各单位用房统计',
  read: [placesOfficer, bureauLeader, liaison],
  asOf: 'day',
  columns: {
    id: { title: '单位编号', kind: 'text' },
    organ: { title: '单位', kind: 'name' },
    establishment: { title: '编制', kind: 'int', unit: '人' },
    seated: { title: '在座', kind: 'int', unit: '人' },
    rooms: { title: '房间', kind: 'int', unit: '间' },
    office: { title: '办公室', kind: 'decimal', unit: '㎡' },
    service: { title: '服务用房', kind: 'decimal', unit: '㎡' },
    equipment: { title: '设备用房', kind: 'decimal', unit: '㎡' },
    beside: { title: '技术业务和附属用房', kind: 'decimal', unit: '㎡' },
    each: { title: '人均办公室', kind: 'mean', unit: '㎡' },
  },
  query: ({ to }, scope, sql) => sql`
    with asked as (select ((${to}::timestamptz - interval '1 second') at time zone 'Asia/Shanghai')::date as day
    ), given as (
      select a.organ, a.room, r.use, r.area / count(*) over (partition by a.room) as area
        from asked join office_space.allotment a on a.valid @> asked.day join places.room r on r.id = a.room
       where a.retired_at is null and a.merged_into is null and r.retired_at is null and r.merged_into is null
    ), sums as (
      select organ, count(*)::int as rooms, round(coalesce(sum(area) filter (where use = 'office'), 0), 2) as office, round(coalesce(sum(area) filter (where use = 'service'), 0), 2) as service,
             round(coalesce(sum(area) filter (where use = 'equipment'), 0), 2) as equipment, round(coalesce(sum(area) filter (where use not in ('office', 'service', 'equipment')), 0), 2) as beside
        from given group by organ
    ), sitting as (
      select p.organ, count(distinct w.person)::int as seated
        from asked join staffing.workplace w on w.valid @> asked.day join people.person p on p.id = w.person
       where w.retired_at is null and w.merged_into is null and p.merged_into is null group by p.organ
    )
    select o.id::text as id, o.label as organ, o.establishment, coalesce(n.seated, 0) as seated, coalesce(s.rooms, 0) as rooms, coalesce(s.office, 0)::text as office,
           coalesce(s.service, 0)::text as service, coalesce(s.equipment, 0)::text as equipment, coalesce(s.beside, 0)::text as beside,
           case when n.seated > 0 then round(s.office / n.seated, 2)::text end as each
      from people.organ o left join sums s on s.organ = o.id left join sitting n on n.organ = o.id
     where o.retired_at is null and o.merged_into is null and ${scope.organ('o.id')}
     order by o.label collate "zh-natural", o.id`,
  // areas stand on the organ's page, room by room; the list of what was given out holds none, and holds what was given back
  opens: (row, column) => (column === 'establishment' ? `/registers/${organ.id}/${String(row.id)}` : `/office-space/organ?organ=${String(row.id)}`),
})
