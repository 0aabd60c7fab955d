// 行车日: the days that a figure of a car or of an organ was added up from; each opens what happened on it.
import { ConsoleLink, dayText, durationText, Empty, Fault, figure, PageHead, StackingTable, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { carDaysQuery } from './day-query.ts'

export function Screen(): ReactNode {
  const say = useSay()
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const asked = new URLSearchParams(search)
  const of = (name: string): string => asked.get(name) ?? ''
  const { data, error, refetch } = useQuery(carDaysQuery({ vehicle: of('vehicle'), organ: of('organ'), from: of('from'), to: of('to') }))
  return (
    <div className="hq-stack">
      <PageHead title={say('行车日', 'Driving days')} back={{ to: '/fleet/use', title: say('用车统计', 'How the cars are used') }} beside={<span className="hq-secondary hq-figures">{of('from')} — {of('to')}</span>} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data?.rows.length === 0 && <Empty title={say('没有行车日', 'No driving days')}>{say('这段时间没有收到这些车的位置。', 'Nothing was heard of these cars in this period.')}</Empty>}
      {data && data.rows.length > 0 && (
        <StackingTable label={say('行车日', 'Driving days')} rows={data.rows} keyOf={({ vehicle, day }) => `${vehicle} ${day}`} columns={[
          { title: say('日期', 'Day'), cell: ({ vehicle, day }) => <ConsoleLink to={`/fleet/day?vehicle=${vehicle}&day=${day}`}>{dayText(day, say)}</ConsoleLink> },
          { title: say('车辆', 'Car'), cell: ({ plate }) => plate },
          { title: say('里程', 'Distance'), className: 'hq-figures', cell: ({ km }) => `${km.toFixed(1)} km` },
          { title: say('行程', 'Trips'), className: 'hq-figures', cell: ({ trips }) => figure(trips) },
          { title: say('行驶', 'Driving'), className: 'hq-figures', cell: ({ drivingMinutes }) => durationText(drivingMinutes * 60_000, say) },
          { title: say('怠速', 'Idling'), className: 'hq-figures', cell: ({ idlingMinutes }) => durationText(idlingMinutes * 60_000, say) },
        ]} />
      )}
    </div>
  )
}
