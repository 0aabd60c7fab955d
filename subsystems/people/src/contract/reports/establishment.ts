// Establishment 编制与在岗: for every organ, what was approved, who is there, and how many lead it.
import { defineReport, everyone, listDay, listPath } from '@houqin/define'
import { organ } from '../organ.ts'
import { person } from '../person.ts'
import { post } from '../post.ts'

export const establishment = defineReport('people.establishment', {
  title: '编制与在岗',
  read: [everyone],
  asOf: 'now',
  columns: {
    id: { title: '单位编号', kind: 'text' },
    parent: { title: '上级编号', kind: 'text' },
    category: { title: '类别', kind: 'text' },
    organ: { title: '单位', kind: 'name' },
    approved: { title: '编制', kind: 'int', unit: '名' },
    filled: { title: '在编在岗', kind: 'int', unit: '人' },
    free: { title: '空编', kind: 'int', unit: '名' },
    hired: { title: '聘用', kind: 'int', unit: '人' },
    leading: { title: '领导职数', kind: 'int', unit: '名' },
    leaders: { title: '在任领导', kind: 'int', unit: '人' },
  },
  // Who counts against the establishment: civil servants and institution staff on duty; hired hands stand beside it.
  query: (period, scope, sql) => sql`
    with here as (
      select organ, (count(*) filter (where employment in ('civil', 'institution')))::int as filled,
             (count(*) filter (where employment = 'hired'))::int as hired
        from people.person where standing = 'active' and retired_at is null and merged_into is null group by organ
    ), led as (
      select organ, count(*)::int as leaders from people.post
       where duty in ('head', 'deputy') and retired_at is null and merged_into is null
         and valid @> (${period.to}::timestamptz at time zone 'Asia/Shanghai')::date group by organ
    ), allowed as (select parent, sum(count)::int as leading from people.organ__leadership group by parent)
    select o.id::text as id, o.parent::text as parent, o.category, o.label as organ, o.establishment as approved,
           coalesce(h.filled, 0) as filled, o.establishment - coalesce(h.filled, 0) as free, coalesce(h.hired, 0) as hired,
           coalesce(a.leading, 0) as leading, coalesce(l.leaders, 0) as leaders
      from people.organ o left join here h on h.organ = o.id left join led l on l.organ = o.id left join allowed a on a.parent = o.id
     where o.retired_at is null and o.merged_into is null and ${scope.organ('o.id')}
     order by o.label collate "zh-natural"`,
  opens: (row, column, period) => {
    const of = String(row.id)
    if (column === 'filled' || column === 'hired')
      return listPath(person, { 'where.organ': of, 'where.standing': 'active', [column === 'filled' ? 'where.employment.in' : 'where.employment']: column === 'filled' ? 'civil,institution' : 'hired' })
    if (column === 'leaders') return listPath(post, { 'where.organ': of, 'where.duty.in': 'head,deputy', asOf: listDay(period.to) })
    return `/registers/${organ.id}/${of}`
  },
})
