// Loads the goals of the demonstration district 装入演示成效: who counts, and a year of surveys.
import { systemActor } from '@houqin/access'
import type { HistorySeeding, Seeding } from '@houqin/compose'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import { demoPassword, seedAccount } from '../../seed/account.ts'
import { surveyRounds } from '../../seed/survey-rounds.ts'
import type { SeedSurvey } from '../../seed/survey-rounds.ts'
import { goalsOfficer, survey } from '../contract/index.ts'

export async function loadGoals({ tx, system: { access }, worldDate }: Seeding): Promise<void> {
  const { username, name } = seedAccount
  const { id: person } = officerOf(worldDate)
  const account = await access.accounts.create(tx, systemActor, { username, name, person, password: demoPassword, mustChangePassword: false })
  await access.grants.give(tx, systemActor, { account: account.id, role: goalsOfficer.role, site: null, organ: null, from: worldDate, reason: '演示' })
}

export async function loadSurveys({ tx, system, worldDate, progress }: HistorySeeding): Promise<void> {
  const world = { seed: districtSeed, day: worldDate }
  const past = surveyRounds({ world, people: districtPeople(world), now: system.clock.now() })
  const officer = officerOf(worldDate)
  const asker = { person: officer.id, name: officer.name }
  await system.matters.recordPast(tx, survey, past.map((one) => ({
    id: one.id, number: one.number, requester: asker, organ: one.organ, site: null,
    form: { organ: one.organ, quarter: one.quarter, until: one.until },
    facts: one.answer?.facts ?? {},
    happened: [{ at: one.askedAt, step: null, to: 'asked', by: asker }, ...afterwards(one)],
    dueAt: one.answer || one.lapsedAt ? null : new Date(`${one.until}T18:00:00+08:00`),
  })))
  await progress(past.length, past.length)
}

function afterwards({ answer, lapsedAt }: SeedSurvey) {
  if (answer) return [{ at: answer.at, step: 'answer', to: 'answered', by: answer.by, input: answer.facts }]
  return lapsedAt ? [{ at: lapsedAt, step: 'lapse', to: 'lapsed', by: { person: null, name: '系统' }, comment: '截止后两天仍未填写' }] : []
}
/** @throws Error when the district has nobody of that name. */
export function officerOf(worldDate: string): { readonly id: string; readonly name: string } {
  const people = districtPeople({ seed: districtSeed, day: worldDate })
  const { id } = people.organ('机关事务局')
  const found = people.persons.find((person) => person.organ === id && person.name === seedAccount.name)
  if (!found) throw new Error(`机关事务局 has no ${seedAccount.name}`)
  return found
}
