// Loads the official vehicles of the demonstration district 装入演示车辆: the ledgers, and whoever keeps them.
import { systemActor } from '@houqin/access'
import type { Seeding } from '@houqin/compose'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import { districtPlaces } from '@houqin/places/seed'
import { demoPassword, seedAccount } from '../../seed/account.ts'
import { districtFleet } from '../../seed/district-fleet.ts'
import { driver, fleetOfficer, immobilisation, terminal, vehicle } from '../contract/index.ts'

/** @throws Error when the bureau has nobody of the officer's name. */
export async function loadFleet({ tx, system: { access, registers }, worldDate: day }: Seeding): Promise<void> {
  const world = { seed: districtSeed, day }
  const people = districtPeople(world)
  const { vehicles, terminals, drivers, immobilisation: { exempt, ...holiday } } = districtFleet(world, people, districtPlaces(world, people))
  await registers.bulkInsert(tx, vehicle, vehicles.map((row) => ({ ...row, papers: [] })))
  await registers.bulkInsert(tx, terminal, terminals.map((row) => ({ ...row, maker: '清溪通信', coordinates: 'wgs84' as const, zone: 480, imei: null })))
  await registers.bulkInsert(tx, driver, drivers)
  await registers.bulkInsert(tx, immobilisation, [{ ...holiday, notice: '除应急、抢险和机要用车外,一律在指定地点停放,钥匙集中保管。', lines: { exempt } }])

  const bureau = people.organ('机关事务局').id
  const { username, name } = seedAccount
  const keeper = people.persons.find((person) => person.organ === bureau && person.name === name)
  if (!keeper) throw new Error(`机关事务局 has no ${name}`)
  const account = await access.accounts.create(tx, systemActor, { username, name, person: keeper.id, password: demoPassword, mustChangePassword: false })
  await access.grants.give(tx, systemActor, { account: account.id, role: fleetOfficer.role, site: null, organ: null, from: day, reason: '演示' })
}
