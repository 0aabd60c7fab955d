// A sheet: a dialog at the desk, rising from below on a telephone. Esc closes, focus stays inside and comes back.
import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useHoldsTyped } from '../fields/unsaved.ts'
import { useSay } from '../words/words.tsx'

/** Rendered only while it is open. @param onClose asked by Esc, the cross, a tap beside it. */
export function Sheet({ title, onClose, wide = false, children }: { title: string; onClose: () => void; wide?: boolean; children: ReactNode }): ReactNode {
  const say = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [typed, setTyped] = useState(false)
  useHoldsTyped(typed)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const layer = dialog.current
    if (!layer) return undefined
    const before = document.activeElement
    let pressedBeside = false
    const press = ({ target }: PointerEvent): void => {
      pressedBeside = target === layer
    }
    // A drag that began inside and ends beside, as when text is marked, closes nothing.
    const release = ({ target }: MouseEvent): void => {
      if (target === layer && pressedBeside) close.current()
    }
    const escape = (event: Event): void => {
      if (event.target !== layer) return
      event.preventDefault()
      close.current()
    }
    layer.addEventListener('pointerdown', press)
    layer.addEventListener('click', release)
    layer.addEventListener('cancel', escape)
    layer.showModal()
    return () => {
      layer.removeEventListener('pointerdown', press)
      layer.removeEventListener('click', release)
      layer.removeEventListener('cancel', escape)
      layer.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // The layer reaches over the whole page, so that lists of choices are not cut off at the panel's edge.
    <dialog ref={dialog} className="hq-sheet" aria-labelledby={titleId} onInput={() => setTyped(true)}>
      <div className={wide ? 'hq-sheet-panel hq-sheet-wide' : 'hq-sheet-panel'}>
        <div className="hq-sheet-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="hq-plain hq-sheet-close" aria-label={say('关闭', 'Close')} onClick={onClose}>
            ×
          </button>
        </div>
        <div className="hq-sheet-body">{children}</div>
      </div>
    </dialog>
  )
}
