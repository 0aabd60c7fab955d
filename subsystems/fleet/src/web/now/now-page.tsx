// 车辆位置: a live map of the cars with their list beside it; find one, fly there, go along with it, read its card.
import { Empty, PageHead, useGo, useIsPhone, useNow, useSay, Waiting } from '@houqin/web-kit'
import { MapCanvas } from '@houqin/web-kit/map'
import type { MapMark } from '@houqin/web-kit/map'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { fencesQuery, shapesOf } from '../fences/fences-query.ts'
import { groundQuery } from '../map/ground-query.ts'
import { CarCard } from './car-card.tsx'
import { CarList } from './car-list.tsx'
import { carStates, stateOf } from './car-state.ts'
import { usePositions } from './use-positions.ts'
import './now.css'

/** Of the card and the sheet under it, on a telephone. */
const cardHeight = 400

export function Screen(): ReactNode {
  const say = useSay()
  const { cars, live } = usePositions()
  const ground = useQuery(groundQuery)
  const [fenced, setFenced] = useState(false)
  const fences = useQuery({ ...fencesQuery, enabled: fenced })
  const shapes = useMemo(() => (fenced ? shapesOf(fences.data?.rows ?? []) : []), [fenced, fences.data])
  const now = useNow().getTime()
  const [picked, pick] = usePicked()
  const asked = useRouterState({ select: ({ location }) => new URLSearchParams(location.searchStr).get('state') ?? '' })
  const states = carStates.filter((state) => asked.split(',').includes(state))
  const phone = useIsPhone()
  const [follow, setFollow] = useState(false)
  const [open, setOpen] = useState(false)
  const marks = useMemo(() => (cars ?? []).flatMap((car): MapMark[] => {
    if (car.latitude === null || car.longitude === null) return []
    const tone = stateOf(car, now)
    return [{ id: car.vehicle, place: [car.longitude, car.latitude], direction: car.direction, tone, moving: car.speed >= 5 && tone !== 'silent', words: car.plate }]
  }), [cars, now])
  const chosen = cars?.find(({ vehicle }) => vehicle === picked)
  const choose = (id: string): void => {
    pick(id)
    setFollow(false)
    if (id !== '') setOpen(false)
  }
  return (
    <div className="fl-now">
      <PageHead title={say('车辆位置', 'Where the cars are')} actions={
        <>
          <button type="button" className="hq-quiet-button" aria-pressed={fenced} onClick={() => setFenced(!fenced)}>{say('显示围栏', 'Show fences')}</button>
          <output className={live ? 'fl-live' : 'hq-secondary'} data-live={live}>
            {live ? say('实时', 'Live') : cars ? say('连接中断，正在重连', 'Connection lost, trying again') : say('正在连接', 'Connecting')}
          </output>
        </>
      } />
      {!cars && <Waiting lines={6} />}
      {cars?.length === 0 && (
        <Empty title={say('还没有车辆上报位置', 'No car has reported yet')}>
          {say('在“车载终端”里登记终端号和所装车辆，终端连上接入网关后，位置显示在这里。', 'Enter each terminal’s number and its car under Terminals; once it has reached the gateway, its position stands here.')}
        </Empty>
      )}
      {cars && cars.length > 0 && (
        <div className="fl-field" data-open={open}>
          <CarList cars={cars} now={now} states={states} picked={picked} onPick={choose} open={open} onOpen={setOpen} />
          <div className="fl-map">
            <MapCanvas ground={ground.data} marks={marks} shapes={shapes} picked={picked} follow={follow} covered={phone && chosen ? cardHeight : 0} onPick={choose} label={say('车辆位置地图', 'Map of the cars')} />
            {chosen && <CarCard car={chosen} state={stateOf(chosen, now)} follow={follow} onFollow={setFollow} onClose={() => choose('')} />}
          </div>
        </div>
      )}
    </div>
  )
}

/** Which car is looked at stands in the address, so that it can be passed on. */
function usePicked(): readonly [string, (id: string) => void] {
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const go = useGo()
  const picked = new URLSearchParams(search).get('car') ?? ''
  return [picked, (id) => {
    if (id !== picked) go(id === '' ? '/fleet/now' : `/fleet/now?car=${id}`, { replace: true })
  }]
}
