// 维修统计: the reports of a period as tables, every figure a link to the rows it was counted from.
import { dayOf, daysIn, Fault, figure, PageHead, PeriodBar, periodOf, reportQuery, ReportTable, useMe, useNames, useNow, useSay, Waiting } from '@houqin/web-kit'
import type { Period, ReportAnswer } from '@houqin/web-kit'
import { auditor } from '@houqin/define'
import type { Report } from '@houqin/define'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { serviceDesk } from '../../contract/index.ts'
import './statistics.css'

const { onTime, byMonth, byCategory, bySite, rating, reopened } = serviceDesk.reports
const shown: readonly { readonly report: Report; readonly bars: readonly string[] }[] = Object.freeze([
  { report: onTime, bars: ['asked', 'inTime'] },
  { report: byMonth, bars: ['asked', 'inTime'] },
  { report: byCategory, bars: ['asked'] },
  { report: bySite, bars: ['asked'] },
  { report: rating, bars: ['closed'] },
  { report: reopened, bars: ['reopened'] },
])

export function Screen(): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const [days, setDays] = useState(() => daysIn('', today))
  const period = periodOf(days)
  const held = new Set(useMe().roles.map(({ role }) => role))
  const mine = shown.filter(({ report }) => [...report.read, auditor].some(({ role }) => held.has(role)))
  return (
    <div className="sd-statistics">
      <PageHead title={say('维修统计', 'Repair statistics')} />
      <PeriodBar days={days} onChoose={setDays} />
      {mine.map(({ report, bars }) => (
        <OneReport key={report.id} report={report} bars={bars} period={period} />
      ))}
    </div>
  )
}

function OneReport({ report, bars, period }: { report: Report; bars: readonly string[]; period: Period }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...reportQuery(report.id, period), placeholderData: (before) => before, retry: false })
  return (
    <section aria-label={names.of(report)}>
      <h2 className="sd-report-title">
        {names.of(report)} {data && <Share report={report} answer={data} />}
      </h2>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && (data.rows.length === 0 ? <p className="hq-secondary">{say('这段时间没有记录。', 'Nothing in this period.')}</p> : <ReportTable report={report} answer={data} past={isPlaceholderData} bars={bars} hide={['id']} />)}
    </section>
  )
}

/** The whole period in one figure, where there is one to tell. */
function Share({ report, answer }: { report: Report; answer: ReportAnswer }): ReactNode {
  const say = useSay()
  const sum = (key: string): number => answer.rows.reduce((total, row) => total + Number(row[key] ?? 0), 0)
  const share = (part: number, of: number): string => (of === 0 ? '—' : `${((100 * part) / of).toFixed(1)}%`)
  if (report === onTime) {
    const judged = sum('inTime') + sum('late') + sum('lateOpen')
    return <span className="hq-secondary hq-figures">{say(`报修 ${figure(sum('asked'))} 件 · 及时率 ${share(sum('inTime'), judged)}`, `${figure(sum('asked'))} reported, ${share(sum('inTime'), judged)} in time`)}</span>
  }
  if (report === reopened) return <span className="hq-secondary hq-figures">{say(`返修率 ${share(sum('reopened'), sum('finished'))}`, `${share(sum('reopened'), sum('finished'))} came back`)}</span>
  return null
}
