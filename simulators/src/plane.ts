// The plane 平面: metres east and north of a middle, for roads are reckoned in metres and told in degrees.

export interface Spot {
  /** Metres east of the middle. */
  readonly x: number
  /** Metres north of it. */
  readonly y: number
}
export interface Degrees {
  readonly latitude: number
  readonly longitude: number
}
export interface Plane {
  toDegrees(spot: Spot): Degrees
  toSpot(degrees: Degrees): Spot
}

const metresOfDegree = 111_320

/** Good to a few metres over some twenty kilometres. */
export function planeAround(middle: Degrees): Plane {
  const eastward = metresOfDegree * Math.cos(middle.latitude * Math.PI / 180)
  return Object.freeze({
    toDegrees: ({ x, y }: Spot) => ({ latitude: middle.latitude + y / metresOfDegree, longitude: middle.longitude + x / eastward }),
    toSpot: ({ latitude, longitude }: Degrees) => ({ x: (longitude - middle.longitude) * eastward, y: (latitude - middle.latitude) * metresOfDegree }),
  })
}

export function distance(a: Spot, b: Spot): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}
/** Degrees from north, clockwise, 0–359. */
export function heading(from: Spot, to: Spot): number {
  return Math.round(Math.atan2(to.x - from.x, to.y - from.y) * 180 / Math.PI + 360) % 360
}
