// Patrols by month 逐月巡查: the rounds themselves as far as they are held one by one, and before that the sums that were taken over.
import { auditor, defineReport, listDay, listPath } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { pastPatrol } from '../past-patrol.ts'
import { patrol } from '../patrol.ts'
import { placesOfficer, steward } from '../roles.ts'

/** A sum counts when the days it was made over lie within the period whole: a part of it is not known. */
export const patrolsByMonth = defineReport('places.patrols-by-month', {
  title: '逐月巡查情况',
  read: [placesOfficer, steward, bureauLeader, auditor],
  columns: {
    month: { title: '月份', kind: 'text' },
    source: { title: '只有汇总数，来自', kind: 'text' },
    planned: { title: '应巡查', kind: 'int', unit: '次' },
    walked: { title: '全部走到', kind: 'int', unit: '次' },
    gaps: { title: '有漏查', kind: 'int', unit: '次' },
    share: { title: '走到率', kind: 'percent' },
  },
  query: (period, scope, sql) => sql`
    with days as (select (${period.from}::timestamptz at time zone 'Asia/Shanghai')::date as first, (${period.to}::timestamptz at time zone 'Asia/Shanghai')::date as past),
    known as (
      select to_char(f.day, 'YYYY-MM') as month, null::text as source, count(*)::int as planned,
             (count(*) filter (where m.state = 'done'))::int as walked, (count(*) filter (where m.state = 'gaps'))::int as gaps
        from days, matter.matter m join places.patrol f on f.matter = m.id
       where f.day >= days.first and f.day < days.past and ${scope.site('m.site')} group by 1
      union all
      select to_char(lower(p.valid), 'YYYY-MM'), p.source, p.planned, p.walked, p.gaps from days, places.past_patrol p
       where p.retired_at is null and p.merged_into is null and p.valid <@ daterange(days.first, days.past) and ${scope.site('p.site', pastPatrol)}
    )
    select month, source, sum(planned)::int as planned, sum(walked)::int as walked, sum(gaps)::int as gaps,
           round(100.0 * sum(walked) / nullif(sum(walked) + sum(gaps), 0), 1)::text as share
      from known group by month, source order by month desc, source nulls first`,
  opens({ month, source }, column, period) {
    const [year = 0, number = 1] = String(month).split('-').map(Number)
    const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
    const within = { first: `${String(month)}-01`, past: next }
    const cut = { first: listDay(period.from) > within.first ? listDay(period.from) : within.first, past: listDay(period.to) < within.past ? listDay(period.to) : within.past }
    if (source !== null) return listPath(pastPatrol, { 'where.from.gte': cut.first, 'where.from.lt': next, 'where.to.lt': listDay(period.to), 'where.source': String(source) })
    return listPath(patrol, {
      'where.day.gte': cut.first, 'where.day.lt': cut.past, 'where.state.in': column === 'walked' || column === 'share' ? 'done' : column === 'gaps' ? 'gaps' : null,
    })
  },
})
