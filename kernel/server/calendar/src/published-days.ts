// 国务院办公厅节假日安排: the days off and the make-up days as published each autumn for the next year.
// Source: the notices collected by `chinese-days`, whose release 1.5.7 reaches from 2004 to 2026. Its data is read
// here without its date code, which reckons in the machine's own time zone.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

const daysOff: Readonly<Record<string, string>> = published.holidays
const makeUpDays: Readonly<Record<string, string>> = published.workdays
const years = Object.keys(daysOff).map((date) => Number(date.slice(0, 4)))

/** First and last year for which the notice is in the data. */
export const publishedYears: Readonly<{ from: number; to: number }> = Object.freeze({
  from: Math.min(...years),
  to: Math.max(...years),
})

/** False when no notice for that year is in the data: its days are then taken as Monday to Friday. */
export function calendarKnown(year: number): boolean {
  return Number.isInteger(year) && year >= publishedYears.from && year <= publishedYears.to
}

/** What the notice says of a day: whether it is worked, and for which holiday. Undefined for an ordinary day. */
export function publishedDay(date: string): { working: boolean; reason: string } | undefined {
  const off = daysOff[date]
  if (off !== undefined) return { working: false, reason: `${holidayName(off)}放假` }
  const makeUp = makeUpDays[date]
  return makeUp === undefined ? undefined : { working: true, reason: `${holidayName(makeUp)}调休上班` }
}

function holidayName(entry: string): string {
  return entry.split(',')[1] ?? entry
}
