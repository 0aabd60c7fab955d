// The spans 期间 one asks statistics for, as days in Shanghai.
import { dayAfter } from '@houqin/web-kit'

export const spans = Object.freeze(['week', 'month', 'lastMonth', 'days30', 'year'] as const)
export type Span = (typeof spans)[number]
/** Both days belong to it, YYYY-MM-DD. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** @param today YYYY-MM-DD. */
export function spanOf(span: Span, today: string): Days {
  const monthStart = `${today.slice(0, 8)}01`
  switch (span) {
    case 'week':
      return { from: dayAfter(today, -weekday(today)), to: today }
    case 'month':
      return { from: monthStart, to: today }
    case 'lastMonth': {
      const to = dayAfter(monthStart, -1)
      return { from: `${to.slice(0, 8)}01`, to }
    }
    case 'days30':
      return { from: dayAfter(today, -29), to: today }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}
/** Monday is 0. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}
