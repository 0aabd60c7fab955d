// Dragging 拖动: by mouse, pen or finger; it begins after a few pixels, so that a press stays a press, and Esc ends it.
import { useEffect, useRef, useState } from 'react'
import type { PointerEvent as Pressed } from 'react'

export interface Dragged<T> {
  readonly what: T
  /** Pixels from where it began. */
  readonly dx: number
  readonly x: number
  readonly y: number
  /** `data-row` of the row under the pointer; empty elsewhere. */
  readonly row: string
}
const enough = 6

/** @returns what is being dragged, and what to give to `onPointerDown`. @param onDrop also where it is dropped beside every row. */
export function useDrag<T>(onDrop: (dragged: Dragged<T>) => void): readonly [Dragged<T> | null, (event: Pressed, what: T) => void] {
  const [dragged, setDragged] = useState<Dragged<T> | null>(null)
  const drop = useRef(onDrop)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => {
    drop.current = onDrop
  })
  useEffect(() => () => stop.current?.(), [])
  const begin = (event: Pressed, what: T): void => {
    if (event.button !== 0) return
    const [x0, y0] = [event.clientX, event.clientY]
    let last: Dragged<T> | null = null
    const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
      if (last === null && Math.hypot(x - x0, y - y0) < enough) return
      last = { what, dx: x - x0, x, y, row: document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? '' }
      setDragged(last)
    }
    const end = (): void => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', up)
      removeEventListener('pointercancel', end)
      removeEventListener('keydown', escape)
      stop.current = null
      setDragged(null)
    }
    const up = (): void => {
      const dropped = last
      end()
      if (dropped === null) return
      // The press that follows a drag opens nothing.
      addEventListener('click', (click) => { click.stopPropagation(); click.preventDefault() }, { capture: true, once: true, signal: AbortSignal.timeout(300) })
      drop.current(dropped)
    }
    const escape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') end()
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', up)
    addEventListener('pointercancel', end)
    addEventListener('keydown', escape)
    stop.current = end
  }
  return [dragged, begin]
}
