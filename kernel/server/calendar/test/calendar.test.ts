// 工作日历的故事: the State Council's holidays of 2025 and 2026, make-up days, and the bureau's own rows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWorkingDays, calendarKnown, publishedYears, workingCalendar } from '@houqin/calendar'
import { addDays } from '@houqin/clock'

const calendar = workingCalendar()

// 国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）, …2026年…（国办发明电〔2025〕7号）
const notices = {
  off: [
    ['2025-01-01', '2025-01-01'], ['2025-01-28', '2025-02-04'], ['2025-04-04', '2025-04-06'],
    ['2025-05-01', '2025-05-05'], ['2025-05-31', '2025-06-02'], ['2025-10-01', '2025-10-08'],
    ['2026-01-01', '2026-01-03'], ['2026-02-15', '2026-02-23'], ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'], ['2026-06-19', '2026-06-21'], ['2026-09-25', '2026-09-27'], ['2026-10-01', '2026-10-07'],
  ],
  makeUp: [
    '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
    '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10',
  ],
} as const

test('every holiday of 2025 and 2026 is off, every make-up Saturday or Sunday is worked', () => {
  for (const [first, last] of notices.off) {
    for (let date: string = first; date <= last; date = addDays(date, 1)) assert.equal(calendar.isWorkingDay(date), false, date)
  }
  for (const date of notices.makeUp) assert.equal(calendar.isWorkingDay(date), true, date)
})

test('the two years have as many working days as the notices leave', () => {
  const count = (year: number): number => {
    let worked = 0
    for (let date = `${year}-01-01`; date < `${year + 1}-01-01`; date = addDays(date, 1)) if (calendar.isWorkingDay(date)) worked += 1
    return worked
  }
  assert.equal(count(2025), 248)
  assert.equal(count(2026), 248)
})

test('a day says why it is not an ordinary one', () => {
  assert.equal(calendar.reason('2026-10-01'), '国庆节放假')
  assert.equal(calendar.reason('2026-10-10'), '国庆节调休上班')
  assert.equal(calendar.reason('2026-11-24'), undefined)
})

test('the bureau’s own rows go before the notice', () => {
  const own = workingCalendar({
    overrides: [
      { date: '2026-10-10', working: false, reason: '台风停工' },
      { date: '2026-11-28', working: true, reason: '迎检加班' },
    ],
  })
  assert.equal(own.isWorkingDay('2026-10-10'), false)
  assert.equal(own.isWorkingDay('2026-11-28'), true)
  assert.equal(own.reason('2026-11-28'), '迎检加班')
})

test('a year without a notice is Monday to Friday, and says so', () => {
  assert.deepEqual(publishedYears, { from: 2004, to: 2026 })
  assert.equal(calendarKnown(2026), true)
  assert.equal(calendarKnown(2027), false)
  assert.equal(calendarKnown(2003), false)
  assert.equal(calendar.isWorkingDay('2027-10-01'), true)
  assert.equal(calendar.isWorkingDay('2027-10-02'), false)
})

test('working days are counted over the Spring Festival', () => {
  assert.equal(addWorkingDays('2026-02-13', 1, calendar), '2026-02-14')
  assert.equal(addWorkingDays('2026-02-13', 2, calendar), '2026-02-24')
  assert.equal(addWorkingDays('2026-02-24', -1, calendar), '2026-02-14')
  assert.equal(addWorkingDays('2026-02-15', 0, calendar), '2026-02-24')
  assert.equal(addWorkingDays('2026-11-24', 0, calendar), '2026-11-24')
})

test('a day that does not exist is refused, in rows too', () => {
  assert.throws(() => calendar.isWorkingDay('2026-02-30'), RangeError)
  assert.throws(() => workingCalendar({ overrides: [{ date: '11月24日', working: true, reason: '' }] }), RangeError)
})
