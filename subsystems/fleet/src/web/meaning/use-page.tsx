// 用车统计: the use of the cars in a period by organ and by car; every figure opens to the days it was added up from, and leaves as a workbook.
import { dayOf, daysIn, Fault, PageHead, PeriodBar, periodOf, reportQuery, ReportTable, useNames, useNow, useSay, Waiting } from '@houqin/web-kit'
import type { Period } from '@houqin/web-kit'
import type { Report } from '@houqin/define'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { fleet } from '../../contract/index.ts'

const { useByOrgan, useByCar } = fleet.reports

export function Screen(): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const [days, setDays] = useState(() => daysIn('', today))
  const period = periodOf(days)
  return (
    <div className="hq-stack">
      <PageHead title={say('用车统计', 'How the cars are used')} />
      <PeriodBar days={days} onChoose={setDays} />
      {[useByOrgan, useByCar].map((report) => <OneReport key={report.id} report={report} period={period} />)}
    </div>
  )
}

function OneReport({ report, period }: { report: Report; period: Period }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...reportQuery(report.id, period), placeholderData: (before) => before, retry: false })
  return (
    <section aria-label={names.of(report)} className="hq-stack">
      <h2>
        {names.of(report)}{' '}
        {data && data.rows.length > 0 && <a className="hq-small" href={`/api/reports/${report.id}/export.xlsx?${new URLSearchParams({ ...period }).toString()}`} download>{say('导出 Excel', 'As a workbook')}</a>}
      </h2>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && (data.rows.length === 0
        ? <p className="hq-secondary">{say('这段时间没有车辆上报位置。换一段时间，或检查终端是否接入。', 'No car reported in this period. Try another, or see whether the terminals are connected.')}</p>
        : <ReportTable report={report} answer={data} past={isPlaceholderData} bars={['km']} hide={['id']} />)}
    </section>
  )
}
