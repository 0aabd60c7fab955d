// Repairs by month 逐月维修情况: the repairs themselves as far as they are held one by one, and before that the sums that were taken over.
import { defineReport, listDay, listPath } from '@houqin/define'
import type { Report, ReportCell, ReportPeriod, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { pastFigure } from '../past-figure.ts'
import { dispatcher, serviceOfficer } from '../roles.ts'
import { repairList } from './repair-list.ts'

type Scope = Parameters<Report['query']>[1]
const read = [serviceOfficer, dispatcher, bureauLeader]
const figures = {
  source: { title: '只有汇总数，来自', kind: 'text' },
  asked: { title: '报修', kind: 'int', unit: '件' },
  finished: { title: '完工', kind: 'int', unit: '件' },
  inTime: { title: '按时完工', kind: 'int', unit: '件' },
  share: { title: '按时占完工', kind: 'percent' },
  rated: { title: '有评价', kind: 'int', unit: '件' },
  stars: { title: '平均', kind: 'mean', unit: '星' },
} as const

/**
 * One row for each month, category and way of knowing: `source` is null where every repair is held. A past figure counts
 * when the days it was summed over lie within the period whole: a part of it is not known.
 */
function known(period: ReportPeriod, scope: Scope, sql: SqlTag) {
  return sql<Record<string, ReportCell>>`
    select to_char(m.opened_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, f.handled_as as category, null::text as source,
           count(*)::int as asked, count(f.finished_at)::int as finished, (count(*) filter (where f.in_time))::int as in_time,
           count(m.rating)::int as rated, coalesce(sum(m.rating), 0) as stars
      from matter.matter m join service_desk.repair f on f.matter = m.id
     where m.opened_at >= ${period.from} and m.opened_at < ${period.to} and m.state not in ('merged', 'withdrawn') and ${scope.site('m.site')}
     group by 1, 2
    union all
    select to_char(lower(p.valid), 'YYYY-MM'), p.category, p.source, p.asked, p.finished, p.in_time, p.rated, p.stars
      from service_desk.past_figure p, (select null::uuid as site) whole
     where p.retired_at is null and p.merged_into is null and ${scope.site('whole.site')}
       and p.valid <@ daterange((${period.from}::timestamptz at time zone 'Asia/Shanghai')::date, (${period.to}::timestamptz at time zone 'Asia/Shanghai')::date)`
}
/** Nothing is averaged twice: stars are added up as they were given. */
function summed(sql: SqlTag) {
  return sql<Record<string, ReportCell>>`sum(asked)::int as asked, sum(finished)::int as finished, sum(in_time)::int as "inTime",
    round(100.0 * sum(in_time) / nullif(sum(finished), 0), 1)::text as share, sum(rated)::int as rated, round(1.0 * sum(stars) / nullif(sum(rated), 0), 2)::text as stars`
}

/** The repairs of the month, or the rows of past figures its sums were added up from. */
function open({ month, source, category }: { month: ReportCell; source: ReportCell; category?: ReportCell }, column: string, period: ReportPeriod): string {
  const [year = 0, number = 1] = String(month).split('-').map(Number)
  const whole = { from: new Date(`${String(month)}-01T00:00:00+08:00`), to: new Date(`${new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)}T00:00:00+08:00`) }
  const within = { from: whole.from < period.from ? period.from : whole.from, to: whole.to > period.to ? period.to : whole.to }
  if (source !== null)
    return listPath(pastFigure, {
      'where.from.gte': listDay(within.from), 'where.from.lt': listDay(whole.to), 'where.to.lt': listDay(period.to), 'where.source': String(source),
      'where.category': category === undefined ? null : String(category),
    })
  return repairList(within, {
    ...(category === null && { 'where.handledAs.null': 'true' }),
    ...(typeof category === 'string' && { 'where.handledAs': category }),
    'where.finishedAt.null': column === 'finished' ? 'false' : null,
    'where.inTime': column === 'inTime' || column === 'share' ? 'true' : null,
    'where.rating.null': column === 'rated' || column === 'stars' ? 'false' : null,
  })
}

export const byMonth = defineReport('service-desk.by-month', {
  title: '逐月维修情况',
  read,
  columns: { month: { title: '月份', kind: 'text' }, ...figures },
  query: (period, scope, sql) => sql`
    with known as (${known(period, scope, sql)})
    select month, source, ${summed(sql)} from known group by month, source order by month desc, source nulls first`,
  opens: open,
})

export const byMonthAndCategory = defineReport('service-desk.by-month-and-category', {
  title: '逐月分类别维修情况',
  read,
  columns: { id: { title: '类别编号', kind: 'text' }, month: { title: '月份', kind: 'text' }, category: { title: '类别', kind: 'text' }, ...figures },
  query: (period, scope, sql) => sql`
    with known as (${known(period, scope, sql)})
    select c.id::text as id, month, coalesce(c.label, '未定类') as category, source, ${summed(sql)}
      from known left join service_desk.category c on c.id = known.category
     group by month, source, c.id, c.label, c.position order by month desc, source nulls first, c.position nulls last`,
  opens: ({ month, source, id }, column, period) => open({ month, source, category: id }, column, period),
})
