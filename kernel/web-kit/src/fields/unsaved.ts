// What is typed and not yet sent 未提交的内容: while any of it stands open, nothing may take it off the screen.
import { useEffect, useId, useSyncExternalStore } from 'react'

const open = new Set<string>()
const watchers = new Set<() => void>()

function tell(): void {
  for (const watcher of [...watchers]) watcher()
}
function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Says that this form holds what somebody typed, until it is sent, emptied or closed. */
export function useHoldsTyped(holds: boolean): void {
  const id = useId()
  useEffect(() => {
    if (!holds) return undefined
    open.add(id)
    tell()
    return () => {
      open.delete(id)
      tell()
    }
  }, [holds, id])
}
/** Whether some form of the page holds what somebody typed. */
export function useTypedOpen(): boolean {
  return useSyncExternalStore(watch, () => open.size > 0)
}
/** Runs `then` now, or as soon as no form holds what somebody typed. */
export function onceNothingTyped(then: () => void): void {
  if (open.size === 0) return then()
  const leave = watch(() => {
    if (open.size > 0) return
    leave()
    then()
  })
}
