// A report as a table: words left, figures right, each figure a link to the rows it was counted from, bars where they help.
import type { Report, ReportColumn } from '@houqin/define'
import type { ReportAnswer, ReportRow } from '@houqin/wire'
import type { ReactNode } from 'react'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { figure, unitText } from '../format/quantity.ts'
import { useWhole } from '../site/use-site.ts'
import { useNames, useSay } from '../words/words.tsx'
import './report-table.css'

/** @param bars columns drawn as bars, all on one zero-based scale. @param hide columns only the links need, such as an id. */
export function ReportTable({ report, answer, past = false, bars = [], hide = [], wording = {} }: {
  report: Report
  answer: ReportAnswer
  /** The figures are of the period chosen before, until those of this one arrive: seen, but not opened. */
  past?: boolean
  bars?: readonly string[]
  hide?: readonly string[]
  /** How the words of a column are shown. */
  wording?: Readonly<Record<string, (row: ReportRow) => ReactNode>>
}): ReactNode {
  const say = useSay()
  const names = useNames()
  const whole = useWhole()
  const columns = Object.entries(report.columns).filter(([key]) => !hide.includes(key))
  const most = Math.max(1, ...answer.rows.flatMap((row) => bars.map((key) => Number(row[key] ?? 0))))
  return (
    <section className="hq-report" aria-label={names.of(report)} aria-busy={past} inert={past}>
      <table>
        <thead>
          <tr>
            {columns.map(([key, column]) => (
              <th key={key} scope="col" data-kind={isWords(column) ? undefined : 'figure'}>
                {names.of(column)}
                {column.unit && <span className="hq-secondary hq-small"> {unitText(column.unit, say)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row, place) => (
            <tr key={place}>
              {columns.map(([key, column], at) => {
                if (isWords(column)) {
                  const said = wording[key]?.(row) ?? row[key] ?? '—'
                  const own = answer.opens[place]?.[key]
                  const words = own === undefined || said === '—' ? said : <ConsoleLink to={own}>{said}</ConsoleLink>
                  return at === 0 ? (
                    <th key={key} scope="row">
                      {words}
                    </th>
                  ) : (
                    <td key={key} data-title={names.of(column)} data-empty={said === '—' || undefined}>
                      {words}
                    </td>
                  )
                }
                const to = answer.opens[place]?.[key]
                const shown = cellText(row[key] ?? null, column, say)
                return (
                  <td key={key} data-kind="figure" data-title={`${names.of(column)} ${unitText(column.unit ?? '', say)}`} className="hq-figures">
                    {to !== undefined && row[key] !== null && row[key] !== undefined ? <ConsoleLink to={whole(to)}>{shown}</ConsoleLink> : shown}
                    {bars.includes(key) && <span className="hq-report-bar" aria-hidden="true" style={{ width: `calc(var(--bar) * ${Number(row[key] ?? 0) / most})` }} />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function isWords({ kind }: ReportColumn): boolean {
  return kind === 'text' || kind === 'name'
}
function cellText(value: string | number | null, { kind, unit }: ReportColumn, say: (zh: string, en: string) => string): string {
  if (value === null) return '—'
  if (kind === 'percent') return `${value}%`
  if (kind === 'duration') return say(`${value} 小时`, `${value} h`)
  return unit === '元' ? `¥${figure(value)}` : figure(value)
}
