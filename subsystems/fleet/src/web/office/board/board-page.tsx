// 派车台: what waits, the day of every car and driver, and whom to send; by dragging, by keys, or by three taps.
import { dayOf, Empty, Fault, late, PageHead, ProblemNotice, serverNow, Sheet, useBoardKeys, useIsPhone, useNames, useSay, Waiting as Loading, wallClock } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { vehicle as vehicleRegister } from '../../../contract/index.ts'
import { DaySwitch } from '../../day-switch.tsx'
import { boardQuery, proposalsQuery } from './board-query.ts'
import type { BoardSlip, DispatchBoard, WaitingUse } from '../../../contract/dispatch-answers.ts'
import { Gantt } from './gantt.tsx'
import type { Moved, Row } from './gantt.tsx'
import type { PanelKeys, Sent } from './send-panel.tsx'
import { quartersOf } from './timeline.ts'
import { useDrag } from './use-drag.ts'
import { useMover } from './use-mover.ts'
import { WaitingList } from './waiting-list.tsx'
import './board.css'

// on a telephone the board stands before one is chosen
const SendPanel = late(async () => (await import('./send-panel.tsx')).SendPanel)
const SlipFacts = late(async () => (await import('./slip-facts.tsx')).SlipFacts)
type Which = 'shared' | 'all' | 'drivers'

export function Screen(): ReactNode {
  const say = useSay()
  const [day, setDay] = useState(useAsked().day || dayOf(serverNow()))
  const { data, error, refetch } = useQuery({ ...boardQuery(day), placeholderData: (before) => before })
  const beside = <DaySwitch day={day} onChange={setDay} />
  return (
    <div className="fl-board">
      <PageHead title={say('派车台', 'Dispatch board')} beside={beside} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={12} />}
      {data && <Desk board={data} onDay={setDay} />}
    </div>
  )
}

/** What the address names: a use, and the day on which it leaves. */
function useAsked(): { readonly number: string; readonly day: string } {
  const asked = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  return { number: asked.get('number') ?? '', day: asked.get('day') ?? '' }
}

