// How the cars of the demonstration are driven 用车习惯: by class, hour and weekday; who never drives on a sealed day, and who does all the same.
import { isWeekend, localHour } from '@houqin/simulators'
import type { CarHabits, Dice } from '@houqin/simulators'
import { localDate } from '@houqin/clock'
import type { VehicleUse } from '../contract/index.ts'

/** Trips an hour at work, and in the night. */
const trips: Readonly<Record<VehicleUse, readonly [day: number, night: number]>> = Object.freeze({
  enforcement: [2.6, 1.4], emergency: [2, 0.4], confidential: [1.4, 0.05], special: [1.8, 1], other: [1.2, 0.05],
})
const weekendShare = 0.35

export interface Seal {
  readonly begins: string
  readonly ends: string
  /** Cars that are let off, by their id. */
  readonly exempt: ReadonlySet<string>
}

/** @param stubborn drives on sealed days although nobody let it off. */
export function tripsOf({ vehicle, use, seals, stubborn }: { vehicle: string; use: VehicleUse; seals: readonly Seal[]; stubborn: boolean }): CarHabits['tripsAnHour'] {
  const [day, night] = trips[use]
  return (at) => {
    const date = localDate(at)
    if (!stubborn && seals.some(({ begins, ends, exempt }) => date >= begins && date <= ends && !exempt.has(vehicle))) return 0
    const hour = localHour(at)
    const atWork = hour >= 8 && hour < 18
    const share = atWork ? (hour >= 11.7 && hour < 13.3 ? 0.5 : 1) : hour >= 6.5 && hour < 21 ? 0.45 : 0
    return Math.max(night, day * share) * (isWeekend(at) ? weekendShare : 1)
  }
}

/** One in forty is driven on sealed days. */
export const isStubborn = (roll: Dice): boolean => roll.chance(1 / 40)
/** Most drive as they should, some are calm, a few are always in a hurry. */
export function temperOf(roll: Dice): number {
  return roll.chance(0.06) ? roll.between(1.2, 1.4) : roll.between(0.82, 1.04)
}
