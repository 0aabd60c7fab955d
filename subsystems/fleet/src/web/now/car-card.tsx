// The card of a car 车辆卡片: who drives it, whose it is, how fast, when it was heard of last; go along with it, or see where it has been.
import { call, ConsoleLink, dayOf, durationText, Fault, figure, instantText, pathOfRow, useNow, useSay } from '@houqin/web-kit'
import type { MarkTone } from '@houqin/web-kit/map'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { CommandSheet } from '../commands/command-sheet.tsx'
import { vehicle } from '../../contract/index.ts'
import { useStateWords } from './state-words.ts'
import type { CarCard as CardOfCar, LastPosition } from '../../contract/road-answers.ts'

const carQuery = (id: string) => queryOptions({ queryKey: ['fleet', 'car', id], refetchInterval: 15_000, queryFn: ({ signal }) => call<CardOfCar<string>>(`/fleet/cars/${id}`, { signal }) })

export function CarCard({ car, state, follow, onFollow, onClose }: { car: LastPosition<string>; state: MarkTone; follow: boolean; onFollow: (follow: boolean) => void; onClose: () => void }): ReactNode {
  const say = useSay()
  const words = useStateWords()
  const now = useNow()
  const [commanding, setCommanding] = useState(false)
  const { data, error, refetch } = useQuery(carQuery(car.vehicle))
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say('单位', 'Organ'), car.organ],
    [say('驾驶员', 'Driver'), data ? data.driver?.name ?? say('没有插卡', 'No card in the terminal') : ''],
    [say('车速', 'Speed'), `${car.speed.toFixed(0)} km/h`],
    [say('定位时间', 'Position of'), instantText(car.at, say)],
    [say('收到时间', 'Received'), `${instantText(car.receivedAt, say)} (${say(`${durationText(Math.max(0, now.getTime() - Date.parse(car.receivedAt)), say)}前`, `${durationText(Math.max(0, now.getTime() - Date.parse(car.receivedAt)), say)} ago`)})`],
    ...(data?.mileage == null ? [] : [[say('里程', 'Odometer'), `${figure(data.mileage, 1)} km`] as const]),
    ...(data?.fuel == null ? [] : [[say('油量', 'Fuel'), `${figure(data.fuel, 1)} L`] as const]),
    ...(data?.parking == null ? [] : [[say('指定停放', 'Parks at'), data.parking] as const]),
    ...(data?.terminal == null ? [] : [[say('终端', 'Terminal'), `${data.terminal.number} ${data.terminal.online === null ? '' : data.terminal.online ? say('在线', 'online') : say('离线', 'offline')}`] as const]),
  ]
  return (
    <section className="fl-card" aria-label={say('车辆', 'Car')}>
      <div className="fl-card-head">
        <h2>{car.plate}</h2>
        <span className={`fl-tag fl-${state}`}>{words[state]}</span>
        <button type="button" className="fl-close" aria-label={say('关闭', 'Close')} onClick={onClose}>×</button>
      </div>
      {data && <p className="hq-secondary">{data.vehicle.brand}</p>}
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      <dl className="fl-facts">
        {facts.map(([name, value]) => (
          <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
        ))}
      </dl>
      <div className="fl-buttons">
        <button type="button" className="hq-quiet-button" aria-pressed={follow} onClick={() => onFollow(!follow)}>{follow ? say('停止跟随', 'Stop following') : say('跟随', 'Follow')}</button>
        <ConsoleLink to={`/fleet/playback?car=${car.vehicle}&day=${dayOf(now)}`} className="hq-quiet-button">{say('轨迹回放', 'Playback')}</ConsoleLink>
        {data?.terminal && <button type="button" className="hq-quiet-button" onClick={() => setCommanding(true)}>{say('终端指令', 'Commands')}</button>}
        <ConsoleLink to={pathOfRow(vehicle.id, car.vehicle)} className="hq-quiet-button">{say('车辆档案', 'Record')}</ConsoleLink>
      </div>
      {commanding && <CommandSheet car={car.vehicle} plate={car.plate} onClose={() => setCommanding(false)} />}
    </section>
  )
}
