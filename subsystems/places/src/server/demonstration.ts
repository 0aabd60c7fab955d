// Loads the places of the demonstration district 装入演示场所.
import type { HistorySeeding, Seeding } from '@houqin/compose'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import { districtPlaces } from '../../seed.ts'
import { pastPatrols } from '../../seed/past-patrols.ts'
import { seedPatrols } from '../../seed/patrol-history.ts'
import { seedRounds } from '../../seed/rounds.ts'
import { building, certificate, duty, floor, handover, outdoorArea, pastPatrol, room, seat, site, stewardship } from '../contract/index.ts'

export async function loadPlaces({ tx, system, worldDate }: Seeding): Promise<void> {
  const { registers } = system
  const world = { seed: districtSeed, day: worldDate }
  const places = districtPlaces(world, districtPeople(world))
  await registers.bulkInsert(tx, site, places.sites.map(({ id, name, kind, address, managed, tenure, leaseUntil, phone }) => ({
    id, name, kind, address, managed, tenure, leaseUntil, phone, steward: places.stewards.get(id) ?? null,
  })))
  await registers.bulkInsert(tx, certificate, places.certificates.map((row) => ({ ...row, scans: [] })))
  await registers.bulkInsert(tx, building, places.buildings)
  await registers.bulkInsert(tx, floor, places.floors)
  await registers.bulkInsert(tx, room, places.rooms)
  await registers.bulkInsert(tx, outdoorArea, places.areas)
  await registers.bulkInsert(tx, stewardship, places.stewardships)
  await registers.bulkInsert(tx, seat, places.seats)
  await registers.bulkInsert(tx, duty, places.duties)
  await registers.bulkInsert(tx, handover, places.handovers)
  await registers.bulkInsert(tx, pastPatrol, pastPatrols(world, places.sites))
  await seedRounds({ tx, system, worldDate, places })
}

/** What the stewards have walked since the summer. */
export async function loadPatrols({ tx, system, worldDate, progress }: HistorySeeding): Promise<void> {
  const world = { seed: districtSeed, day: worldDate }
  const people = districtPeople(world)
  const count = await seedPatrols({ tx, system, worldDate }, { world, people, places: districtPlaces(world, people) })
  await progress(count, count)
}
