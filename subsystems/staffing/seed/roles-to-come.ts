// Roles in the further days of the demonstration 演示中的角色申请: the head agrees, the security administrator does it, and every month or so somebody stands in for the liaison.
import { accountOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addWorkingDays, addWorkingHours, workingCalendar } from '@houqin/calendar'
import { addDays, instantOf } from '@houqin/clock'
import { agreeInWorld, attemptInWorld, lastInWorld, leftToTheWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Living } from '@houqin/compose'
import { securityAdmin } from '@houqin/define'
import { liaison } from '@houqin/people'
import type { DistrictPeople } from '@houqin/people/seed'
import { roleRequest } from '../src/contract/index.ts'
import { askForRoles } from '../src/server/ask-for-roles.ts'

const calendar = workingCalendar()
/** Whoever signs in has so many working hours to decide himself. */
const patience = 16
/** Working days from one request to the next, and for how many days somebody stands in. */
const [apart, days] = [22, 10]
const reasons = ['联络员参加全市联络员培训，由范睿代理', '联络员休年假，由范睿代理', '联络员抽调参加专项检查，由范睿代理'] as const

/** Who stands in for whom; both can sign in. */
export const standIn = Object.freeze({ organ: '财政局', name: '范睿' } as const)

export async function decideRoles(living: Living, people: DistrictPeople): Promise<void> {
  const organ = people.organ(standIn.organ).id
  const head = people.persons.find(({ id }) => id === people.heads.get(organ))
  for (const { number, state, version, since, organ: of } of await leftToTheWorld(living.system.db, roleRequest)) {
    const at = addWorkingHours(since, patience, calendar)
    if (head === undefined || of !== organ || at > living.to) continue
    if (state === 'drafted') await agreeInWorld(living, roleRequest, { number, at, actor: worldActor(head) })
    if (state === 'approved') await stepInWorld(living, { matter: roleRequest, number, version }, { at, actor: await securityAdministrator(living, people), step: 'execute' })
  }
}

/** With the account of the demonstration: a grant names who gave it. */
async function securityAdministrator({ system }: Living, people: DistrictPeople): Promise<Actor> {
  const person = people.named('securityAdmin')
  const { principal, ...by } = worldActor(person, securityAdmin)
  const account = await accountOf(system.db, person.id)
  return { ...by, principal: { ...principal, account: account?.id ?? principal.account } }
}

export async function askToStandIn(bringing: Bringing, { people, day }: { readonly people: DistrictPeople; readonly day: string }): Promise<void> {
  const { tx, system, turn, from, to } = bringing
  const last = await lastInWorld(tx, roleRequest)
  const at = instantOf({ date: day, time: '10:20' })
  if (last.open || (last.day !== null && addWorkingDays(last.day, apart, calendar) > day) || at <= from || at > to) return
  const organ = people.organ(standIn.organ).id
  const person = people.persons.find((one) => one.organ === organ && one.name === standIn.name)
  if (person === undefined) return
  turn(at)
  const first = addDays(day, 3)
  const reason = reasons[Number(day.slice(5, 7)) % reasons.length] ?? reasons[0]
  await attemptInWorld(bringing, () => askForRoles(tx, system, {
    actor: worldActor(people.named('liaison'), liaison),
    asked: { person: person.id, deed: 'give', reason, roles: [{ role: liaison.role, organ, from: first, to: addDays(first, days) }] },
  }))
}
