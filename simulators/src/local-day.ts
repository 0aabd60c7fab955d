// The hour of an instant in Asia/Shanghai 北京时间, by which people drive.
import { localDate, localTime, weekday } from '@houqin/clock'

/** 0–24, with parts. */
export function localHour(at: Date): number {
  const time = localTime(at)
  return Number(time.slice(0, 2)) + Number(time.slice(3)) / 60
}
export function isWeekend(at: Date): boolean {
  return weekday(localDate(at)) > 5
}
