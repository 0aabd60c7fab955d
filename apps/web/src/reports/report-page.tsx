// One report: a period, a table whose every figure opens its rows, Excel and paper.
import { AsOfBar, dayIn, dayOf, daysIn, Empty, Fault, PageHead, PeriodBar, periodOf, PrintOut, queryText, reportQuery, ReportTable, useGo, useHouse, useNames, useNow, useSay, useScreenParam, Waiting } from '@houqin/web-kit'
import type { Days, ReportRow } from '@houqin/web-kit'
import type { Field, Register, Report } from '@houqin/define'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import '../due/due.css'

export function ReportPage(): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const { loaded: parts } = useHouse()
  const id = useScreenParam('id')
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const today = dayOf(useNow())
  const [printing, setPrinting] = useState(false)
  const report = parts.flatMap(({ subsystem }) => Object.values(subsystem.reports)).find((one) => one.id === id)
  const at = dayIn(search, today)
  const days = report?.asOf === undefined ? daysIn(search, today) : { from: at, to: at }
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...reportQuery(id, periodOf(days)), placeholderData: (before) => before })
  if (!report) return <Empty title={say('没有这个统计', 'There is no such report')} />
  const wording = wordsOf(report, parts.flatMap(({ subsystem }) => Object.values<Register>(subsystem.registers)), names.option)
  const choose = ({ from, to }: Days): void => go(`/reports/${id}?from=${from}&to=${to}`, { replace: true })
  const span = report.asOf === undefined ? `${days.from} – ${days.to}` : say(`截至 ${report.asOf === 'now' ? today : days.to}`, `As of ${report.asOf === 'now' ? today : days.to}`)
  const table = data && data.rows.length > 0 && <ReportTable report={report} answer={data} past={isPlaceholderData} hide={['id', 'parent']} wording={wording} />
  return (
    <div className="hq-due-page">
      <PageHead
        title={names.of(report)}
        back={{ to: '/reports', title: say('统计', 'Reports') }}
        actions={
          <>
            <button type="button" className="hq-more" disabled={!data || isPlaceholderData} onClick={() => setPrinting(true)}>
              {say('打印', 'Print')}
            </button>
            <a className="hq-more" href={`/api/reports/${id}/export.xlsx${queryText({ ...periodOf(days) })}`} download>
              {say('导出 Excel', 'Excel')}
            </a>
          </>
        }
      />
      {report.asOf === undefined && <PeriodBar days={days} onChoose={choose} />}
      {report.asOf === 'day' && <AsOfBar day={days.to} onChoose={(day) => choose({ from: day, to: day })} />}
      {report.asOf === 'now' && <p className="hq-secondary">{span}</p>}
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && data.rows.length === 0 && (report.asOf === undefined
        ? <Empty title={say('这段时间没有记录', 'Nothing in this period')}>{say('换一个期间再看。', 'Choose another period.')}</Empty>
        : <Empty title={say('那一天没有记录', 'Nothing on that day')} />)}
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

/** A column called as a choice of a register of its subsystem holds that choice's keys: they are shown in words. */
function wordsOf(report: Report, registers: readonly Register[], option: (field: Field, key: string) => string): Readonly<Record<string, (row: ReportRow) => ReactNode>> {
  const own = registers.filter(({ id }) => id.split('.')[0] === report.id.split('.')[0])
  return Object.fromEntries(
    Object.entries(report.columns).filter(([, { kind }]) => kind === 'text').map(([key]) => [
      key,
      (row: ReportRow): ReactNode => {
        const value = String(row[key] ?? '')
        const field = own.flatMap(({ fields }) => fields[key] ?? []).find((one) => one.kind === 'choice' && Object.hasOwn(one.options, value))
        return field ? option(field, value) : row[key]
      },
    ]),
  )
}
