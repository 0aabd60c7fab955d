// 每日行车: what each car drove on a day, the longest way first; a car opens its day.
import { ConsoleLink, dayOf, dayText, durationText, Empty, Fault, figure, PageHead, StackingTable, useGo, useNow, useSay, Waiting, wallClock } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { daysQuery } from './day-query.ts'
import type { CarOfDay } from '../../contract/road-answers.ts'
import { DaySwitch } from '../day-switch.tsx'
import './day.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const today = dayOf(useNow())
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const day = new URLSearchParams(search).get('day') ?? today
  const { data, error, refetch } = useQuery(daysQuery(day))
  const rows = data?.rows ?? []
  const sum = (of: (car: CarOfDay<string>) => number): number => rows.reduce((total, car) => total + of(car), 0)
  return (
    <div className="hq-stack">
      <PageHead title={say('每日行车', 'Driving by day')} beside={<span className="hq-secondary hq-figures">{dayText(day, say)}</span>}
        actions={<DaySwitch day={day} latest={today} onChange={(to) => go(`/fleet/days?day=${to}`, { replace: true })} />} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && rows.length === 0 && (
        <Empty title={say('这一天没有车辆上报位置', 'No car reported on this day')}>
          {say('位置由车载终端或市级平台送来，收到后自动算出行程和里程。换一天看看。', 'Positions come from terminals or from the city’s platform; trips and kilometres follow by themselves. Try another day.')}
        </Empty>
      )}
      {rows.length > 0 && (
        <>
          <p className="hq-figures">
            {say(`${figure(rows.length)} 辆车有数据，出车 ${figure(rows.filter(({ trips }) => trips > 0).length)} 辆，行程 ${figure(sum(({ trips }) => trips))} 次，共 ${figure(Math.round(sum(({ km }) => km)))} km`,
              `${figure(rows.length)} cars were heard of, ${figure(rows.filter(({ trips }) => trips > 0).length)} went out, ${figure(sum(({ trips }) => trips))} trips, ${figure(Math.round(sum(({ km }) => km)))} km in all`)}
          </p>
          <StackingTable label={say('各车当天行车', 'What each car drove')} rows={rows} keyOf={({ vehicle }) => vehicle} columns={[
            { title: say('车辆', 'Car'), cell: (car) => <ConsoleLink to={`/fleet/day?vehicle=${car.vehicle}&day=${day}`}>{car.plate}</ConsoleLink> },
            { title: say('使用单位', 'Used by'), cell: ({ organ }) => organ },
            { title: say('里程', 'Distance'), className: 'hq-figures', cell: ({ km }) => `${km.toFixed(1)} km` },
            { title: say('行程', 'Trips'), className: 'hq-figures', cell: ({ trips }) => figure(trips) },
            { title: say('行驶', 'Driving'), className: 'hq-figures', cell: ({ drivingMinutes }) => durationText(drivingMinutes * 60_000, say) },
            { title: say('怠速', 'Idling'), className: 'hq-figures', cell: ({ idlingMinutes }) => durationText(idlingMinutes * 60_000, say) },
            { title: say('最高', 'Fastest'), className: 'hq-figures', cell: ({ fastest }) => `${fastest.toFixed(0)} km/h` },
            { title: say('最后', 'Last heard'), className: 'hq-figures', cell: ({ lastAt }) => wallClock(lastAt).slice(11, 16) },
          ]} />
        </>
      )}
    </div>
  )
}
