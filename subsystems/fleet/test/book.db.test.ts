// The gateway's book when its connection is lost in the middle of a batch: the batch is refused, the process lives, and the batch is kept when it comes again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { openBook } from '../src/device/index.ts'
import { positionOf } from './positions.ts'

test('a connection that ends while a batch is being written takes the batch with it and nothing else', async (t) => {
  const house = await testSubsystem([people, places, fleet], { at: '2026-11-24T18:00:00+08:00' })
  const { db } = house.system
  const { id } = await house.make(vehicle, { plate: '苏B70001', vin: 'LSVAU2180N2200001', standing: 'inUse' })
  const book = openBook({ url: house.databaseUrl, log: () => undefined })
  t.after(() => book.close())
  const batch = [positionOf(id, { at: new Date('2026-11-24T17:59:00+08:00'), receivedAt: house.clock.now() })]
  const writing = async (): Promise<readonly number[]> =>
    (await sql<{ pid: number }>`select pid from pg_stat_activity where application_name = 'houqin gateway' and datname = current_database() and wait_event_type = 'Lock'`.execute(db)).rows.map(({ pid }) => pid)
  const kept = async (): Promise<number> => Number((await sql<{ count: string }>`select count(*) as count from fleet.position where vehicle = ${id}`.execute(db)).rows[0]?.count)

  await db.transaction().execute(async (tx) => {
    await sql`lock table fleet.latest_position in access exclusive mode`.execute(tx)
    const refused = assert.rejects(book.store(batch, []))
    let [pid] = await writing()
    for (; pid === undefined; [pid] = await writing()) await pause(10)
    await sql`select pg_terminate_backend(${pid})`.execute(tx)
    await refused
  })
  assert.equal(await kept(), 0)
  await book.store(batch, [])
  assert.equal(await kept(), 1)
})
