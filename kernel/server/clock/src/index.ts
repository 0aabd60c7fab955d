// 时钟: what time it is for the bureau, and how that time is read and written in Asia/Shanghai.
export type { Clock } from './clock.ts'
export { systemClock, worldClock } from './clock.ts'
export { addDays, daysBetween, isDate, weekday, weekdayName } from './local-date.ts'
export { formatDate, formatInstant, instantOf, localDate, localTime, parseInstant } from './shanghai.ts'
