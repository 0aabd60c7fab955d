// Fences at work 围栏: circles and polygons on the plane of the district, how far inside or outside a place lies.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { Place } from './place.ts'

export interface Fence {
  readonly id: string
  readonly name: string
  readonly kind: 'district' | 'site' | 'destination' | 'forbidden'
  /** Metres; a circle around the one corner, null for a polygon. */
  readonly radius: number | null
  readonly corners: readonly Place[]
  /** From which hour of the district to which it holds, over midnight where it ends before it begins; null all day. */
  readonly hours: { readonly from: number; readonly to: number } | null
}
interface Point {
  readonly x: number
  readonly y: number
}
const metresOf = 0.111195
/** Asia/Shanghai, which knows no summer time. */
const districtHoursAhead = 8

interface DrawnFence extends Omit<Fence, 'corners' | 'hours'> {
  readonly hoursFrom: number | null
  readonly hoursTo: number | null
  readonly longitudes: readonly string[]
  readonly latitudes: readonly string[]
}
/** Those with a shape: a corner and a radius, or three corners at least. @param car only those that are about it or about all cars. */
export async function fencesOf(db: Db | Tx, car?: { readonly vehicle: string; readonly organ: string | null }): Promise<readonly Fence[]> {
  const about = car === undefined ? sql`true` : sql`
    not exists (select from fleet.fence__cars c where c.parent = f.id) and not exists (select from fleet.fence__organs o where o.parent = f.id)
    or exists (select from fleet.fence__cars c where c.parent = f.id and c.vehicle = ${car.vehicle}::uuid)
    or exists (select from fleet.fence__organs o where o.parent = f.id and o.organ = ${car.organ}::uuid)`
  const { rows } = await sql<DrawnFence>`
    select f.id, f.name, f.kind, f.radius, f.hours_from as "hoursFrom", f.hours_to as "hoursTo",
      array_agg(c.longitude::text order by c.position) as longitudes, array_agg(c.latitude::text order by c.position) as latitudes
    from fleet.fence f join fleet.fence__corners c on c.parent = f.id where f.retired_at is null and (${about}) group by f.id order by f.name`.execute(db)
  return rows.map(({ longitudes, latitudes, hoursFrom, hoursTo, ...fence }) => ({
    ...fence, hours: hoursFrom === null || hoursTo === null ? null : { from: hoursFrom, to: hoursTo },
    corners: longitudes.map((longitude, nth) => ({ longitude: Math.round(Number(longitude) * 1e6), latitude: Math.round(Number(latitudes[nth]) * 1e6) })),
  })).filter(({ radius, corners }) => (radius === null ? corners.length >= 3 : corners.length >= 1))
}
/** Whether it holds at that moment, by the clock of the district. */
export function holdsAt({ hours }: Pick<Fence, 'hours'>, at: number): boolean {
  if (hours === null) return true
  const hour = Math.floor(at / 3_600_000 + districtHoursAhead) % 24
  return hours.from < hours.to ? hour >= hours.from && hour < hours.to : hour >= hours.from || hour < hours.to
}

/** @returns metres to the fence's line, negative inside; of a polygon that crosses itself what is wound round once is inside. */
export function metresOutside({ radius, corners }: Pick<Fence, 'radius' | 'corners'>, place: Place): number {
  const east = metresOf * Math.cos((place.latitude * Math.PI) / 180e6)
  const at = ({ latitude, longitude }: Place): Point => ({ x: (longitude - place.longitude) * east, y: (latitude - place.latitude) * metresOf })
  const [first] = corners
  if (first === undefined) return Infinity
  if (radius !== null) return Math.hypot(at(first).x, at(first).y) - radius
  let [nearest, inside] = [Infinity, false]
  for (const [nth, corner] of corners.entries()) {
    const [a, b] = [at(corner), at(corners[(nth + 1) % corners.length] ?? first)]
    nearest = Math.min(nearest, toLine(a, b))
    if (a.y > 0 !== b.y > 0 && a.x - (a.y * (b.x - a.x)) / (b.y - a.y) > 0) inside = !inside
  }
  return inside ? -nearest : nearest
}
/** From the origin to the stretch between two points. */
function toLine(a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * dx + a.y * dy) / length))
  return Math.hypot(a.x + along * dx, a.y + along * dy)
}
/** The named place round about whose line is nearest, which is the smaller of two about one another; for people to read. */
export function placeName(fences: readonly Fence[], place: Place): string | undefined {
  const around = fences.filter(({ kind }) => kind === 'site' || kind === 'destination').map(({ name, ...fence }) => ({ name, metres: metresOutside(fence, place) })).filter(({ metres }) => metres <= 0)
  return around.toSorted((a, b) => b.metres - a.metres)[0]?.name
}
