// 车辆位置: where each car is now, the moving ones first, and since when nothing was heard of the others.
import { ConsoleLink, Empty, Fault, instantText, PageHead, pathOfRow, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { vehicle } from '../../contract/index.ts'
import { positionsQuery } from './positions-query.ts'
import type { CarNow } from './positions-query.ts'
import './now.css'

const silentMs = 30 * 60_000

export function Screen(): ReactNode {
  const say = useSay()
  const { data, error, refetch, dataUpdatedAt } = useQuery(positionsQuery)
  const cars = [...(data?.rows ?? [])].sort((a, b) => b.speed - a.speed || a.plate.localeCompare(b.plate))
  const newest = Math.max(0, ...cars.map(({ receivedAt }) => Date.parse(receivedAt)))
  const stateOf = (car: CarNow): 'moving' | 'idling' | 'parked' | 'silent' =>
    newest - Date.parse(car.receivedAt) > silentMs ? 'silent' : car.speed >= 5 ? 'moving' : car.ignition ? 'idling' : 'parked'
  const words = { moving: say('行驶', 'Moving'), idling: say('怠速', 'Idling'), parked: say('停放', 'Parked'), silent: say('失联', 'Silent') }
  return (
    <div className="hq-stack">
      <PageHead title={say('车辆位置', 'Where the cars are')} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data?.rows.length === 0 && (
        <Empty title={say('还没有车辆上报位置', 'No car has reported yet')}>
          {say('在“车载终端”里登记终端号和所装车辆,终端连上接入网关后,位置显示在这里。', 'Enter each terminal’s number and its car under Terminals; once it has reached the gateway, its position stands here.')}
        </Empty>
      )}
      <ul className="fl-cars" data-updated={dataUpdatedAt}>
        {cars.map((car) => (
          <li key={car.vehicle} className={`hq-panel fl-car fl-${stateOf(car)}`}>
            <strong><ConsoleLink to={pathOfRow(vehicle.id, car.vehicle)}>{car.plate}</ConsoleLink></strong>
            <span className="fl-state">{words[stateOf(car)]}</span>
            <span className="hq-figures">{`${car.speed.toFixed(0)} km/h`}</span>
            <span className="hq-secondary hq-small">
              {instantText(car.at, say)}
              {car.latitude !== null && car.longitude !== null && ` · ${car.longitude.toFixed(5)}, ${car.latitude.toFixed(5)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
