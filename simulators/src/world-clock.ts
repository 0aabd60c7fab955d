// A world's clock that may run fast 快进时钟: for a day of traffic in a minute.
import { localDate, systemClock } from '@houqin/clock'
import type { Clock } from '@houqin/clock'

/** @param rate seconds of the world in one of the machine's; 1 is the usual pace. */
export function fastClock({ from, rate, machine = systemClock }: { readonly from: Date; readonly rate: number; readonly machine?: Clock }): Clock {
  if (!(rate > 0)) throw new RangeError('A clock runs forward: give a rate above 0.')
  const began = machine.now().getTime()
  const now = (): Date => new Date(from.getTime() + (machine.now().getTime() - began) * rate)
  return Object.freeze({ now, today: () => localDate(now()) })
}
