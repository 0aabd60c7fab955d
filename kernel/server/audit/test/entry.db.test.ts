// 审计条目的故事: what is recorded is what is read back, and a fingerprint does not depend on the order of keys.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type AuditEntry, auditTables, canonicalJson, history, type Json, record, verify } from '@houqin/audit'
import { testDatabase } from '@houqin/testing'
import { sql } from 'kysely'

let database: Awaited<ReturnType<typeof testDatabase>>
before(async () => { database = await testDatabase({ sets: [auditTables] }) })
after(() => database.close())

const dispatch: AuditEntry = {
  at: new Date('2026-11-24T01:30:00.123Z'), actor: 'A81BC81B-DEAD-4E5D-ABFF-90865D1E13B1', actorName: '李静', session: 's-1', ip: '2001:DB8::1',
  action: 'service-desk.dispatch', subject: { kind: 'service-desk.repair', id: 'BX-20261124-0007' }, summary: '派给水电班',
  before: { state: 'submitted' }, after: { state: 'dispatched', team: '水电班', cost: '12.50', when: new Date('2026-11-24T01:30:00Z'), none: undefined },
}

test('the history of a matter is read newest first, and pages', async () => {
  const { db } = database
  const ids: string[] = []
  await db.transaction().execute(async (tx) => {
    ids.push(await record(tx, dispatch))
    ids.push(await record(tx, { ...dispatch, action: 'service-desk.finish', summary: '修好了' }))
    await record(tx, { at: dispatch.at, actorName: '系统', action: 'kernel.start', summary: '启动' })
  })
  const subject = { kind: 'service-desk.repair', id: 'BX-20261124-0007' }
  const [newest, oldest, ...rest] = await history(db, subject)
  assert.deepEqual([newest?.id, oldest?.id, rest.length], [ids[1], ids[0], 0])
  assert.deepEqual(oldest, {
    ...dispatch, id: ids[0], actor: 'a81bc81b-dead-4e5d-abff-90865d1e13b1',
    after: { state: 'dispatched', team: '水电班', cost: '12.50', when: '2026-11-24T01:30:00.000Z' },
  })
  assert.deepEqual((await history(db, { ...subject, before: ids[1] ?? '' })).map(({ id }) => id), [ids[0]])
  assert.deepEqual(await history(db, { kind: 'service-desk.repair', id: 'BX-20261124-0008' }), [])
})

test('an entry of a deed that failed is not there', async () => {
  const { db } = database
  const subject = { kind: 'fleet.vehicle', id: '7' }
  await assert.rejects(db.transaction().execute(async (tx) => {
    await record(tx, { ...dispatch, subject })
    throw new Error('no such car')
  }), /no such car/)
  assert.deepEqual(await history(db, subject), [])
})

test('whatever JSON goes in, its fingerprint holds after PostgreSQL has kept it', async () => {
  const { db } = database
  const writable = fc.jsonValue({ depthSize: 'medium' }).filter((value) => !JSON.stringify(value).includes('\\u0000'))
  await fc.assert(fc.asyncProperty(writable, writable, async (was, is) => {
    await db.transaction().execute((tx) => record(tx, { ...dispatch, before: was, after: is }))
  }), { numRuns: 60 })
  const verified = await verify(db)
  assert.equal(verified.firstBroken, undefined)
  assert.ok(verified.unsealed >= 60)
})

test('equal values have equal text', () => {
  const shuffled = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(shuffled)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, shuffled(member)]))
  }
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    // fast-check's JSON is JSON.
    const json = value as Json
    assert.equal(canonicalJson(shuffled(json)), canonicalJson(json))
    assert.deepEqual(JSON.parse(canonicalJson(json)), JSON.parse(JSON.stringify(json)))
  }))
})

test('records are refused any change, even emptying the table', async () => {
  const { db } = database
  await db.transaction().execute((tx) => record(tx, dispatch))
  for (const change of [
    sql`update audit.entry set summary = '没有的事'`, sql`delete from audit.entry`, sql`truncate audit.entry`, sql`truncate audit.seal`,
  ]) await assert.rejects(change.execute(db), /审计记录不可更改或删除/)
})
