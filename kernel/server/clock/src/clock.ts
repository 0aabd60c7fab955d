// The clock 时钟: the only place that may ask the machine what time it is; everybody else is handed a clock.

/** Tells the present instant. Tests hand in one that stands still. */
export interface Clock {
  now(): Date
}

/** The machine's own time. */
export const systemClock: Clock = Object.freeze({ now: () => new Date() })

const shanghaiOffset = '+08:00'
const dayMs = 86_400_000

/**
 * A clock whose today is `worldDate` ('YYYY-MM-DD', a day in Asia/Shanghai) and whose time of day and pace are the
 * machine's: the demonstration district is shown on the day it was written for.
 */
export function worldClock(worldDate: string): Clock {
  const shift = Date.parse(`${worldDate}T00:00:00${shanghaiOffset}`) - startOfDay(Date.now())
  return Object.freeze({ now: () => new Date(Date.now() + shift) })
}

function startOfDay(instant: number): number {
  const eightHours = 8 * 3_600_000
  return Math.floor((instant + eightHours) / dayMs) * dayMs - eightHours
}
