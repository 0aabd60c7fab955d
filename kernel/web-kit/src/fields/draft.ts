// A draft 草稿: what was typed and not yet sent, kept in this tab's session so that a failure or a reload loses nothing.

const prefix = 'houqin.draft.'

/** @returns what `keepDraft` kept under the key, or undefined. */
export function keptDraft(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
export function keepDraft(key: string, draft: unknown): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(draft))
  } catch {
    // A full or forbidden storage costs the draft, never the form.
  }
}
export function dropDraft(key: string): void {
  try {
    sessionStorage.removeItem(prefix + key)
  } catch {
    // Nothing was kept then.
  }
}
