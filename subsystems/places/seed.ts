// The places of the demonstration district: 92 sites, 494,231.27 ㎡ by certificate, about 9,500 rooms, their stewards.
import type { DistrictPeople, World } from '@houqin/people/seed'
import { districtRooms } from './seed/district-rooms.ts'
import type { DistrictRooms } from './seed/district-rooms.ts'
import { districtSites } from './seed/district-sites.ts'
import type { SeedCertificate, SeedSite } from './seed/district-sites.ts'
import { districtStewards } from './seed/district-stewards.ts'
import type { DistrictStewards } from './seed/district-stewards.ts'

export { pastPatrols } from './seed/past-patrols.ts'
export { patrolWeeks } from './seed/patrol-history.ts'
export { plants } from './seed/plants.ts'
export { districtArea } from './seed/district-sites.ts'
export type { SeedCertificate, SeedSite } from './seed/district-sites.ts'
export type { SeedArea, SeedRoom } from './seed/district-rooms.ts'

export interface DistrictPlaces extends DistrictRooms, DistrictStewards {
  readonly sites: readonly SeedSite[]
  readonly certificates: readonly SeedCertificate[]
  /** A site by its name. @throws Error when the district has none of it. */
  site(name: string): SeedSite
}

/** The same world gives the same places, ids included; made in about 0.1 s. */
export function districtPlaces(world: World, people: DistrictPeople): DistrictPlaces {
  const { sites, certificates } = districtSites(world, people)
  return {
    sites,
    certificates,
    ...districtRooms(world, { sites, certificates }),
    ...districtStewards(world, people, sites),
    site(name) {
      const found = sites.find((site) => site.name === name)
      if (!found) throw new Error(`the demonstration district has no site ${name}`)
      return found
    },
  }
}
