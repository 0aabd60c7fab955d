// The weather 天气 over the invented district: warmth by season, spells of rain, days of wind.
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice, World } from '@houqin/people/seed'

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
  const next = sky(dice({ ...world, name: 'weather' }))
  return new Map(Array.from({ length: days + 1 }, (_, place) => daysAfter(world.day, place - days)).map((day) => [day, next(day)]))
}
/** The days after the world's day as far as another, that one included. */
export function weatherAfter(world: World, until: string): ReadonlyMap<string, Weather> {
  const next = sky(dice({ ...world, name: 'weather to come' }))
  const found = new Map<string, Weather>()
  for (let day = daysAfter(world.day, 1); day <= until; day = daysAfter(day, 1)) found.set(day, next(day))
  return found
}

/** Day after day: rain and warmth come in spells. */
function sky(roll: Dice): (day: string) => Weather {
  let rain = false
  let swing = 0
  return (day) => {
    const month = Number(day.slice(5, 7)) - 1
    const next = monthlyMean[(month + 1) % 12] ?? 15
    const mean = (monthlyMean[month] ?? 15) + ((next - (monthlyMean[month] ?? 15)) * Number(day.slice(8))) / 30
    rain = roll.chance(rain ? 0.55 : 0.18)
    swing = 0.7 * swing + roll.bell(-5, 5)
    const middle = mean + swing - (rain ? 2 : 0)
    return { low: Math.round(middle - 4), high: Math.round(middle + (rain ? 2 : 5)), rain, wind: roll.chance(rain ? 0.3 : 0.08) }
  }
}
