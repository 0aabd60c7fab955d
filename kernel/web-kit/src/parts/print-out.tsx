// A sheet of paper: what is given is laid alone on the page, printed, and taken away again.
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './print-out.css'

/** @param onDone when the printer's dialog has been closed. */
export function PrintOut({ onDone, children }: { onDone: () => void; children: ReactNode }): ReactNode {
  useEffect(() => {
    window.addEventListener('afterprint', onDone)
    const frame = requestAnimationFrame(() => print())
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('afterprint', onDone)
    }
  }, [onDone])
  return createPortal(<div className="hq-paper">{children}</div>, document.body)
}
