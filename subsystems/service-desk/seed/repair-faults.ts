// Faults 故障 of sixty days: when they were reported, what was said, with Mondays, weather and the hours of a day.
import { instantOf, weekday } from '@houqin/clock'
import type { WorkingCalendar } from '@houqin/calendar'
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice, World } from '@houqin/people/seed'
import type { Urgency } from '../src/contract/index.ts'
import type { CategoryKey } from './category-list.ts'
import { aroundTexts } from './repair-texts-around.ts'
import { indoorTexts } from './repair-texts-indoors.ts'
import { weatherAfter, weatherBefore } from './weather.ts'
import type { Weather } from './weather.ts'

export const historyDays = 60
export const repairCount = 900

export interface Fault {
  readonly at: Date
  readonly category: CategoryKey
  readonly what: string
  readonly urgency: Urgency
}
/** What each kind breaks by itself, and what the weather adds. */
export const usual: Readonly<Record<CategoryKey, number>> = {
  light: 17, water: 16, air: 10, door: 12, power: 7, network: 10, furniture: 7, wall: 4, clean: 6, green: 4, lift: 3, fire: 3, kitchen: 3, other: 2,
}
export const repairTexts: Readonly<Record<string, readonly string[]>> = { ...indoorTexts, ...aroundTexts }
const dangerous = /爆|焦味|漏电|被困|夹人|快来人|掉落危险|漫到|滑倒|发黑|烫手|燃气|报警器一直响|麻了一下|踩空|返水/
const needsRain = /下雨|漏雨|渗水|雨水|积水/
const needsCold = /不制热|只有 10 度|暖气|结冰|冷得/
const needsHeat = /不制冷|31 度|不凉/
const needsWind = /大风|刮风/

export function faults({ world, weather, calendar, roll }: { world: World; weather: ReadonlyMap<string, Weather>; calendar: WorkingCalendar; roll: Dice }): Fault[] {
  const days = Array.from({ length: historyDays }, (_, place) => daysAfter(world.day, place - historyDays + 1))
  const weights = days.map((day) => [day, dayWeight(day, weather.get(day), calendar) * (0.8 + 0.4 * roll.next())] as const)
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0)
  let owed = 0
  const told = new Map<string, number>()
  const made = weights.flatMap(([day, weight]) => {
    owed += (weight / whole) * repairCount
    const count = Math.round(owed)
    owed -= count
    return Array.from({ length: count }, () => fault(day, { weather: weather.get(day), working: calendar.isWorkingDay(day), told, roll }))
  })
  return made.sort((a, b) => a.at.getTime() - b.at.getTime())
}
/** A working day without weather weighs one. */
const perWeight = 19

/**
 * The days from the world's day as far as another: each day's by dice of its own, so that a day is the same whenever
 * it is reached; only what has been said on the days before is told less.
 */
export function faultsToCome({ world, until, calendar }: { world: World; until: string; calendar: WorkingCalendar }): Fault[] {
  const weather = new Map([...[...weatherBefore(world, historyDays)].slice(-1), ...weatherAfter(world, until)])
  const told = new Map<string, number>()
  return [...weather.keys()].flatMap((day) => {
    const roll = dice({ ...world, name: `faults of ${day}` })
    const count = Math.round(perWeight * dayWeight(day, weather.get(day), calendar) * (0.8 + 0.4 * roll.next()))
    return Array.from({ length: count }, () => fault(day, { weather: weather.get(day), working: calendar.isWorkingDay(day), told, roll })).sort((a, b) => a.at.getTime() - b.at.getTime())
  })
}
function dayWeight(day: string, weather: Weather | undefined, calendar: WorkingCalendar): number {
  if (!calendar.isWorkingDay(day)) return 0.12
  const monday = weekday(day) === 1 ? 1.6 : weekday(day) === 5 ? 0.85 : 1
  return monday * (weather?.rain ? 1.15 : 1) * (weather && (weather.high > 32 || weather.low < 3) ? 1.25 : 1)
}

interface Circumstances {
  readonly weather: Weather | undefined
  readonly working: boolean
  readonly told: Map<string, number>
  readonly roll: Dice
}
function fault(day: string, { weather, working, told, roll }: Circumstances): Fault {
  const extreme = weather ? (weather.high > 30 || weather.low < 6 ? 14 : 0) : 0
  const weighed = Object.entries(usual).map(([key, weight]) => {
    const more = key === 'air' ? extreme : key === 'wall' && weather?.rain ? 9 : key === 'green' && weather?.wind ? 10 : 0
    return [key as CategoryKey, weight + more] as const
  })
  const category = roll.weighted(weighed)
  const possible = (repairTexts[category] ?? []).filter((text) => fits(text, weather))
  // What was said least so far is said next, so that everything is heard before anything is heard often.
  const least = Math.min(...possible.map((text) => told.get(text) ?? 0))
  const what = roll.pick(possible.filter((text) => (told.get(text) ?? 0) <= least + (roll.chance(0.3) ? 2 : 0)))
  told.set(what, (told.get(what) ?? 0) + 1)
  const urgency = dangerous.test(what) ? 'urgent' : roll.weighted<Urgency>([['normal', 84], ['low', 13], ['urgent', 3]])
  return { at: instantOf({ date: day, time: timeOfDay(working, roll) }), category, what, urgency }
}
function fits(text: string, weather: Weather | undefined): boolean {
  if (!weather) return true
  if (needsRain.test(text) && !weather.rain) return false
  if (needsWind.test(text) && !weather.wind) return false
  if (needsCold.test(text) && weather.low > 11) return false
  if (text.includes('结冰') && weather.low > 1) return false
  return !(needsHeat.test(text) && weather.high < 24)
}
/** People report when they arrive, after lunch, and now and then in between. */
function timeOfDay(working: boolean, roll: Dice): string {
  const minutes = !working
    ? roll.int(9 * 60, 19 * 60)
    : roll.weighted<() => number>([
        [() => roll.bell(8 * 60 + 20, 11 * 60 + 20), 52], [() => roll.bell(13 * 60 + 20, 16 * 60 + 40), 38], [() => roll.bell(16 * 60 + 30, 18 * 60 + 30), 7], [() => roll.bell(7 * 60, 8 * 60 + 20), 3],
      ])()
  const minute = Math.round(minutes)
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:${String(roll.int(0, 59)).padStart(2, '0')}`
}
