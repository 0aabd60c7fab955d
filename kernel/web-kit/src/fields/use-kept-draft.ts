// The draft of a form made by hand 草稿: what is typed outlives a failure, a reload and an upgrade, as in every derived form.
import { useRef, useState } from 'react'
import { dropDraft, keepDraft, keptDraft } from './draft.ts'
import { useHoldsTyped } from './unsaved.ts'

export interface KeptDraft<Values extends object> {
  readonly values: Values
  readonly set: (more: Partial<Values>) => void
  /** The form came up with what an earlier attempt left. */
  readonly restored: boolean
  /** Begins anew. */
  readonly clear: () => void
  /** It was sent: nothing is left to keep. */
  readonly sent: () => void
}

/** @param key names the form, and for a change of what stands its version too: a draft of an older one does not come back. @param begin what it begins with. */
export function useKeptDraft<Values extends object>(key: string, begin: Values): KeptDraft<Values> {
  const [kept] = useState(() => keptDraft(key) as Partial<Values> | undefined) // kept below, by forms of this key alone
  const [values, setValues] = useState<Values>(() => ({ ...begin, ...kept }))
  // two changes of one press follow each other
  const latest = useRef(values)
  const [restored, setRestored] = useState(kept !== undefined)
  const [typed, setTyped] = useState(kept !== undefined)
  useHoldsTyped(typed)
  const rest = (): void => {
    setRestored(false)
    setTyped(false)
    dropDraft(key)
  }
  return {
    values,
    restored,
    set(more) {
      latest.current = { ...latest.current, ...more }
      setValues(latest.current)
      setTyped(true)
      keepDraft(key, latest.current)
    },
    clear() {
      latest.current = begin
      setValues(begin)
      rest()
    },
    sent: rest,
  }
}
