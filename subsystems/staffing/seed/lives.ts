// The life of staffing 人事的日子: who asks for leave on each further day of the demonstration, who agrees, and who comes back; the rest is in a file of its own.
import { addWorkingHours, workingCalendar } from '@houqin/calendar'
import { addDays, instantOf, localDate } from '@houqin/clock'
import { agreeInWorld, attemptInWorld, leftToTheWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Lives, Living } from '@houqin/compose'
import { dice, districtPeople, districtSeed } from '@houqin/people/seed'
import type { DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import { sql } from 'kysely'
import { leave } from '../src/contract/index.ts'
import { askForLeave } from '../src/server/leave/ask-for-leave.ts'
import { askToStandIn, decideRoles } from './roles-to-come.ts'

const calendar = workingCalendar()
/** So many ask for leave on a working day, of the whole district as far as it uses the platform for it. */
const asking = Object.freeze({ most: 2, chance: 0.35 })
const reasons = ['回乡看望父母', '孩子家长会', '办理房产手续', '身体不适，去医院检查', '送老人复诊', '补休上周末值班', '家中装修验收', '参加亲属婚礼'] as const
/** Whoever has an account decides himself for so many working hours. */
const patience = 7.5

interface District {
  readonly world: World
  readonly people: DistrictPeople
  readonly persons: ReadonlyMap<string, SeedPerson>
}
export const lives: Lives = Object.freeze({
  async moveOn(living: Living) {
    const { world, people, persons } = districtOf(living)
    const { rows } = await sql<{ matter: string; last: string }>`select matter, "to"::text as last from staffing.leave where matter in (select id from matter.matter where kind = ${leave.id} and closed_at is null)`.execute(living.system.db)
    const lastDay = new Map(rows.map(({ matter, last }) => [matter, last]))
    for (const { id, number, state, version, requester, since } of await leftToTheWorld(living.system.db, leave)) {
      const roll = dice({ ...world, name: `${number} ${version}` })
      const asker = persons.get(requester ?? '')
      if (asker === undefined) continue
      const head = persons.get(people.heads.get(asker.organ) ?? '')
      const base = new Date(Math.max(since.getTime(), living.openedAt.getTime()))
      const decided = addWorkingHours(base, roll.skewed(0.2, 1.5, 5) + (asker.key === null ? 0 : patience), calendar)
      if (state === 'drafted' && head !== undefined && decided <= living.to) await agreeInWorld(living, leave, { number, at: decided, actor: worldActor(head) })
      const back = instantOf({ date: addDays(lastDay.get(id) ?? localDate(since), 1), time: '08:40' })
      if (state === 'away' && back <= living.to) await stepInWorld(living, { matter: leave, number, version }, { at: back, actor: worldActor(asker), step: 'returns' })
    }
    await decideRoles(living, people)
  },
  async bring(bringing: Bringing) {
    const { tx, system, turn, openedAt, from, to, kept } = bringing
    const { world, people } = districtOf({ openedAt, kept })
    const ordinary = people.persons.filter(({ standing, employment, key, id, organ }) => standing === 'active' && employment === 'civil' && key === null && people.heads.has(organ) && people.heads.get(organ) !== id)
    for (let day = localDate(from); day <= localDate(to); day = addDays(day, 1)) {
      if (!calendar.isWorkingDay(day)) continue
      const roll = dice({ ...world, day, name: `leave of ${day}` })
      for (let place = 0; place < asking.most; place += 1) {
        const [asks, asker, at] = [roll.chance(asking.chance), roll.pick(ordinary), instantOf({ date: day, time: `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(0, 59)).padStart(2, '0')}` })]
        const first = addDays(day, roll.int(1, 6))
        const input = { kind: roll.weighted([['annual', 5], ['personal', 3], ['sick', 2]] as const), from: first, to: addDays(first, roll.int(0, 2)), reason: roll.pick(reasons), deputy: null }
        if (!asks || at <= from || at > to) continue
        turn(at)
        // whoever is away on those days already asks for nothing
        await attemptInWorld(bringing, () => askForLeave(tx, system, { actor: worldActor(asker), asked: { input, handover: [] } }))
      }
      await askToStandIn(bringing, { people, day })
    }
  },
})

function districtOf({ openedAt, kept }: Pick<Living, 'openedAt' | 'kept'>): District {
  return kept('staffing', () => {
    const world = { seed: districtSeed, day: localDate(openedAt) }
    const people = kept('district.people', () => districtPeople(world))
    return { world, people, persons: new Map(people.persons.map((person) => [person.id, person])) }
  })
}
