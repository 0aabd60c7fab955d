// 使用率: on how many working days each car was out, by car, class, organ and month; how many at once, which stood; what stands idle starts a transfer or a disposal.
import { call, ConsoleLink, dayAfter, dayOf, daysIn, Empty, Fault, figure, PageHead, pathOfMatter, PeriodBar, queryText, Sheet, StackingTable, Tabs, useCan, useGo, useNames, useNow, useSay, Waiting, wallClock } from '@houqin/web-kit'
import type { Days } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { OutOnADay, UsedCar, UsedGroup, Utilisation } from '../../contract/answers.ts'
import { disposal, transfer, vehicle } from '../../contract/index.ts'
import './account.css'
import './right-sizing.css'

const atFirst = 60
interface On { readonly day: string; readonly use?: string; readonly organ?: string; readonly title: string }
const utilisationQuery = (days: Days) => queryOptions({ queryKey: ['fleet', 'utilisation', days], staleTime: 300_000, queryFn: ({ signal }) => call<Utilisation>(`/fleet/utilisation${queryText({ ...days })}`, { signal }) })
const outOnQuery = ({ day, use, organ }: On) =>
  queryOptions({ queryKey: ['fleet', 'utilisation-day', day, use, organ], queryFn: ({ signal }) => call<{ rows: readonly OutOnADay<string>[] }>(`/fleet/utilisation/day${queryText({ day, ...(use !== undefined && { use }), ...(organ !== undefined && { organ }) })}`, { signal }) })

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const today = dayOf(useNow())
  // a quarter of a year is what one looks at; twelve months are a press away
  const days = new URLSearchParams(search).has('from') ? daysIn(search, today) : { from: dayAfter(today, -91), to: dayAfter(today, -1) }
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...utilisationQuery(days), placeholderData: (before) => before })
  const [on, setOn] = useState<On | null>(null)
  const toPeriod = ({ from, to }: Days): void => go(`/fleet/utilisation?from=${from}&to=${to}`, { replace: true })
  return (
    <div className="hq-stack">
      <PageHead title={say('使用率', 'Utilisation')} actions={<><a className="hq-more" href={`/api/fleet/utilisation/export.xlsx${queryText({ ...days })}`} download>{say('导出 Excel', 'Excel')}</a><ConsoleLink className="hq-more" to="/fleet/right-sizing">{say('精简测算', 'Right-sizing')}</ConsoleLink></>} />
      <PeriodBar days={days} onChoose={toPeriod} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data?.cars.length === 0 && <Empty title={say('没有车辆', 'No cars')}>{say('换一段时间，或先登记公务车辆。', 'Try another period, or enter the cars first.')}</Empty>}
      {data && data.cars.length > 0 && (
        <div className="hq-stack" aria-busy={isPlaceholderData}>
          <Said data={data} />
          <Tabs label={say('看什么', 'What to show')} tabs={[
            { key: 'cars', title: say('按车', 'By car'), body: () => <Cars data={data} /> },
            { key: 'uses', title: say('按用途', 'By class'), body: () => <Groups data={data} rows={data.uses} by="use" onDay={setOn} /> },
            { key: 'organs', title: say('按单位', 'By organ'), body: () => <Groups data={data} rows={data.organs} by="organ" onDay={setOn} /> },
            { key: 'months', title: say('按月', 'By month'), body: () => <Months data={data} onDay={setOn} onMonth={toPeriod} /> },
          ]} />
        </div>
      )}
      {on && <DayOut on={on} onClose={() => setOn(null)} />}
    </div>
  )
}

const shareOf = (days: number, of: number): string => (of === 0 ? '—' : `${Math.round((days / of) * 100)}%`)

function Said({ data: { cars, workingDays, days } }: { data: Utilisation }): ReactNode {
  const say = useSay()
  const known = cars.filter((car) => car.known)
  const idle = known.filter(({ last }) => last === null).length
  const share = shareOf(known.reduce((sum, car) => sum + car.days, 0), known.length * workingDays)
  return (
    <p>
      {say(`${days.from} 至 ${days.to} 有 ${workingDays} 个工作日，${known.length} 辆车工作日出车率 ${share}，${idle} 辆一天也没有出过车。`, `${workingDays} working days from ${days.from} to ${days.to}: ${known.length} cars were out on ${share} of them, ${idle} on none.`)}
      {known.length < cars.length && <span className="hq-warning">{say(`另有 ${cars.length - known.length} 辆没有终端也没有派车单，说不清用没用，不算在内。`, ` Of ${cars.length - known.length} more neither terminal nor slip tells; they are left out.`)}</span>}
    </p>
  )
}

