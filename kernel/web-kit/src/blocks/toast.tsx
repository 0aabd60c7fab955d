// A toast: one sentence that appears, is read aloud, and goes; above dialogs as well.
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'
import { ConsoleLink } from './console-link.tsx'

export interface ToastText {
  readonly says: string
  /** A page of the console it speaks of. */
  readonly to?: string
  readonly tone?: 'done' | 'fault'
  /** Takes the place of one that bears the same. */
  readonly instead?: string
}
const untold = (): void => undefined
const Context = createContext<(toast: ToastText) => void>(untold)
const stays = 6_000

export function useToast(): (toast: ToastText) => void {
  return use(Context)
}

/** Where nothing that is told to one person alone may appear, as on a wall. */
export function NoToasts({ children }: { children: ReactNode }): ReactNode {
  return <Context value={untold}>{children}</Context>
}

export function ToastProvider({ children }: { children: ReactNode }): ReactNode {
  const [toasts, setToasts] = useState<readonly (ToastText & { id: number })[]>([])
  const say = useSay()
  const next = useRef(0)
  const place = useRef<HTMLOutputElement>(null)
  const drop = useCallback((id: number) => setToasts((shown) => shown.filter((other) => other.id !== id)), [])
  const show = useCallback((toast: ToastText) => {
    const id = next.current++
    setToasts((shown) => [...shown.filter(({ instead }) => instead === undefined || instead !== toast.instead).slice(-2), { ...toast, id }])
    setTimeout(() => drop(id), stays)
  }, [drop])
  useEffect(() => {
    // Shown again each time, so that it stands over a dialog opened in between.
    const popover = place.current
    if (!popover || typeof popover.showPopover !== 'function') return
    if (popover.matches(':popover-open')) popover.hidePopover()
    if (toasts.length > 0) popover.showPopover()
  }, [toasts])
  return (
    <Context value={show}>
      {children}
      <output ref={place} popover="manual" className="hq-toasts">
        {toasts.map(({ id, says, to, tone }) => (
          <span key={id} className="hq-toast" data-tone={tone}>
            {to ? <ConsoleLink to={to}>{says}</ConsoleLink> : says}
            <button type="button" className="hq-plain hq-toast-close" aria-label={say('收起提示', 'Dismiss')} onClick={() => drop(id)}>
              ×
            </button>
          </span>
        ))}
      </output>
    </Context>
  )
}
