// Days and moments as the bureau writes them: 2026-11-24 周二 09:30, always in Asia/Shanghai, durations in words.
import type { Say } from '../words/locale.ts'

/** China keeps one offset the whole year. */
const shanghai = 8 * 3_600_000
const weekdays = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }
const two = (n: number): string => String(n).padStart(2, '0')

/** Wall clock in Shanghai, `YYYY-MM-DDTHH:mm`; empty when `instant` is no time. */
export function wallClock(instant: string | Date): string {
  const at = new Date(new Date(instant).getTime() + shanghai)
  if (Number.isNaN(at.getTime())) return ''
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}T${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}
/** The ISO instant in UTC of a wall clock in Shanghai. */
export function instantOf(wall: string): string {
  return new Date(`${wall}:00+08:00`).toISOString()
}
/** The day in Shanghai, YYYY-MM-DD. */
export function dayOf(instant: string | Date): string {
  return wallClock(instant).slice(0, 10)
}
/** @param days may be negative. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  return new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

function weekday(day: string, say: Say): string {
  const n = new Date(`${day}T00:00:00Z`).getUTCDay()
  return say(`周${weekdays.zh[n] ?? ''}`, weekdays.en[n] ?? '')
}
/** `2026-11-24 周二` */
export function dayText(day: string, say: Say): string {
  return Number.isNaN(Date.parse(day)) ? day : `${day} ${weekday(day, say)}`
}
/** `2026-11-24 周二 09:30` */
export function instantText(instant: string | Date, say: Say): string {
  const wall = wallClock(instant)
  return wall ? `${dayText(wall.slice(0, 10), say)} ${wall.slice(11)}` : String(instant)
}
/** What is left out is what the reader knows: `09:30` today, `11-24 周二 09:30` this year. */
export function shortInstant({ instant, now, say }: { instant: string; now: Date; say: Say }): string {
  const wall = wallClock(instant)
  const today = wallClock(now)
  if (wall.slice(0, 10) === today.slice(0, 10)) return say(`今天 ${wall.slice(11)}`, `today ${wall.slice(11)}`)
  if (wall.slice(0, 4) === today.slice(0, 4)) return `${wall.slice(5, 10)} ${weekday(wall.slice(0, 10), say)} ${wall.slice(11)}`
  return instantText(instant, say)
}

const units = [
  { ms: 86_400_000, zh: '天', one: 'day', many: 'days' },
  { ms: 3_600_000, zh: '小时', one: 'hour', many: 'hours' },
  { ms: 60_000, zh: '分钟', one: 'minute', many: 'minutes' },
] as const

/** `2 天 3 小时`, the two largest parts; `不到 1 分钟`. @param ms the sign is not told. */
export function durationText(ms: number, say: Say): string {
  let rest = Math.abs(ms)
  const parts: string[] = []
  for (const [place, { ms: size, zh, one, many }] of units.entries()) {
    const n = Math.floor(rest / size)
    rest -= n * size
    if (n > 0) parts.push(say(`${n} ${zh}`, `${n} ${n === 1 ? one : many}`))
    if (parts.length === 2 || (parts.length === 1 && n === 0 && place > 0)) break
  }
  return parts.length === 0 ? say('不到 1 分钟', 'less than a minute') : parts.join(' ')
}