type Order = 'least' | 'most'
function Cars({ data }: { data: Utilisation }): ReactNode {
  const say = useSay()
  const names = useNames()
  const [use, setUse] = useState('')
  const [sought, setSought] = useState('')
  const [order, setOrder] = useState<Order>('least')
  const [all, setAll] = useState(false)
  const { days, workingDays } = data
  const mayTransfer = useCan(transfer.id)('start')
  const mayDispose = useCan(disposal.id)('start')
  const sign = order === 'least' ? 1 : -1
  const rows = data.cars.filter((car) => (use === '' || car.use === use) && `${car.plate} ${car.organ.name}`.toLowerCase().includes(sought.trim().toLowerCase()))
    .toSorted((a, b) => Number(b.known) - Number(a.known) || sign * (a.days - b.days || a.hours - b.hours))
  const why = ({ days: on }: UsedCar): string => say(`使用率：${days.from} 至 ${days.to} 的 ${workingDays} 个工作日出车 ${on} 天`, `Utilisation: out on ${on} of ${workingDays} working days from ${days.from} to ${days.to}`)
  const seldom = (car: UsedCar): boolean => car.known && car.days * 5 < workingDays
  return (
    <div className="hq-stack">
      <div className="hq-choose-bar">
        <fieldset className="hq-set hq-switch" aria-label={say('车辆用途', 'Class')}>
          {['', ...Object.keys(vehicle.fields.use.options)].map((key) => <button key={key} type="button" aria-pressed={use === key} onClick={() => { setUse(key); setAll(false) }}>{key === '' ? say('全部', 'All') : names.option(vehicle.fields.use, key)}</button>)}
        </fieldset>
        <fieldset className="hq-set hq-switch" aria-label={say('次序', 'Order')}>
          {([['least', say('用得少的在前', 'Least first')], ['most', say('用得多的在前', 'Most first')]] as const).map(([key, label]) => <button key={key} type="button" aria-pressed={order === key} onClick={() => setOrder(key)}>{label}</button>)}
        </fieldset>
        <input type="search" className="hq-native" value={sought} placeholder={say('车牌或单位', 'Plate or organ')} aria-label={say('车牌或单位', 'Plate or organ')} onChange={({ target }) => setSought(target.value)} />
      </div>
      {rows.length === 0 && <p className="hq-secondary">{say('没有这样的车。', 'No such car.')}</p>}
      <StackingTable label={say('各车使用率', 'Utilisation by car')} rows={rows.slice(0, all ? rows.length : atFirst)} keyOf={({ id }) => id} columns={[
        { title: say('车辆', 'Car'), cell: (car) => <ConsoleLink to={`/fleet/account?vehicle=${car.id}&from=${days.from}&to=${days.to}`}>{car.plate} {car.brand}</ConsoleLink> },
        { title: say('使用单位', 'Used by'), cell: ({ organ }) => organ.name },
        { title: say('用途', 'Class'), cell: (car) => names.option(vehicle.fields.use, car.use) },
        { title: say('工作日出车', 'Working days out'), className: 'hq-figures', cell: (car) => (car.known ? <ConsoleLink to={`/fleet/car-days?vehicle=${car.id}&from=${days.from}&to=${days.to}`}>{say(`${car.days} 天 · ${shareOf(car.days, workingDays)}`, `${car.days} · ${shareOf(car.days, workingDays)}`)}</ConsoleLink> : '—') },
        { title: say('休息日', 'Days of rest'), className: 'hq-figures', cell: (car) => (car.known ? car.restDays : '—') },
        { title: say('在外', 'Hours out'), className: 'hq-figures', cell: (car) => (car.known ? say(`${figure(car.hours, 1)} 小时`, `${figure(car.hours, 1)} h`) : '—') },
        { title: say('最后一次', 'Last out'), cell: (car) => (!car.known ? <span className="hq-secondary">{say('没有依据', 'No record')}</span> : car.last === null ? <span className="hq-warning">{say('没有出过车', 'Never')}</span> : <ConsoleLink to={`/fleet/day?vehicle=${car.id}&day=${car.last}`}>{car.last}</ConsoleLink>) },
        { title: say('处理', 'What to do'), cell: (car) => seldom(car) && (
          <span className="hq-row">
            {mayTransfer && <ConsoleLink to={`${pathOfMatter(transfer.id)}/new${queryText({ what: 'organ', vehicle: car.id, why: why(car) })}`}>{say('办调拨', 'Transfer')}</ConsoleLink>}
            {mayDispose && <ConsoleLink to={`${pathOfMatter(disposal.id)}/new${queryText({ vehicle: car.id, why: 'surplus', grounds: why(car) })}`}>{say('办处置', 'Dispose')}</ConsoleLink>}
          </span>
        ) },
      ]} />
      {!all && rows.length > atFirst && <button type="button" className="hq-more" onClick={() => setAll(true)}>{say(`其余 ${rows.length - atFirst} 辆`, `${rows.length - atFirst} more`)}</button>}
    </div>
  )
}

