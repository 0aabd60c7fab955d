// One report: a period, a table whose every figure opens its rows, Excel and paper.
import { dayOf, DayInput, Empty, Fault, PageHead, PrintOut, queryText, reportQuery, ReportTable, useGo, useHouse, useNames, useNow, useSay, useScreenParam, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { daysIn, periodOf, spanOf, spans } from './period.ts'
import type { Days } from './period.ts'
import '../due/due.css'
import './reports.css'

export function ReportPage(): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const { parts } = useHouse()
  const id = useScreenParam('id')
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const today = dayOf(useNow())
  const days = daysIn(search, today)
  const [printing, setPrinting] = useState(false)
  const report = parts.flatMap(({ subsystem }) => Object.values(subsystem.reports)).find((one) => one.id === id)
  const { data, error, refetch } = useQuery({ ...reportQuery(id, periodOf(days)), placeholderData: (before) => before })
  if (!report) return <Empty title={say('没有这个统计', 'There is no such report')} />
  const choose = ({ from, to }: Days): void => go(`/reports/${id}?from=${from}&to=${to}`, { replace: true })
  const words = { month: say('本月', 'This month'), lastMonth: say('上月', 'Last month'), days30: say('近 30 天', '30 days'), quarter: say('本季度', 'This quarter'), year: say('今年', 'This year') }
  const span = `${days.from} – ${days.to}`
  const table = data && data.rows.length > 0 && <ReportTable report={report} answer={data} hide={['id', 'parent']} />
  return (
    <div className="hq-due-page">
      <PageHead
        title={names.of(report)}
        back={{ to: '/reports', title: say('统计', 'Reports') }}
        actions={
          <>
            <button type="button" className="hq-more" disabled={!data} onClick={() => setPrinting(true)}>
              {say('打印', 'Print')}
            </button>
            <a className="hq-more" href={`/api/reports/${id}/export.xlsx${queryText({ ...periodOf(days) })}`} download>
              {say('导出 Excel', 'Excel')}
            </a>
          </>
        }
      />
      <div className="hq-due-bar">
        <fieldset className="hq-set hq-due-switch" aria-label={say('期间', 'Period')}>
          {spans.map((one) => {
            const { from, to } = spanOf(one, today)
            return (
              <button key={one} type="button" aria-pressed={from === days.from && to === days.to} onClick={() => choose({ from, to })}>
                {words[one]}
              </button>
            )
          })}
        </fieldset>
        <div className="hq-row hq-report-days">
          <DayInput value={days.from} label={say('从', 'From')} onChange={(from) => from && choose({ from, to: from > days.to ? from : days.to })} />
          <span aria-hidden="true">–</span>
          <DayInput value={days.to} label={say('到', 'To')} onChange={(to) => to && choose({ from: to < days.from ? to : days.from, to })} />
        </div>
      </div>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && data.rows.length === 0 && <Empty title={say('这段时间没有记录', 'Nothing in this period')}>{say('换一个期间再看。', 'Choose another period.')}</Empty>}
      {table}
      {printing && (
        <PrintOut onDone={() => setPrinting(false)}>
          <h1>{names.of(report)}</h1>
          <p>{span}</p>
          {table}
        </PrintOut>
      )}
    </div>
  )
}
