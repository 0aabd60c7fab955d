// Stars 评价: one to five, given with a tap or an arrow key, or only shown.
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'

const all = [1, 2, 3, 4, 5] as const

/** @param below whether a label of their field stands above them already: theirs is told to whoever does not see it. */
export function StarsInput({ stars, onChange, label, below = false }: { stars: number; onChange: (stars: number) => void; label: string; below?: boolean }): ReactNode {
  const say = useSay()
  const name = useId()
  return (
    <fieldset className="hq-stars">
      <legend className={below ? 'hq-hidden' : undefined}>{label}</legend>
      {all.map((n) => (
        <label key={n} data-lit={n <= stars ? '' : undefined}>
          <input type="radio" name={name} checked={stars === n} onChange={() => onChange(n)} />
          <span aria-hidden="true">★</span>
          <span className="hq-hidden">{say(`${n} 星`, n === 1 ? '1 star' : `${n} stars`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
export function Stars({ stars }: { stars: number }): ReactNode {
  const say = useSay()
  return (
    <span className="hq-stars-shown">
      <span className="hq-hidden">{say(`${stars} 星`, `${stars} of 5 stars`)}</span>
      <span aria-hidden="true">{'★'.repeat(stars)}</span>
      <span aria-hidden="true" className="hq-stars-dark">
        {'★'.repeat(5 - stars)}
      </span>
    </span>
  )
}