function Groups({ data: { workingDays }, rows, by, onDay }: { data: Utilisation; rows: readonly UsedGroup[]; by: 'use' | 'organ'; onDay: (on: On) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const nameOf = (one: UsedGroup): string => (by === 'use' ? names.option(vehicle.fields.use, one.key) : one.name)
  return (
    <StackingTable label={by === 'use' ? say('按用途', 'By class') : say('按单位', 'By organ')} rows={rows} keyOf={({ key }) => key} columns={[
      { title: by === 'use' ? say('用途', 'Class') : say('单位', 'Organ'), cell: (one) => <strong>{nameOf(one)}</strong> },
      { title: say('车辆', 'Cars'), className: 'hq-figures', cell: (one) => (one.known < one.cars ? say(`${one.cars}（${one.cars - one.known} 辆没有依据）`, `${one.cars} (${one.cars - one.known} without record)`) : one.cars) },
      { title: say('工作日出车率', 'Working days out'), className: 'hq-figures', cell: (one) => shareOf(one.days, one.known * workingDays) },
      { title: say('车日', 'Car days'), className: 'hq-figures', cell: (one) => figure(one.days + one.restDays) },
      { title: say('在外小时', 'Hours out'), className: 'hq-figures', cell: (one) => figure(one.hours, 1) },
      { title: say('同时在外最多', 'Most at once'), className: 'hq-figures', cell: (one) => (one.peakDay === null ? 0 : <button type="button" className="hq-more" onClick={() => onDay({ day: one.peakDay ?? '', [by]: one.key, title: nameOf(one) })}>{say(`${one.peak} 辆 · ${one.peakDay}`, `${one.peak} · ${one.peakDay}`)}</button>) },
      { title: say('没有出过车', 'Never out'), className: 'hq-figures', cell: (one) => one.idle },
    ]} />
  )
}

function Months({ data, onDay, onMonth }: { data: Utilisation; onDay: (on: On) => void; onMonth: (days: Days) => void }): ReactNode {
  const say = useSay()
  const known = data.cars.filter((car) => car.known).length
  const spanOf = (month: string): Days => {
    const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
    return { from: `${month}-01` < data.days.from ? data.days.from : `${month}-01`, to: last > data.days.to ? data.days.to : last }
  }
  return (
    <StackingTable label={say('按月', 'By month')} rows={data.months} keyOf={({ month }) => month} columns={[
      { title: say('月份', 'Month'), cell: ({ month }) => <button type="button" className="hq-more" onClick={() => onMonth(spanOf(month))}>{month}</button> },
      { title: say('工作日', 'Working days'), className: 'hq-figures', cell: (one) => one.workingDays },
      { title: say('出过车', 'Cars out'), className: 'hq-figures', cell: (one) => one.out },
      { title: say('整月没有出车', 'Idle all month'), className: 'hq-figures', cell: (one) => one.idle },
      { title: say('工作日出车率', 'Working days out'), className: 'hq-figures', cell: (one) => shareOf(one.days, known * one.workingDays) },
      { title: say('在外小时', 'Hours out'), className: 'hq-figures', cell: (one) => figure(one.hours, 1) },
      { title: say('同时在外最多', 'Most at once'), className: 'hq-figures', cell: ({ peak, peakDay }) => (peakDay === null ? 0 : <button type="button" className="hq-more" onClick={() => onDay({ day: peakDay, title: say('全部车辆', 'All cars') })}>{say(`${peak} 辆 · ${peakDay}`, `${peak} · ${peakDay}`)}</button>) },
    ]} />
  )
}

/** The proof of a peak: who was out from when to when. */
function DayOut({ on, onClose }: { on: On; onClose: () => void }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(outOnQuery(on))
  const time = (at: string): string => (dayOf(at) === on.day ? wallClock(at).slice(11) : wallClock(at).slice(5).replace('T', ' '))
  return (
    <Sheet title={`${on.title} ${on.day}`} onClose={onClose}>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      <ul className="fl-proof">
        {data?.rows.map(({ car, organ, from, to, number }) => (
          <li key={`${car.id} ${from}`} className="hq-figures">
            <ConsoleLink to={`/fleet/day?vehicle=${car.id}&day=${on.day}`}>{car.name}</ConsoleLink> {time(from)} — {time(to)} <span className="hq-secondary">{organ}</span>{' '}
            {number === null ? <span className="hq-secondary">{say('终端行程', 'by terminal')}</span> : <ConsoleLink to={`/matters/fleet.use/${number}`}>{number}</ConsoleLink>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
