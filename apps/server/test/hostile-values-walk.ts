// Wrong values in the place of every value of every body: an answer in time, a problem with a sentence, never our own failure.
import type { TestContext } from 'node:test'
import { finish, hostileStage, newTally, send } from './hostile-stage.ts'
import type { Stage } from './hostile-stage.ts'
import { hostileValues } from './hostile-values.ts'

/** Each of the files that walk takes its part of the routes, in a house of its own. */
export const walks = 2

/** @param nth which of the `walks`. */
export async function walkValues(t: TestContext, nth: number): Promise<void> {
  const stage = await hostileStage()
  const tally = newTally()
  const described = await bodyNames(stage)
  for (const route of stage.writes.filter((_, at) => at % walks === nth)) {
    const base = await stage.requestOf(route, route.by)
    const places = placesOf(base.body, described.get(`${route.method} ${route.url}`) ?? [])
    for (const place of places)
      for (const [name, value] of Object.entries(hostileValues)) {
        const { path, body, spend, token: _, ...asking } = await stage.requestOf(route, route.by)
        const raw = withValue(body, place, value)
        const status = await send(tally, { by: route.by, what: `${name} at ${place.join('.')}`, method: route.method, path, asking: { ...asking, raw } })
        if (status < 300) spend()
      }
  }
  finish(t, tally)
}

/** The names that the description gives to the values of a body, by method and route. */
async function bodyNames({ house }: Stage): Promise<ReadonlyMap<string, readonly string[]>> {
  interface Operation {
    readonly requestBody?: { readonly content?: { readonly 'application/json'?: { readonly schema?: { readonly properties?: object } } } }
  }
  const { body } = await house.anonymous().get<{ paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>('/api/openapi.json')
  return new Map(Object.entries(body.paths).flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => [
    `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    Object.keys(operation.requestBody?.content?.['application/json']?.schema?.properties ?? {}),
  ] as const)))
}

/** Every place in a body where a value stands or might stand, three deep; of lists only the first. */
function placesOf(body: unknown, names: readonly string[], way: readonly string[] = []): readonly (readonly string[])[] {
  const own = body !== null && typeof body === 'object' ? Object.entries(body) : []
  const inner = own.filter(([key]) => !Array.isArray(body) || key === '0').flatMap(([key, value]) => [[...way, key], ...(way.length < 2 ? placesOf(value, [], [...way, key]) : [])])
  return [...inner, ...names.filter((name) => !own.some(([key]) => key === name)).map((name) => [...way, name])]
}
/** The body as JSON text with another value, itself JSON text, in one place. */
function withValue(body: unknown, [key, ...rest]: readonly string[], text: string): string {
  if (key === undefined) return text
  const given: Readonly<Record<string, unknown>> = body !== null && typeof body === 'object' ? Object.fromEntries(Object.entries(body)) : {}
  const members = Object.entries({ ...given, [key]: null }).map(([name, value]) => [name, name === key ? withValue(given[key], rest, text) : JSON.stringify(value)] as const)
  return Array.isArray(body) ? `[${members.map(([, member]) => member).join(',')}]` : `{${members.map(([name, member]) => `${JSON.stringify(name)}:${member}`).join(',')}}`
}
