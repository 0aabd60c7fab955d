// A year of surveys 四个季度的测评 in the demonstration district: better year on year, with a few organs nobody has won over yet.
import { dice } from '@houqin/people/seed'
import type { Dice, DistrictPeople, World } from '@houqin/people/seed'
import { opinions } from './opinions.ts'

export interface SeedAnswer {
  readonly at: Date
  readonly by: { readonly person: string | null; readonly name: string }
  readonly facts: Readonly<Record<'safe' | 'orderly' | 'efficient' | 'overall', string>> & { readonly words: string | null }
}
export interface SeedSurvey {
  readonly id: string
  readonly number: string
  readonly organ: string
  readonly quarter: string
  readonly until: string
  readonly askedAt: Date
  /** Null where nobody has answered. */
  readonly answer: SeedAnswer | null
  readonly lapsedAt: Date | null
}
const rounds = 4
const day = 24 * 3_600_000
/** Has not answered yet, so that its liaison finds something to do. */
export const waiting = '财政局'

/** Sent on the sixteenth of a quarter's second month, until that month ends. @param now the instant at which the demonstration stands. */
export function surveyRounds({ world, people, now }: { world: World; people: DistrictPeople; now: Date }): readonly SeedSurvey[] {
  const roll = dice({ ...world, name: 'surveys' })
  const writers = new Map<string, { person: string; name: string }>()
  for (const { id, name, organ, standing } of people.persons) if (standing === 'active' && organ !== null && !writers.has(organ)) writers.set(organ, { person: id, name })
  const moods = new Map(people.organs.map(({ id }) => [id, roll.bell(-1, 1)]))
  return roundsBefore(world.day).flatMap(({ quarter, sent, until }, place) =>
    people.organs.map(({ id: organ, shortName }, index): SeedSurvey => {
      const askedAt = new Date(Date.parse(`${sent}T09:00:00+08:00`) + index * 1000)
      const ends = Date.parse(`${until}T18:00:00+08:00`)
      const at = new Date(askedAt.getTime() + roll.skewed(0.1, 3, 13) * day)
      const answers = roll.chance(0.88) && at.getTime() < Math.min(ends, now.getTime()) && !(shortName === waiting && now.getTime() < ends)
      const facts = answersOf(roll, { mood: moods.get(organ) ?? 0, trend: place * 0.12 })
      return {
        id: roll.id(), number: `CP-${sent.replaceAll('-', '')}-${String(index + 1).padStart(4, '0')}`, organ, quarter, until, askedAt,
        answer: answers ? { at, by: writers.get(organ) ?? { person: null, name: shortName }, facts } : null,
        lapsedAt: !answers && ends + 2 * day < now.getTime() ? new Date(ends + 2 * day) : null,
      }
    }))
}

/** How an organ feels does not change overnight, nor from one survey to the next. */
export function moodsOf({ world, people }: { world: World; people: DistrictPeople }): ReadonlyMap<string, number> {
  const roll = dice({ ...world, name: 'surveys' })
  return new Map(people.organs.map(({ id }) => [id, roll.bell(-1, 1)]))
}
export function answersOf(roll: Dice, { mood, trend }: { mood: number; trend: number }): SeedAnswer['facts'] {
  const mark = (lean: number): number => Math.max(1, Math.min(5, Math.round(4.05 + trend + mood * 0.8 + lean + roll.bell(-1.3, 1.3))))
  const overall = mark(0)
  const kind = overall === 5 ? 'glad' : overall >= 3 ? 'plain' : 'sorry'
  return {
    safe: `s${mark(0.3)}`, orderly: `s${mark(0.1)}`, efficient: `s${mark(-0.2)}`, overall: `s${overall}`,
    words: roll.chance(overall <= 2 ? 0.9 : 0.22) ? roll.pick(opinions[kind]) : null,
  }
}

/** The oldest first, those of a year. @param today YYYY-MM-DD. */
export function roundsBefore(today: string): { quarter: string; sent: string; until: string }[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const latest = year * 4 + Math.floor((month - 1) / 3)
  const last = [30, 31]
  return Array.from({ length: rounds + 1 }, (_, back) => latest - rounds + back)
    .map((index) => {
      const [of, quarter] = [Math.floor(index / 4), index % 4]
      const second = quarter * 3 + 2
      const end = second === 2 ? 28 : (last[[5, 8].includes(second) ? 1 : 0] ?? 30)
      const prefix = `${of}-${String(second).padStart(2, '0')}`
      return { quarter: `${of}-Q${quarter + 1}`, sent: `${prefix}-16`, until: `${prefix}-${end}` }
    })
    .filter(({ sent }) => sent <= today)
    .slice(-rounds)
}
