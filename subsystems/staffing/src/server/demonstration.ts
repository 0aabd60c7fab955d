// Loads staffing of the demonstration district 装入演示人事: routes, who sits where, and what is being asked these weeks.
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { HistorySeeding, Seeding } from '@houqin/compose'
import type { Role } from '@houqin/define'
import { liaison } from '@houqin/people'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import type { DistrictPeople, SeedPerson } from '@houqin/people/seed'
import { districtPlaces } from '@houqin/places/seed'
import { demoPassword, seedAccounts } from '../../seed/accounts.ts'
import { standIn } from '../../seed/roles-to-come.ts'
import { departureRoutes, leaveRoutes, roleRoutes } from '../../seed/routes.ts'
import { districtWorkplaces } from '../../seed/workplaces.ts'
import { workplace } from '../contract/index.ts'
import { askForRoles } from './ask-for-roles.ts'
import { openHeadAccounts } from './head-accounts.ts'
import { askForLeave } from './leave/ask-for-leave.ts'

export async function loadStaffing({ tx, system, worldDate: day }: Seeding): Promise<void> {
  const { access, approvals, registers } = system
  const world = { seed: districtSeed, day }
  const people = districtPeople(world)
  await registers.bulkInsert(tx, workplace, districtWorkplaces({ people, places: districtPlaces(world, people), day }))
  for (const { username, name, organ } of seedAccounts)
    await access.accounts.create(tx, systemActor, { username, name, person: colleague(people, { organ, name }).id, password: demoPassword, mustChangePassword: false })
  const heads = new Set(people.heads.values())
  await openHeadAccounts({ tx, system }, people.persons.filter(({ id }) => heads.has(id)))
  for (const route of [...roleRoutes(day), ...leaveRoutes(day), ...departureRoutes(day)]) await approvals.routes.add(tx, systemActor, route)
}

/** Asked through the engine, so that it waits for those who decide. */
export async function loadRecent({ tx, system, worldDate }: HistorySeeding): Promise<void> {
  const people = districtPeople({ seed: districtSeed, day: worldDate })
  const organ = people.organ(standIn.organ).id
  const asker = people.named('liaison')
  await askForRoles(tx, system, {
    actor: acting(asker, { role: liaison, organ }),
    asked: {
      person: colleague(people, standIn).id, deed: 'give', reason: '联络员下月外出学习，由范睿临时接替',
      roles: [{ role: liaison.role, organ, from: addDays(worldDate, 7), to: addDays(worldDate, 18) }],
    },
  })
  await askForLeave(tx, system, {
    actor: acting(asker, { role: liaison, organ }),
    asked: { input: { kind: 'annual', from: addDays(worldDate, 12), to: addDays(worldDate, 13), reason: '回乡看望父母', deputy: null }, handover: [] },
  })
}

function colleague(people: DistrictPeople, { organ, name }: { organ: string; name: string }): SeedPerson {
  const { id } = people.organ(organ)
  const found = people.persons.find((person) => person.organ === id && person.name === name)
  if (!found) throw new Error(`${organ} has no ${name}`)
  return found
}
/** Somebody of the demonstration, before he has signed in. */
function acting({ id, name }: SeedPerson, { role, organ }: { role: Role; organ: string | null }): Actor {
  return { ...systemActor, principal: { account: id, person: id, name, session: 'demonstration', grants: [{ role: role.role, organs: organ === null ? null : [organ], sites: null }] } }
}
