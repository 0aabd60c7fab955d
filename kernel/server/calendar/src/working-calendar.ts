// 工作日历: the published days, corrected by the bureau's own rows.
import { isDate, weekday } from '@houqin/clock'
import { type OfficeHours, orderedHours, sessionsOn, usualHours } from './office-hours.ts'
import { publishedDay } from './published-days.ts'

/** A row of the bureau's own: a day it works, or does not, against what is published. */
export interface DayOverride {
  date: string
  working: boolean
  reason: string
}

export interface WorkingCalendar {
  /** Whether the office works on a day `YYYY-MM-DD`. Throws RangeError when it is no day. */
  isWorkingDay(date: string): boolean
  /** Why a day is not an ordinary one: 国庆节放假, 春节调休上班, or the override's reason. */
  reason(date: string): string | undefined
  /** The stretches worked on a day, in milliseconds since 1970, in order; none on a day off. */
  sessions(date: string): readonly { opens: number; closes: number }[]
}

/**
 * A calendar from rows. `hours` are the dated office hours, `overrides` the bureau's own days; where two overrides
 * name one day the later row counts. Years beyond the published data are Monday to Friday (see `calendarKnown`).
 */
export function workingCalendar({ hours = usualHours, overrides = [] }: {
  hours?: readonly OfficeHours[]
  overrides?: readonly DayOverride[]
} = {}): WorkingCalendar {
  const rows = orderedHours(hours)
  const own = new Map(overrides.map((override) => [override.date, override]))
  for (const date of own.keys()) if (!isDate(date)) throw new RangeError(`工作日历里的“${date}”不是一个日期。`)

  const exception = (date: string): { working: boolean; reason: string } | undefined => own.get(date) ?? publishedDay(date)
  const isWorkingDay = (date: string): boolean => {
    const isWeekday = weekday(date) <= 5
    return exception(date)?.working ?? isWeekday
  }
  return Object.freeze({
    isWorkingDay,
    reason: (date: string) => exception(date)?.reason,
    sessions: (date: string) => (isWorkingDay(date) ? sessionsOn({ date, rows }) : []),
  })
}
