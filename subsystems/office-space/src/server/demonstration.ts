// Loads office space of the demonstration district 装入演示用房: seats of all organs, the rooms each was given, and the plan of every floor.
import type { HistorySeeding, Seeding } from '@houqin/compose'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import { districtPlaces } from '@houqin/places/seed'
import { workplace } from '@houqin/staffing'
import { sql } from 'kysely'
import { loadPatrols } from '../../seed/asked/past-patrols.ts'
import { loadRedress } from '../../seed/asked/past-redress.ts'
import { loadRequests } from '../../seed/asked/past-requests.ts'
import { loadYearly } from '../../seed/asked/past-yearly.ts'
import { openDemonstrationCensus } from '../../seed/census-under-way.ts'
import { floorDrawing, floorOutlines } from '../../seed/floor-drawing.ts'
import { cityCodes } from '../../seed/city-codes.ts'
import { enterStandardFacts } from '../../seed/standard-facts.ts'
import { districtSeating } from '../../seed/seating.ts'
import { allotment, cityCode, floorPlan } from '../contract/index.ts'
import { importPlan } from './plan/import-plan.ts'
import { readPlan } from './plan/plan-reading.ts'

/** The building whose drawings are read from DXF, and the day from which all look so. */
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
  await enterStandardFacts(seeding)
  await drawOthers(seeding, places, building?.id)
  await registers.bulkInsert(tx, cityCode, cityCodes())
  await openDemonstrationCensus(seeding)
}

/** What was asked for and put right in two years. */
export async function loadAsked(seeding: HistorySeeding): Promise<void> {
  const people = districtPeople({ seed: districtSeed, day: seeding.worldDate })
  await loadRequests(seeding, people)
  await loadRedress(seeding, people)
  await loadPatrols(seeding, people)
  await loadYearly(seeding, people)
}

/** Every other floor of the 92 sites, all at once: what reading them would give, without the seconds it takes. */
async function drawOthers({ tx, system: { registers } }: Seeding, places: ReturnType<typeof districtPlaces>, read: string | undefined): Promise<void> {
  const names = new Map(places.buildings.filter(({ id }) => id !== read).map(({ id, name, site }) => [id, { name, site }]))
  const byFloor = Map.groupBy(places.rooms, ({ floor }) => floor)
  const floors = places.floors.flatMap((floor) => {
    const building = names.get(floor.building)
    const outlines = floorOutlines(byFloor.get(floor.id) ?? [])
    return building === undefined || outlines.length === 0 ? [] : [{ floor, building, outlines }]
  })
  const plans = await registers.bulkInsert(tx, floorPlan, floors.map(({ floor, building: { name, site } }) => ({ site, floor: floor.id, source: `${name} ${floor.name}平面图.dxf`, from: drawn.from, to: null, drawnOn: null })))
  const rows = floors.flatMap(({ outlines }, at) => outlines.map(({ room, ring, area }, index) => ({ plan: plans[at], place: index + 1, room: room.id, code: room.number, ring, area })))
  await sql`
    insert into office_space.outline (plan, place, room, code, ring, holes, area)
    select o.plan, o.place, o.room, o.code, o.ring, '[]', o.area
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o (plan uuid, place int, room uuid, code text, ring jsonb, area numeric)`.execute(tx)
}
