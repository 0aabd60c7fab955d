// What a page is known to ask for 先行询问: asked while its scripts are still read, and taken up by the first call for it.
import { machineTime } from '../machine-time.ts'
import { keptPreferences } from '../look/kept-preferences.ts'
import type { Locale } from '../words/locale.ts'

/** An answer, and when it arrived, as `machineTime` tells it. */
export interface Answered {
  readonly answer: Response
  readonly at: number
}
interface Early {
  readonly since: number
  /** Nothing where the server could not be reached. */
  readonly answer: Promise<Answered | undefined>
}
/** Later it may be out of date. */
const freshMs = 10_000

/** By path. Of the page and not of a script, since the one that asks first is not the one that takes it up. */
function held(): Map<string, Early> {
  const page = globalThis as typeof globalThis & { houqinEarly?: Map<string, Early> }
  page.houqinEarly ??= new Map()
  return page.houqinEarly
}

export const readingHeaders = (locale: Locale): Record<string, string> => ({ accept: 'application/json', 'accept-language': locale === 'zh' ? 'zh-CN' : 'en' })

/** @param path below `/api`, with a leading slash, as it will be called. */
export function askEarly(path: string): void {
  if (held().has(path)) return
  const answer = fetch(`/api${path}`, { headers: readingHeaders(keptPreferences().locale), credentials: 'same-origin' }).then((one) => ({ answer: one, at: machineTime() }), () => undefined)
  held().set(path, { since: machineTime(), answer })
}

/** @returns what was asked ahead, once; nothing where it must be asked anew: it was refused, as for want of signing in, or is old. */
export async function takeEarly(path: string): Promise<Answered | undefined> {
  const early = held().get(path)
  held().delete(path)
  if (!early || machineTime() - early.since > freshMs) return undefined
  const answered = await early.answer
  return answered?.answer.ok ? answered : undefined
}
export const dropEarly = (): void => held().clear()

/**
 * A path with what an address gives: `{floor}` must be there, `{?day}` and `{&day}` are a parameter of the query or nothing.
 * @returns null where something that must be there is not.
 */
export function pathFor(template: string, given: URLSearchParams): string | null {
  let whole = true
  const path = template.replace(/\{([?&]?)(\w+)\}/g, (_all, mark: string, name: string) => {
    const value = given.get(name) ?? ''
    if (value === '' && mark === '') whole = false
    return value === '' ? '' : mark === '' ? encodeURIComponent(value) : `${mark}${name}=${encodeURIComponent(value)}`
  })
  return whole ? path : null
}
