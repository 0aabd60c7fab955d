// Places on the earth 位置: in 1e-6 degrees, as they are stored.
export interface Place {
  /** 1e-6 degrees, WGS-84. */
  readonly latitude: number
  readonly longitude: number
}
const radiusMetres = 6_371_008.8
const radian = Math.PI / 180e6

/** @returns metres, along the sphere. */
export function metresBetween(a: Place, b: Place): number {
  const north = (b.latitude - a.latitude) * radian
  const east = (b.longitude - a.longitude) * radian
  const half = Math.sin(north / 2) ** 2 + Math.cos(a.latitude * radian) * Math.cos(b.latitude * radian) * Math.sin(east / 2) ** 2
  return 2 * radiusMetres * Math.asin(Math.min(1, Math.sqrt(half)))
}
