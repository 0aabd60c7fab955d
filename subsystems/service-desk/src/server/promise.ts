// The promise 承诺时限: by when a repair of a category and urgency is to be finished.
import { addWorkingHours } from '@houqin/calendar'
import type { WorkingCalendar } from '@houqin/calendar'
import type { Category, Urgency } from '../contract/index.ts'

export type TimeLimits = Pick<Category, 'urgentHours' | 'normalHours' | 'lowHours'>

/** Urgent runs day and night, the others only while the office works. */
export function promisedBy({ limits, urgency, from, calendar }: { limits: TimeLimits; urgency: Urgency; from: Date; calendar: WorkingCalendar }): Date {
  if (urgency === 'urgent') return new Date(from.getTime() + limits.urgentHours * 3_600_000)
  return addWorkingHours(from, urgency === 'low' ? limits.lowHours : limits.normalHours, calendar)
}
