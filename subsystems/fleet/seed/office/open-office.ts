// Opens the office of cars in the demonstration 演示派车: who approves, dispatches and drives.
import { systemActor } from '@houqin/access'
import type { Seeding } from '@houqin/compose'
import type { DistrictPeople } from '@houqin/people/seed'
import { demoPassword } from '../account.ts'
import { officeAccounts } from './accounts.ts'
import { useRoutes } from './routes.ts'

/** @throws Error when an organ has nobody of the name. */
export async function openOffice({ tx, system: { access, approvals }, worldDate: day }: Seeding, people: DistrictPeople): Promise<void> {
  for (const { username, name, organ, grants } of officeAccounts) {
    const at = people.organ(organ).id
    const person = people.persons.find((one) => one.organ === at && one.name === name)
    if (!person) throw new Error(`${organ} has no ${name}`)
    const account = await access.accounts.create(tx, systemActor, { username, name, person: person.id, password: demoPassword, mustChangePassword: false })
    for (const { role } of grants) await access.grants.give(tx, systemActor, { account: account.id, role, site: null, organ: null, from: day, reason: '演示' })
  }
  for (const route of useRoutes(day)) await approvals.routes.add(tx, systemActor, route)
}
