// Days 日期 of the demonstration: plain arithmetic on YYYY-MM-DD.

/** The day `days` days after `day`; before it when negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whole months of the calendar before a day, the oldest first; the last one as far as that day, which does not belong to it. @param years how many. */
export function monthsBefore(until: string, years: number): readonly { readonly from: string; readonly to: string }[] {
  const [year = 0, number = 1] = until.split('-').map(Number)
  return Array.from({ length: years * 12 + 1 }, (_, place) => {
    const from = new Date(Date.UTC(year, number - 1 - years * 12 + place, 1)).toISOString().slice(0, 10)
    const end = lastOfMonth(from)
    return { from, to: end < until ? end : daysAfter(until, -1) }
  }).filter(({ from, to }) => from <= to)
}
export function lastOfMonth(day: string): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10)
}
