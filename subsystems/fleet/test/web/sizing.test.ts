// What giving up cars comes to 精简几辆: which go first, what must be hired, when hiring is cheaper.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peakOf, proposalsOf, sizingOf } from '../../src/contract/account/sizing.ts'
import type { Pool, PoolCar } from '../../src/contract/answers.ts'

const car = (plate: string, days: number, fixed: string, more: Partial<PoolCar> = {}): PoolCar => ({ id: plate, plate, brand: '', organ: { id: 'o', name: '甲局' }, age: 5, days, hours: 0, km: null, total: null, fixed, unproven: false, ...more })
const pool: Pool = {
  size: 'small', rent: '400.00', organs: [], week: [],
  cars: [car('A', 10, '3000.00'), car('B', 90, '3100.00'), car('C', 40, '2900.00'), car('D', 10, '2500.00', { age: 9 }), car('E', 0, '1000.00', { unproven: true })],
  peaks: [{ day: '2026-03-02', most: 1, at: 0 }, { day: '2026-03-03', most: 3, at: 0 }, { day: '2026-03-04', most: 2, at: 0 }],
}
const none = new Set<string>()

test('four are proven, three were out at once: one can go, the least used first and of two alike the older; the unproven never', () => {
  assert.equal(peakOf(pool)?.day, '2026-03-03')
  assert.deepEqual(proposalsOf(pool, { reserve: 0, keep: none }), { served: 1, cheapest: 4 })
  const one = sizingOf(pool, 1, { reserve: 0, keep: none })
  assert.deepEqual([one.cars.map(({ plate }) => plate), one.stay, one.carDays, one.saved, one.left], [['D'], 3, 0, '2500.00', '2500.00'])
})
test('beyond that cars are hired on the days that lack them, and the sum is exact', () => {
  const three = sizingOf(pool, 3, { reserve: 0, keep: none })
  assert.deepEqual(three.beyond.map(({ day }) => day), ['2026-03-03', '2026-03-04'])
  assert.deepEqual([three.carDays, three.saved, three.rent, three.left], [3, '8400.00', '1200.00', '7200.00'])
})
test('a reserve and what is to stay make it fewer; without a price of hire nothing is promised', () => {
  assert.equal(proposalsOf(pool, { reserve: 1, keep: none }).served, 0)
  assert.deepEqual(sizingOf(pool, 1, { reserve: 0, keep: new Set(['D']) }).cars.map(({ plate }) => plate), ['A'])
  const dear = sizingOf({ ...pool, rent: null }, 2, { reserve: 0, keep: none })
  assert.deepEqual([dear.rent, dear.left], [null, null])
})
