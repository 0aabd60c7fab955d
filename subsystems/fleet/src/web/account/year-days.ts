// The period of an account 核算期间: what the address says, or the last twelve months.
import { dayAfter, daysIn } from '@houqin/web-kit'
import type { Days } from '@houqin/web-kit'

export function yearIn(search: string, today: string): Days {
  return new URLSearchParams(search).has('from') ? daysIn(search, today) : { from: dayAfter(today, -364), to: today }
}
