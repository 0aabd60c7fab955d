// 时钟: the only place that asks the machine for the time.
import { localDate } from './shanghai.ts'

export interface Clock {
  /** The instant it is now. */
  now(): Date
  /** The day it is now in Asia/Shanghai, `YYYY-MM-DD`. */
  today(): string
}

/** The machine's own time. */
export const systemClock: Clock = clockFrom(() => Date.now())

/**
 * The demonstration's clock: it stood at `anchor` when the machine's clock stood at `startedAt`, and has run at
 * normal speed since. Keep both stored, so that a restart goes on where the world was and never goes back.
 */
export function worldClock({ anchor, startedAt, machine = systemClock }: {
  anchor: Date
  startedAt: Date
  machine?: Clock
}): Clock {
  const ahead = anchor.getTime() - startedAt.getTime()
  if (Number.isNaN(ahead)) throw new RangeError('The world clock needs two valid instants: anchor and startedAt.')
  return clockFrom(() => machine.now().getTime() + ahead)
}

function clockFrom(milliseconds: () => number): Clock {
  const now = (): Date => new Date(milliseconds())
  return Object.freeze({ now, today: () => localDate(now()) })
}
