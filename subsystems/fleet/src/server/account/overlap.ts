// How many at once 同时在外: intervals swept in order of time; the highest of each day, and how full each hour of the week is.
import type { DayPeak } from '../../contract/answers.ts'

export interface Span {
  /** Milliseconds; it ends after it begins. */
  readonly from: number
  readonly to: number
}
const shanghai = 8 * 3_600_000
const daily = 86_400_000
const names = new Map<number, string>()
/** A year of cars asks a million times for a few hundred days. */
const dayOf = (at: number): string => {
  const nth = Math.floor((at + shanghai) / daily)
  const known = names.get(nth)
  if (known !== undefined) return known
  const name = new Date(nth * daily).toISOString().slice(0, 10)
  names.set(nth, name)
  return name
}
const nextMidnight = (at: number): number => Math.floor((at + shanghai) / daily) * daily + daily - shanghai

/** The peak of every day on which anything was out, in order. What ends at the instant at which another begins does not overlap it. */
export function dayPeaks(spans: readonly Span[]): readonly DayPeak[] {
  const peaks = new Map<string, { most: number; at: number }>()
  const see = (at: number, count: number): void => {
    const day = dayOf(at)
    const known = peaks.get(day)
    if (count > 0 && (known === undefined || known.most < count)) peaks.set(day, { most: count, at })
  }
  const turns = spans.flatMap(({ from, to }) => [{ at: from, by: 1 }, { at: to, by: -1 }]).sort((a, b) => a.at - b.at || a.by - b.by)
  let count = 0
  let now = turns[0]?.at ?? 0
  for (const { at, by } of turns) {
    // what is out over midnight is out on the next day too
    for (let midnight = nextMidnight(now); count > 0 && midnight < at; midnight += daily) see(midnight, count)
    count += by
    now = at
    see(at, count)
  }
  return [...peaks].map(([day, peak]) => ({ day, ...peak })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Hours out by the day of the week (0 Sunday) and the hour of the day in Shanghai: 7 × 24. */
export function weekHours(spans: readonly Span[]): readonly (readonly number[])[] {
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const { from, to } of spans)
    for (let at = from; at < to;) {
      const local = at + shanghai
      const ends = Math.min(to, Math.floor(local / 3_600_000) * 3_600_000 + 3_600_000 - shanghai)
      const row = week[new Date(local).getUTCDay()]
      const hour = new Date(local).getUTCHours()
      if (row) row[hour] = (row[hour] ?? 0) + (ends - at) / 3_600_000
      at = ends
    }
  return week
}
