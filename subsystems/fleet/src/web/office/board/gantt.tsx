// A day of cars or drivers 甘特图: one row each, a bar for each slip; bars are dragged to another row or time, or moved by the arrow keys.
import { useNames, useNow, useSay, wallClock } from '@houqin/web-kit'
import { Fragment } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { use } from '../../../contract/index.ts'
import type { BoardSlip } from '../../../contract/dispatch-answers.ts'
import { hours, nowAt, placeOf, shifted } from './timeline.ts'

export interface Row {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly against: readonly string[]
  /** Its place among the proposals, from 1; 0 for none. */
  readonly order: number
}
/** A bar as it would stand. */
export interface Moved {
  readonly slip: BoardSlip<string>
  readonly row: string
  readonly quarters: number
}

export function Gantt({ day, rows, slips, rowOf, chosen, target, moved, onChoose, onRow, onDrag, onKey }: {
  day: string
  rows: readonly Row[]
  slips: readonly BoardSlip<string>[]
  rowOf: (slip: BoardSlip<string>) => string
  /** Number of the slip that is looked at. */
  chosen: string
  /** The row something is dragged over. */
  target: string
  moved: Moved | null
  onChoose: (slip: BoardSlip<string>) => void
  onRow: (row: string) => void
  onDrag: (event: PointerEvent, slip: BoardSlip<string>) => void
  onKey: (event: KeyboardEvent, slip: BoardSlip<string>) => void
}): ReactNode {
  const say = useSay()
  const line = nowAt(useNow(), day)
  const held = new Map<string, BoardSlip<string>[]>()
  for (const slip of slips) {
    const row = moved?.slip.number === slip.number ? moved.row : rowOf(slip)
    held.set(row, [...(held.get(row) ?? []), slip])
  }
  return (
    <section className="fl-gantt" aria-label={say('车辆一天', 'The day')}>
      <div className="fl-gantt-head" aria-hidden="true">
        <span />
        <span className="fl-hours">{hours.slice(0, -1).map((hour) => <span key={hour}>{String(hour).padStart(2, '0')}</span>)}</span>
      </div>
      {rows.map((row) => (
        <div key={row.id} className="fl-row" data-row={row.id} data-target={row.id === target || undefined} data-against={row.against.length > 0 || undefined}>
          <button type="button" className="fl-row-title" onClick={() => onRow(row.id)}>
            <strong>{row.title}</strong> {row.order > 0 && <kbd title={say('建议的次序', 'Its place among the proposals')}>{row.order}</kbd>}
            <span className="hq-small hq-secondary">{row.says}</span>
          </button>
          <div className="fl-lane">
            {row.against.length > 0 && <span className="fl-against hq-small">{row.against.join(say('；', '; '))}</span>}
            {line !== null && <span className="fl-now" style={{ left: `${line}%` }} />}
            {(held.get(row.id) ?? []).map((slip) => (
              <Fragment key={slip.number}>
                <Bar slip={slip} day={day} quarters={moved?.slip.number === slip.number ? moved.quarters : 0} chosen={slip.number === chosen} onChoose={onChoose} onDrag={onDrag} onKey={onKey} />
              </Fragment>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}

function Bar({ slip, day, quarters, chosen, onChoose, onDrag, onKey }: {
  slip: BoardSlip<string>
  day: string
  quarters: number
  chosen: boolean
  onChoose: (slip: BoardSlip<string>) => void
  onDrag: (event: PointerEvent, slip: BoardSlip<string>) => void
  onKey: (event: KeyboardEvent, slip: BoardSlip<string>) => void
}): ReactNode {
  const names = useNames()
  const span = shifted(slip, quarters)
  const { left, width } = placeOf({ from: span.from, to: slip.lateUntil ?? span.to }, day)
  const times = `${wallClock(span.from).slice(11)}—${wallClock(span.to).slice(11)}`
  const state = Object.entries(use.states).find(([key]) => key === slip.state)?.[1]
  const movable = slip.state === 'dispatched'
  return (
    <button
      type="button"
      className="fl-bar"
      data-number={slip.number}
      data-state={slip.state}
      data-late={slip.lateUntil !== null}
      aria-pressed={chosen}
      aria-label={`${slip.number} ${times} ${slip.whence} → ${slip.whither} ${slip.driverName} ${state ? names.of(state) : ''}`}
      title={`${times} ${slip.whence} → ${slip.whither} · ${slip.driverName}`}
      style={{ left: `${left}%`, width: `${width}%` }}
      onClick={() => onChoose(slip)}
      onPointerDown={(event) => movable && onDrag(event, slip)}
      onKeyDown={(event) => movable && onKey(event, slip)}
    >
      <span>{quarters === 0 ? slip.whither : times}</span>
    </button>
  )
}
