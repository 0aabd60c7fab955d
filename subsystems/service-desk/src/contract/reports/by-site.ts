// Repairs by site 分场所维修量.
import { defineReport } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { steward } from '@houqin/places'
import { dispatcher, serviceOfficer } from '../roles.ts'
import { repairList } from './repair-list.ts'

export const bySite = defineReport('service-desk.by-site', {
  title: '分场所维修情况',
  read: [serviceOfficer, dispatcher, steward, bureauLeader],
  columns: {
    id: { title: '场所编号', kind: 'text' },
    site: { title: '场所', kind: 'text' },
    asked: { title: '报修', kind: 'int', unit: '件' },
    open: { title: '未办结', kind: 'int', unit: '件' },
    urgent: { title: '紧急', kind: 'int', unit: '件' },
    late: { title: '超时完工', kind: 'int', unit: '件' },
    lateOpen: { title: '超时未完', kind: 'int', unit: '件' },
  },
  query: (period, scope, sql) => sql`
    select s.id::text as id, s.label as site, count(*)::int as asked,
           (count(*) filter (where m.closed_at is null))::int as open,
           (count(*) filter (where f.urgency = 'urgent'))::int as urgent,
           (count(*) filter (where not f.in_time))::int as late,
           (count(*) filter (where f.finished_at is null and f.promised_at < ${period.to}))::int as "lateOpen"
      from matter.matter m
      join service_desk.repair f on f.matter = m.id
      join places.site s on s.id = m.site
     where m.opened_at >= ${period.from} and m.opened_at < ${period.to}
       and m.state not in ('merged', 'withdrawn') and ${scope.site('m.site')}
     group by s.id, s.label order by count(*) desc, s.label`,
  opens: (row, column, period) =>
    repairList(period, {
      'where.site': row.id === null ? null : String(row.id),
      'where.urgency': column === 'urgent' ? 'urgent' : null,
      'where.closedAt.null': column === 'open' ? 'true' : null,
      'where.inTime': column === 'late' ? 'false' : null,
      'where.finishedAt.null': column === 'lateOpen' ? 'true' : null,
      'where.promisedAt.lt': column === 'lateOpen' ? period.to.toISOString() : null,
    }),
})
