// 行车日志: a driver's month slip by slip, for himself and for whoever keeps the cars; printed and signed.
import { ConsoleLink, dayOf, Empty, Fault, figure, PageHead, pathOfNumber, queryText, StackingTable, useGo, useNames, useNow, useSay, Waiting, wallClock } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { use } from '../../contract/index.ts'
import { DriverLogPaper } from './driver-log-paper.tsx'
import { driverLogQuery } from './driver-log-query.ts'
import { natureText } from './nature-text.ts'
import type { DriverLog } from '../../contract/answers.ts'
import './account.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const today = dayOf(useNow())
  const asked = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const month = asked.get('month') ?? today.slice(0, 7)
  const driver = asked.get('driver') ?? undefined
  const [printing, setPrinting] = useState(false)
  const { data, error, refetch } = useQuery({ ...driverLogQuery(month, driver), placeholderData: (before) => before })
  const show = (to: { month?: string; driver?: string | undefined }): void => {
    const chosen = 'driver' in to ? to.driver : driver
    go(`/fleet/driver-log?month=${to.month ?? month}${chosen === undefined ? '' : `&driver=${chosen}`}`, { replace: true })
  }
  return (
    <div className="hq-stack">
      <PageHead title={say('行车日志', 'Driver’s log')} beside={data?.driver && <span className="hq-secondary">{data.driver.name}</span>}
        actions={<>{data?.driver && data.journeys.length > 0 && <a className="hq-more" href={`/api/fleet/driver-log/export.xlsx${queryText({ month, driver: data.driver.id })}`} download>{say('导出 Excel', 'Excel')}</a>}<button type="button" className="hq-more" disabled={!data || data.journeys.length === 0} onClick={() => setPrinting(true)}>{say('打印', 'Print')}</button></>} />
      <div className="hq-choose-bar">
        <div className="hq-row">
          <button type="button" className="hq-more" onClick={() => show({ month: monthAfter(month, -1) })}>{say('上月', 'Month before')}</button>
          <strong className="hq-figures">{month}</strong>
          <button type="button" className="hq-more" disabled={month >= today.slice(0, 7)} onClick={() => show({ month: monthAfter(month, 1) })}>{say('下月', 'Month after')}</button>
        </div>
        {data && data.drivers.length > 1 && (
          <select className="hq-native" aria-label={say('驾驶员', 'Driver')} value={data.driver?.id ?? ''} onChange={({ target }) => show({ driver: target.value })}>
            {data.drivers.map(({ id, name, journeys }) => <option key={id} value={id}>{name}({journeys})</option>)}
          </select>
        )}
      </div>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && data.journeys.length === 0 && <Empty title={say('这个月没有出车', 'No journeys in this month')}>{say('派车单出车以后就记在这里。换一个月看看。', 'What was driven by a slip stands here. Try another month.')}</Empty>}
      {data && data.journeys.length > 0 && <Journeys log={data} />}
      {printing && data?.driver && <DriverLogPaper log={data} driver={data.driver} onDone={() => setPrinting(false)} />}
    </div>
  )
}

function Journeys({ log: { journeys } }: { log: DriverLog<string> }): ReactNode {
  const say = useSay()
  const names = useNames()
  const km = journeys.reduce((sum, { kilometres }) => sum + (kilometres ?? 0), 0)
  const odd = journeys.filter(({ nature }) => nature !== 'duty').length
  return (
    <>
      <p className="hq-figures">{say(`出车 ${journeys.length} 次，${figure(km)} km。`, `${journeys.length} journeys, ${figure(km)} km. `)}{odd > 0 && <span className="hq-warning">{say(`其中 ${odd} 次要查。`, `${odd} to look into.`)}</span>}</p>
      <StackingTable label={say('行车日志', 'Driver’s log')} rows={journeys} keyOf={({ number }) => number} columns={[
        { title: say('日期', 'Day'), className: 'hq-figures fl-whole', cell: ({ number, leftAt, cameAt }) => <><ConsoleLink to={pathOfNumber(use.id, number)}>{wallClock(leftAt).slice(5, 10)}</ConsoleLink> {wallClock(leftAt).slice(11, 16)}–{cameAt === null ? say('途中', 'under way') : wallClock(cameAt).slice(11, 16)}</> },
        { title: say('事由', 'What for'), cell: ({ purpose, why }) => <>{why} <span className="hq-secondary hq-small">{names.option(use.form.purpose, purpose)}</span></> },
        { title: say('地点', 'Places'), cell: ({ whence, whither }) => `${whence} → ${whither}` },
        { title: say('车辆', 'Car'), className: 'fl-whole', cell: ({ car }) => car.name },
        { title: say('里程表', 'Odometer'), className: 'hq-figures fl-whole', cell: ({ odometerOut, odometerBack }) => `${odometerOut ?? '—'} – ${odometerBack ?? '—'}` },
        { title: say('里程', 'Distance'), className: 'hq-figures fl-whole', cell: ({ kilometres }) => (kilometres === null ? '—' : `${kilometres} km`) },
        { title: say('终端', 'Terminal'), className: 'hq-figures fl-whole', cell: ({ car, leftAt, terminalKm }) => (terminalKm === null ? '—' : <ConsoleLink to={`/fleet/day?vehicle=${car.id}&day=${wallClock(leftAt).slice(0, 10)}`}>{terminalKm} km</ConsoleLink>) },
        { title: say('性质', 'Nature'), cell: (one) => <><strong className={one.nature === 'duty' ? undefined : 'hq-danger'}>{natureText(one, say)}</strong>{one.notes.map(({ zh, en }) => <span key={zh} className="hq-small hq-secondary"> {say(zh, en)}</span>)}</> },
      ]} />
      <p className="hq-small hq-secondary">{say('有批准的派车单就是公务。行驶核查结论为“未经批准用车”的记为私用；正在核查的、里程表比终端多出许多的记为待查。', 'By an approved slip it is duty. What an inquiry found to be unapproved is private; what is being asked about, or where the odometer claims far more than the terminal, is to be looked into.')}</p>
    </>
  )
}
function monthAfter(month: string, by: number): string {
  const nth = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, '0')}`
}
