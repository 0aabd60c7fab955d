// 单车一天: one car on one day, in figures and in sentences: where it went, how long it stood, what happened.
import { dayOf, dayText, durationText, Empty, Fault, figure, PageHead, pathOfRow, useGo, useNow, usePreferences, useSay, Waiting, ConsoleLink, wallClock } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { vehicle as register } from '../../contract/index.ts'
import { dayQuery } from './day-query.ts'
import type { DayFigures, DayOfCar } from '../../contract/road-answers.ts'
import { DaySwitch } from '../day-switch.tsx'
import './day.css'

export function Screen(): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const asked = new URLSearchParams(search)
  const day = asked.get('day') ?? today
  const { data, error, refetch } = useQuery(dayQuery(asked.get('vehicle') ?? '', day))
  if (error && !data) return <Fault title={say('每日行车', 'Driving by day')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return <Day of={data} today={today} />
}

function Day({ of: { vehicle, day, figures, line }, today }: { of: DayOfCar<string>; today: string }): ReactNode {
  const say = useSay()
  const go = useGo()
  const { locale } = usePreferences()
  return (
    <div className="hq-stack">
      <PageHead title={vehicle.name} back={{ to: `/fleet/days?day=${day}`, title: say('每日行车', 'Driving by day') }} beside={<span className="hq-secondary hq-figures">{dayText(day, say)}</span>}
        actions={<DaySwitch day={day} latest={today} onChange={(to) => go(`/fleet/day?vehicle=${vehicle.id}&day=${to}`, { replace: true })} />} />
      <p><ConsoleLink to={pathOfRow(register.id, vehicle.id)}>{say('车辆档案', 'The car’s record')}</ConsoleLink></p>
      {figures === null && (
        <Empty title={say('这一天没有收到这辆车的位置', 'Nothing was heard of this car on this day')}>
          {say('终端断电、失联或车辆没有装终端时没有数据；终端补传后这一天会重新计算。', 'The terminal may be off or out of reach, or there is none; once it catches up the day is reckoned anew.')}
        </Empty>
      )}
      {figures && <Figures of={figures} />}
      {figures && line.length === 0 && <p>{say('停着没有动。', 'It stood where it was.')}</p>}
      <ol className="fl-line">
        {line.map(({ at, kind, zh, en }) => (
          <li key={`${kind} ${at}`} className={`fl-line-${kind}`}>
            <time className="hq-figures" dateTime={at}>{wallClock(at).slice(11, 16)}</time>
            <span>{locale === 'zh' ? zh : en}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Figures({ of: { km, unseenKm, trips, drivingMinutes, idlingMinutes, fastest, positions, jumps, caughtUp } }: { of: DayFigures<string> }): ReactNode {
  const say = useSay()
  const cells = [
    [say('里程', 'Distance'), `${km.toFixed(1)} km`], [say('行程', 'Trips'), figure(trips)], [say('行驶', 'Driving'), durationText(drivingMinutes * 60_000, say)],
    [say('怠速', 'Idling'), durationText(idlingMinutes * 60_000, say)], [say('最高车速', 'Fastest'), `${fastest.toFixed(0)} km/h`],
  ] as const
  const notes = [
    unseenKm > 0 && say(`另有约 ${unseenKm.toFixed(1)} km 途中没有位置，没有计入里程`, `Another ${unseenKm.toFixed(1)} km or so with nothing heard on the way are not counted`),
    jumps > 0 && say(`${figure(positions)} 个位置中有 ${figure(jumps)} 个不可能，没有采用`, `${figure(jumps)} of ${figure(positions)} positions cannot be true and were left out`),
    caughtUp > 0 && say(`${figure(caughtUp)} 个位置是事后补传的`, `${figure(caughtUp)} positions came later`),
  ].filter((note) => note !== false)
  return (
    <section className="hq-panel hq-stack">
      <dl className="fl-day-figures">{cells.map(([title, value]) => <div key={title}><dt>{title}</dt><dd className="hq-figures">{value}</dd></div>)}</dl>
      {notes.map((note) => <p key={note} className="hq-secondary hq-small">{note}</p>)}
    </section>
  )
}
