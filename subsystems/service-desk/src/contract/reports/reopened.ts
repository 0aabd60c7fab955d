// Repairs that came back 返修: reported as not fixed after all, by category.
import { defineReport } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { dispatcher, serviceOfficer } from '../roles.ts'
import { repairList } from './repair-list.ts'

export const reopened = defineReport('service-desk.reopened', {
  title: '返修情况',
  read: [serviceOfficer, dispatcher, bureauLeader],
  columns: {
    id: { title: '类别编号', kind: 'text' },
    category: { title: '类别', kind: 'text' },
    finished: { title: '完工', kind: 'int', unit: '件' },
    reopened: { title: '返修', kind: 'int', unit: '件' },
    share: { title: '返修率', kind: 'percent' },
  },
  query: (period, scope, sql) => sql`
    select c.id::text as id, coalesce(c.label, '未定类') as category, (count(*) filter (where f.finished_at is not null))::int as finished,
           (count(*) filter (where f.reopened > 0))::int as reopened,
           round(100.0 * count(*) filter (where f.reopened > 0) / count(*), 1)::text as share
      from matter.matter m
      join service_desk.repair f on f.matter = m.id
      left join service_desk.category c on c.id = f.handled_as
     where m.opened_at >= ${period.from} and m.opened_at < ${period.to}
       and (f.finished_at is not null or f.reopened > 0) and m.state not in ('merged', 'withdrawn') and ${scope.site('m.site')}
     group by c.id, c.label, c.position order by c.position nulls last`,
  opens: (row, column, period) =>
    repairList(period, {
      ...(row.id === null ? { 'where.handledAs.null': 'true' } : { 'where.handledAs': String(row.id) }),
      'where.reopened.gte': column === 'reopened' ? '1' : null,
      'where.finishedAt.null': column === 'finished' ? 'false' : null,
    }),
})
