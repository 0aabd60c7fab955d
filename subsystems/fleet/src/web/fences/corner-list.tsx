// The corners of a fence in figures 顶点坐标: for the keyboard, for a thumb, and for a line that was measured. Each is moved, one added behind it, or taken away.
import { useSay } from '@houqin/web-kit'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Corner } from '../../contract/fence-shape.ts'
import type { Drawing } from './use-drawing.ts'

/** Of a degree: a tenth of a metre, as the ledger keeps it. */
const digits = 6

export function CornerList({ drawing }: { drawing: Drawing }): ReactNode {
  const say = useSay()
  const { form, setCorners } = drawing
  if (form === null) return null
  const isCircle = form.kind === 'circle'
  const corners = isCircle ? [form.centre] : form.corners
  const changed = (nth: number, ...by: readonly Corner[]): readonly Corner[] => corners.toSpliced(nth, 1, ...by)
  return (
    <details className="fl-corners">
      <summary>{isCircle ? say('圆心坐标', 'The middle in figures') : say('顶点坐标（可用键盘增删改）', 'The corners in figures, by keyboard too')}</summary>
      <ol>
        {corners.map((corner, nth) => (
          <li key={nth}>
            <span className="hq-figures" aria-hidden="true">{isCircle ? '' : nth + 1}</span>
            {([['经度', 'longitude'], ['纬度', 'latitude']] as const).map(([zh, en], axis) => (
              <DegreeInput key={en} value={corner[axis as 0 | 1]} label={isCircle ? say(`圆心${zh}`, `Middle, ${en}`) : say(`第 ${nth + 1} 个顶点${zh}`, `Corner ${nth + 1}, ${en}`)}
                onChange={(degrees) => setCorners(changed(nth, axis === 0 ? [degrees, corner[1]] : [corner[0], degrees]))} />
            ))}
            {!isCircle && (
              <>
                <button type="button" className="hq-quiet-button" aria-label={say(`在第 ${nth + 1} 个后面加一个`, `Add one behind corner ${nth + 1}`)} onClick={() => setCorners(changed(nth, corner, between(corner, corners[(nth + 1) % corners.length])))}>+</button>
                <button type="button" className="hq-quiet-button" aria-label={say(`去掉第 ${nth + 1} 个`, `Take corner ${nth + 1} away`)} onClick={() => setCorners(changed(nth))}>−</button>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Half way to the next; of a single corner a little to its east, so that both can be seen. */
function between([x, y]: Corner, next: Corner | undefined): Corner {
  if (next === undefined || (next[0] === x && next[1] === y)) return [x + 0.002, y]
  return [(x + next[0]) / 2, (y + next[1]) / 2]
}

/** Taken when it is left or confirmed, so that a figure half typed moves nothing. */
function DegreeInput({ value, label, onChange }: { value: number; label: string; onChange: (degrees: number) => void }): ReactNode {
  const shown = value.toFixed(digits)
  const [typed, setTyped] = useState<string>()
  const take = (): void => {
    const degrees = Number(typed)
    if (typed !== undefined && typed.trim() !== '' && Number.isFinite(degrees) && degrees.toFixed(digits) !== shown) onChange(degrees)
    setTyped(undefined)
  }
  return (
    <input className="hq-native" inputMode="decimal" aria-label={label} value={typed ?? shown} onChange={({ target }) => setTyped(target.value)} onBlur={take} onKeyDown={(event) => {
      if (event.key !== 'Enter') return
      event.preventDefault() // the form is not sent by it
      take()
    }} />
  )
}
