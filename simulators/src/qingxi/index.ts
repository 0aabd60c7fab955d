// Qingxi 清溪区（虚构）: the district of the demonstration as a map: roads to drive on, water, parks, and where an address is.
import { distance, planeAround } from '../plane.ts'
import type { Degrees, Spot } from '../plane.ts'
import { roadsOf, rounded } from '../roads.ts'
import type { Roads } from '../roads.ts'
import { parks, streets, waters } from './streets.ts'

/** The middle of the district, which is made up. */
export const plane = planeAround({ latitude: 31.4912, longitude: 120.3119 })

let made: Roads | undefined
/** Made once. */
export function qingxiRoads(): Roads {
  return (made ??= roadsOf(streets))
}

/** House numbers run to here; a street's middle two thirds are built up. */
const lastNumber = 340
const builtFrom = 0.17
const setBack = 32

/** Where a house stands: beside its street, by its number, odd ones on the left; undefined for an address in no street of the district. */
export function spotOfAddress(address: string): Spot | undefined {
  const [, name, digits] = /清溪区(.+?)\s*(\d+)\s*号/.exec(address) ?? []
  const drawn = qingxiRoads().drawn.find(({ street }) => street.name === name)
  if (!drawn) return undefined
  const number = Number(digits)
  const short = drawn.street.kind === 'lane'
  const share = short ? 0.1 + 0.8 * Math.min(1, number / 70) : builtFrom + (1 - 2 * builtFrom) * Math.min(1, number / lastNumber)
  const total = drawn.points.slice(1).reduce((sum, spot, place) => sum + distance(drawn.points[place] as Spot, spot), 0)
  let left = share * total
  for (let place = 0; place + 1 < drawn.points.length; place += 1) {
    const [a, b] = [drawn.points[place] as Spot, drawn.points[place + 1] as Spot]
    const length = distance(a, b)
    if (left > length) {
      left -= length
      continue
    }
    const side = (number % 2 === 0 ? 1 : -1) * (short ? setBack / 2 : setBack)
    return { x: a.x + (b.x - a.x) * left / length + side * (b.y - a.y) / length, y: a.y + (b.y - a.y) * left / length - side * (b.x - a.x) / length }
  }
  return drawn.points.at(-1)
}

/** A piece of the plain base map; coordinates are [longitude, latitude]. */
export interface GroundFeature {
  readonly type: 'Feature'
  readonly properties: { readonly kind: 'road' | 'water' | 'park' | 'site'; readonly rank: string; readonly name: string; readonly width?: number }
  readonly geometry:
    | { readonly type: 'LineString'; readonly coordinates: readonly (readonly [number, number])[] }
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
    | { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
}
export interface Ground {
  readonly type: 'FeatureCollection'
  readonly features: readonly GroundFeature[]
}

/** The plain base map of the district. @param sites whose address lies in one of its streets. */
export function qingxiGround(sites: readonly { readonly name: string; readonly address: string }[]): Ground {
  const ring = (points: readonly Spot[]) => [[...rounded([...points, points[0] as Spot])].map(coordinate)]
  return {
    type: 'FeatureCollection',
    features: [
      ...parks.map(({ name, points }): GroundFeature => ({ type: 'Feature', properties: { kind: 'park', rank: '', name }, geometry: { type: 'Polygon', coordinates: ring(points) } })),
      ...waters.map(({ name, width, points }): GroundFeature => ({
        type: 'Feature', properties: { kind: 'water', rank: '', name, width },
        geometry: width > 0 ? { type: 'LineString', coordinates: rounded(points).map(coordinate) } : { type: 'Polygon', coordinates: ring(points) },
      })),
      ...qingxiRoads().drawn.map(({ street, points }): GroundFeature => ({
        type: 'Feature', properties: { kind: 'road', rank: street.kind, name: street.name }, geometry: { type: 'LineString', coordinates: points.map(coordinate) },
      })),
      ...sites.flatMap(({ name, address }): GroundFeature[] => {
        const spot = spotOfAddress(address)
        return spot ? [{ type: 'Feature', properties: { kind: 'site', rank: '', name }, geometry: { type: 'Point', coordinates: coordinate(spot) } }] : []
      }),
    ],
  }
}
function coordinate(spot: Spot): readonly [number, number] {
  const { longitude, latitude }: Degrees = plane.toDegrees(spot)
  return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6]
}
