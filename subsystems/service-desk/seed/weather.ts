// The weather 天气 over the invented district: warmth by season, spells of rain, days of wind.
import { daysAfter, dice } from '@houqin/people/seed'
import type { World } from '@houqin/people/seed'

export interface Weather {
  readonly low: number
  readonly high: number
  readonly rain: boolean
  readonly wind: boolean
}
/** ℃ of the twelve months. */
export const monthlyMean = [4, 6, 11, 17, 22, 26, 30, 29, 25, 19, 13, 6]

/** The days before the world's day, the oldest first, that day included. */
export function weatherBefore(world: World, days: number): ReadonlyMap<string, Weather> {
  const roll = dice({ ...world, name: 'weather' })
  let rain = false
  let swing = 0
  return new Map(
    Array.from({ length: days + 1 }, (_, place): [string, Weather] => {
      const day = daysAfter(world.day, place - days)
      const month = Number(day.slice(5, 7)) - 1
      const next = monthlyMean[(month + 1) % 12] ?? 15
      const mean = (monthlyMean[month] ?? 15) + ((next - (monthlyMean[month] ?? 15)) * Number(day.slice(8))) / 30
      // Rain and warmth come in spells.
      rain = roll.chance(rain ? 0.55 : 0.18)
      swing = 0.7 * swing + roll.bell(-5, 5)
      const middle = mean + swing - (rain ? 2 : 0)
      return [day, { low: Math.round(middle - 4), high: Math.round(middle + (rain ? 2 : 5)), rain, wind: roll.chance(rain ? 0.3 : 0.08) }]
    }),
  )
}
