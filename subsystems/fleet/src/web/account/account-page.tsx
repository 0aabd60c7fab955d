// 单车核算表: one car month by month; which kilometres count and why, every figure with its rows, and the sheet on paper with its signatures.
import { ConsoleLink, dayAfter, dayOf, Fault, Findings, figure, PageHead, PeriodBar, pathOfRegister, queryText, StackingTable, useGo, useNames, useNow, useSay, Waiting } from '@houqin/web-kit'
import type { Say } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { cost, vehicle } from '../../contract/index.ts'
import { accountQuery, heldQuery } from './account-query.ts'
import type { AccountMonth, CarAccount } from '../../contract/answers.ts'
import { AccountPaper } from './account-paper.tsx'
import { yearIn } from './year-days.ts'
import './account.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const names = useNames()
  const today = dayOf(useNow())
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const id = new URLSearchParams(search).get('vehicle') ?? ''
  const days = yearIn(search, today)
  const [printing, setPrinting] = useState(false)
  const { data, error, refetch } = useQuery({ ...accountQuery(id, days), placeholderData: (before) => before })
  const { data: held } = useQuery(heldQuery)
  const findings = held?.rows.find(({ subject }) => subject.id === id)?.findings ?? []
  const title = data ? data.vehicle.plate : say('单车核算表', 'Account of a car')
  return (
    <div className="hq-stack">
      <PageHead title={title} back={{ to: `/fleet/accounts?from=${days.from}&to=${days.to}`, title: say('单车核算', 'Single-car accounts') }}
        beside={data && <span className="hq-secondary">{data.vehicle.organ.name} · {names.option(vehicle.fields.use, data.vehicle.use)} · {names.option(vehicle.fields.energy, data.vehicle.energy)}</span>}
        actions={<>{data && <a className="hq-more" href={`/api/fleet/account/export.xlsx${queryText({ vehicle: data.vehicle.id, ...days })}`} download>{say('导出 Excel', 'Excel')}</a>}<button type="button" className="hq-more" disabled={!data} onClick={() => setPrinting(true)}>{say('打印', 'Print')}</button></>} />
      <PeriodBar days={days} onChoose={({ from, to }) => go(`/fleet/account?vehicle=${id}&from=${from}&to=${to}`, { replace: true })} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data && (
        <>
          <Sums account={data} />
          <p className="hq-secondary">{whyText(data.months, say)}</p>
          {findings.length > 0 && <Findings findings={findings} />}
          <Months account={data} days={days} />
        </>
      )}
      {printing && data && <AccountPaper account={data} days={days} onDone={() => setPrinting(false)} />}
    </div>
  )
}

function Sums({ account: { vehicle: car, sums } }: { account: CarAccount }): ReactNode {
  const say = useSay()
  if (sums === null) return <p>{say('这段时间没有里程也没有费用。', 'Neither kilometres nor costs in this period.')}</p>
  const share = sums['share'] === null ? null : Math.round(Number(sums['share']))
  const tiles: readonly (readonly [label: string, value: string])[] = [
    [say('里程', 'Distance'), `${figure(Math.round(Number(sums['km'] ?? 0)))} km`],
    [say('费用合计', 'Total'), `¥${figure(String(sums['total'] ?? '0'))}`],
    [say('每公里', 'Per km'), sums['perKm'] === null ? '—' : say(`${String(sums['perKm'])} 元`, `¥${String(sums['perKm'])}`)],
    [say('每百公里', 'Per 100 km'), sums['perKm'] === null ? '—' : say(`${(Number(sums['perKm']) * 100).toFixed(0)} 元`, `¥${(Number(sums['perKm']) * 100).toFixed(0)}`)],
    ...(car.energy === 'electric' ? [] : [[say('百公里油耗', 'Fuel per 100 km'), sums['perHundred'] === null ? '—' : `${String(sums['perHundred'])} L`] as const]),
    [say('同类同龄中位数', 'Median of its like'), sums['median'] === null ? '—' : say(`${String(sums['median'])} 元`, `¥${String(sums['median'])}`)],
  ]
  return (
    <dl className="fl-sums">
      {tiles.map(([label, value]) => <div key={label} className="hq-panel"><dt className="hq-small hq-secondary">{label}</dt><dd className="hq-figures">{value}</dd></div>)}
      {share !== null && <div className="hq-panel" data-high={share > 150 || undefined}><dt className="hq-small hq-secondary">{say('与中位数之比', 'Share of the median')}</dt><dd className="hq-figures">{share}%</dd></div>}
    </dl>
  )
}

