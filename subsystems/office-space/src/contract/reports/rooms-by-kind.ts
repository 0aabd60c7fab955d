// Rooms by kind 各类用房统计: rooms of the district by use and purpose, how many were given out, how many are let, lent or idle.
import { defineReport } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, room, roomPurposes, roomUses } from '@houqin/places'

/** Usable area; passages and parts where secrets are kept are left out. */
export const roomsByKind = defineReport('office-space.rooms-by-kind', {
  title: '各类用房统计',
  read: [placesOfficer, bureauLeader],
  asOf: 'day',
  columns: {
    use: { title: '类别代码', kind: 'text' },
    purpose: { title: '用途代码', kind: 'text' },
    kind: { title: '用房类别', kind: 'text' },
    what: { title: '具体用途', kind: 'text' },
    rooms: { title: '房间', kind: 'int', unit: '间' },
    area: { title: '使用面积', kind: 'decimal', unit: '㎡' },
    given: { title: '已分配', kind: 'int', unit: '间' },
    people: { title: '在座', kind: 'int', unit: '人' },
  },
  query: ({ to }, scope, sql) => {
    const named = (column: string, names: Readonly<Record<string, string>>) => sql<string>`case ${sql.ref(column)} ${sql.join(Object.entries(names).map(([key, title]) => sql`when ${sql.lit(key)} then ${sql.lit(title)}`), sql` `)} else ${sql.ref(column)} end`
    return sql`
      with asked as (select ((${to}::timestamptz - interval '1 second') at time zone 'Asia/Shanghai')::date as day
      ), seated as (
        select w.room, count(distinct w.person)::int as people from asked join staffing.workplace w on w.valid @> asked.day where w.retired_at is null and w.merged_into is null group by w.room
      ), given as (select distinct a.room from asked join office_space.allotment a on a.valid @> asked.day where a.retired_at is null and a.merged_into is null
      )
      select r.use, r.purpose, ${named('r.use', roomUses)} as kind, ${named('r.purpose', roomPurposes)} as what, count(*)::int as rooms, sum(r.area)::text as area, count(g.room)::int as given, coalesce(sum(n.people), 0)::int as people
        from places.room r left join given g on g.room = r.id left join seated n on n.room = r.id
       where r.retired_at is null and r.merged_into is null and r.use <> 'circulation' and r.grade is distinct from 'restricted' and ${scope.site('r.site')}
       group by r.use, r.purpose order by r.use <> 'office', r.use, sum(r.area) desc, r.purpose`
  },
  opens: (row) => `/registers/${room.id}?where.use=${String(row.use)}&where.purpose=${String(row.purpose)}&where.grade.not=restricted`,
})
