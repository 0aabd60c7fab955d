// The keys of a board at the desk: j and k choose what waits, 1–9 whom or what to send, d sends; never while somebody types.
import { useEffect, useRef } from 'react'

export interface BoardDeeds {
  readonly on: boolean
  readonly move: (by: number) => void
  /** @param order from 0. */
  readonly pick: (order: number) => void
  readonly send: () => void
}

export function useBoardKeys(deeds: BoardDeeds): void {
  const latest = useRef(deeds)
  useEffect(() => {
    latest.current = deeds
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { on, move, pick, send } = latest.current
      if (!on || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return
      if (event.key === 'j') move(1)
      else if (event.key === 'k') move(-1)
      else if (event.key === 'd') send()
      else if (/^[1-9]$/.test(event.key)) pick(Number(event.key) - 1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
/** A choice by radio buttons is no typing. */
const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || (target instanceof HTMLInputElement && target.type !== 'radio'))
