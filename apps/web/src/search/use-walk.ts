// The arrow keys over what was found 上下选择: the cursor stays in the box while they go from one to the next.
import { useState } from 'react'
import type { KeyboardEvent } from 'react'

/** @param found a name for each, in their order. @param begin where to stand before a key was pressed. @returns the place they stand at, back at its beginning whenever something else was found. */
export function useWalk(found: readonly string[], begin = 0): { at: number; keys: (event: KeyboardEvent) => void; active: (row: HTMLElement | null) => void } {
  const [place, setPlace] = useState<{ readonly first: string; readonly at: number }>()
  const first = found[0] ?? ''
  const last = Math.max(0, found.length - 1)
  const at = Math.min(place?.first === first ? place.at : begin, last)
  return {
    at,
    keys(event) {
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 5, PageUp: at - 5 }[event.key]
      if (to === undefined || event.nativeEvent.isComposing) return
      event.preventDefault()
      setPlace({ first, at: Math.min(last, Math.max(0, to)) })
    },
    active: (row) => row?.scrollIntoView({ block: 'nearest' }),
  }
}
