// Night and days off 夜间和节假日: how much of a trip falls into them, by the working calendar.
import { instantOf } from '@houqin/clock'
import { workingCalendar } from '@houqin/calendar'

const calendar = workingCalendar()

/** @param nightFrom the hour the night begins, @param nightTo the one it ends. @returns whole minutes of a trip of that day; all of it on a day that is not worked. */
export function offHoursOf({ day, begins, ends, nightFrom, nightTo }: { day: string; begins: number; ends: number; nightFrom: number; nightTo: number }): number {
  if (!calendar.isWorkingDay(day)) return Math.round((ends - begins) / 60_000)
  const midnight = instantOf({ date: day }).getTime()
  const [morning, evening] = [midnight + nightTo * 3_600_000, midnight + nightFrom * 3_600_000]
  return Math.round((Math.max(0, Math.min(ends, morning) - begins) + Math.max(0, ends - Math.max(begins, evening))) / 60_000)
}
