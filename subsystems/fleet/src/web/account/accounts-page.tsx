// 单车核算: what every car drove and cost, those far above their like first; a figure opens its rows, a plate its own sheet.
import { ConsoleLink, dayOf, Empty, Fault, Findings, figure, PageHead, PeriodBar, periodOf, queryText, reportQuery, StackingTable, Tabs, useGo, useNames, useNow, useSay, Waiting } from '@houqin/web-kit'
import type { Days, ReportAnswer, ReportRow } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { fleet, vehicle } from '../../contract/index.ts'
import { heldQuery } from './account-query.ts'
import { yearIn } from './year-days.ts'
import './account.css'

const report = fleet.reports.singleCar
const atFirst = 60

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const today = dayOf(useNow())
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const days = yearIn(search, today)
  const period = periodOf(days)
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...reportQuery(report.id, period), placeholderData: (before) => before })
  const { data: held } = useQuery(heldQuery)
  return (
    <div className="hq-stack">
      <PageHead title={say('单车核算', 'Single-car accounts')} actions={<a className="hq-more" href={`/api/reports/${report.id}/export.xlsx${queryText({ ...period })}`} download>{say('导出 Excel', 'Excel')}</a>} />
      <PeriodBar days={days} onChoose={({ from, to }) => go(`/fleet/accounts?from=${from}&to=${to}`, { replace: true })} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data?.rows.length === 0 && <Empty title={say('这段时间没有里程也没有费用', 'Neither kilometres nor costs in this period')}>{say('里程来自终端、派车单和加油时的里程表，费用记在“单车费用”台账。换一段时间看看。', 'Kilometres come from terminals, slips and the pump, costs from their ledger. Try another period.')}</Empty>}
      {data && data.rows.length > 0 && (
        <Tabs label={say('看什么', 'What to show')} tabs={[
          { key: 'all', title: say(`全部 ${data.rows.length} 辆`, `All ${data.rows.length} cars`), body: () => <Cars answer={data} days={days} past={isPlaceholderData} /> },
          { key: 'held', title: say(`要查的 ${held?.rows.length ?? '…'} 辆`, `${held?.rows.length ?? '…'} to look into`), body: () => <Held /> },
        ]} />
      )}
    </div>
  )
}

function Cars({ answer, days, past }: { answer: ReportAnswer; days: Days; past: boolean }): ReactNode {
  const say = useSay()
  const names = useNames()
  const [use, setUse] = useState('')
  const [sought, setSought] = useState('')
  const [all, setAll] = useState(false)
  const rows = answer.rows.map((row, place) => ({ row, opens: answer.opens[place] ?? {} }))
    .filter(({ row }) => (use === '' || row['use'] === use) && `${String(row['car'])} ${String(row['organ'])}`.toLowerCase().includes(sought.trim().toLowerCase()))
  const sum = (key: string): number => rows.reduce((total, { row }) => total + Number(row[key] ?? 0), 0)
  const [km, total] = [sum('km'), sum('total')]
  const cell = (key: string, text: (value: string) => string) => ({ row, opens }: { row: ReportRow; opens: Readonly<Record<string, string>> }): ReactNode => {
    const value = row[key]
    if (value === null || value === undefined) return '—'
    const to = opens[key]
    return to === undefined ? text(String(value)) : <ConsoleLink to={to}>{text(String(value))}</ConsoleLink>
  }
  const yuan = (value: string): string => `¥${figure(value)}`
  const perKm = (value: string): string => say(`${value} 元`, `¥${value}`)
  return (
    <div className="hq-stack" aria-busy={past}>
      <div className="hq-choose-bar">
        <fieldset className="hq-set hq-switch" aria-label={say('车辆用途', 'Class')}>
          {['', ...Object.keys(vehicle.fields.use.options)].map((key) => (
            <button key={key} type="button" aria-pressed={use === key} onClick={() => { setUse(key); setAll(false) }}>{key === '' ? say('全部', 'All') : names.option(vehicle.fields.use, key)}</button>
          ))}
        </fieldset>
        <input type="search" className="hq-native" value={sought} placeholder={say('车牌或单位', 'Plate or organ')} aria-label={say('车牌或单位', 'Plate or organ')} onChange={({ target }) => setSought(target.value)} />
      </div>
      <p className="hq-figures">
        {say(`${figure(rows.length)} 辆，${figure(Math.round(km))} km，费用 ¥${figure(Math.round(total))}，每公里 ${km === 0 ? '—' : (total / km).toFixed(2)} 元。`, `${figure(rows.length)} cars, ${figure(Math.round(km))} km, ¥${figure(Math.round(total))}, ${km === 0 ? '—' : (total / km).toFixed(2)} yuan a km. `)}
        <span className="hq-secondary">{say('按每公里费用与同类同龄车中位数之比从高到低排列。', 'Ordered by cost per km against the median of the same class and age.')}</span>
      </p>
      <StackingTable label={say('单车核算', 'Single-car accounts')} rows={rows.slice(0, all ? rows.length : atFirst)} keyOf={({ row }) => String(row['id'])} columns={[
        { title: say('车辆', 'Car'), cell: ({ row }) => <ConsoleLink to={`/fleet/account?vehicle=${String(row['id'])}&from=${days.from}&to=${days.to}`}>{row['car']}</ConsoleLink> },
        { title: say('使用单位', 'Used by'), cell: ({ row }) => row['organ'] },
        { title: say('里程', 'Distance'), className: 'hq-figures', cell: cell('km', (value) => `${figure(Math.round(Number(value)))} km`) },
        { title: say('油费电费', 'Fuel'), className: 'hq-figures', cell: cell('fuelCost', yuan) },
        { title: say('百公里油耗', 'L per 100 km'), className: 'hq-figures', cell: cell('perHundred', (value) => `${value} L`) },
        { title: say('维修保养', 'Repair'), className: 'hq-figures', cell: cell('repair', yuan) },
        { title: say('费用合计', 'Total'), className: 'hq-figures', cell: cell('total', yuan) },
        { title: say('每公里', 'Per km'), className: 'hq-figures', cell: cell('perKm', perKm) },
        { title: say('同类同龄中位数', 'Median of its like'), className: 'hq-figures', cell: ({ row }) => (row['median'] === null ? '—' : `${perKm(String(row['median']))} · ${Math.round(Number(row['share'] ?? 0))}%`) },
      ]} />
      {!all && rows.length > atFirst && <button type="button" className="hq-more" onClick={() => setAll(true)}>{say(`其余 ${rows.length - atFirst} 辆`, `${rows.length - atFirst} more`)}</button>}
    </div>
  )
}

function Held(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(heldQuery)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  if (data.rows.length === 0) return <Empty title={say('没有要查的车', 'No car to look into')}>{say('最近十二个月每辆车的账都记到了，费用也与同类车相近。', 'Over the last twelve months every account is kept and costs what its like does.')}</Empty>
  return (
    <ul className="hq-cards">
      {data.rows.map(({ subject, organ, findings }) => (
        <li key={subject.id} className="hq-card">
          <p><strong className="hq-thumbs"><ConsoleLink to={`/fleet/account?vehicle=${subject.id}`}>{subject.name}</ConsoleLink></strong> <span className="hq-small hq-secondary">{organ?.name}</span></p>
          <Findings findings={findings} />
        </li>
      ))}
    </ul>
  )
}
