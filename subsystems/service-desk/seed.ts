// The service desk of the demonstration district: teams, categories, materials, and sixty days of what was reported.
import type { WorkingCalendar } from '@houqin/calendar'
import type { DistrictPeople, World } from '@houqin/people/seed'
import type { DistrictPlaces } from '@houqin/places/seed'
import { districtDesk } from './seed/district-desk.ts'
import type { DistrictDesk } from './seed/district-desk.ts'
import { districtRepairs } from './seed/district-repairs.ts'
import type { SeedRepair } from './seed/district-repairs.ts'

export { districtDesk, teamAt } from './seed/district-desk.ts'
export type { DistrictDesk, SeedCategory, SeedMaterial, SeedTeam } from './seed/district-desk.ts'
export type { SeedRepair } from './seed/district-repairs.ts'
export { pastFigures } from './seed/past-figures.ts'
export { plants } from './seed/plants.ts'
export { historyDays, repairCount, repairTexts } from './seed/repair-faults.ts'

export interface DistrictService {
  readonly desk: DistrictDesk
  readonly repairs: readonly SeedRepair[]
}
/** @param now the present of the world: nothing happens after it. */
export function districtService({ world, people, places, calendar, now }: { world: World; people: DistrictPeople; places: DistrictPlaces; calendar: WorkingCalendar; now: Date }): DistrictService {
  const desk = districtDesk(world, { people, places })
  return { desk, repairs: districtRepairs({ world, people, places, desk, calendar, now }) }
}
