// Usual times 常用时间: when one leaves and for how long, counted from the clock on the wall.
import { dayAfter } from '@houqin/web-kit'

interface Choice {
  readonly zh: string
  readonly en: string
}
/** From the wall clock: so many minutes later, or at an hour of a day. */
type Beginning = number | { readonly days: number; readonly at: string }
export const beginnings: readonly [Choice & { readonly minutes: Beginning }, ...(Choice & { readonly minutes: Beginning })[]] = [
  { zh: '半小时后', en: 'In half an hour', minutes: 30 },
  { zh: '两小时后', en: 'In two hours', minutes: 120 },
  { zh: '明天上午', en: 'Tomorrow morning', minutes: { days: 1, at: '08:30' } },
  { zh: '明天下午', en: 'Tomorrow afternoon', minutes: { days: 1, at: '13:30' } },
]
export const lengths: readonly [Choice & { readonly minutes: number }, ...(Choice & { readonly minutes: number })[]] = [
  { zh: '两小时', en: 'Two hours', minutes: 120 },
  { zh: '半天', en: 'Half a day', minutes: 240 },
  { zh: '一天', en: 'A day', minutes: 540 },
]
const quarter = 15 * 60_000

/** Wall clocks `YYYY-MM-DDTHH:mm`, the beginning on a quarter of an hour. @param now the wall clock. */
export function spanOf(now: string, begin: Beginning, length: number): { leavesAt: string; returnsAt: string } {
  const from = typeof begin === 'number' ? Math.ceil((Date.parse(`${now}:00Z`) + begin * 60_000) / quarter) * quarter : Date.parse(`${dayAfter(now.slice(0, 10), begin.days)}T${begin.at}:00Z`)
  const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 16)
  return { leavesAt: wall(from), returnsAt: wall(from + length * 60_000) }
}
