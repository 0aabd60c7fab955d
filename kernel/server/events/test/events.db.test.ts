// 事件的故事: nothing that commits late is lost, everybody hears everything, and a reader takes up where it stood.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type { Database, Tx } from '@houqin/db'
import { eventsTables, type HouseEvent, isEventId, missedSince, publish, readEvents, subscribe, sweepEvents } from '@houqin/events'
import { settled, testDatabase } from '@houqin/testing'
import { sql } from 'kysely'

const at = new Date('2026-11-24T01:30:00Z')
let database: Database
let stops: (() => Promise<void>)[]
beforeEach(async () => {
  database = await testDatabase({ sets: [eventsTables] })
  stops = []
})
afterEach(async () => {
  for (const stop of stops) await stop()
  await database.close()
})

const tell = (tx: Tx, topic: string): Promise<void> => publish(tx, { at, topic, payload: {} })
const tellAlone = (topic: string): Promise<void> => database.db.transaction().execute((tx) => tell(tx, topic))

/** A reader and a promise of its first so many topics. */
async function reader({ count, after, pollMs = 60_000, onEvent }: { count: number; after?: string; pollMs?: number; onEvent?: (event: HouseEvent) => void }) {
  const topics: string[] = []
  const errors: unknown[] = []
  const { promise, resolve } = Promise.withResolvers<string[]>()
  const { stop } = await subscribe({
    db: database.db, url: database.url, pollMs, onError: (error) => errors.push(error), ...(after !== undefined && { after }),
    onEvent: (event) => {
      topics.push(event.topic)
      if (topics.length === count) resolve(topics)
      onEvent?.(event)
    },
  })
  stops.push(stop)
  return { heard: promise, topics, errors }
}

test('an event is heard with whom it is meant for, woken by the database alone', async () => {
  const { promise: first, resolve } = Promise.withResolvers<HouseEvent>()
  await reader({ count: 1, onEvent: resolve })
  const audience = { persons: ['a81bc81b-dead-4e5d-abff-90865d1e13b1'], roles: ['service-desk.steward'], site: 'b81bc81b-dead-4e5d-abff-90865d1e13b1' }
  await database.db.transaction().execute((tx) => publish(tx, { at, topic: 'service-desk.reported', audience, payload: { number: 'BX-20261124-0007' } }))
  const { id, ...event } = await first
  assert.ok(isEventId(id))
  assert.deepEqual(event, { at, topic: 'service-desk.reported', audience, payload: { number: 'BX-20261124-0007' } })
})

test('an event that commits late comes first, and the early one waits for it', async () => {
  const { db } = database
  const { heard, topics } = await reader({ count: 2 })
  const late = await db.startTransaction().execute()
  await tell(late, 'written first')
  await tellAlone('committed first')
  assert.deepEqual(await readEvents(db), { events: [], waiting: true })
  assert.deepEqual(topics, [])
  await late.commit().execute()
  assert.deepEqual(await heard, ['written first', 'committed first'])
})

test('a transaction that never tells anything holds the others back only while it runs', async () => {
  const { db } = database
  const { heard } = await reader({ count: 1 })
  const silent = await db.startTransaction().execute()
  await sql`select pg_current_xact_id()`.execute(silent)
  await tellAlone('after it')
  assert.equal((await readEvents(db)).waiting, true)
  await silent.rollback().execute()
  assert.deepEqual(await heard, ['after it'])
})

test('what is undone is not told', async () => {
  const { heard } = await reader({ count: 1 })
  await assert.rejects(database.db.transaction().execute(async (tx) => {
    await tell(tx, 'never was')
    throw new Error('undone')
  }), /undone/)
  await tellAlone('was')
  assert.deepEqual(await heard, ['was'])
})

test('six writers in random order of commit, three readers: each hears all 240 in one order', async () => {
  const readers = await Promise.all([1, 2, 3].map(() => reader({ count: 240 })))
  await Promise.all(Array.from({ length: 6 }, async (_, writer) => {
    for (let round = 0; round < 20; round += 1) {
      await database.db.transaction().execute(async (tx) => {
        await tell(tx, `${writer}-${round}-a`)
        await sql`select pg_sleep(random() * 0.004)`.execute(tx)
        await tell(tx, `${writer}-${round}-b`)
      })
    }
  }))
  const [first, ...others] = await Promise.all(readers.map(({ heard }) => heard))
  assert.equal(new Set(first).size, 240)
  for (const other of others) assert.deepEqual(other, first)
})

test('a reader that was away takes up after the last event it heard', async () => {
  for (const topic of ['one', 'two', 'three']) await tellAlone(topic)
  await settled(database.db)
  const { events: [one] } = await readEvents(database.db, { limit: 1 })
  const { heard } = await reader({ count: 3, after: one?.id ?? '' })
  await tellAlone('four')
  assert.deepEqual(await heard, ['two', 'three', 'four'])
})

test('a cut listening connection comes back, and nothing is missed', async () => {
  const { heard, errors } = await reader({ count: 2, pollMs: 20 })
  await tellAlone('before')
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'houqin events'`.execute(database.db)
  await tellAlone('after')
  assert.deepEqual(await heard, ['before', 'after'])
  assert.ok(errors.length <= 2)
})

test('a reader that fails at one event is told so and gets the next', async () => {
  const { heard, errors } = await reader({ count: 2, onEvent: ({ topic }) => { if (topic === 'bad') throw new Error('cannot') } })
  await tellAlone('bad')
  await tellAlone('good')
  assert.deepEqual(await heard, ['bad', 'good'])
  assert.deepEqual(errors.map(String), ['Error: cannot'])
})

test('swept news is gone, and whoever stood before it is told to load afresh', async () => {
  const { db } = database
  await tellAlone('old')
  await tellAlone('older readers stand here')
  await settled(db)
  const { events: [old, newest] } = await readEvents(db)
  assert.equal(await missedSince(db, old?.id ?? ''), false)
  assert.equal(await sweepEvents(db, { before: at }), 0)
  assert.equal(await sweepEvents(db, { before: new Date(at.getTime() + 1) }), 2)
  assert.equal(await sweepEvents(db, { before: new Date(at.getTime() + 1) }), 0)
  assert.equal(await missedSince(db, old?.id ?? ''), true)
  assert.equal(await missedSince(db, newest?.id ?? ''), false)
  assert.equal(await missedSince(db, '9000000000000000000-1'), true)
  assert.equal(await missedSince(db, 'nonsense'), true)
})

test('what a browser may send as Last-Event-ID', () => {
  for (const [text, valid] of [['12-7', true], ['', false], ['12', false], ['-1-7', false], ['99999999999999999999-1', false], ['9999999999999999999-1', false], ["1-1'", false]] as const) {
    assert.equal(isEventId(text), valid, text)
  }
})
