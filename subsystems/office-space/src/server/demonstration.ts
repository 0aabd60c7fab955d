// Loads office space of the demonstration district 装入演示用房: seats of all organs, the rooms each was given, and the plans of one building.
import type { Seeding } from '@houqin/compose'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import { districtPlaces } from '@houqin/places/seed'
import { workplace } from '@houqin/staffing'
import { sql } from 'kysely'
import { openDemonstrationCensus } from '../../seed/census-under-way.ts'
import { floorDrawing } from '../../seed/floor-drawing.ts'
import { districtSeating } from '../../seed/seating.ts'
import { allotment } from '../contract/index.ts'
import { importPlan } from './plan/import-plan.ts'
import { readPlan } from './plan/plan-reading.ts'

/** The building that is drawn, and the day from which it looks so. */
const drawn = { site: '机关大院', building: '1号楼', from: '2021-01-01' }

export async function loadOfficeSpace(seeding: Seeding): Promise<void> {
  const { tx, system, worldDate: day } = seeding
  const { registers } = system
  const world = { seed: districtSeed, day }
  const people = districtPeople(world)
  const places = districtPlaces(world, people)
  const { rows: entered } = await sql<{ person: string; room: string }>`
    select person, room from staffing.workplace where retired_at is null and merged_into is null order by room, person`.execute(tx)
  const { seats, allotments } = districtSeating(world, { people, places, entered })
  await registers.bulkInsert(tx, workplace, seats)
  await registers.bulkInsert(tx, allotment, allotments.map((row) => ({ ...row, agreement: [] })))
  const site = places.site(drawn.site).id
  const building = places.buildings.find((one) => one.site === site && one.name === drawn.building)
  for (const floor of places.floors.filter((one) => one.building === building?.id)) {
    const rooms = places.rooms.filter((room) => room.floor === floor.id)
    const title = `${drawn.building} ${floor.name}平面图`
    // drawn and read like any other, so that the demonstration proves the way in
    await importPlan(tx, system, { site, floor: floor.id, reading: readPlan(new TextEncoder().encode(floorDrawing(rooms, title))), source: `${title}.dxf`, from: drawn.from })
  }
  await openDemonstrationCensus(seeding)
}
