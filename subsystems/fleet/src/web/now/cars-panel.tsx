// 公务用车: how many cars drive, stand or are silent at this moment, how many are sent out today, and which alarms of cars are open.
import { alarmsQuery, BoardFigures, BoardLines, BoardPanel, call, ConsoleLink, dayAfter, dayOf, figure, FigureLink, instantOf, MatterFigure, pathOfRow, useCan, useHolds, useNames, useNow, useSay, useToldOf, WhenText } from '@houqin/web-kit'
import type { WireAlarm } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { use, vehicle } from '../../contract/index.ts'
import type { LastPosition } from '../../contract/road-answers.ts'
import { readers } from '../readers.ts'
import { stateOf } from './car-state.ts'

/** As they are now; the live map is told of every move, a panel looks once in a while. */
const positionsQuery = queryOptions({ queryKey: ['fleet', 'positions'], queryFn: ({ signal }) => call<{ rows: readonly LastPosition<string>[] }>('/fleet/positions', { signal }) })

export function Fill(): ReactNode {
  return useHolds(readers) && <Cars />
}

function Cars(): ReactNode {
  const say = useSay()
  const now = useNow().getTime()
  const read = useQuery(positionsQuery)
  const sent = useCan(use.id)('read')
  return (
    <BoardPanel title={say('公务用车', 'Cars')} read={read} more={{ to: '/fleet/now', title: say('地图', 'Map') }}>
      {({ rows }) => {
        const counts = Map.groupBy(rows, (car) => stateOf(car, now))
        const states = [
          { label: say('行驶', 'Driving'), of: ['driving'] as const },
          { label: say('停放', 'Standing'), of: ['idling', 'parked'] as const },
          { label: say('失联', 'Silent'), of: ['silent'] as const, tone: 'soon' as const },
          { label: say('告警', 'Alarm'), of: ['alarm'] as const, tone: 'overdue' as const },
        ]
        return (
          <>
            <BoardFigures>
              {states.map(({ label, of, tone }) => {
                const count = of.reduce((sum, state) => sum + (counts.get(state)?.length ?? 0), 0)
                return <FigureLink key={label} label={label} value={figure(count)} unit={say('辆', '')} to={`/fleet/now?state=${of.join(',')}`} {...(tone && count > 0 && { tone })} />
              })}
            </BoardFigures>
            {sent && <Today />}
            <Alarms />
          </>
        )
      }}
    </BoardPanel>
  )
}

/** What leaves today, what of it is on the way, and what waits for a car. */
function Today(): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const leaves = { 'where.leavesAt.gte': instantOf(`${today}T00:00`), 'where.leavesAt.lt': instantOf(`${dayAfter(today, 1)}T00:00`) }
  return (
    <BoardFigures>
      <MatterFigure matter={use} where={{ ...leaves, 'where.state.in': 'dispatched,underway,pooled,hired,returned,closed' }} label={say('今天派车', 'Sent today')} unit={say('单', '')} />
      <MatterFigure matter={use} where={{ 'where.state': 'underway' }} label={say('在途', 'On the way')} unit={say('单', '')} />
      <MatterFigure matter={use} where={{ 'where.state': 'approved' }} label={say('待派车', 'To send')} unit={say('单', '')} />
      <MatterFigure matter={use} where={{ 'where.overdue': 'true' }} label={say('超时', 'Overdue')} unit={say('单', '')} tone="overdue" />
    </BoardFigures>
  )
}

function Alarms(): ReactNode {
  const say = useSay()
  const { data } = useQuery(alarmsQuery('open'))
  if (!data) return null
  const ofCars = data.rows.filter(({ register }) => register === vehicle.id)
  if (ofCars.length === 0) return <p className="hq-secondary">{say('没有未确认的车辆告警。', 'No alarm of a car is open.')}</p>
  return (
    <BoardLines to="/alarms">
      {ofCars.map((alarm) => (
        <OneAlarm key={alarm.id} alarm={alarm} />
      ))}
    </BoardLines>
  )
}

function OneAlarm({ alarm: { title, subject, register, raisedAt } }: { alarm: WireAlarm }): ReactNode {
  const names = useNames()
  const told = useToldOf()
  return (
    <ConsoleLink to={pathOfRow(vehicle.id, subject.id)} className="hq-board-line">
      <span className="hq-board-name">
        <strong>{names.phrase(title)}</strong> {told(register, subject.name)}
      </span>
      <span className="hq-secondary">
        <WhenText at={raisedAt} />
      </span>
    </ConsoleLink>
  )
}
