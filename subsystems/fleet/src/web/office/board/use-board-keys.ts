// The desk's keys: j and k choose a request, 1–9 a car, d sends; never while somebody types.
import { useEffect, useRef } from 'react'

interface Deeds {
  readonly on: boolean
  readonly move: (by: number) => void
  readonly pick: (order: number) => void
  readonly send: () => void
}

export function useBoardKeys(deeds: Deeds): void {
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
const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || (target instanceof HTMLInputElement && target.type !== 'radio'))
