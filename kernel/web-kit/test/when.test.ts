// Days, moments and durations as the bureau writes them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAfter, dayOf, dayText, durationText, instantOf, instantText, shortInstant, wallClock } from '../src/format/when.ts'
import { sayIn } from '../src/words/locale.ts'

const zh = sayIn('zh')
const en = sayIn('en')

test('a moment is told on the wall clock of Shanghai, whatever the machine’s zone', () => {
  assert.equal(instantText('2026-11-24T01:30:00.000Z', zh), '2026-11-24 周二 09:30')
  assert.equal(instantText('2026-11-24T16:30:00.000Z', en), '2026-11-25 Wed 00:30')
})
test('what was typed on the wall clock comes back from the instant it was sent as', () => {
  assert.equal(instantOf('2026-11-24T09:30'), '2026-11-24T01:30:00.000Z')
  assert.equal(wallClock(instantOf('2024-02-29T23:59')), '2024-02-29T23:59')
})
test('today is short, this year leaves out the year, other years are whole', () => {
  const now = new Date('2026-11-24T15:59:00Z')
  assert.equal(shortInstant({ instant: '2026-11-24T01:30:00Z', now, say: zh }), '今天 09:30')
  assert.equal(shortInstant({ instant: '2026-11-24T16:01:00Z', now, say: zh }), '11-25 周三 00:01')
  assert.equal(shortInstant({ instant: '2025-12-31T01:00:00Z', now, say: zh }), '2025-12-31 周三 09:00')
})
test('a day moves over the end of a month and of a leap year', () => {
  assert.equal(dayAfter('2024-02-28', 1), '2024-02-29')
  assert.equal(dayAfter('2026-01-01', -1), '2025-12-31')
  assert.equal(dayOf('2026-11-24T16:00:00Z'), '2026-11-25')
  assert.equal(dayText('2026-11-24', zh), '2026-11-24 周二')
})
test('a duration is told by its two largest parts, in either direction', () => {
  assert.equal(durationText(0, zh), '不到 1 分钟')
  assert.equal(durationText(59_000, en), 'less than a minute')
  assert.equal(durationText(-(2 * 86_400_000 + 3 * 3_600_000 + 59 * 60_000), zh), '2 天 3 小时')
  assert.equal(durationText(3_600_000 + 60_000, en), '1 hour 1 minute')
  assert.equal(durationText(86_400_000 + 5 * 60_000, zh), '1 天')
})
test('what is no moment is shown as it came, never as “Invalid Date”', () => {
  assert.equal(instantText('soon', zh), 'soon')
  assert.equal(wallClock('soon'), '')
})
