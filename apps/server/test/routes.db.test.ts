// Every route of the real application is called by every role: who is let in stands in routes.golden.md, and nothing breaks.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { everyone } from '@houqin/define'
import { problemTypes } from '@houqin/problem'
import { golden } from '@houqin/testing'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Caller, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'
import { routeRequests } from './route-request.ts'
import type { Route } from './route-request.ts'

interface Column {
  readonly title: string
  readonly role: string | null
  readonly somebody: Somebody | null
  readonly caller: Caller
}
interface Called extends Route {
  readonly rule: string
  readonly statuses: readonly number[]
  /** As the paper shows them. */
  readonly cells: readonly string[]
}

let house: TestSystem
let columns: readonly Column[]
const called: Called[] = []
const wrong: string[] = []

before(async () => {
  house = await testSubsystem(parts)
  const asker = await house.as('everyone', { name: '申请人', address: '10.0.0.2' })
  columns = [
    { title: 'nobody', role: null, somebody: null, caller: house.anonymous('10.0.0.1') },
    { title: 'who asked', role: everyone.role, somebody: asker, caller: asker },
  ]
  for (const role of house.system.catalogue.roles.values()) {
    const somebody = await house.as(role)
    columns = [...columns, { title: role.role.replace('kernel.', ''), role: role.role, somebody, caller: somebody }]
  }
  const requestOf = await routeRequests(house, asker)
  for (const { method, url, rule } of walkable())
    for (const route of expanded({ method, url })) {
      const statuses: number[] = []
      const cells: string[] = []
      for (const [at, { title, somebody, caller }] of columns.entries()) {
        const { path, spend, token, ...asking } = await requestOf(route, somebody)
        const answer = await (token === undefined ? caller : house.anonymous()).call<Record<string, unknown> | null>(method, path, {
          // an address for each caller, and a new one every few routes: what is limited by address is not what is asked about here
          from: `10.${1 + (called.length >> 4)}.1.${at}`, ...asking, headers: { ...asking.headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
        })
        statuses.push(answer.status)
        cells.push(cellOf(answer))
        if (answer.status < 300 && method !== 'GET') spend()
        const isProblem = typeof answer.body?.['type'] === 'string' && Object.hasOwn(problemTypes, answer.body['type'].replace('/problems/', ''))
        if (answer.status >= 500 || (answer.status >= 400 && !isProblem)) wrong.push(`${method} ${path} by ${title}: ${answer.status} ${answer.text.slice(0, 300)}`)
      }
      called.push({ ...route, statuses, cells, rule: typeof rule === 'string' ? rule : rule.map(({ role }) => role).join(' ') })
    }
})

/** Events are a stream that does not end, and have a test of their own; HEAD is what GET is, without the body. */
const walkable = () => house.app.ruledRoutes.filter(({ method, url }) => method !== 'HEAD' && url !== '/api/events')

/** A route over declared things is one for each of them. */
function expanded({ method, url }: Route): readonly Route[] {
  const { standards, signals, reports } = house.system.catalogue
  const kind = /^\/api\/(standards|signals|reports)\/:id/.exec(url)?.[1]
  const ids = kind === 'standards' ? standards : kind === 'signals' ? signals : kind === 'reports' ? reports : undefined
  return ids ? [...ids.keys()].map((id) => ({ method, url: url.replace(':id', id) })) : [{ method, url }]
}

test('no route is without a rule, and HEAD is let in where GET is', () => {
  assert.ok(house.app.ruledRoutes.length > 100)
  const rules = new Map(house.app.ruledRoutes.map(({ method, url, rule }) => [`${method} ${url}`, rule]))
  for (const { method, url, rule } of house.app.ruledRoutes) if (method === 'HEAD') assert.deepEqual(rules.get(`GET ${url}`) ?? rules.get(`GET ${url}/`), rule, url)
})

test('every answer from 400 on is a problem of the closed list, and none of them our fault', () => {
  assert.deepEqual(wrong, [])
})

test('whoever has not signed in is let in to what is public, and to nothing else', () => {
  const open = called.filter(({ rule, statuses: [nobody = 0], url }) => (nobody === 401) === (rule === 'public') && url !== '/api/session')
  assert.deepEqual(open, [])
})

test('a route that names roles lets in those and nobody else', () => {
  const odd = called.filter(({ rule }) => rule.includes('.')).flatMap(({ method, url, rule, statuses }) =>
    columns.flatMap(({ role, title }, at) => (role !== null && rule.split(' ').includes(role) !== (statuses[at] !== 403) ? [`${method} ${url}: ${title} got ${statuses[at]}`] : [])))
  assert.deepEqual(odd, [])
})

test('what happens is heard by whoever has signed in', async () => {
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  const listen = async (headers: Record<string, string>): Promise<readonly [number, string | null]> => {
    const ending = new AbortController()
    const { status, headers: said } = await fetch(`${address}/api/events`, { headers, signal: ending.signal })
    ending.abort()
    return [status, said.get('content-type')]
  }
  const { token } = await house.as('everyone')
  assert.deepEqual(await listen({}), [401, 'application/problem+json; charset=utf-8'])
  assert.deepEqual(await listen({ authorization: `Bearer ${token}` }), [200, 'text/event-stream; charset=utf-8'])
})

test('who is let in where is as it is written down', () => {
  golden({ file: new URL('routes.golden.md', import.meta.url), text: paper() })
})

function cellOf({ status, body }: Answer<Record<string, unknown> | null>): string {
  if (status >= 300) return String(status)
  // readings are taken one by one: an answer may be that none of them was
  return body?.['accepted'] === 0 ? 'none' : 'ok'
}
function paper(): string {
  const groups = Map.groupBy(called, ({ url }) => /^\/api\/(?:registers|matters)\/([\w.-]+)/.exec(url)?.[1] ?? 'the rest')
  const head = columns.map(({ title }) => title)
  return [
    '# Every route by every role', '',
    'Made by calling the running application: one request for each route and role, with a body that is right and things that exist.',
    'Roles of a site or an organ are granted for the one in question. `ok` is done, `401` asks to sign in, `403` and `404` are not let in',
    '(what one may not see does not exist), `409` and `422` are let in and told why not now; `none` is heard, and nothing of it taken.', '',
    ...[...groups].flatMap(([title, routes]) => [
      `## ${title}`, '',
      `| | ${head.join(' | ')} |`, `|---|${head.map(() => '---|').join('')}`,
      ...routes.map(({ method, url, cells }) => `| ${method} ${url} | ${cells.join(' | ')} |`), '',
    ]),
  ].join('\n')
}
