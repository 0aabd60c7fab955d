// 时限: a deadline counted in working hours or working days.
import { addDays, localDate } from '@houqin/clock'
import type { WorkingCalendar } from './working-calendar.ts'

const hourMs = 3_600_000
/** A calendar that closes the office for so long is a mistake in its rows. */
const longestSearchDays = 36_600

/**
 * The first instant by which `hours` of work have been done since `from`; `from` itself for none. Four hours from
 * Friday 15:30 end on Monday 10:30. Throws RangeError for negative hours or when a century does not hold them.
 */
export function addWorkingHours(from: Date, hours: number, calendar: WorkingCalendar): Date {
  let left = Math.round(hours * hourMs)
  if (!(left >= 0)) throw new RangeError(`工作时长不能是 ${hours} 小时。`)
  if (left === 0) return new Date(from)
  let date = localDate(from)
  for (let day = 0; day < longestSearchDays; day += 1, date = addDays(date, 1)) {
    for (const { opens, closes } of calendar.sessions(date)) {
      const begins = Math.max(opens, from.getTime())
      if (closes <= begins) continue
      if (left <= closes - begins) return new Date(begins + left)
      left -= closes - begins
    }
  }
  throw noSuchDay(hours, '小时')
}

/**
 * The day `days` working days after `date` (before, when negative). Zero gives `date` when it is worked, else the
 * next day that is. One working day from a Saturday off is the Monday.
 */
export function addWorkingDays(date: string, days: number, calendar: WorkingCalendar): string {
  if (!Number.isInteger(days)) throw new RangeError(`工作日数应为整数，不能是 ${days}。`)
  const step = days < 0 ? -1 : 1
  let left = Math.abs(days)
  let day = date
  if (left === 0) {
    if (calendar.isWorkingDay(day)) return day
    left = 1
  }
  for (let walked = 0; walked < longestSearchDays; walked += 1) {
    day = addDays(day, step)
    if (calendar.isWorkingDay(day)) left -= 1
    if (left === 0) return day
  }
  throw noSuchDay(days, '个工作日')
}

/** Milliseconds of work between two instants; negative when `to` comes first. */
export function workingTimeBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  if (to < from) return 0 - workingTimeBetween(to, from, calendar)
  const lastDate = localDate(to)
  let worked = 0
  for (let date = localDate(from); date <= lastDate; date = addDays(date, 1)) {
    for (const { opens, closes } of calendar.sessions(date)) {
      worked += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()))
    }
  }
  return worked
}

function noSuchDay(amount: number, unit: string): RangeError {
  return new RangeError(`一百年内排不下 ${amount} ${unit}：请检查工作日历里的停工日。`)
}
