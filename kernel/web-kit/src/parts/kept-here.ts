// What one person's use of this device leaves on it 本机留存: by account, and gone when he signs out, so that the next one sees nothing of it.

const prefix = 'houqin.kept.'
const keyOf = (account: string, name: string): string => `${prefix}${account}.${name}`

/** @returns what `keepHere` kept, or undefined. */
export function keptHere(account: string, name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(keyOf(account, name)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
export function keepHere(account: string, name: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(account, name), JSON.stringify(value))
  } catch {
    // A full or forbidden storage costs the convenience alone.
  }
}
/** Tells when another tab keeps something else under this name, or its reader signs out. @returns the end of it. */
export function watchHere(account: string, name: string, watcher: () => void): () => void {
  const heard = ({ key }: StorageEvent): void => {
    if (key === null || key === keyOf(account, name)) watcher()
  }
  addEventListener('storage', heard)
  return () => removeEventListener('storage', heard)
}
/** At signing out: of whoever used this device, and the drafts of this tab. */
export function forgetHere(): void {
  for (const storage of [() => localStorage, () => sessionStorage])
    try {
      const kept = storage()
      for (const key of Object.keys(kept)) if (key.startsWith(prefix) || key.startsWith('houqin.draft.')) kept.removeItem(key)
    } catch {
      // Nothing was kept then.
    }
}
