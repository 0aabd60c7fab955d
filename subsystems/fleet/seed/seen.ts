// Where the cars were last seen 最近位置: as the city's platform hands it in, most of them where they are parked, some under way.
import { dice } from '@houqin/people/seed'
import type { World } from '@houqin/people/seed'
import type { SeedVehicle } from './district-fleet.ts'
import { plants } from './plants.ts'

export interface SeedPosition {
  readonly vehicle: string
  readonly minutesAgo: number
  /** 1e-6 degrees. */
  readonly latitude: number
  readonly longitude: number
  /** km/h. */
  readonly speed: number
  readonly direction: number
}
/** The middle of the district, which is made up; a degree is about 111 km north and 95 km east. */
const middle = { latitude: 31.4912, longitude: 120.3119 }
const mostSeen = 200

export function lastSeen(world: World, vehicles: readonly SeedVehicle[]): readonly SeedPosition[] {
  const roll = dice({ ...world, name: 'fleet seen' })
  const { kmh, minutes } = plants.sealedOnTheRoad
  const place = () => ({ latitude: Math.round(1e6 * (middle.latitude + roll.bell(-0.05, 0.05))), longitude: Math.round(1e6 * (middle.longitude + roll.bell(-0.06, 0.06))), direction: roll.int(0, 359) })
  const sealed = vehicles.filter(({ standing }) => standing === 'immobilised').map(({ id: vehicle }) => ({ vehicle, minutesAgo: minutes, speed: kmh, ...place() }))
  const others = vehicles.filter(({ standing }) => standing === 'inUse').slice(0, mostSeen).map(({ id: vehicle }) => {
    const driving = roll.chance(0.18)
    return { vehicle, minutesAgo: driving ? roll.int(0, 2) : roll.int(5, 300), speed: driving ? roll.int(12, 62) : 0, ...place() }
  })
  return [...sealed, ...others]
}
