// Months from a day 自某日起几个月: the same day of a later month, or its last one.

/** @param day YYYY-MM-DD. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const place = year * 12 + month - 1 + months
  const last = new Date(Date.UTC(Math.floor(place / 12), (place % 12) + 1, 0)).getUTCDate()
  return `${Math.floor(place / 12)}-${pad((place % 12) + 1)}-${pad(Math.min(date, last))}`
}
const pad = (number: number): string => String(number).padStart(2, '0')
