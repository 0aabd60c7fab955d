// The period 期间 a report is asked for, kept in the address so that it can be sent to somebody else.
import { dayAfter, instantOf } from '../format/when.ts'
import type { Period } from './report-query.ts'

export const spans = Object.freeze(['month', 'lastMonth', 'days30', 'quarter', 'year', 'fiveYears'] as const)
export type Span = (typeof spans)[number]
/** Both days belong to it, YYYY-MM-DD. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** @param today YYYY-MM-DD. */
export function spanOf(span: Span, today: string): Days {
  const monthStart = `${today.slice(0, 8)}01`
  const month = Number(today.slice(5, 7))
  switch (span) {
    case 'month':
      return { from: monthStart, to: today }
    case 'lastMonth': {
      const to = dayAfter(monthStart, -1)
      return { from: `${to.slice(0, 8)}01`, to }
    }
    case 'days30':
      return { from: dayAfter(today, -29), to: today }
    case 'quarter':
      return { from: `${today.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`, to: today }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
    case 'fiveYears':
      return { from: `${Number(today.slice(0, 4)) - 5}-${today.slice(5, 7)}-01`, to: today }
  }
}

/** What the address says, or the last thirty days. */
export function daysIn(search: string, today: string): Days {
  const given = new URLSearchParams(search)
  const isDay = (day: string | null): day is string => day !== null && /^\d{4}-\d\d-\d\d$/.test(day)
  const [from, to] = [given.get('from'), given.get('to')]
  return isDay(from) && isDay(to) && from <= to ? { from, to } : spanOf('days30', today)
}
/** The day a ledger is looked at: what the address says, or today. */
export function dayIn(search: string, today: string): string {
  return new URLSearchParams(search).has('to') ? daysIn(search, today).to : today
}
export function periodOf({ from, to }: Days): Period {
  return { from: instantOf(`${from}T00:00`), to: instantOf(`${dayAfter(to, 1)}T00:00`) }
}
