// Censuses 历次清查: of each site that was counted in the period, what was expected, how it was found, and whether the ledger follows.
import { defineReport } from '@houqin/define'
import type { Query, Report, ReportCell, ReportPeriod, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, site } from '@houqin/places'
import { census } from '../census/census.ts'

/** Rooms of the censuses that were begun in the period and not given up, each row with its matter's number, state and site. */
export function countedRooms(period: ReportPeriod, scope: Parameters<Report['query']>[1], sql: SqlTag): Query<Record<string, ReportCell>> {
  return sql<Record<string, ReportCell>>`
    select m.id, m.number, m.state, m.site, m.opened_at, c.outcome from matter.matter m join office_space.census_room c on c.matter = m.id
     where m.kind = ${census.id} and m.state <> 'dropped' and m.opened_at >= ${period.from} and m.opened_at < ${period.to} and ${scope.site('m.site')}`
}
/** Over `countedRooms`; what differs or was not found is settled once another officer has signed. */
export function roomFigures(sql: SqlTag): Query<Record<string, ReportCell>> {
  return sql<Record<string, ReportCell>>`
    count(*)::int as rooms, count(outcome)::int as seen, (count(*) filter (where outcome = 'same'))::int as same, (count(*) filter (where outcome = 'differs'))::int as differing,
    (count(*) filter (where outcome = 'missing'))::int as missing, (count(*) filter (where outcome in ('differs', 'missing') and state = 'closed'))::int as settled,
    (count(*) filter (where outcome in ('differs', 'missing') and state <> 'closed'))::int as "open"`
}
export const roomColumns = {
  rooms: { title: '应查', kind: 'int', unit: '间' },
  seen: { title: '已查', kind: 'int', unit: '间' },
  same: { title: '与台账一致', kind: 'int', unit: '间' },
  differing: { title: '不符', kind: 'int', unit: '间' },
  missing: { title: '没有找到', kind: 'int', unit: '间' },
  settled: { title: '复核签字、已处理', kind: 'int', unit: '间' },
  open: { title: '待复核', kind: 'int', unit: '间' },
} as const

export const censuses = defineReport('office-space.censuses', {
  title: '历次清查情况',
  read: [placesOfficer, bureauLeader],
  columns: { number: { title: '清查单', kind: 'name' }, id: { title: '场所编号', kind: 'text' }, site: { title: '场所', kind: 'name' }, opened: { title: '开始', kind: 'text' }, ...roomColumns },
  query: (period, scope, sql) => sql`
    with counted as (${countedRooms(period, scope, sql)})
    select c.number, s.id::text as id, s.label as site, to_char(min(c.opened_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as opened, ${roomFigures(sql)}
      from counted c join places.site s on s.id = c.site group by c.id, c.number, s.id, s.label order by min(c.opened_at) desc, c.number`,
  opens: ({ id, number }, column) => (column === 'site' ? `/registers/${site.id}/${String(id)}` : `/matters/${census.id}/${String(number)}`),
})
