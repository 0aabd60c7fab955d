// Whatever is sent to whichever route as a body or a header: an answer in time, a problem with a sentence.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { finish, hostileStage, newTally, send } from './hostile-stage.ts'
import type { Stage } from './hostile-stage.ts'
import { heavyBodies, hostileBodies, longList } from './hostile-values.ts'

let stage: Stage
before(async () => {
  stage = await hostileStage()
})

test('wrong bodies as wholes, with and without a key', async (t) => {
  const tally = newTally()
  for (const [at, route] of stage.writes.entries()) {
    const heavy = heavyBodies[at % heavyBodies.length]
    for (const [what, raw] of [...Object.entries(hostileBodies), ...(heavy ? [heavy] : [])]) {
      const { path, spend, token: _, headers, query } = await stage.requestOf(route, route.by)
      const asking = { raw, headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `hostile-${tally.sent}` }, ...(query && { query }) }
      const status = await send(tally, { by: route.by, what, method: route.method, path, asking })
      if (status < 300) spend()
    }
  }
  finish(t, tally)
})

test('ten megabytes, a list that does not end, a media type of its own', async (t) => {
  const tally = newTally()
  const tenMegabytes = Buffer.alloc(10 * 1024 * 1024, '{"input":"')
  for (const route of stage.writes) {
    const { path, token: _, headers } = await stage.requestOf(route, route.by)
    const given = { by: route.by, method: route.method, path }
    const status = await send(tally, { ...given, what: '10 MB', asking: { raw: tenMegabytes, headers: { ...headers, 'content-type': 'application/json' } } })
    if (![403, 413].includes(status)) tally.wrong.push(`${route.method} ${path} takes 10 MB: ${status}`)
    await send(tally, { ...given, what: 'a long list', asking: { raw: longList, headers: { ...headers, 'content-type': 'application/json' } } })
    for (const type of ['application/xml', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/json; charset=utf-7', 'nonsense'])
      await send(tally, { ...given, what: type, asking: { raw: '<a/>', headers: { ...headers, 'content-type': type } } })
  }
  finish(t, tally)
})

test('wrong headers', async (t) => {
  const tally = newTally()
  const odd = ['', ' ', '"', '"x"', '-1', '9'.repeat(400), 'a b', '😀'.repeat(1), 'W/"1"']
  for (const route of stage.writes.filter((_, at) => at % 7 === 0)) {
    const { path, body, spend, token: _, headers, query } = await stage.requestOf(route, route.by)
    for (const name of ['if-match', 'idempotency-key', 'accept-language', 'content-type', 'last-event-id'])
      for (const value of odd) {
        const asking = { headers: { ...headers, [name]: encodeURI(value) }, ...(body !== undefined && { body }), ...(query && { query }) }
        if ((await send(tally, { by: route.by, what: `${name}: ${value.slice(0, 20)}`, method: route.method, path, asking })) < 300) spend()
      }
  }
  finish(t, tally)
})

test('nothing that was sent has changed what everything is made of', async () => {
  assert.equal(Object.hasOwn(Object.prototype, 'isAdmin'), false)
  assert.equal((await (await stage.house.as('everyone')).get('/api/me')).status, 200)
})
