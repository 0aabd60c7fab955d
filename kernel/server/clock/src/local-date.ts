// 日期: a day of the calendar, `YYYY-MM-DD`, without a time or a zone.
const dayMs = 86_400_000
const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** True for a day that exists, written `YYYY-MM-DD`; 2026-02-30 does not exist. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && textOf(Date.parse(`${text}T00:00:00Z`)) === text
}

/** The day `days` days later (earlier when negative). Throws RangeError when `date` is no day. */
export function addDays(date: string, days: number): string {
  const text = textOf(midnight(date) + days * dayMs)
  if (text === undefined) throw new RangeError(`${date} + ${days} 天超出了公历 0000–9999 年。`)
  return text
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / dayMs
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(date: string): number {
  return new Date(midnight(date)).getUTCDay() || 7
}

/** 周一 to 周日. */
export function weekdayName(date: string): string {
  return weekdayNames[weekday(date) - 1] ?? ''
}

function midnight(date: string): number {
  if (!isDate(date)) throw new RangeError(`“${date}”不是一个日期，应写作 2026-11-24 这样。`)
  return Date.parse(`${date}T00:00:00Z`)
}

function textOf(milliseconds: number): string | undefined {
  const day = new Date(milliseconds)
  const year = day.getUTCFullYear()
  return year >= 0 && year <= 9999 ? day.toISOString().slice(0, 10) : undefined
}
