// 工作日历: which days and hours the office works, and deadlines counted in them.
export type { DayOverride, WorkingCalendar } from './working-calendar.ts'
export type { OfficeHours, WorkSession } from './office-hours.ts'
export { usualHours } from './office-hours.ts'
export { workingCalendar } from './working-calendar.ts'
export { calendarKnown, publishedYears } from './published-days.ts'
export { addWorkingDays, addWorkingHours, workingTimeBetween } from './deadline.ts'
