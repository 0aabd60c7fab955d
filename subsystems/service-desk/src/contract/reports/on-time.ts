// Repairs on time 维修及时率: week by week, how many were finished within what was promised.
import { defineReport } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { dispatcher, serviceOfficer } from '../roles.ts'
import { repairList } from './repair-list.ts'

export const onTime = defineReport('service-desk.on-time', {
  title: '维修及时率',
  read: [serviceOfficer, dispatcher, bureauLeader],
  columns: {
    week: { title: '周（周一）', kind: 'text' },
    asked: { title: '报修', kind: 'int', unit: '件' },
    finished: { title: '完工', kind: 'int', unit: '件' },
    inTime: { title: '按时完工', kind: 'int', unit: '件' },
    late: { title: '超时完工', kind: 'int', unit: '件' },
    lateOpen: { title: '超时未完', kind: 'int', unit: '件' },
    share: { title: '及时率', kind: 'percent' },
  },
  // A repair is late when it was finished after the promise, or when the period ends with it open past the promise.
  query: (period, scope, sql) => sql`
    with asked as (
      select to_char(date_trunc('week', m.opened_at at time zone 'Asia/Shanghai'), 'YYYY-MM-DD') as week,
             f.finished_at, f.promised_at, f.in_time
        from matter.matter m join service_desk.repair f on f.matter = m.id
       where m.opened_at >= ${period.from} and m.opened_at < ${period.to}
         and m.state not in ('merged', 'withdrawn') and ${scope.site('m.site')}
    ), counted as (
      select week, count(*)::int as asked,
             (count(*) filter (where finished_at is not null))::int as finished,
             (count(*) filter (where in_time))::int as "inTime",
             (count(*) filter (where not in_time))::int as late,
             (count(*) filter (where finished_at is null and promised_at < ${period.to}))::int as "lateOpen"
        from asked group by week
    )
    select week, asked, finished, "inTime", late, "lateOpen",
           round(100.0 * "inTime" / nullif("inTime" + late + "lateOpen", 0), 1)::text as share
      from counted order by week`,
  opens: (row, column, period) => {
    const from = new Date(`${String(row.week)}T00:00:00+08:00`)
    const week = { from, to: new Date(from.getTime() + 7 * 24 * 3_600_000) }
    const clipped = { from: week.from < period.from ? period.from : week.from, to: week.to > period.to ? period.to : week.to }
    return repairList(clipped, {
      'where.finishedAt.null': column === 'finished' ? 'false' : column === 'lateOpen' ? 'true' : null,
      'where.inTime': column === 'inTime' ? 'true' : column === 'late' ? 'false' : null,
      'where.promisedAt.lt': column === 'lateOpen' ? period.to.toISOString() : null,
    })
  },
})
