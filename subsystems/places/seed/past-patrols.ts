// Five years of patrols 五年巡查月度数据: what the books of the managed sites said, by month, until the first round that is held by itself.
import { workingCalendar } from '@houqin/calendar'
import { daysAfter, dice, monthsBefore } from '@houqin/people/seed'
import type { World } from '@houqin/people/seed'
import type { SeedSite } from './district-sites.ts'
import { patrolWeeks } from './patrol-history.ts'

export interface SeedPastPatrol {
  readonly site: string
  readonly planned: number
  readonly walked: number
  readonly gaps: number
  readonly source: string
  readonly from: string
  readonly to: string
}
const years = 5
const source = '驻点巡查登记本月末汇总'

/** A round each working morning; fewer were left half way as the years went on, and most are in the weeks of storms. */
export function pastPatrols(world: World, sites: readonly SeedSite[]): readonly SeedPastPatrol[] {
  const roll = dice({ ...world, name: 'past patrols' })
  const calendar = workingCalendar()
  const months = monthsBefore(daysAfter(world.day, -patrolWeeks * 7), years)
  return months.flatMap(({ from, to }, place) => {
    const workdays = daysOf(from, to).filter((day) => calendar.isWorkingDay(day)).length
    const stormy = ['06', '07', '08'].includes(from.slice(5, 7)) ? 0.04 : 0
    const missed = 0.14 - 0.1 * (place / (months.length - 1)) + stormy
    return sites.filter(({ managed }) => managed).map(({ id: site }) => {
      const gaps = Math.round(workdays * Math.max(0, missed + roll.bell(-0.05, 0.05)))
      return { site, planned: workdays, walked: workdays - gaps, gaps, source, from, to }
    })
  })
}

function daysOf(from: string, to: string): string[] {
  return Array.from({ length: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1 }, (_, place) => daysAfter(from, place))
}
