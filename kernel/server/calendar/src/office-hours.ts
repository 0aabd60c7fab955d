// 作息时间: the hours the office works, as dated rows, since many bureaus change them in summer.
import { instantOf, isDate } from '@houqin/clock'

/** One stretch of work, times of day `HH:MM` in Asia/Shanghai. */
export interface WorkSession {
  opens: string
  closes: string
}

/** The sessions of a working day, in order, in force from a day until the next row begins. */
export interface OfficeHours {
  from: string
  sessions: readonly WorkSession[]
}

/** 08:30–12:00 and 13:30–17:30: seven and a half hours a day. */
export const usualHours: readonly OfficeHours[] = Object.freeze([
  { from: '0001-01-01', sessions: [{ opens: '08:30', closes: '12:00' }, { opens: '13:30', closes: '17:30' }] },
])

/** The rows in order of their first day. Throws RangeError when a row's sessions overlap, are empty or run backwards. */
export function orderedHours(rows: readonly OfficeHours[]): readonly OfficeHours[] {
  if (rows.length === 0) throw new RangeError('作息时间不能为空：至少要有一行。')
  for (const row of rows) {
    let free = '00:00'
    for (const { opens, closes } of row.sessions) {
      if (![opens, closes].every((time) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) || opens < free || closes <= opens) {
        throw new RangeError(`自 ${row.from} 起的作息时间 ${opens}–${closes} 有误：应依次写作 08:30–12:00，且互不重叠。`)
      }
      free = closes
    }
    if (!isDate(row.from) || row.sessions.length === 0) throw new RangeError(`作息时间“${row.from}”有误：要有起始日期和至少一段时间。`)
  }
  return rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** The sessions in force on a day, as instants in milliseconds; before the first row, the first row's. */
export function sessionsOn({ date, rows }: { date: string; rows: readonly OfficeHours[] }): readonly { opens: number; closes: number }[] {
  const row = rows.findLast(({ from }) => from <= date) ?? rows[0]
  return (row?.sessions ?? []).map(({ opens, closes }) => ({
    opens: instantOf({ date, time: opens }).getTime(),
    closes: instantOf({ date, time: closes }).getTime(),
  }))
}
