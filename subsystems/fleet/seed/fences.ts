// The fences of the demonstration 演示围栏: the district, the yards that cars are kept in, the destinations that are often approved, and ground no car enters.
import { plane } from '@houqin/simulators/qingxi'
import type { Spot } from '@houqin/simulators'
import type { SeedVehicle } from './district-fleet.ts'
import { destinationSpots } from './slip-tracks.ts'
import { districtRadius, middle, yardOf } from './tracks.ts'
import type { TrackSpot } from './tracks.ts'

/** Metres about the middle of a yard; the compound of the district's offices is the largest. */
const [yard, largeYard, carsOfLargeYard] = [80, 160, 20]
/** The shore of the lake, well off the streets around it; metres from the middle of the district. */
const shore: readonly Spot[] = [{ x: -3600, y: -1600 }, { x: -2170, y: -1600 }, { x: -2140, y: -2530 }, { x: -3560, y: -2530 }]

const corner = ({ latitude, longitude }: TrackSpot) => ({ longitude: (longitude / 1e6).toFixed(6), latitude: (latitude / 1e6).toFixed(6) })

/** @param sites a site that no car is kept at has no fence. */
export function seedFences(vehicles: readonly SeedVehicle[], sites: readonly { readonly id: string; readonly name: string; readonly address: string }[]) {
  const keptAt = Map.groupBy(vehicles, ({ parking }) => parking ?? '')
  const yards = sites.flatMap(({ id, name, address }) => {
    const kept = keptAt.get(id)?.length ?? 0
    return kept === 0 ? [] : [{ name: `${name}停放区`, kind: 'site' as const, site: id, radius: kept < carsOfLargeYard ? yard : largeYard, lines: { corners: [corner(yardOf({ address }))] } }]
  })
  const barred = shore.map((spot) => {
    const { latitude, longitude } = plane.toDegrees(spot)
    return { longitude: longitude.toFixed(6), latitude: latitude.toFixed(6) }
  })
  return [
    { name: '清溪区', kind: 'district' as const, site: null, radius: districtRadius, lines: { corners: [corner(middle)] } },
    { name: '望湖水源保护区', kind: 'forbidden' as const, site: null, radius: null, lines: { corners: barred } },
    ...destinationSpots.map(({ name, radius, place }) => ({ name, kind: 'destination' as const, site: null, radius, lines: { corners: [corner(place)] } })),
    ...yards,
  ]
}
