// 北京时间的故事: days, times and their reading, held against the platform's own zone tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays, daysBetween, formatInstant, instantOf, isDate, localDate, localTime, parseInstant, weekday,
} from '@houqin/clock'

const since1992 = fc.date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
const zoneTables = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

test('a notice of Tuesday morning reads as the office writes it', () => {
  const instant = new Date('2026-11-24T01:30:00Z')
  assert.equal(formatInstant(instant), '2026-11-24 周二 09:30')
  assert.equal(parseInstant('2026-11-24 周二 09:30')?.getTime(), instant.getTime())
  assert.equal(parseInstant('2026-11-24T09:30')?.getTime(), instant.getTime())
  assert.equal(parseInstant('2026-11-24')?.toISOString(), '2026-11-23T16:00:00.000Z')
})

test('a time nobody can keep is not read', () => {
  for (const text of ['2026-11-24 周三 09:30', '2026-02-30', '2026-11-24 24:30', '2026-11-24 09:61', '昨天', '']) {
    assert.equal(parseInstant(text), undefined, text)
  }
  assert.throws(() => instantOf({ date: '2026-11-24', time: '25:00' }), RangeError)
  assert.throws(() => instantOf({ date: '2026-11-31' }), RangeError)
})

test('twenty-four o’clock is the next midnight', () => {
  assert.equal(localDate(instantOf({ date: '2026-12-31', time: '24:00' })), '2027-01-01')
})

test('every instant since 1992 reads as the zone tables say, and back', () => {
  fc.assert(fc.property(since1992, (instant) => {
    assert.equal(`${localDate(instant)} ${localTime(instant)}`, zoneTables.format(instant))
    const minute = Math.floor(instant.getTime() / 60_000) * 60_000
    assert.equal(parseInstant(formatInstant(instant))?.getTime(), minute)
  }))
})

test('days add up over leap years and year ends', () => {
  assert.equal(addDays('2024-02-28', 1), '2024-02-29')
  assert.equal(addDays('2026-12-31', 1), '2027-01-01')
  assert.equal(weekday('2026-11-22'), 7)
  assert.equal(isDate('2025-02-29'), false)
  assert.equal(isDate('2026-1-1'), false)
  assert.throws(() => addDays('9999-12-31', 1), RangeError)
  fc.assert(fc.property(since1992, fc.integer({ min: -40_000, max: 40_000 }), (instant, days) => {
    const day = localDate(instant)
    assert.equal(daysBetween(day, addDays(day, days)), days)
  }))
})
