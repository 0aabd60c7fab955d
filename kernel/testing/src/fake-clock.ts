// A clock 时钟 that stands still until the story turns it: a year passes in a second.
import { localDate } from '@houqin/clock'
import type { Clock } from '@houqin/clock'

export interface FakeClock extends Clock {
  /** Turns it on (or back, when negative). A day is 24 hours. Throws RangeError for anything but finite numbers. */
  advance(by: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): void
  /** Sets it to an instant such as `2026-11-24T09:30:00+08:00`. */
  set(iso: string): void
}

const minuteMs = 60_000

/**
 * Stands at `startIso`, an instant with its zone (`Z` or `+08:00`): without one it would mean another instant on every
 * machine, and throws RangeError.
 */
export function fakeClock(startIso: string): FakeClock {
  let instant = instantOf(startIso)
  return Object.freeze({
    now: () => new Date(instant),
    today: () => localDate(new Date(instant)),
    advance({ days = 0, hours = 0, minutes = 0 }: Parameters<FakeClock['advance']>[0]) {
      const by = ((days * 24 + hours) * 60 + minutes) * minuteMs
      if (!Number.isFinite(by)) throw new RangeError('A clock is turned by whole or broken days, hours and minutes.')
      instant += by
    },
    set(iso: string) {
      instant = instantOf(iso)
    },
  })
}

function instantOf(iso: string): number {
  const instant = /T.*(Z|[+-]\d\d:\d\d)$/.test(iso) ? Date.parse(iso) : Number.NaN
  if (Number.isNaN(instant)) throw new RangeError(`"${iso}" is no instant; write it with its zone, such as 2026-11-24T09:30:00+08:00.`)
  return instant
}
