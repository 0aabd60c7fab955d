// GCJ-02 at display alone 火星坐标: tiles drawn in shifted coordinates are laid where they belong; positions are never touched.
import { addCoordinateTransforms, get, Projection, toLonLat, fromLonLat } from 'ol/proj.js'

type Degrees = readonly [longitude: number, latitude: number]
const [radius, eccentricity] = [6_378_245, 0.006_693_421_622_965_943]

/** The shift is defined inside this rectangle only. */
const outside = ([longitude, latitude]: Degrees): boolean => longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271

export function shifted(place: Degrees): Degrees {
  if (outside(place)) return place
  const [longitude, latitude] = place
  const [x, y] = [longitude - 105, latitude - 35]
  const sine = (of: number, by: number): number => Math.sin(of * Math.PI / by)
  const wave = (20 * sine(6 * x, 1) + 20 * sine(2 * x, 1)) * 2 / 3
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + wave + (20 * sine(y, 1) + 40 * sine(y, 3)) * 2 / 3 + (160 * sine(y, 12) + 320 * sine(y, 30)) * 2 / 3
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + wave + (20 * sine(x, 1) + 40 * sine(x, 3)) * 2 / 3 + (150 * sine(x, 12) + 300 * sine(x, 30)) * 2 / 3
  const angle = latitude / 180 * Math.PI
  const magic = 1 - eccentricity * Math.sin(angle) ** 2
  return [longitude + east * 180 / (radius / Math.sqrt(magic) * Math.cos(angle) * Math.PI), latitude + north * 180 / (radius * (1 - eccentricity) / (magic * Math.sqrt(magic)) * Math.PI)]
}
export function unshifted(place: Degrees): Degrees {
  let guess = place
  for (let round = 0; round < 4; round += 1) {
    const [longitude, latitude] = shifted(guess)
    guess = [guess[0] + place[0] - longitude, guess[1] + place[1] - latitude]
  }
  return guess
}

const code = 'HOUQIN:GCJ02'
/** Mercator of shifted degrees, known to the map from the first call on. */
export function shiftedMercator(): Projection {
  const known = get(code)
  if (known) return known
  const mercator = get('EPSG:3857')
  const made = new Projection({ code, units: 'm', extent: mercator?.getExtent() ?? [], global: true })
  const by = (shift: (place: Degrees) => Degrees) => (spot: number[]): number[] => {
    const [longitude = 0, latitude = 0] = toLonLat(spot)
    return fromLonLat([...shift([longitude, latitude])])
  }
  addCoordinateTransforms('EPSG:3857', made, by(shifted), by(unshifted))
  return made
}
