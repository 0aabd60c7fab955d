// Days 日期 of the demonstration: plain arithmetic on YYYY-MM-DD.

/** The day `days` days after `day`; before it when negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
