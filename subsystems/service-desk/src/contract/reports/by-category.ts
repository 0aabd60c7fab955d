// Repairs by category 分类别维修量: what breaks, how long mending takes and what it costs in material.
import { defineReport } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { dispatcher, serviceOfficer } from '../roles.ts'
import { repairList } from './repair-list.ts'

export const byCategory = defineReport('service-desk.by-category', {
  title: '分类别维修情况',
  read: [serviceOfficer, dispatcher, bureauLeader],
  columns: {
    id: { title: '类别编号', kind: 'text' },
    category: { title: '类别', kind: 'text' },
    asked: { title: '报修', kind: 'int', unit: '件' },
    open: { title: '未办结', kind: 'int', unit: '件' },
    hours: { title: '从报修到完工（中位）', kind: 'mean', unit: '小时' },
    material: { title: '用料金额', kind: 'decimal', unit: '元' },
  },
  query: (period, scope, sql) => sql`
    with asked as (
      select m.id, m.closed_at, f.handled_as, extract(epoch from f.finished_at - m.opened_at) / 3600 as hours,
             (select sum(l.quantity * l.price) from service_desk.repair__materials l where l.matter = m.id) as material
        from matter.matter m join service_desk.repair f on f.matter = m.id
       where m.opened_at >= ${period.from} and m.opened_at < ${period.to}
         and m.state not in ('merged', 'withdrawn') and ${scope.site('m.site')}
    )
    select c.id::text as id, coalesce(c.label, '未定类') as category, count(*)::int as asked,
           (count(*) filter (where a.closed_at is null))::int as open,
           round(percentile_cont(0.5) within group (order by a.hours)::numeric, 1)::text as hours,
           round(coalesce(sum(a.material), 0), 2)::text as material
      from asked a left join service_desk.category c on c.id = a.handled_as
     group by c.id, c.label, c.position order by c.position nulls last`,
  opens: (row, column, period) =>
    repairList(period, {
      ...(row.id === null ? { 'where.handledAs.null': 'true' } : { 'where.handledAs': String(row.id) }),
      'where.closedAt.null': column === 'open' ? 'true' : null,
    }),
})
