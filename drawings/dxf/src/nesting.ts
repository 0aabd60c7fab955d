// Rings within rings: which are rooms, which are the outline of a floor, which are pillars and shafts that a room does not count.
import Flatbush from 'flatbush'
import type { Budget } from './budget.ts'
import type { FoundRing } from './rings.ts'
import { boxOf, doubledArea, isWithin, ringWithin, squareMetres } from './ring.ts'
import type { Box, Ring } from './ring.ts'

export interface NestedRing extends FoundRing {
  readonly box: Box
  /** Twice its own area in square steps, holes not taken off. */
  readonly gross: number
  /** The ring it lies in, by its place in the list. */
  readonly parent: number | undefined
  readonly children: readonly number[]
}

/** The same outline drawn twice is taken once; `twice` are those left out. The greatest ring comes first. */
export function nest(found: readonly FoundRing[], budget: Budget): { rings: readonly NestedRing[]; twice: readonly FoundRing[] } {
  const sorted = found.map((one) => ({ ...one, box: boxOf(one.ring), gross: doubledArea(one.ring) })).filter(({ gross }) => gross > 0).sort((a, b) => b.gross - a.gross)
  const twice: FoundRing[] = []
  const single: typeof sorted = []
  const seen = new Map<string, Ring[]>()
  for (const one of sorted) {
    const { minX, minY, maxX, maxY } = one.box
    // to the centimetre: drawn twice is seldom drawn to the same tenth of a millimetre
    const key = [minX, minY, maxX, maxY].map((value) => Math.round(value / 100)).join(' ')
    const alike = seen.get(key)
    if (alike?.some((ring) => Math.abs(doubledArea(ring) - one.gross) < one.gross * 0.005)) twice.push(one)
    else {
      single.push(one)
      if (alike === undefined) seen.set(key, [one.ring])
      else alike.push(one.ring)
    }
  }
  if (single.length === 0) return { rings: [], twice }
  const index = new Flatbush(single.length)
  for (const { box } of single) index.add(box.minX, box.minY, box.maxX, box.maxY)
  index.finish()
  const children: number[][] = single.map(() => [])
  const parents = single.map(({ ring, box }, at) => {
    const near = index.search(box.minX, box.minY, box.maxX, box.maxY, (other) => other < at)
    // the smallest that may hold it comes first, and mostly does
    const parent = budget.spend(near.length) ? near.sort((a, b) => b - a).find((other) => {
      const around = single[other]
      return around !== undefined && isWithin(box, around.box) && budget.spend((ring.length * around.ring.length) / 400) && ringWithin(ring, around.ring)
    }) : undefined
    if (parent !== undefined) children[parent]?.push(at)
    return parent
  })
  return { rings: single.map((one, at) => ({ ...one, parent: parents[at], children: children[at] ?? [] })), twice }
}

/** Half of it or more is filled with at least two rings: it is drawn about rooms. */
export function isAboutRooms(ring: NestedRing, all: readonly NestedRing[]): boolean {
  const filled = ring.children.reduce((sum, at) => sum + (all[at]?.gross ?? 0), 0)
  return ring.children.length >= 2 && filled >= ring.gross / 2
}

/** Twice the area, holes taken off. */
export function netArea(gross: number, holes: readonly Ring[]): number {
  return gross - holes.reduce((sum, hole) => sum + doubledArea(hole), 0)
}

/** Twice the area over the length of the border, metres: the width of what is long and narrow. */
export function meanWidth(ring: Ring, holes: readonly Ring[]): number {
  const border = [ring, ...holes].reduce((sum, one) => sum + lengthOf(one), 0)
  return (2 * squareMetres(netArea(doubledArea(ring), holes)) * 10_000) / border
}

function lengthOf(ring: Ring): number {
  let length = 0
  let [fromX = 0, fromY = 0] = ring.slice(-2)
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const [x = 0, y = 0] = [ring[at], ring[at + 1]]
    length += Math.hypot(x - fromX, y - fromY)
    ;[fromX, fromY] = [x, y]
  }
  return length
}
