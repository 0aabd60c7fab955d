// A sheet of paper: what is given is laid alone on the page, printed, and taken away again.
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './print-out.css'

/** @param onDone when the printer's dialog has been closed. */
export function PrintOut({ onDone, children }: { onDone: () => void; children: ReactNode }): ReactNode {
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    window.addEventListener('afterprint', onDone)
    let taken = false
    // A signature that is still on its way would be missing on paper; one that does not come at all holds up nothing.
    const pictures = [...(paper.current?.querySelectorAll('img') ?? [])].map(async (picture) => picture.decode().catch(() => undefined))
    void Promise.all(pictures).then(() => requestAnimationFrame(() => taken || print()))
    return () => {
      taken = true
      window.removeEventListener('afterprint', onDone)
    }
  }, [onDone])
  return createPortal(<div ref={paper} className="hq-paper">{children}</div>, document.body)
}
