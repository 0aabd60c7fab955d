// Five years of months 五年月度数据: what the bureau took over from its earlier ledgers as sums, by category, with seasons and a slow improvement.
import { daysAfter, dice, lastOfMonth, monthsBefore } from '@houqin/people/seed'
import type { Dice, World } from '@houqin/people/seed'
import type { CategoryKey } from './category-list.ts'
import type { SeedCategory } from './district-desk.ts'
import { historyDays, usual } from './repair-faults.ts'
import { monthlyMean } from './weather.ts'

export interface SeedPastFigure {
  readonly category: string
  readonly asked: number
  readonly finished: number
  readonly inTime: number
  readonly rated: number
  readonly stars: number
  readonly source: string
  readonly from: string
  readonly to: string
}
const years = 5
/** A month of today; five years ago a good third less was reported, by telephone. */
const monthly = Object.freeze({ first: 270, last: 430 })
/** Rain of the twelve months against a dry one: the plum rains of June, typhoons in August. */
const rain = [0.8, 0.9, 1.1, 1.1, 1.2, 1.9, 1.5, 1.6, 1.2, 0.8, 0.8, 0.7]
/** Working days count: the Spring Festival empties February, the holiday week October. */
const working = [1, 0.72, 1.08, 1, 0.96, 1, 1.06, 1.02, 1.02, 0.86, 1.03, 1.05]
/** The telephone ledger was given up for the property company's system after two years. */
const ledgers = Object.freeze({ telephone: '总值班室报修电话登记簿月汇总', system: '原物业报修系统月报表' })

/** The last month ends the day before the first repair that is held by itself. */
export function pastFigures(world: World, categories: readonly SeedCategory[]): readonly SeedPastFigure[] {
  const roll = dice({ ...world, name: 'past figures' })
  const heldSince = daysAfter(world.day, 1 - historyDays)
  const months = monthsBefore(heldSince, years)
  return months.flatMap(({ from, to }, place) => {
    const progress = place / (months.length - 1)
    const share = (1 + days(from, to)) / (1 + days(from, lastOfMonth(from)))
    const weights = categories.map((one) => [one, (usual[one.key] + season(one.key, Number(from.slice(5, 7)) - 1)) * (0.86 + 0.28 * roll.next())] as const)
    const whole = Object.values(usual).reduce((sum, weight) => sum + weight, 0)
    const volume = (monthly.first + (monthly.last - monthly.first) * progress) * (working[Number(from.slice(5, 7)) - 1] ?? 1) * share
    return weights.map(([{ id }, weight]) => month(roll, { category: id, expected: (volume * weight) / whole, progress, from, to }))
  })
}

/** What the time of year breaks on top of what breaks by itself. */
function season(key: CategoryKey, month: number): number {
  const mean = monthlyMean[month] ?? 15
  const wet = (rain[month] ?? 1) - 1
  if (key === 'air') return mean > 25 ? (mean - 22) * 3.2 : mean < 8 ? (10 - mean) * 1.6 : -3
  if (key === 'wall') return 8 * Math.max(0, wet)
  if (key === 'green') return 6 * Math.max(0, wet) + (mean > 20 ? 1 : 0)
  if (key === 'water') return mean < 5 ? 5 : 0
  return 0
}

function month(roll: Dice, { category, expected, progress, from, to }: { category: string; expected: number; progress: number; from: string; to: string }): SeedPastFigure {
  const asked = Math.max(0, Math.round(expected + roll.bell(-0.12, 0.12) * expected))
  const finished = Math.min(asked, Math.round(asked * (0.95 + 0.04 * roll.next())))
  const inTime = Math.min(finished, Math.round(finished * (0.68 + 0.2 * progress + roll.bell(-0.06, 0.06))))
  const byTelephone = progress < 0.4
  // Nobody was asked how satisfied he was while it was done by telephone.
  const rated = byTelephone ? 0 : Math.round(finished * (0.15 + 0.3 * progress))
  return {
    category, asked, finished, inTime, rated, stars: Math.round(rated * (3.9 + 0.5 * progress + roll.bell(-0.25, 0.25))),
    source: byTelephone ? ledgers.telephone : ledgers.system, from, to,
  }
}

function days(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
