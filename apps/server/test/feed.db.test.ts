// The feed when the database is away: the next console begins it anew, and who could not be caught up is kept nothing for.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openDatabase } from '@houqin/db'
import { eventsTables, publish } from '@houqin/events'
import type { HouseEvent } from '@houqin/events'
import { createFeed } from '@houqin/http'
import { testDatabase } from '@houqin/testing'
import { until } from '@houqin/testing/until'

const log = { warn: () => {}, error: () => {} }
const listening = (heard: HouseEvent[], after?: string) => ({
  after, begin: async () => {}, lost: () => {}, hear: async (event: HouseEvent) => void heard.push(event),
})

it('a console that asks after the database was away hears as if nothing had been', async (t) => {
  const { db, url } = await testDatabase({ sets: [eventsTables] })
  const away = await openDatabase({ url })
  await away.close()
  let asked = away.db
  const feed = createFeed({ get db() { return asked }, databaseUrl: url, log })
  t.after(() => feed.close())
  await assert.rejects(feed.join(listening([])))
  asked = db
  const heard: HouseEvent[] = []
  const leave = await feed.join(listening(heard))
  await db.transaction().execute((tx) => publish(tx, { at: new Date('2026-11-24T01:00:00Z'), topic: 'said', payload: {} }))
  await until('the event heard', () => heard.length > 0)
  assert.equal(heard[0]?.topic, 'said')
  leave()
})

it('who could not be caught up is told nothing afterwards', async (t) => {
  const { db, url } = await testDatabase({ sets: [eventsTables] })
  const feed = createFeed({ db, databaseUrl: url, log })
  t.after(() => feed.close())
  const missed: HouseEvent[] = []
  const failing = { ...listening(missed, '1-1'), hear: () => Promise.reject(new Error('nobody hears')), lost: () => { throw new Error('the catching up failed') } }
  await db.transaction().execute((tx) => publish(tx, { at: new Date('2026-11-24T01:00:00Z'), topic: 'before', payload: {} }))
  await assert.rejects(feed.join({ ...failing, after: '9000000000000000000-1' }), /catching up failed/)
  const heard: HouseEvent[] = []
  const leave = await feed.join(listening(heard))
  await db.transaction().execute((tx) => publish(tx, { at: new Date('2026-11-24T01:00:00Z'), topic: 'after', payload: {} }))
  await until('the event heard', () => heard.length > 0)
  assert.deepEqual(missed, [])
  leave()
})
