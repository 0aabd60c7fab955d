// Offices by rank 各级别办公室: how many of each rank sit in an office, and how much of it each has.
import { defineReport } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { areaByRank } from '../standards/area-by-rank.ts'

/** A room is shared evenly among those who sit in it; whoever has no rank counts as below section rank. */
export const officeByRank = defineReport('office-space.office-by-rank', {
  title: '各级别办公室使用',
  read: [placesOfficer, bureauLeader],
  asOf: 'day',
  columns: {
    rank: { title: '级别', kind: 'text' },
    people: { title: '在座', kind: 'int', unit: '人' },
    office: { title: '办公室', kind: 'decimal', unit: '㎡' },
    each: { title: '人均', kind: 'mean', unit: '㎡' },
  },
  query: ({ to }, scope, sql) => sql`
    with asked as (select ((${to}::timestamptz - interval '1 second') at time zone 'Asia/Shanghai')::date as day
    ), sitting as (
      select w.person, coalesce(p.rank, 'below') as rank, r.area / count(*) over (partition by w.room) as area
        from asked join staffing.workplace w on w.valid @> asked.day join places.room r on r.id = w.room join people.person p on p.id = w.person
       where w.retired_at is null and w.merged_into is null and r.use = 'office' and r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null
         and p.merged_into is null and ${scope.organ('p.organ')}
    )
    select case rank when 'countyChief' then '区（县）级正职' when 'countyDeputy' then '区（县）级副职' when 'sectionChief' then '正科级' when 'sectionDeputy' then '副科级' else '科级以下' end as rank,
           count(distinct person)::int as people, round(sum(area), 2)::text as office, round(sum(area) / count(distinct person), 2)::text as each
      from sitting group by sitting.rank
     order by min(case sitting.rank when 'countyChief' then 1 when 'countyDeputy' then 2 when 'sectionChief' then 3 when 'sectionDeputy' then 4 else 5 end)`,
  opens: () => `/standards/${areaByRank.id}`,
})
