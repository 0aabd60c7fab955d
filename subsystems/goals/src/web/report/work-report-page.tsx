// 工作报告: the bureau's own claims as sentences of live figures, each opening its rows, printed as the office prints its papers.
import { dayOf, daysIn, Empty, Fault, PageHead, PeriodBar, periodOf, PrintOut, useGo, useNow, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { workReportQuery } from '../goals-query.ts'
import { ReportText } from './report-text.tsx'
import './work-report.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const days = daysIn(search, dayOf(useNow()))
  const [printing, setPrinting] = useState(false)
  const { data, error, refetch } = useQuery({ ...workReportQuery(periodOf(days)), placeholderData: (before) => before })
  const title = say('机关事务工作报告', 'Report on the work of the bureau')
  const span = say(`（${days.from} 至 ${days.to}）`, `(${days.from} – ${days.to})`)
  return (
    <div className="hq-stack">
      <PageHead
        title={say('工作报告', 'Work report')}
        actions={
          <button type="button" className="hq-more" disabled={!data} onClick={() => setPrinting(true)}>
            {say('打印', 'Print')}
          </button>
        }
      />
      <PeriodBar days={days} onChoose={({ from, to }) => go(`/goals/work-report?from=${from}&to=${to}`, { replace: true })} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={12} />}
      {data?.chapters.length === 0 && <Empty title={say('没有您能看的内容', 'There is nothing here that you may read')} />}
      {data && data.chapters.length > 0 && (
        <article className="hq-panel go-report">
          <h2 className="go-report-title">{title}</h2>
          <p className="go-report-span">{span}</p>
          <ReportText report={data} />
        </article>
      )}
      {printing && data && (
        <PrintOut onDone={() => setPrinting(false)}>
          <div className="go-paper">
            <h1>{title}</h1>
            <p className="go-report-span">{span}</p>
            <ReportText report={data} />
          </div>
        </PrintOut>
      )}
    </div>
  )
}
