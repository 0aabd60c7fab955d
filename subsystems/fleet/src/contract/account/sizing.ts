// What giving up so many cars comes to 精简几辆: which ones, on which days cars must be hired instead, what is saved.
import { decimal } from '@houqin/define'
import type { DayPeak, Pool, PoolCar } from '../answers.ts'

export interface Sizing {
  readonly give: number
  readonly stay: number
  /** Those given up: used on the fewest days, then the oldest. */
  readonly cars: readonly PoolCar[]
  /** Days on which more were out than stay, the reserve taken off. */
  readonly beyond: readonly DayPeak[]
  readonly carDays: number
  /** 元: what the cars cost each year by standing there, what hiring costs, what is left; null where no price of hire is known and one is needed. */
  readonly saved: string
  readonly rent: string | null
  readonly left: string | null
}
export interface Wish {
  /** Cars that stand ready whatever happens. */
  readonly reserve: number
  /** Cars that are to stay. */
  readonly keep: ReadonlySet<string>
}

export function peakOf({ peaks }: Pick<Pool, 'peaks'>): DayPeak | undefined {
  return peaks.reduce<DayPeak | undefined>((highest, one) => (highest === undefined || one.most > highest.most ? one : highest), undefined)
}
/** In the order in which they are given up. */
export function candidatesOf({ cars }: Pick<Pool, 'cars'>, { keep }: Wish): readonly PoolCar[] {
  return cars.filter(({ id, unproven }) => !unproven && !keep.has(id)).toSorted((a, b) => a.days - b.days || b.age - a.age || (a.plate < b.plate ? -1 : 1))
}
export function sizingOf(pool: Pool, give: number, wish: Wish): Sizing {
  const proven = pool.cars.filter(({ unproven }) => !unproven).length
  const cars = candidatesOf(pool, wish).slice(0, give)
  const stay = proven - cars.length
  const serves = stay - wish.reserve
  const beyond = pool.peaks.filter(({ most }) => most > serves)
  const carDays = beyond.reduce((sum, { most }) => sum + most - serves, 0)
  const saved = decimal.sum(cars.map(({ fixed }) => fixed))
  const rent = carDays === 0 ? '0.00' : pool.rent === null ? null : decimal.times(pool.rent, String(carDays))
  return { give: cars.length, stay, cars, beyond, carDays, saved, rent, left: rent === null ? null : decimal.minus(saved, rent) }
}
/** The most that can be given up with every journey still served; and the number that leaves most money, hiring for the peaks. */
export function proposalsOf(pool: Pool, wish: Wish): { readonly served: number; readonly cheapest: number } {
  const most = candidatesOf(pool, wish).length
  let [served, cheapest, left] = [0, 0, '0.00']
  for (let give = 1; give <= most; give += 1) {
    const sizing = sizingOf(pool, give, wish)
    if (sizing.carDays === 0) served = give
    if (sizing.left !== null && decimal.compare(sizing.left, left) > 0) [cheapest, left] = [give, sizing.left]
  }
  return { served, cheapest }
}
