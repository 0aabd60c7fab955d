// The life of a rule 制度的日子: opinions come until the day, are answered, reviewed, approved and issued; people read it one after the other.
import { addWorkingDays, addWorkingHours, workingCalendar } from '@houqin/calendar'
import { addDays, instantOf, localDate } from '@houqin/clock'
import { agreeInWorld, leftToTheWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Lives, Living, OpenMatter, WorldStep } from '@houqin/compose'
import { transaction } from '@houqin/db'
import { bureauLeader } from '@houqin/people'
import { dice, districtPeople, districtSeed } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import { sql } from 'kysely'
import { legalReviewer, regulationsOfficer, ruleMaking } from '../src/contract/index.ts'
import { acknowledge } from '../src/server/acknowledge.ts'
import { opinionsOfDraft, thanks } from './opinions.ts'
import { plants } from './plants.ts'

const calendar = workingCalendar()
/** Who drafts and who reviews in the demonstration. */
const [drafter, reviewer] = ['people', 'places'] as const
/** Working hours: between one opinion and the next, and what each of those who have an account takes for his part. */
const [apart, patience] = [9, 12]
/** So many read what was given to them to read before its day. */
const readers = 0.8
const daysToRead = 10

interface Rule {
  readonly id: string
  readonly title: string
  readonly until: string | null
  readonly approving: string | null
  readonly issued: string | null
}
export const lives: Lives = Object.freeze({
  async moveOn(living: Living) {
    const { rows } = await sql<Rule>`
      select m.id, r.title, r.opinions_until::text as until, m.approving, r.issued from matter.matter m join regulations.rule_making r on r.matter = m.id where m.closed_at is null`.execute(living.system.db)
    for (const matter of await leftToTheWorld(living.system.db, ruleMaking)) {
      const rule = rows.find(({ id }) => id === matter.id)
      if (!rule || rule.title === plants.takenDay.rule) continue
      if (matter.state === 'opinions') await hear(living, matter, rule)
      else if (matter.state === 'inForce') await read(living, matter, rule)
      else await decide(living, matter, rule)
    }
  },
})

/** Opinions until the day; then each is answered and the draft goes to review. */
async function hear(living: Living, { id, number, version: seen, since }: OpenMatter, { until }: Rule): Promise<void> {
  const { people, ordinary, roll } = districtOf(living, number)
  const ends = instantOf({ date: until ?? localDate(since), time: '18:00' })
  const { rows: said } = await sql<{ id: string; person: string | null; text: string; handling: string | null }>`
    select id, by_person as person, text, handling from regulations.rule_making__opinions where matter = ${id}::uuid order by position`.execute(living.system.db)
  let version: number | undefined = seen
  for (const [place, { article, text }] of opinionsOfDraft.entries()) {
    const at = addWorkingHours(living.openedAt, (place + roll.skewed(0.2, 0.5, 0.9)) * apart, calendar)
    const speaker = roll.pick(ordinary)
    if (at > living.to || at >= ends || version === undefined || said.some(({ person }) => person === speaker.id)) continue
    version = await stepInWorld(living, { matter: ruleMaking, number, version }, { at, actor: worldActor(speaker), step: 'opine', lines: { opinions: [{ text, ...(article !== undefined && { article }) }] } })
  }
  const answered = addWorkingHours(ends, patience, calendar)
  if (answered > living.to || version === undefined) return
  const actor = worldActor(people.named(drafter), regulationsOfficer)
  const open = said.filter(({ handling }) => handling === null).map(({ id: line, text }) => {
    const known = opinionsOfDraft.find((one) => one.text === text)
    return { id: line, handling: known?.handling ?? 'partly', ...(known?.handling !== 'adopted' && { why: known?.why ?? thanks }) }
  })
  if (open.length > 0) version = await stepInWorld(living, { matter: ruleMaking, number, version }, { at: answered, actor, step: 'handle', lines: { opinions: open } })
  if (version !== undefined) await stepInWorld(living, { matter: ruleMaking, number, version }, { at: answered, actor, step: 'submit' })
}

/** The review, the approval, the issue; whoever is asked takes his time over it. */
async function decide(living: Living, { number, version, state, since }: OpenMatter, { approving }: Rule): Promise<void> {
  const { people, roll } = districtOf(living, number)
  const at = addWorkingHours(since, patience + roll.skewed(0.5, 4, 12), calendar)
  if (approving !== null) {
    await agreeInWorld(living, ruleMaking, { number, at: living.to, actor: worldActor(people.named('leader'), bureauLeader) })
    return
  }
  if (at > living.to) return
  const take = (step: Omit<WorldStep, 'at'>): Promise<number | undefined> => stepInWorld(living, { matter: ruleMaking, number, version }, { at, ...step })
  if (state === 'review') await take({ actor: worldActor(people.named(reviewer), legalReviewer), step: 'pass', input: { finding: '与上位规定不抵触，程序完备；意见逐条有答复。' } })
  const day = localDate(at)
  if (state === 'decision')
    await take({ actor: worldActor(people.named(drafter), regulationsOfficer), step: 'issue', input: { number: `清机管〔${day.slice(0, 4)}〕${roll.int(3, 12)}号`, inForceOn: addWorkingDays(day, daysToRead, calendar), evaluateBy: addDays(day, 365) } })
}

/** Given to everybody who can sign in, and read by most of them before its day. */
async function read(living: Living, { number, version, since }: OpenMatter, { issued }: Rule): Promise<void> {
  const { system, turn, from, to } = living
  const { people, roll, world } = districtOf(living, number)
  const { rows } = await sql<{ of: string; person: string; name: string; read: boolean }>`
    select a.of, a.person, p.name, a.read_at is not null as read from regulations.addressee a join regulations.version v on v.id = a.of join people.person p on p.id = a.person
     where v.document = ${issued}::uuid and a.retired_at is null order by a.person`.execute(system.db)
  const given = addWorkingHours(since, roll.skewed(1, 3, 8), calendar)
  if (rows.length === 0) {
    if (given <= to)
      await stepInWorld(living, { matter: ruleMaking, number, version }, { at: given, actor: worldActor(people.named(drafter), regulationsOfficer), step: 'circulate', input: { readBy: addWorkingDays(localDate(given), daysToRead, calendar), audience: 'everybody' } })
    return
  }
  for (const { of, person, name, read: done } of rows) {
    const own = dice({ ...world, name: `${number} ${person}` })
    const [reads, at] = [own.chance(readers), addWorkingHours(given, own.skewed(1, 20, 70), calendar)]
    if (!reads || done || at <= from || at > to) continue
    turn(at)
    await transaction(system.db, (tx) => acknowledge(tx, system, { actor: worldActor({ id: person, name }), document: issued ?? '', version: of }))
  }
}

interface District {
  readonly world: World
  readonly people: DistrictPeople
  readonly ordinary: readonly SeedPerson[]
}
function districtOf({ openedAt, kept }: Living, number: string): District & { readonly roll: Dice } {
  const district = kept('regulations', (): District => {
    const world = { seed: districtSeed, day: localDate(openedAt) }
    const people = kept('district.people', () => districtPeople(world))
    return { world, people, ordinary: people.persons.filter(({ standing, key }) => standing === 'active' && key === null) }
  })
  return { ...district, roll: dice({ ...district.world, name: number }) }
}
