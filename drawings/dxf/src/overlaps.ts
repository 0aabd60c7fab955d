// Rooms that lie over each other, and rooms that reach beyond their floor: how much, and where.
import Flatbush from 'flatbush'
import clipping from 'polygon-clipping'
import type { MultiPolygon } from 'polygon-clipping'
import type { Budget } from './budget.ts'
import { boxOf, crossing, doubledArea, placeIn, squareMetres } from './ring.ts'
import type { Box, Ring } from './ring.ts'

export interface Overlap {
  readonly one: number
  readonly other: number
  /** Square metres. */
  readonly area: number
  /** Steps. */
  readonly at: readonly [number, number]
}

/** Less than this is the thickness of a line, square metres. */
export const leastOverlap = 0.05

type Shape = { readonly ring: Ring; readonly holes: readonly Ring[]; readonly box: Box }

export function overlapsOf(rooms: readonly Shape[], related: (one: number, other: number) => boolean, budget: Budget): readonly Overlap[] {
  if (rooms.length === 0) return []
  const index = new Flatbush(rooms.length)
  for (const { box } of rooms) index.add(box.minX, box.minY, box.maxX, box.maxY)
  index.finish()
  const overlaps: Overlap[] = []
  for (const [at, room] of rooms.entries()) {
    const { minX, minY, maxX, maxY } = room.box
    const near = index.search(minX + 1, minY + 1, maxX - 1, maxY - 1, (found) => found > at)
    if (!budget.spend(near.length)) break
    for (const other of near) {
      const second = rooms[other]
      if (!budget.spend((room.ring.length * (second?.ring.length ?? 0)) / 40)) break
      if (second === undefined || related(at, other) || !mayOverlap(room.ring, second.ring) || overlaps.length >= 500) continue
      const met = clipped('intersection', room, second)
      if (met.area > leastOverlap) overlaps.push({ one: at, other, ...met })
    }
  }
  return overlaps
}

/** What of a room lies outside a ring. */
export function beyond(room: Shape, floor: Ring): { area: number; at: readonly [number, number] } {
  return clipped('difference', room, { ring: floor, holes: [], box: boxOf(floor) })
}

/** Some edges cross, or a corner of one lies within the other: neighbours that share a wall do neither. */
function mayOverlap(one: Ring, other: Ring): boolean {
  for (const [inner, outer] of [[one, other], [other, one]] as const)
    for (let at = 0; at + 1 < inner.length; at += 2) if (placeIn(outer, inner[at] ?? 0, inner[at + 1] ?? 0) === 1) return true
  for (let at = 0; at + 1 < one.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [one[at], one[at + 1], one[(at + 2) % one.length], one[(at + 3) % one.length]]
    for (let to = 0; to + 1 < other.length; to += 2)
      if (crossing(x0, y0, x1, y1, other[to] ?? 0, other[to + 1] ?? 0, other[(to + 2) % other.length] ?? 0, other[(to + 3) % other.length] ?? 0)) return true
  }
  return false
}

type Polygon = [number, number][][]

function clipped(how: 'intersection' | 'difference', one: Shape, other: Shape): { area: number; at: readonly [number, number] } {
  let area = 0
  let greatest = 0
  let at: readonly [number, number] = [0, 0]
  for (const [outer = [], ...holes] of attempted(how, one, other)) {
    const ring = outer.flat()
    const size = Math.abs(doubledArea(ring)) - holes.reduce((sum, hole) => sum + Math.abs(doubledArea(hole.flat())), 0)
    area += squareMetres(size)
    if (size > greatest) {
      greatest = size
      const box = boxOf(ring)
      at = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
    }
  }
  return { area, at }
}

function polygonOf({ ring, holes }: Shape): Polygon {
  return [ring, ...holes].map((one) => Array.from({ length: one.length / 2 }, (_, at): [number, number] => [one[at * 2] ?? 0, one[at * 2 + 1] ?? 0]))
}

/** Rings of more numbers than these together are not laid over each other. */
const mostPoints = 20_000

/** The library gives up on some rings that cross themselves; those have a finding of their own. */
function attempted(how: 'intersection' | 'difference', one: Shape, other: Shape): MultiPolygon {
  if (one.ring.length + other.ring.length > mostPoints) return []
  try {
    return clipping[how](polygonOf(one), polygonOf(other))
  } catch {
    return []
  }
}
