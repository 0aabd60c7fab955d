// Loads office space of the demonstration district 装入演示用房: seats of all organs, and the rooms each was given.
import type { Seeding } from '@houqin/compose'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import { districtPlaces } from '@houqin/places/seed'
import { workplace } from '@houqin/staffing'
import { sql } from 'kysely'
import { districtSeating } from '../../seed/seating.ts'
import { allotment } from '../contract/index.ts'

export async function loadOfficeSpace({ tx, system: { registers }, worldDate: day }: Seeding): Promise<void> {
  const world = { seed: districtSeed, day }
  const people = districtPeople(world)
  const { rows: entered } = await sql<{ person: string; room: string }>`
    select person, room from staffing.workplace where retired_at is null and merged_into is null order by room, person`.execute(tx)
  const { seats, allotments } = districtSeating(world, { people, places: districtPlaces(world, people), entered })
  await registers.bulkInsert(tx, workplace, seats)
  await registers.bulkInsert(tx, allotment, allotments.map((row) => ({ ...row, agreement: [] })))
}
