// Every operation of the interface's description with values after its schema and against it: no 500, no stack, nothing of another organ.
// `npm run fuzz -- 10000` sends that many to each; the tests a few, from a seed of the day's commit.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { kernelRoles } from '@houqin/define'
import type { Asking, Somebody } from '@houqin/testing/subsystem'
import { answerTo, hostileStage, newTally } from '../hostile-stage.ts'
import type { Stage } from '../hostile-stage.ts'
import { mark, plantRows } from './planted-rows.ts'
import { pick, rollFrom, shaped } from './shaped-values.ts'
import type { Roll, Schema } from './shaped-values.ts'

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: Schema }[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
}
interface Described {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}
const perOperation = Number(process.env['FUZZ_PER_OPERATION'] ?? 6)
const seed = Number(process.env['FUZZ_SEED'] ?? 20261124)
const only = process.env['FUZZ_ONLY'] ?? ''
/** Every register has the same routes, and so has every matter: so many to each route, whatever it serves, instead of to each operation. */
const spread = process.env['FUZZ_SPREAD'] === '1'
/** Requests under way at once: while one waits for the database, others are read and answered; and what only goes wrong side by side goes wrong here. */
const atOnce = 8
/** Of so many programs this is which: each takes its share of the operations, in a house of its own. */
const [share = 0, shares = 1] = (process.env['FUZZ_SHARE'] ?? '0/1').split('/').map(Number)

let stage: Stage
let stranger: Somebody
let ids: readonly string[]
let operations: readonly Described[]

before(async () => {
  stage = await hostileStage()
  const { house } = stage
  const { catalogue } = house.system
  const { organ, site } = catalogue.dimensions
  assert.ok(organ && site)
  const [here, there] = [{ organ: (await house.make(organ)).id, site: (await house.make(site)).id }, { organ: (await house.make(organ)).id, site: (await house.make(site)).id }]
  const planter = await house.as('everyone', { name: '别处的人' })
  const planted = await plantRows(house, { there, by: planter })
  assert.ok(planted.length > 8, `only ${planted.join(', ')} are divided by organ or site`)
  // Whoever holds every role that is granted for an organ or a site, for the others.
  const local = [...catalogue.roles.values()].filter(({ reach, role }) => reach !== 'district' && !kernelRoles.some((one) => one.role === role))
  stranger = await house.as(local, { name: '外单位的人', organ: here.organ, site: here.site })
  ids = [here.organ, here.site, there.organ, there.site, stranger.person ?? '', (await house.usual(organ)).id]
  const { body } = await house.anonymous().get<{ paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>('/api/openapi.json')
  operations = Object.entries(body.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })))
    // a stream that does not end, and what would end the walk
    .filter(({ method, path }) => path !== '/api/events' && !(path.startsWith('/api/session') && method === 'DELETE') && path !== '/api/identity/leave' && path.includes(only))
    .filter((described) => shareOf(routeOf(described)) === share)
})

test('values after the description and against it, from whoever may do everything and from whoever may do it elsewhere', async (t) => {
  const tally = newTally()
  const everybody = stage.reads.find(({ url }) => url === '/api/inbox')?.by ?? stranger
  const roll = rollFrom(seed)
  const shared = Map.groupBy(operations, routeOf)
  const turnsOf = (described: Described): number => (spread ? Math.ceil(perOperation / (shared.get(routeOf(described))?.length ?? 1)) : perOperation)
  let went = 0
  const began = performance.now()
  const spent = new Map<string, number>()
  // made one after the other whoever sends them, so that a seed always makes the same
  const requests = (function* () {
    for (const described of operations)
      for (let turn = 0; turn < turnsOf(described); turn += 1) yield { method: described.method, route: routeOf(described), turn, by: turn % 2 === 0 ? stranger : everybody, ...requestFor(described, roll) }
  })()
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (const { method, route, turn, by, path, asking } of requests) {
      const asked = performance.now()
      const { text, status } = await answerTo(tally, { by, what: `the seed ${seed}, turn ${turn}`, method, path, asking })
      spent.set(route, (spent.get(route) ?? 0) + performance.now() - asked)
      if (status < 300) went += 1
      if (by === stranger && text.includes(mark)) tally.wrong.push(`${method} ${path} shows what belongs to another organ: …${text.slice(Math.max(0, text.indexOf(mark) - 80), text.indexOf(mark) + 20)}`)
    }
  }))
  t.diagnostic(`${Math.round((tally.sent * 1000) / (performance.now() - began))} requests a second, ${atOnce} at once`)
  t.diagnostic(`${tally.sent} requests to ${operations.length} operations of ${shared.size} routes, ${went} were carried out; the slowest took ${tally.slowest.ms.toFixed(0)} ms: ${tally.slowest.what}`)
  const all = [...spent.values()].reduce((sum, ms) => sum + ms, 0)
  const dearest = [...spent].toSorted(([, a], [, b]) => b - a).slice(0, 12)
  t.diagnostic(`most of the time went to ${dearest.map(([route, ms]) => `${route} ${((100 * ms) / all).toFixed(1)} %`).join(', ')}`)
  assert.deepEqual(tally.wrong, [])
  // what is refused at the door tests only the door
  assert.ok(went > tally.sent / 20, `only ${went} of ${tally.sent} were carried out`)
})

test('what was planted is there to be seen by whoever may', async () => {
  // nobody's colleague: the usual organ may have been retired by now
  const auditor = await stage.house.as('kernel.auditor', { person: null })
  const { text } = await auditor.get('/api/registers/places.certificate')
  assert.ok(text.includes(mark), text.slice(0, 300))
})

function routeOf({ method, path }: Described): string {
  return `${method} ${path.replace(/^\/api\/(registers|matters|standards|reports)\/[^/{]+/, '/api/$1/*')}`
}
/** All of a route fall to one program, the routes about evenly. */
function shareOf(route: string): number {
  return [...route].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % shares
}
function requestFor({ method, path, operation }: Described, roll: Roll): { path: string; asking: Asking } {
  const known = { ids, wrongly: pick(roll, [0, 0.05, 0.3]) }
  const given = (schema: Schema | undefined): string => encodeURIComponent(textOf(shaped(schema, roll, known)).slice(0, 600).toWellFormed())
  const named = (place: string) => (operation.parameters ?? []).filter((parameter) => parameter.in === place)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => given(named('path').find((parameter) => parameter.name === name)?.schema) || 'x')
  const query = named('query').filter(() => roll() < 0.4).map(({ name, schema }) => `${encodeURIComponent(name)}=${given(schema)}`)
  const schema = operation.requestBody?.content?.['application/json']?.schema
  const body = method === 'GET' || method === 'DELETE' ? undefined : shaped(schema, roll, known)
  return {
    path: `${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    asking: {
      ...(body !== undefined && { raw: JSON.stringify(body) }),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }), 'idempotency-key': `fuzz-${Math.floor(roll() * 2 ** 40)}`,
        ...(roll() < 0.7 && { 'if-match': pick(roll, ['"1"', '"2"', '"0"', '1', '"x"']) }),
      },
    },
  }
}
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}
