// The clock of a story stands still, is turned, and tells the day in Shanghai.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeClock } from '../src/index.ts'

test('it stands still until it is turned', () => {
  const clock = fakeClock('2026-11-24T09:30:00+08:00')
  const first = clock.now()
  assert.equal(first.toISOString(), '2026-11-24T01:30:00.000Z')
  assert.deepEqual(clock.now(), first)
  clock.advance({ days: 365, hours: 1, minutes: 30 })
  assert.equal(clock.now().toISOString(), '2027-11-24T03:00:00.000Z')
  assert.equal(first.toISOString(), '2026-11-24T01:30:00.000Z', 'what was told before does not move')
})

test('the day changes at midnight in Shanghai', () => {
  const clock = fakeClock('2026-12-31T15:59:00Z')
  assert.equal(clock.today(), '2026-12-31')
  clock.advance({ minutes: 1 })
  assert.equal(clock.today(), '2027-01-01')
  clock.set('2026-02-28T23:59:59+08:00')
  assert.equal(clock.today(), '2026-02-28')
})

test('an instant without a zone, and a turn by no number, are refused', () => {
  for (const text of ['2026-11-24T09:30:00', '2026-11-24', 'tomorrow', '2026-13-01T00:00:00Z']) assert.throws(() => fakeClock(text), RangeError)
  assert.throws(() => fakeClock('2026-11-24T09:30:00Z').advance({ hours: Number.NaN }), RangeError)
})
