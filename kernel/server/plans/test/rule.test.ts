// Which days a rule means: months of every length, leap days, holidays and the Saturdays worked for them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingCalendar } from '@houqin/calendar'
import { addDays } from '@houqin/clock'
import { daysOf } from '@houqin/plans'
import type { PlanRule } from '@houqin/wire'

const calendar = workingCalendar()
function days(rule: Omit<PlanRule, 'interval' | 'daysOff'> & Partial<PlanRule>, starts: string, { ends = null, after = addDays(starts, -1), most = 12 }: { ends?: string | null; after?: string; most?: number } = {}): string[] {
  return daysOf({ interval: 1, daysOff: 'keep', ...rule }, { starts, ends }, { calendar, after, most })
}

test('the 31st is the last day of a shorter month, and 29 February is one in a leap year', () => {
  assert.deepEqual(days({ every: 'month', on: 31 }, '2027-12-01', { most: 5 }), ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'])
  assert.deepEqual(days({ every: 'month', on: 29 }, '2026-01-01', { most: 3 }), ['2026-01-29', '2026-02-28', '2026-03-29'])
  assert.deepEqual(days({ every: 'month', on: 29, interval: 12 }, '2028-02-01', { most: 3 }), ['2028-02-29', '2029-02-28', '2030-02-28'])
})

test('every third day, every other week on two weekdays, every quarter on its last day', () => {
  assert.deepEqual(days({ every: 'day', interval: 3 }, '2026-11-24', { most: 4 }), ['2026-11-24', '2026-11-27', '2026-11-30', '2026-12-03'])
  assert.deepEqual(days({ every: 'week', interval: 2, weekdays: [1, 4] }, '2026-11-25', { most: 4 }), ['2026-11-26', '2026-12-07', '2026-12-10', '2026-12-21'])
  assert.deepEqual(days({ every: 'month', interval: 3, on: 'last' }, '2026-03-01', { most: 4 }), ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'])
})

test('working days leave out the holiday and take in the Saturday worked for it', () => {
  const all = days({ every: 'working-day' }, '2026-02-12', { most: 8 })
  assert.deepEqual(all, ['2026-02-12', '2026-02-13', '2026-02-14', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28'])
  assert.ok(all.every((day) => calendar.isWorkingDay(day)))
})

test('a day off is kept, left out, or done on the working day before or after; two shifted to one day are one', () => {
  const monthly = (daysOff: PlanRule['daysOff']): string[] => days({ every: 'month', on: 1, daysOff }, '2026-09-15', { most: 3 })
  assert.deepEqual(monthly('keep'), ['2026-10-01', '2026-11-01', '2026-12-01'])
  assert.deepEqual(monthly('skip').slice(0, 1), ['2026-12-01'])
  assert.deepEqual(monthly('before'), ['2026-09-30', '2026-10-30', '2026-12-01'])
  assert.deepEqual(monthly('after'), ['2026-10-08', '2026-11-02', '2026-12-01'])
  assert.deepEqual(days({ every: 'day', daysOff: 'after' }, '2026-11-27', { most: 4 }), ['2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02'])
})

test('the last working day of a month', () => {
  assert.deepEqual(days({ every: 'month', on: 'last-working' }, '2026-01-01', { most: 5 }), ['2026-01-30', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-29'])
})

test('the span holds its first and its last day, and what comes after a day does not repeat it', () => {
  assert.deepEqual(days({ every: 'day' }, '2026-11-24', { ends: '2026-11-26' }), ['2026-11-24', '2026-11-25', '2026-11-26'])
  assert.deepEqual(days({ every: 'day' }, '2026-11-24', { ends: '2026-11-26', after: '2026-11-25' }), ['2026-11-26'])
  assert.deepEqual(days({ every: 'month', on: 1, daysOff: 'before' }, '2026-10-01', { ends: '2026-11-30' }), ['2026-10-30'])
  assert.deepEqual(days({ every: 'week', weekdays: [] }, '2026-11-24'), [])
})

test('cut anywhere, a year of days is the same year', () => {
  for (const daysOff of ['keep', 'skip', 'before', 'after'] as const) {
    const rule = { every: 'week', interval: 1, weekdays: [2, 6], daysOff } as const
    const whole = days(rule, '2026-01-01', { ends: '2026-12-31', most: 400 })
    assert.ok(whole.length > 40)
    for (const cut of ['2026-02-13', '2026-02-20', '2026-10-04', '2026-06-30'])
      assert.deepEqual([...whole.filter((day) => day <= cut), ...days(rule, '2026-01-01', { ends: '2026-12-31', after: cut, most: 400 })], whole)
  }
})
