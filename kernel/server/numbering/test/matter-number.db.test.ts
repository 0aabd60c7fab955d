// 事项编号的故事: counted per prefix and day, many at once, and given back by a rollback.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Clock } from '@houqin/clock'
import { nextNumber, numberingTables } from '@houqin/numbering'
import { fakeClock, testDatabase } from '@houqin/testing'
import { sql } from 'kysely'

let database: Awaited<ReturnType<typeof testDatabase>>
before(async () => { database = await testDatabase({ sets: [numberingTables] }) })
after(() => database.close())

const on = (day: string): Clock => fakeClock(`${day}T12:00:00+08:00`)
const next = (prefix: string, day: string): Promise<string> =>
  database.db.transaction().execute((tx) => nextNumber(tx, { prefix, clock: on(day) }))

test('each prefix counts for itself, from one again the next day', async () => {
  assert.equal(await next('BX', '2026-11-24'), 'BX-20261124-0001')
  assert.equal(await next('BX', '2026-11-24'), 'BX-20261124-0002')
  assert.equal(await next('TS', '2026-11-24'), 'TS-20261124-0001')
  assert.equal(await next('BX', '2026-11-25'), 'BX-20261125-0001')
})

test('two hundred at once get two hundred numbers, without a gap', async () => {
  const numbers = await Promise.all(Array.from({ length: 200 }, () => next('YC', '2026-11-24')))
  const expected = Array.from({ length: 200 }, (_, i) => `YC-20261124-${String(i + 1).padStart(4, '0')}`)
  assert.deepEqual(numbers.toSorted(), expected)
})

test('a request that fails gives its number back', async () => {
  await next('HY', '2026-11-24')
  const failing = database.db.transaction().execute(async (tx) => {
    assert.equal(await nextNumber(tx, { prefix: 'HY', clock: on('2026-11-24') }), 'HY-20261124-0002')
    throw new Error('the form is incomplete')
  })
  await assert.rejects(failing, /incomplete/)
  assert.equal(await next('HY', '2026-11-24'), 'HY-20261124-0002')
})

test('a prefix that is no prefix is refused', async () => {
  for (const prefix of ['', 'bx', 'BX-1', 'ABCDEFGHI']) await assert.rejects(next(prefix, '2026-11-24'), RangeError, prefix)
})

test('the ten-thousandth of a day has five digits', async () => {
  await database.db.transaction().execute(async (tx) => {
    await nextNumber(tx, { prefix: 'GD', clock: on('2026-11-24') })
    await sql`update numbering.counter set last = 9999 where prefix = 'GD'`.execute(tx)
    assert.equal(await nextNumber(tx, { prefix: 'GD', clock: on('2026-11-24') }), 'GD-20261124-10000')
  })
})
