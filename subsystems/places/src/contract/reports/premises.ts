// Premises 场所用房: for every site its buildings, rooms, certified area and usable area.
import { defineReport, everyone } from '@houqin/define'
import { building } from '../building.ts'
import { certificate } from '../certificate.ts'
import { room } from '../room.ts'
import { site } from '../site.ts'

/**
 * Both areas are exact; a certified 建筑面积 and a room's 使用面积 are never added to each other. Certificates are read
 * by fewer people than sites: where the reader may see none, no 建筑面积 is said.
 */
export const premises = defineReport('places.premises', {
  title: '场所用房情况',
  read: [everyone],
  asOf: 'now',
  columns: {
    id: { title: '场所编号', kind: 'text' },
    kind: { title: '类型', kind: 'text' },
    site: { title: '场所', kind: 'name' },
    steward: { title: '驻点负责人', kind: 'text' },
    buildings: { title: '楼栋', kind: 'int', unit: '栋' },
    rooms: { title: '房间', kind: 'int', unit: '间' },
    area: { title: '建筑面积', kind: 'decimal', unit: '㎡' },
    usable: { title: '使用面积', kind: 'decimal', unit: '㎡' },
  },
  query: (_, scope, sql) => sql`
    select s.id::text as id, s.kind, s.label as site, p.label as steward,
           (select count(*) from places.building b where b.site = s.id and b.retired_at is null and b.merged_into is null)::int as buildings,
           coalesce(r.rooms, 0) as rooms, c.area::text as area, coalesce(r.usable, 0)::text as usable
      from places.site s
      left join people.person p on p.id = s.steward
      left join (select site, count(*)::int as rooms, sum(area) as usable from places.room o where o.retired_at is null and o.merged_into is null and ${scope.site('o.site', room)} group by site) r on r.site = s.id
      left join (select site, sum(building_area) as area from places.certificate where retired_at is null and merged_into is null and ${scope.site('site', certificate)} group by site) c on c.site = s.id
     where s.retired_at is null and s.merged_into is null and ${scope.site('s.id')}
     order by s.managed desc, c.area desc nulls last, s.label collate "zh-natural"`,
  opens: (row, column) => {
    const of = String(row.id)
    if (column === 'buildings') return `/registers/${building.id}?where.site=${of}`
    if (column === 'rooms' || column === 'usable') return `/registers/${room.id}?where.site=${of}`
    return column === 'area' ? `/registers/${certificate.id}?where.site=${of}` : `/registers/${site.id}/${of}`
  },
})
