// 时限的故事: hours counted over lunch, weekends, holidays and make-up days; and what must hold for any of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addWorkingDays, addWorkingHours, workingCalendar, workingTimeBetween } from '@houqin/calendar'
import { addDays, formatInstant, instantOf, parseInstant } from '@houqin/clock'

const calendar = workingCalendar()
const hourMs = 3_600_000

const at = (text: string): Date => {
  const instant = parseInstant(text)
  assert.ok(instant, text)
  return instant
}

const due = (from: string, hours: number, of = calendar): string => formatInstant(addWorkingHours(at(from), hours, of))

test('four hours from a morning go over lunch', () => {
  assert.equal(due('2026-11-24 09:30', 4), '2026-11-24 周二 15:00')
  assert.equal(due('2026-11-24 09:30', 2.5), '2026-11-24 周二 12:00')
})

test('a request at night starts counting in the morning', () => {
  assert.equal(due('2026-11-24 22:00', 1), '2026-11-25 周三 09:30')
  assert.equal(due('2026-11-24 12:30', 1), '2026-11-24 周二 14:30')
})

test('Friday afternoon before National Day 2026 passes the holiday, and the make-up Saturday counts', () => {
  assert.equal(due('2026-09-30 16:30', 2), '2026-10-08 周四 09:30')
  assert.equal(due('2026-10-09 16:30', 2), '2026-10-10 周六 09:30')
  assert.equal(due('2025-09-26 16:30', 2), '2025-09-28 周日 09:30')
})

test('summer hours are rows with a first day', () => {
  const sessions = [{ opens: '08:30', closes: '12:00' }, { opens: '14:30', closes: '18:00' }]
  const summer = workingCalendar({
    hours: [
      { from: '2026-07-01', sessions },
      { from: '0001-01-01', sessions: [{ opens: '08:30', closes: '12:00' }, { opens: '13:30', closes: '17:30' }] },
    ],
  })
  assert.equal(due('2026-06-30 17:00', 1, summer), '2026-07-01 周三 09:00')
  assert.equal(due('2026-07-01 17:30', 1, summer), '2026-07-02 周四 09:00')
})

test('hours that overlap or run backwards are refused', () => {
  const row = (opens: string, closes: string) => ({ from: '2026-01-01', sessions: [{ opens: '08:30', closes: '12:00' }, { opens, closes }] })
  for (const [opens, closes] of [['11:00', '17:00'], ['17:00', '13:00'], ['13:30', '25:00'], ['1pm', '5pm']] as const) {
    assert.throws(() => workingCalendar({ hours: [row(opens, closes)] }), RangeError, `${opens}–${closes}`)
  }
  assert.throws(() => workingCalendar({ hours: [] }), RangeError)
})

test('an office that never opens is a mistake that is named', () => {
  const closed = { isWorkingDay: () => false, reason: () => undefined, sessions: () => [] }
  assert.throws(() => addWorkingHours(at('2026-11-24 09:30'), 1, closed), /工作日历/)
  assert.throws(() => addWorkingDays('2026-11-24', 1, closed), /工作日历/)
  assert.throws(() => addWorkingHours(at('2026-11-24 09:30'), -1, calendar), RangeError)
})

const instant = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }).map((minutes) => new Date(at('2025-01-01').getTime() + minutes * 60_000))
const hours = fc.integer({ min: 0, max: 200 * 4 }).map((quarters) => quarters / 4)
const date = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-01', days))

test('time worked until a deadline is the time given', () => {
  fc.assert(fc.property(instant, hours, (from, given) => {
    assert.equal(workingTimeBetween(from, addWorkingHours(from, given, calendar), calendar), given * hourMs)
  }))
})

test('a later start or a longer time never ends earlier', () => {
  fc.assert(fc.property(instant, instant, hours, hours, (a, b, short, more) => {
    const [early, late] = a <= b ? [a, b] : [b, a]
    assert.ok(addWorkingHours(early, short, calendar) <= addWorkingHours(late, short, calendar))
    assert.ok(addWorkingHours(early, short, calendar) <= addWorkingHours(early, short + more, calendar))
  }))
})

test('time worked adds up over any instant between, and turns its sign', () => {
  fc.assert(fc.property(instant, instant, instant, (a, b, c) => {
    assert.equal(workingTimeBetween(a, b, calendar) + workingTimeBetween(b, c, calendar), workingTimeBetween(a, c, calendar))
    assert.equal(workingTimeBetween(a, b, calendar), 0 - workingTimeBetween(b, a, calendar))
  }))
})

test('working days there and back again', () => {
  fc.assert(fc.property(date, fc.integer({ min: 1, max: 60 }), (day, days) => {
    const start = addWorkingDays(day, 0, calendar)
    const end = addWorkingDays(start, days, calendar)
    assert.equal(addWorkingDays(end, -days, calendar), start)
    const perDay = 7.5 * hourMs
    assert.equal(workingTimeBetween(instantOf({ date: start }), instantOf({ date: end }), calendar), days * perDay)
  }))
})