/** Which kilometres were counted, and why. */
function whyText(months: readonly AccountMonth[], say: Say): string {
  const by = (source: AccountMonth['by']): number => months.filter((one) => one.by === source).length
  const [terminal, slips, odometer] = [by('terminal'), by('slips'), by('odometer')]
  const said = [
    ...(terminal > 0 ? [say(`${terminal} 个月以终端里程为准（没有派车单的行驶也算在内）`, `the terminal’s count in ${terminal} months, for they hold what has no slip`)] : []),
    ...(slips > 0 ? [say(`${slips} 个月派车单里程更多，终端有漏报，以派车单为准`, `in ${slips} months the slips say more, for the terminal was deaf, and they count`)] : []),
    ...(odometer > 0 ? [say(`${odometer} 个月没有终端和派车单，按加油时登记的里程表计算`, `in ${odometer} months there was neither, and readings at the pump count`)] : []),
  ]
  return said.length === 0 ? say('没有任何里程来源：装终端、登记派车单，或加油时填里程表读数。', 'There is no source of kilometres: fit a terminal, use slips, or enter the odometer at the pump.') : say(`里程：${said.join('；')}。`, `Kilometres: ${said.join('; ')}.`)
}

function Months({ account: { vehicle: car, months }, days }: { account: CarAccount; days: { readonly from: string; readonly to: string } }): ReactNode {
  const say = useSay()
  const spanOf = (month: string): { from: string; to: string } => {
    const last = dayAfter(`${nextMonth(month)}-01`, -1)
    return { from: `${month}-01` < days.from ? days.from : `${month}-01`, to: last > days.to ? days.to : last }
  }
  const spent = (kinds: string | null, value: (one: AccountMonth) => string | null, text: (amount: string) => string) => (one: AccountMonth): ReactNode => {
    const amount = value(one)
    if (amount === null) return '—'
    const { from, to } = spanOf(one.month)
    return <ConsoleLink to={`${pathOfRegister(cost.id)}${queryText({ 'where.vehicle': car.id, ...(kinds !== null && { 'where.kind.in': kinds }), 'where.day.gte': from, 'where.day.lt': dayAfter(to, 1) })}`}>{text(amount)}</ConsoleLink>
  }
  const yuan = (amount: string): string => `¥${figure(amount)}`
  return (
    <StackingTable label={say('逐月核算', 'By month')} rows={months.toReversed()} keyOf={({ month }) => month} columns={[
      { title: say('月份', 'Month'), cell: ({ month }) => month },
      { title: say('计算里程', 'Counted'), className: 'hq-figures', cell: ({ km }) => (km === null ? '—' : `${figure(km)} km`) },
      { title: say('终端', 'Terminal'), className: 'hq-figures', cell: ({ month, terminal }) => (terminal === null ? '—' : <ConsoleLink to={`/fleet/car-days${queryText({ vehicle: car.id, ...spanOf(month) })}`}>{figure(terminal)} km</ConsoleLink>) },
      { title: say('派车单', 'Slips'), className: 'hq-figures', cell: ({ slips }) => (slips === null ? '—' : <ConsoleLink to={`/matters/fleet.use${queryText({ 'where.vehicle': car.id })}`}>{figure(slips)} km</ConsoleLink>) },
      { title: say('里程表', 'Odometer'), className: 'hq-figures', cell: ({ odometer }) => (odometer === null ? '—' : `${figure(odometer)} km`) },
      { title: say('油费电费', 'Fuel'), className: 'hq-figures', cell: spent('fuel,charging', ({ fuelCost }) => fuelCost, yuan) },
      { title: car.energy === 'electric' ? say('充电', 'Charged') : say('加油', 'Fuel, L'), className: 'hq-figures', cell: spent(car.energy === 'electric' ? 'charging' : 'fuel', ({ litres, kwh }) => (car.energy === 'electric' ? kwh : litres), (amount) => `${figure(amount)} ${car.energy === 'electric' ? 'kWh' : 'L'}`) },
      { title: say('维修保养', 'Repair'), className: 'hq-figures', cell: spent('repair', ({ repair }) => repair, yuan) },
      { title: say('保险', 'Insurance'), className: 'hq-figures', cell: spent('insurance', ({ insurance }) => insurance, yuan) },
      { title: say('通行费', 'Tolls'), className: 'hq-figures', cell: spent('toll', ({ toll }) => toll, yuan) },
      { title: say('合计', 'Total'), className: 'hq-figures', cell: spent(null, ({ total }) => total, yuan) },
      { title: say('每公里', 'Per km'), className: 'hq-figures', cell: ({ perKm }) => (perKm === null ? '—' : say(`${perKm} 元`, `¥${perKm}`)) },
    ]} />
  )
}
function nextMonth(month: string): string {
  const [year, nth] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`
}
