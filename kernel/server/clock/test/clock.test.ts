// 时钟的故事: the world clock runs on, and Shanghai's day is not the machine's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemClock, worldClock } from '@houqin/clock'

test('the demonstration starts at its anchor and runs at normal speed', () => {
  let machineNow = new Date('2026-01-05T02:00:00Z')
  const machine = { now: () => machineNow, today: () => '' }
  const world = worldClock({ anchor: new Date('2026-11-24T01:30:00Z'), startedAt: machineNow, machine })
  assert.equal(world.now().toISOString(), '2026-11-24T01:30:00.000Z')
  machineNow = new Date('2026-01-05T18:00:00Z')
  assert.equal(world.now().toISOString(), '2026-11-24T17:30:00.000Z')
  assert.equal(world.today(), '2026-11-25')
})

test('a world without a valid anchor is refused', () => {
  assert.throws(() => worldClock({ anchor: new Date('soon'), startedAt: new Date(0) }), RangeError)
})

test('the system clock goes with the machine', () => {
  const before = performance.timeOrigin
  assert.ok(systemClock.now().getTime() >= Math.floor(before))
  assert.match(systemClock.today(), /^\d{4}-\d\d-\d\d$/)
})
