// The life of the goals 成效的日子: each quarter's survey goes out when it is due, and the organs answer as they did.
import { localDate } from '@houqin/clock'
import { leftToTheWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Lives, Living } from '@houqin/compose'
import { liaison } from '@houqin/people'
import { dice, districtPeople, districtSeed } from '@houqin/people/seed'
import type { DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import { sql } from 'kysely'
import { answersOf, moodsOf, roundsBefore, waiting } from './survey-rounds.ts'
import { goalsOfficer, survey } from '../src/contract/index.ts'
import { officerOf } from '../src/server/demonstration.ts'
import { sendSurvey } from '../src/server/survey.ts'

const day = 24 * 3_600_000
const answered = 0.88
/** Paper that was handed in on the last day can still be entered so much later. */
const grace = 2 * day
/** Better and better, though not for ever. */
const latestTrend = 0.48

export const lives: Lives = Object.freeze({
  async moveOn(living: Living) {
    const { world, people, writers, moods } = districtOf(living)
    const { rows } = await sql<{ matter: string; until: string }>`select matter, until::text as until from goals.survey where matter in (select id from matter.matter where kind = ${survey.id} and closed_at is null)`.execute(living.system.db)
    const until = new Map(rows.map((row) => [row.matter, row.until]))
    const reluctant = people.organ(waiting).id
    for (const { id, number, version, organ, openedAt } of await leftToTheWorld(living.system.db, survey)) {
      const writer = writers.get(organ ?? '')
      const roll = dice({ ...world, name: number })
      const ends = Date.parse(`${until.get(id) ?? localDate(openedAt)}T18:00:00+08:00`)
      const at = new Date(Math.max(openedAt.getTime(), living.openedAt.getTime()) + roll.skewed(0.1, 2, 9) * day)
      const answers = roll.chance(answered) && at.getTime() < ends && organ !== reluctant && writer !== undefined
      if (answers && at <= living.to)
        await stepInWorld(living, { matter: survey, number, version }, { at, actor: worldActor(writer, liaison), step: 'answer', input: answersOf(roll, { mood: moods.get(organ ?? '') ?? 0, trend: latestTrend }) })
      else if (!answers && ends + grace <= living.to.getTime())
        await stepInWorld(living, { matter: survey, number, version }, { at: new Date(ends + grace), actor: worldActor(officerOf(world.day), goalsOfficer), step: 'lapse', comment: '截止后两天仍未填写' })
    }
  },
  async bring({ tx, system, turn, openedAt, from, to }: Bringing) {
    for (const { quarter, sent, until } of roundsBefore(localDate(to))) {
      const at = new Date(`${sent}T09:00:00+08:00`)
      if (at <= from || at > to) continue
      turn(at)
      await sendSurvey(tx, system, { actor: worldActor(officerOf(localDate(openedAt)), goalsOfficer), round: { quarter, until } })
    }
  },
})

interface District {
  readonly world: World
  readonly people: DistrictPeople
  readonly writers: ReadonlyMap<string, SeedPerson>
  readonly moods: ReadonlyMap<string, number>
}
function districtOf({ openedAt, kept }: Living): District {
  return kept('goals', () => {
    const world = { seed: districtSeed, day: localDate(openedAt) }
    const people = kept('district.people', () => districtPeople(world))
    return { world, people, writers: new Map(people.persons.filter(({ standing }) => standing === 'active').toReversed().map((person) => [person.organ, person])), moods: moodsOf({ world, people }) }
  })
}
