// Where the cars were last seen 最近位置: as the city's platform hands it in, most of them where they are parked, some under way.
import { dice } from '@houqin/people/seed'
import type { World } from '@houqin/people/seed'
import { driveAlong } from '@houqin/simulators'
import type { Spot } from '@houqin/simulators'
import { plane, qingxiRoads, spotOfAddress } from '@houqin/simulators/qingxi'
import type { DistrictFleet, SeedVehicle } from './district-fleet.ts'
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
const mostSeen = 200

/** The car whose terminal has fallen silent. */
export function silentOne({ vehicles, terminals }: Pick<DistrictFleet, 'vehicles' | 'terminals'>): string | undefined {
  const inUse = new Set(terminals.filter(({ standing }) => standing === 'inUse').map(({ vehicle }) => vehicle))
  return vehicles.filter(({ standing }) => standing === 'inUse').slice(0, mostSeen).findLast(({ id, grade }) => grade === 'ordinary' && inUse.has(id))?.id
}

/** @param sites where those stand that are parked. */
export function lastSeen(world: World, vehicles: readonly SeedVehicle[], sites: readonly { readonly id: string; readonly address: string }[]): readonly SeedPosition[] {
  const roll = dice({ ...world, name: 'fleet seen' })
  const roads = qingxiRoads()
  const yards = new Map(sites.flatMap(({ id, address }) => {
    const spot = spotOfAddress(address)
    return spot ? [[id, spot] as const] : []
  }))
  const { kmh, minutes } = plants.sealedOnTheRoad
  const told = ({ x, y }: Spot, direction: number) => {
    const { latitude, longitude } = plane.toDegrees({ x: x + roll.bell(-20, 20), y: y + roll.bell(-20, 20) })
    return { latitude: Math.round(latitude * 1e6), longitude: Math.round(longitude * 1e6), direction }
  }
  const parked = (site: string | null) => told((site === null ? undefined : yards.get(site)) ?? roll.pick([...yards.values()]), roll.int(0, 359))
  const underWay = () => {
    const drive = driveAlong([roll.pick(roads.stretches.filter(({ length }) => length > 400))], roads, 0.9)
    drive.advance(roll.int(8, 30), 0)
    const { latitude, longitude } = plane.toDegrees(drive.spot())
    return { latitude: Math.round(latitude * 1e6), longitude: Math.round(longitude * 1e6), direction: drive.heading() }
  }
  const sealed = vehicles.filter(({ standing }) => standing === 'immobilised').map(({ id: vehicle }) => ({ vehicle, minutesAgo: minutes, speed: kmh, ...underWay() }))
  const others = vehicles.filter(({ standing }) => standing === 'inUse').slice(0, mostSeen).map(({ id: vehicle, parking }) => {
    const driving = roll.chance(0.18)
    return driving
      ? { vehicle, minutesAgo: roll.int(0, 2), speed: roll.int(12, 48), ...underWay() }
      : { vehicle, minutesAgo: roll.int(5, 300), speed: 0, ...parked(parking) }
  })
  return [...sealed, ...others]
}
