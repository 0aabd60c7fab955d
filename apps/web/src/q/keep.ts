// What was typed, kept until it was sent; and the reports sent from this telephone, to find them again.

export interface Sent {
  readonly number: string
  readonly title: string
  readonly follow: string
}
const draftKey = (code: string, matter: string): string => `houqin.q.draft.${code}.${matter}`
const sentKey = 'houqin.q.sent'
const mostSent = 5

export function keptDraft(code: string, matter: string): Readonly<Record<string, string>> {
  return read(sessionStorage, draftKey(code, matter)) as Readonly<Record<string, string>> // written below
}
export function keepDraft(code: string, matter: string, draft: Readonly<Record<string, string>>): void {
  write(sessionStorage, draftKey(code, matter), draft)
}
export function dropDraft(code: string, matter: string): void {
  try {
    sessionStorage.removeItem(draftKey(code, matter))
  } catch {
    // Nothing was kept then.
  }
}
export function sentFromHere(): readonly Sent[] {
  const kept = read(localStorage, sentKey)
  return Array.isArray(kept) ? (kept as readonly Sent[]) : [] // written below
}
export function rememberSent(sent: Sent): void {
  write(localStorage, sentKey, [sent, ...sentFromHere()].slice(0, mostSent))
}

function read(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) || '{}')
  } catch {
    return {}
  }
}
function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value))
  } catch {
    // A full or forbidden storage costs the convenience, never the report.
  }
}
