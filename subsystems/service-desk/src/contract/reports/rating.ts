// How askers rated repairs 满意度: stars by team, and how many answered at all.
import { defineReport } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { dispatcher, serviceOfficer } from '../roles.ts'
import { repairList } from './repair-list.ts'

export const rating = defineReport('service-desk.rating', {
  title: '维修满意度',
  read: [serviceOfficer, dispatcher, bureauLeader],
  columns: {
    id: { title: '班组编号', kind: 'text' },
    team: { title: '班组', kind: 'text' },
    closed: { title: '办结', kind: 'int', unit: '件' },
    rated: { title: '有评价', kind: 'int', unit: '件' },
    stars: { title: '平均', kind: 'mean', unit: '星' },
    poor: { title: '1–2 星', kind: 'int', unit: '件' },
  },
  query: (period, scope, sql) => sql`
    select t.id::text as id, coalesce(t.label, '未定班组') as team, count(*)::int as closed,
           count(m.rating)::int as rated, round(avg(m.rating), 2)::text as stars,
           (count(*) filter (where m.rating <= 2))::int as poor
      from matter.matter m
      join service_desk.repair f on f.matter = m.id
      left join service_desk.team t on t.id = f.team
     where m.opened_at >= ${period.from} and m.opened_at < ${period.to}
       and m.state = 'closed' and ${scope.site('m.site')}
     group by t.id, t.label order by count(*) desc`,
  opens: (row, column, period) =>
    repairList(period, {
      ...(row.id === null ? { 'where.team.null': 'true' } : { 'where.team': String(row.id) }),
      'where.state.in': 'closed',
      'where.rating.lt': column === 'poor' ? '3' : null,
      'where.rating.null': column === 'rated' ? 'false' : null,
    }),
})
