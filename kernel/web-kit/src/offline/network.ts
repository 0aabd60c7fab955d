// Whether the server is reached 联网: told by every call, and by the browser when the network itself goes or comes.
import { useSyncExternalStore } from 'react'

let reached = true
/** When something was last read from the server, in the house's time. */
let readAt: Date | null = null
const watchers = new Set<() => void>()
const set = (next: boolean): void => {
  if (next === reached) return
  reached = next
  for (const watcher of [...watchers]) watcher()
}

export function toldReached(at: Date): void {
  readAt = at
  set(true)
}
export function toldUnreached(): void {
  set(false)
}
/** The last moment of which something is shown. @param at of what was brought back from the device. */
export function toldSeen(at: Date): void {
  readAt = at
}
export const lastReadAt = (): Date | null => readAt

export function useReached(): boolean {
  return useSyncExternalStore(watch, () => reached)
}
export function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

if (typeof addEventListener === 'function') addEventListener('offline', () => set(false))
