// What a thumb presses on a walk 走动时按的: the one thing to do here, and the two answers at each point.
import type { ReactNode } from 'react'
import './thumb.css'

export function ThumbButton({ label, onPress }: { label: string; onPress: () => void }): ReactNode {
  return (
    <button type="button" className="hq-thumb" onClick={onPress}>
      {label}
    </button>
  )
}

export interface Answer {
  readonly label: string
  /** Read out, where the label alone does not say of what it speaks. */
  readonly says?: string
  readonly onPress: () => void
}
/** @param usual that all is well, the wider one. @param other that it is not. */
export function TwoAnswers({ usual, other }: { usual: Answer; other: Answer }): ReactNode {
  return (
    <div className="hq-answers">
      {[usual, other].map(({ label, says, onPress }) => (
        <button key={label} type="button" aria-label={says} onClick={onPress}>
          {label}
        </button>
      ))}
    </div>
  )
}
