// Submissions to the city 历次报送市平台: each version that was handed over until the end of the period, how many rows were new, and how the city answered.
import { defineReport } from '@houqin/define'
import type { Query, ReportCell, ReportPeriod, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { citySubmission } from '../city/city-submission.ts'
import { dayPast } from './in-period.ts'

/** As `m` with its facts `f`. */
export function handedOver(period: ReportPeriod, sql: SqlTag): Query<Record<string, ReportCell>> {
  return sql<Record<string, ReportCell>>`matter.matter m join office_space.city_submission f on f.matter = m.id where f.handed_on < ${dayPast(period, sql)}`
}
export const submissionColumns = {
  rows: { title: '新增、变更、撤销', kind: 'int', unit: '条' },
  accepted: { title: '已接收', kind: 'int', unit: '条' },
  rejected: { title: '被退回', kind: 'int', unit: '条' },
  again: { title: '改正后再报', kind: 'int', unit: '条' },
} as const

export const submissions = defineReport('office-space.submissions', {
  title: '历次报送市平台',
  read: [placesOfficer, bureauLeader],
  asOf: 'day',
  columns: { number: { title: '报送单', kind: 'name' }, day: { title: '数据日期', kind: 'text' }, handed: { title: '送交日期', kind: 'text' }, ...submissionColumns },
  query: (period, _, sql) => sql`
    select m.number, f.day::text as day, f.handed_on::text as handed, coalesce(f.added + f.changed + f.gone, 0) as rows, coalesce(f.accepted, 0) as accepted, coalesce(f.rejected, 0) as rejected, coalesce(f.again, 0) as again
      from ${handedOver(period, sql)} order by f.handed_on desc, m.number desc`,
  opens: ({ number }) => `/matters/${citySubmission.id}/${String(number)}`,
})