function Desk({ board, onDay }: { board: DispatchBoard<string>; onDay: (day: string) => void }): ReactNode {
  const say = useSay()
  const phone = useIsPhone()
  const { waiting, slips, day } = board
  // whoever comes from a use's own page finds it chosen
  const [chosen, setChosen] = useState(useAsked().number)
  const [car, setCar] = useState('')
  const [which, setWhich] = useState<Which>('shared')
  const [typed, setTyped] = useState('')
  const [held, setHeld] = useState<Moved | null>(null)
  const keys = useRef<PanelKeys | null>(null)
  const place = Math.max(0, waiting.findIndex(({ number }) => number === chosen))
  const slip = slips.find(({ number }) => number === chosen)
  const asked = slip ? undefined : phone ? waiting.find(({ number }) => number === chosen) : waiting[place]
  const current = slip?.number ?? asked?.number ?? ''
  const { data: proposals } = useQuery(proposalsQuery(slip && slip.state !== 'dispatched' ? '' : current))
  const choose = (number: string): void => {
    setChosen(number)
    setCar('')
    setHeld(null)
    const next = waiting.find((one) => one.number === number)
    if (next && (dayOf(next.leavesAt) > day || dayOf(next.returnsAt) < day)) onDay(dayOf(next.leavesAt))
  }
  const order = useMemo(() => new Map((proposals?.cars ?? []).map(({ vehicle }, at) => [vehicle.id, at + 1])), [proposals])
  const rows = useRows(board, { which, typed, order })
  const rowOf = (one: BoardSlip<string>): string => (which === 'drivers' ? one.driver ?? '' : one.vehicle)
  const mover = useMover()
  const settle = (moved: Moved): void => {
    setHeld(moved)
    void mover.move(moved, which === 'drivers' ? 'driver' : 'vehicle').then(() => setHeld(null))
  }
  const [dragged, begin] = useDrag<WaitingUse<string> | BoardSlip<string>>(({ what, dx, row }) => {
    if ('leavesAt' in what) {
      if (row === '' || which === 'drivers') return
      setChosen(what.number)
      setCar(row)
      return
    }
    const lane = document.querySelector('.fl-lane')?.clientWidth ?? 0
    settle({ slip: what, row: row || rowOf(what), quarters: quartersOf(dx, lane) })
  })
  const shown = dragged && !('leavesAt' in dragged.what)
    ? { slip: dragged.what, row: dragged.row || rowOf(dragged.what), quarters: quartersOf(dragged.dx, document.querySelector('.fl-lane')?.clientWidth ?? 0) }
    : held
  const byKey = (event: KeyboardEvent, one: BoardSlip<string>): void => {
    const now = held?.slip.number === one.number ? held : { slip: one, row: rowOf(one), quarters: 0 }
    const at = rows.findIndex(({ id }) => id === now.row)
    const go = (next: Partial<Moved>): void => setHeld({ ...now, ...next })
    if (event.key === 'ArrowLeft') go({ quarters: now.quarters - 1 })
    else if (event.key === 'ArrowRight') go({ quarters: now.quarters + 1 })
    else if (event.key === 'ArrowUp') go({ row: rows[at - 1]?.id ?? now.row })
    else if (event.key === 'ArrowDown') go({ row: rows[at + 1]?.id ?? now.row })
    else if (event.key === 'Escape') setHeld(null)
    else if (event.key === 'Enter' && held) settle(now)
    else return
    event.preventDefault()
  }
  const move = (by: number): void => choose(waiting[Math.min(waiting.length - 1, Math.max(0, place + by))]?.number ?? '')
  useBoardKeys({ on: !phone, move, pick: (at) => keys.current?.pick(at), send: () => keys.current?.send() })
  const done = (): void => choose(phone ? '' : (waiting[place + 1]?.number ?? ''))
  const panel = slip && slip.state !== 'dispatched' ? <SlipFacts slip={slip} /> : (slip ?? asked) && (
    <SendPanel
      key={current} one={slip ? sentOf(slip) : sentOfAsked(asked)} isNew={!slip} current={slip && { vehicle: slip.vehicle, driver: slip.driver }} car={car} onCar={setCar} onDone={slip ? () => setCar('') : done} onKeys={(next) => (keys.current = next)}
    />
  )
  return (
    <div className="fl-desk" data-panel={(!phone && panel !== undefined && panel !== null) || undefined}>
      <section className="fl-desk-waiting">
        <h2 className="fl-group">{say('待派车', 'Waiting')} <span className="hq-secondary hq-figures">{waiting.length}</span></h2>
        {waiting.length === 0 && <Empty title={say('没有等派车的', 'Nothing waits')}>{say('单位批准的用车会立刻出现在这里。', 'What an organ approves appears here at once.')}</Empty>}
        <WaitingList waiting={waiting} chosen={current} onChoose={choose} onDrag={begin} />
        {!phone && <p className="hq-small hq-secondary"><kbd>j</kbd> <kbd>k</kbd> {say('选单', 'choose')} · <kbd>1</kbd>–<kbd>9</kbd> {say('选车', 'which car')} · <kbd>d</kbd> {say('派出', 'send')} · {say('拖到车上也行；已派的可用方向键挪，回车生效', 'or drag onto a car; what is sent moves by the arrow keys, Enter keeps it')}</p>}
      </section>
      <section className="fl-desk-day">
        <div className="hq-row">
          <fieldset className="hq-set fl-which" aria-label={say('看什么', 'What to show')}>
            {([['shared', say('平台车辆', 'Shared cars')], ['all', say('全部车辆', 'All cars')], ['drivers', say('驾驶员', 'Drivers')]] as const).map(([key, label]) => <button key={key} type="button" aria-pressed={which === key} onClick={() => { setWhich(key); setHeld(null) }}>{label}</button>)}
          </fieldset>
          <input className="hq-native" type="search" value={typed} placeholder={say('找车牌、单位或人', 'Plate, organ or name')} aria-label={say('找车牌、单位或人', 'Plate, organ or name')} onChange={({ target }) => setTyped(target.value)} />
        </div>
        <ProblemNotice problem={mover.problem} />
        <Gantt day={day} rows={rows} slips={slips} rowOf={rowOf} chosen={current} target={dragged?.row ?? ''} moved={shown} onChoose={({ number }) => choose(number)} onRow={(row) => which !== 'drivers' && setCar(row)} onDrag={begin} onKey={byKey} />
      </section>
      {!phone && panel && <aside className="hq-panel fl-desk-panel" aria-label={say('派给哪辆车', 'Which car')}>{panel}</aside>}
      {phone && panel && chosen !== '' && <Sheet title={slip ? say('已派车', 'Sent') : say('派车', 'Send a car')} onClose={() => choose('')}>{panel}</Sheet>}
      {dragged && 'leavesAt' in dragged.what && <div className="fl-ghost" style={{ left: dragged.x + 8, top: dragged.y + 8 }}>{dragged.what.whither} {wallClock(dragged.what.leavesAt).slice(11)}</div>}
    </div>
  )
}

const sentOf = (slip: BoardSlip<string>): Sent => ({ number: slip.number, version: slip.version, whence: slip.whence, whither: slip.whither, why: slip.why, note: `${wallClock(slip.from).slice(5).replace('T', ' ')}—${wallClock(slip.to).slice(11)}` })
function sentOfAsked(one: WaitingUse<string> | undefined): Sent {
  if (!one) throw new Error('a panel without a request is not drawn')
  return { number: one.number, version: one.version, whence: one.whence, whither: one.whither, why: one.why, note: `${wallClock(one.leavesAt).slice(5).replace('T', ' ')}—${wallClock(one.returnsAt).slice(11)}` }
}

/** Those proposed first while a request is chosen; then those that are out that day. */
function useRows({ cars, drivers, slips }: DispatchBoard<string>, { which, typed, order }: { which: Which; typed: string; order: ReadonlyMap<string, number> }): readonly Row[] {
  const names = useNames()
  const say = useSay()
  const word = typed.trim()
  const out = new Set(slips.map(({ vehicle, driver }) => (which === 'drivers' ? driver : vehicle)))
  const rows: readonly (Row & { readonly found: string })[] = which === 'drivers'
    ? drivers.map(({ id, name, licenceClass, against }) => ({ id, title: name, says: licenceClass.toUpperCase(), against, order: 0, found: name }))
    : cars.filter(({ id, shared }) => which === 'all' || shared || out.has(id) || order.has(id)).map(({ id, plate, seats, energy, organName, against }) => ({
        id, title: plate, says: `${say(`${seats} 座`, `${seats} seats`)} ${names.option(vehicleRegister.fields.energy, energy)} ${organName}`, against, order: order.get(id) ?? 0, found: `${plate} ${organName}`,
      }))
  const weight = ({ id, order: at, against }: Row): number => (at > 0 ? at : (out.has(id) ? 100 : 200) + (against.length > 0 ? 1000 : 0))
  return rows.filter(({ found }) => found.includes(word)).toSorted((a, b) => weight(a) - weight(b))
}
