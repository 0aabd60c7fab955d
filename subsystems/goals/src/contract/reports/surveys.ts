// What the survey says 测评结果: the quarter in one row, and organ by organ.
import { auditor, defineReport, listPath } from '@houqin/define'
import type { ReportPeriod } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { goalsOfficer } from '../roles.ts'
import { survey } from '../survey.ts'

const read = [goalsOfficer, bureauLeader, auditor]
const asked = (period: ReportPeriod) => ({ 'where.openedAt.gte': period.from.toISOString(), 'where.openedAt.lt': period.to.toISOString() })

export const surveysAnswered = defineReport('goals.surveys-answered', {
  title: '单位满意度测评',
  read,
  columns: {
    sent: { title: '发出', kind: 'int', unit: '份' },
    all: { title: '收回', kind: 'int', unit: '份' },
    good: { title: '满意以上', kind: 'int', unit: '份' },
    share: { title: '满意率', kind: 'percent' },
  },
  claim: { number: 53, says: '充分征求意见：本期向各单位发出满意度测评 {sent}，收回 {all}，总体评价满意以上 {good}，满意率 {share}。' },
  goal: { of: 'satisfied', formula: '总体评价“满意”“很满意”的测评 ÷ 收回的测评' },
  query: (period, scope, sql) => sql`
    select count(*)::int as sent, (count(*) filter (where m.state = 'answered'))::int as "all",
           (count(*) filter (where f.overall in ('s4', 's5')))::int as good,
           round(100.0 * count(*) filter (where f.overall in ('s4', 's5')) / nullif(count(*) filter (where m.state = 'answered'), 0), 1)::text as share
      from matter.matter m join goals.survey f on f.matter = m.id
     where m.opened_at >= ${period.from} and m.opened_at < ${period.to} and ${scope.organ('m.organ')}`,
  opens: (_, column, period) =>
    listPath(survey, {
      ...asked(period),
      'where.state': column === 'all' ? 'answered' : null,
      'where.overall.in': column === 'good' || column === 'share' ? 's4,s5' : null,
    }),
})

export const surveysByOrgan = defineReport('goals.surveys-by-organ', {
  title: '满意度测评（分单位）',
  read,
  columns: {
    id: { title: '单位编号', kind: 'text' },
    organ: { title: '单位', kind: 'text' },
    sent: { title: '发出', kind: 'int', unit: '份' },
    all: { title: '收回', kind: 'int', unit: '份' },
    safe: { title: '安全', kind: 'mean', unit: '分' },
    orderly: { title: '规范', kind: 'mean', unit: '分' },
    efficient: { title: '高效', kind: 'mean', unit: '分' },
    overall: { title: '总体', kind: 'mean', unit: '分' },
  },
  // The least satisfied first: they are who should be called.
  query: (period, scope, sql) => sql`
    select o.id::text as id, o.label as organ, count(*)::int as sent, (count(*) filter (where m.state = 'answered'))::int as "all",
           round(avg(right(f.safe, 1)::int), 2)::text as safe, round(avg(right(f.orderly, 1)::int), 2)::text as orderly,
           round(avg(right(f.efficient, 1)::int), 2)::text as efficient, round(avg(right(f.overall, 1)::int), 2)::text as overall
      from matter.matter m join goals.survey f on f.matter = m.id join people.organ o on o.id = m.organ
     where m.opened_at >= ${period.from} and m.opened_at < ${period.to} and ${scope.organ('m.organ')}
     group by o.id, o.label order by avg(right(f.overall, 1)::int) nulls last, o.label collate "zh-natural"`,
  opens: (row, column, period) =>
    listPath(survey, { ...asked(period), 'where.organ': String(row.id), 'where.state': column === 'sent' ? null : 'answered' }),
})
