// A moment of the day to the second 时刻.
import { wallClock } from '@houqin/web-kit'

/** HH:MM:SS in Asia/Shanghai. @param at milliseconds. */
export function timeText(at: number): string {
  return `${wallClock(new Date(at)).slice(11)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`
}
