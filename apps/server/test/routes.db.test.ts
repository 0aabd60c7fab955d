// Every route of the real application but the registers' is called by every role: who is let in stands in routes.golden.md, and nothing breaks.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { golden } from '@houqin/testing'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { TestSystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'
import { paper, walk } from './route-walk.ts'
import type { Walk } from './route-walk.ts'

let house: TestSystem
let walked: Walk

before(async () => {
  house = await testSubsystem(parts)
  walked = await walk(house, (url) => !url.startsWith('/api/registers/'))
})

test('no route is without a rule, and HEAD is let in where GET is', () => {
  assert.ok(house.app.ruledRoutes.length > 100)
  const rules = new Map(house.app.ruledRoutes.map(({ method, url, rule }) => [`${method} ${url}`, rule]))
  for (const { method, url, rule } of house.app.ruledRoutes) if (method === 'HEAD') assert.deepEqual(rules.get(`GET ${url}`) ?? rules.get(`GET ${url}/`), rule, url)
})

test('every answer from 400 on is a problem of the closed list, and none of them our fault', () => {
  assert.deepEqual(walked.wrong, [])
})

test('whoever has not signed in is let in to what is public, and to nothing else', () => {
  const open = walked.called.filter(({ rule, statuses: [nobody = 0], url }) => (nobody === 401) === (rule === 'public') && url !== '/api/session')
  assert.deepEqual(open, [])
})

test('a route that names roles lets in those and nobody else', () => {
  const odd = walked.called.filter(({ rule }) => rule.includes('.')).flatMap(({ method, url, rule, statuses }) =>
    walked.columns.flatMap(({ role, title }, at) => (role !== null && rule.split(' ').includes(role) !== (statuses[at] !== 403) ? [`${method} ${url}: ${title} got ${statuses[at]}`] : [])))
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
  golden({ file: new URL('routes.golden.md', import.meta.url), text: paper(walked) })
})
