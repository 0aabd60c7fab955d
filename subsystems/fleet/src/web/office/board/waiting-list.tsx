// 待派车: what waits for a car, the earliest first, with the time left until it is due or leaves; chosen by a tap or by j and k, or dragged onto a car.
import { DueText, shortInstant, useNames, useNow, useSay, wallClock } from '@houqin/web-kit'
import type { PointerEvent, ReactNode } from 'react'
import { use } from '../../../contract/index.ts'
import type { WaitingUse } from '../../../contract/dispatch-answers.ts'

export function WaitingList({ waiting, chosen, onChoose, onDrag }: {
  waiting: readonly WaitingUse<string>[]
  chosen: string
  onChoose: (number: string) => void
  onDrag: (event: PointerEvent, one: WaitingUse<string>) => void
}): ReactNode {
  const say = useSay()
  const names = useNames()
  const now = useNow()
  return (
    <ul className="fl-waiting" aria-label={say('待派车', 'Waiting for a car')}>
      {waiting.map((one) => (
        <li key={one.number}>
          <button type="button" className="hq-card fl-wait" data-number={one.number} aria-pressed={one.number === chosen} onClick={() => onChoose(one.number)} onPointerDown={(event) => event.pointerType === 'mouse' && onDrag(event, one)}>
            <span className="fl-wait-head">
              <strong>{shortInstant({ instant: one.leavesAt, now, say })}—{wallClock(one.returnsAt).slice(11)}</strong>
              <DueText dueAt={one.dueAt !== null && one.dueAt < one.leavesAt ? one.dueAt : one.leavesAt} />
            </span>
            <span>{one.whence} → {one.whither}</span>
            <span className="hq-small hq-secondary">{say(`${one.passengers} 人`, `${one.passengers} people`)} · {names.option(use.form.purpose, one.purpose)} · {one.organ ?? ''} {one.asker}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
