// 北京时间: instants as people in Asia/Shanghai read them. Eight hours ahead of UTC all year: there has been no
// summer time since 1991-09-15, and earlier summers (1986–1991) are read without it.
import { isDate, weekdayName } from './local-date.ts'

const offsetMs = 8 * 3_600_000
const written = /^(\d{4}-\d\d-\d\d)(?:\s+(周[一二三四五六日]))?(?:[T\s]+(\d\d:\d\d)(?::(\d\d))?)?$/

/** The day of an instant, `YYYY-MM-DD`. */
export function localDate(instant: Date): string {
  return shifted(instant).slice(0, 10)
}

/** The time of day of an instant, `HH:MM`. */
export function localTime(instant: Date): string {
  return shifted(instant).slice(11, 16)
}

/** The instant of a day and a time `HH:MM` or `HH:MM:SS`; `24:00` is the midnight that ends the day. */
export function instantOf({ date, time = '00:00' }: { date: string; time?: string }): Date {
  const parts = /^(\d\d):([0-5]\d)(?::([0-5]\d))?$/.exec(time)
  const seconds = parts ? (Number(parts[1]) * 60 + Number(parts[2])) * 60 + Number(parts[3] ?? 0) : Number.NaN
  if (!isDate(date) || !(seconds <= 86_400)) throw new RangeError(`“${date} ${time}”不是一个时间，应写作 2026-11-24 09:30 这样。`)
  return new Date(Date.parse(`${date}T00:00:00Z`) + seconds * 1000 - offsetMs)
}

/** `2026-11-24 周二 09:30`. */
export function formatInstant(instant: Date): string {
  return `${formatDate(localDate(instant))} ${localTime(instant)}`
}

/** `2026-11-24 周二`. */
export function formatDate(date: string): string {
  return `${date} ${weekdayName(date)}`
}

/**
 * Reads what `formatInstant` writes, also without the weekday, with `T`, with seconds, or as a day alone (its
 * midnight). Undefined when it is no such time, or the weekday is not that day's.
 */
export function parseInstant(text: string): Date | undefined {
  const [, date = '', day, time = '00:00', second = '00'] = written.exec(text.trim()) ?? []
  if (!isDate(date) || (day !== undefined && day !== weekdayName(date))) return undefined
  return time < '24' && time.slice(3) < '60' && second < '60' ? instantOf({ date, time: `${time}:${second}` }) : undefined
}

function shifted(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString()
}
