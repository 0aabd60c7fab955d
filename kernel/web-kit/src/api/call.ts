// One call to the server: session cookie, CSRF token, language, idempotency key, version, and problems as errors.
import { serverNow, setClock } from '../clock.ts'
import { keptPreferences } from '../look/kept-preferences.ts'
import { machineTime } from '../machine-time.ts'
import { toldReached, toldUnreached } from '../offline/network.ts'
import { sayIn } from '../words/locale.ts'
import { dropEarly, readingHeaders, takeEarly } from './early.ts'
import type { Answered } from './early.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { noNetwork, problemOf } from './problem.ts'

export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** The version that was read; sent as `If-Match`. */
  readonly version?: number
  /** Keep it over repetitions of the same attempt; a new one is made for every POST that brings none. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

let csrf = ''
/** Handed over by `GET /api/me` and by signing in. */
export function setCsrf(token: string): void {
  // a session of somebody else's, who must not be shown what was asked for the one before
  if (csrf !== '' && token !== csrf) dropEarly()
  csrf = token
}

/**
 * @param path below `/api`, with a leading slash.
 * @returns the body as the caller says docs/api.md shapes it; `undefined` for 204.
 * @throws ProblemError
 */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const { method = 'GET', body, version, idempotencyKey, signal } = options
  const { locale } = keptPreferences()
  const say = sayIn(locale)
  const headers: Record<string, string> = readingHeaders(locale)
  if (method !== 'GET' && csrf) headers['x-csrf-token'] = csrf
  if (method === 'POST') headers['idempotency-key'] = idempotencyKey ?? newIdempotencyKey()
  if (version !== undefined) headers['if-match'] = `"${version}"`
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  const asked = async (): Promise<Answered> => {
    const answer = await fetch(`/api${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    return { answer, at: machineTime() }
  }
  const early = method === 'GET' ? await takeEarly(path) : undefined
  const { answer, at } = early ?? await asked().catch((reason: unknown) => {
    if (signal?.aborted) throw reason
    toldUnreached()
    throw noNetwork(say)
  })
  if (!answer.ok) {
    reached(answer, at)
    throw await problemOf(answer, say)
  }
  // Cut off half way, or answered by the sign-in page of a wireless network: whether it arrived is not known, as without a network.
  const read: unknown = answer.status === 204 ? undefined : await answer.json().catch((reason: unknown) => {
    if (signal?.aborted) throw reason
    toldUnreached()
    throw noNetwork(say)
  })
  reached(answer, at)
  return read as T // docs/api.md is the contract; the server is held to it by its tests
}
function reached(answer: Response, at: number): void {
  setClock(answer.headers.get('houqin-time'), at)
  toldReached(serverNow())
}

/** Fetches a file and hands it to the browser to keep under `name`. @throws ProblemError */
export async function fetchFile(path: string, name: string): Promise<void> {
  const { locale } = keptPreferences()
  const say = sayIn(locale)
  const answer = await fetch(`/api${path}`, { headers: { 'accept-language': locale === 'zh' ? 'zh-CN' : 'en' }, credentials: 'same-origin' }).catch(() => {
    throw noNetwork(say)
  })
  if (!answer.ok) throw await problemOf(answer, say)
  const address = URL.createObjectURL(await answer.blob().catch(() => {
    throw noNetwork(say)
  }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // some browsers begin to read it only after this turn
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** `?a=1&b=2`, leaving out what is empty. */
export function queryText(query: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const given = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== '') given.set(key, String(value))
  const text = given.toString()
  return text && `?${text}`
}
