// A share 比例: so many of so many, in per cent with one place.
import type { Share } from '../contract/index.ts'

/** Counts below 2^43, so that a thousandfold is exact. */
export function shareOf(good: number, all: number): Share {
  return { good, all, percent: all === 0 ? null : (Math.round((good * 1000) / all) / 10).toFixed(1) }
}
