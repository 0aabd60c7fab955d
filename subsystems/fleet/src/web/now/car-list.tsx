// The list beside the map 车辆列表: how many drive, idle, stand or are silent, and every car to be found by plate or organ. On a telephone a sheet from below.
import { useSay } from '@houqin/web-kit'
import type { MarkTone } from '@houqin/web-kit/map'
import { memo, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { carStates, inOrder, matching, stateOf } from './car-state.ts'
import { useStateWords } from './state-words.ts'
import type { LastPosition } from '../../contract/road-answers.ts'

export function CarList({ cars, now, states, picked, onPick, open, onOpen }: {
  cars: readonly LastPosition<string>[]
  now: number
  /** Only these at first; none for all. */
  states: readonly MarkTone[]
  picked: string
  onPick: (id: string) => void
  /** Whether the sheet is pulled up, on a telephone. */
  open: boolean
  onOpen: (open: boolean) => void
}): ReactNode {
  const say = useSay()
  const words = useStateWords()
  const [asked, setAsked] = useState('')
  const [only, setOnly] = useState(states)
  const counts = useMemo(() => Map.groupBy(cars, (car) => stateOf(car, now)), [cars, now])
  const shown = useMemo(() => inOrder(matching(cars, asked), now).filter((car) => only.length === 0 || only.includes(stateOf(car, now))), [cars, asked, only, now])
  return (
    <aside className="fl-list" aria-label={say('车辆列表', 'List of cars')}>
      <button type="button" className="fl-handle" aria-expanded={open} onClick={() => onOpen(!open)}>{open ? say('收起列表', 'Close the list') : say(`列表 ${cars.length} 辆`, `List of ${cars.length} cars`)}</button>
      <input
        className="hq-native" type="search" value={asked} aria-label={say('找车', 'Find a car')} placeholder={say('车牌、单位、车型', 'Plate, organ, model')}
        onChange={({ target }) => setAsked(target.value)} onFocus={() => onOpen(true)}
      />
      <nav className="fl-counts-row" aria-label={say('按状态', 'By state')}>
        {carStates.map((state) => (
          <button key={state} type="button" className="fl-count" aria-pressed={only.includes(state)} onClick={() => setOnly(only.length === 1 && only[0] === state ? [] : [state])}>
            <span className={`fl-dot fl-${state}`} aria-hidden="true" />{words[state]} <strong className="hq-figures">{counts.get(state)?.length ?? 0}</strong>
          </button>
        ))}
      </nav>
      {shown.length === 0 && <p className="hq-secondary">{say('没有这样的车。换个车牌或单位，或取消状态筛选。', 'No such car. Try another plate or organ, or take the state away.')}</p>}
      <ul className="fl-rows">
        {shown.map((car) => <Row key={car.vehicle} car={car} state={stateOf(car, now)} words={words[stateOf(car, now)]} chosen={car.vehicle === picked} onPick={onPick} />)}
      </ul>
    </aside>
  )
}

const Row = memo(({ car, state, words, chosen, onPick }: { car: LastPosition<string>; state: MarkTone; words: string; chosen: boolean; onPick: (id: string) => void }): ReactNode => (
  <li>
    <button type="button" className="fl-row" aria-current={chosen} onClick={() => onPick(car.vehicle)}>
      <span className={`fl-dot fl-${state}`} aria-hidden="true" />
      <strong>{car.plate}</strong>
      <span className="hq-figures fl-end">{state === 'driving' || car.speed >= 5 ? `${car.speed.toFixed(0)} km/h` : words}</span>
      <span className="hq-secondary hq-small fl-organ">{car.organ}</span>
    </button>
  </li>
), (before, after) => before.car === after.car && before.state === after.state && before.chosen === after.chosen && before.words === after.words)
Row.displayName = 'CarRow'
