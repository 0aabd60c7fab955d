// How many at once 同时在外: exact at the instant, over midnight and by the hour.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayPeaks, weekHours } from '../src/server/account/overlap.ts'

const at = (time: string): number => Date.parse(`2026-11-${time}:00+08:00`)
const span = (from: string, to: string): { from: number; to: number } => ({ from: at(from), to: at(to) })
const peaks = (spans: readonly { from: number; to: number }[]): unknown => dayPeaks(spans).map(({ day, most, at: since }) => [day, most, new Date(since + 28_800_000).toISOString().slice(11, 16)])

test('three that overlap are three; one that ends as another begins is one', () => {
  assert.deepEqual(peaks([span('24T09:00', '24T11:00'), span('24T10:00', '24T12:00'), span('24T10:30', '24T10:45')]), [['2026-11-24', 3, '10:30']])
  assert.deepEqual(peaks([span('24T09:00', '24T10:00'), span('24T10:00', '24T11:00')]), [['2026-11-24', 1, '09:00']])
  assert.deepEqual(peaks([]), [])
})
test('what is out over midnight is out on both days, and on a day between', () => {
  assert.deepEqual(peaks([span('23T22:00', '25T01:00'), span('24T09:00', '24T10:00')]), [['2026-11-23', 1, '22:00'], ['2026-11-24', 2, '09:00'], ['2026-11-25', 1, '00:00']])
})
test('hours fall into the hour of the week in which they were', () => {
  const week = weekHours([span('24T09:30', '24T11:15')]) // a Tuesday
  assert.deepEqual([week[2]?.[8], week[2]?.[9], week[2]?.[10], week[2]?.[11]], [0, 0.5, 1, 0.25])
  assert.equal(week.flat().reduce((sum, hours) => sum + hours, 0), 1.75)
})
test('the peak of many spans is what counting at every beginning gives', () => {
  let seed = 7
  const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  for (let round = 0; round < 50; round += 1) {
    const spans = Array.from({ length: 30 }, () => {
      const from = at('24T08:00') + Math.floor(next() * 36) * 600_000
      return { from, to: from + (1 + Math.floor(next() * 18)) * 600_000 }
    })
    const counted = Math.max(...spans.map(({ from }) => spans.filter((one) => one.from <= from && from < one.to).length))
    assert.equal(Math.max(...dayPeaks(spans).map(({ most }) => most)), counted)
  }
})
