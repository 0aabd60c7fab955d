// A ring of points on the grid: its area, its box, what lies within it, and where it crosses itself. All in integers.
import Flatbush from 'flatbush'
import type { Budget } from './budget.ts'

/** x0, y0, x1, y1 … in steps, the first point not repeated, counterclockwise. */
export type Ring = readonly number[]

export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Twice the area in square steps, positive when counterclockwise. Exact: points are taken from the first, so that products stay whole. */
export function doubledArea(ring: Ring): number {
  const [fromX = 0, fromY = 0] = ring
  let sum = 0
  for (let at = 2; at + 3 < ring.length; at += 2) {
    sum += ((ring[at] ?? 0) - fromX) * ((ring[at + 3] ?? 0) - fromY) - ((ring[at + 2] ?? 0) - fromX) * ((ring[at + 1] ?? 0) - fromY)
  }
  return sum
}

/** Square metres with two digits, half rounded up, as a decimal. @param doubled twice the area in square steps */
export function areaText(doubled: number): string {
  const hundredths = Math.floor((Math.abs(doubled) + 1e6) / 2e6)
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
/** Square metres as a number, to compare with. */
export function squareMetres(doubled: number): number {
  return Math.abs(doubled) / 2e8
}

/** @param ring x and y in turn. */
export function boxOf(ring: ArrayLike<number>): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const [x = 0, y = 0] = [ring[at], ring[at + 1]]
    minX = Math.min(minX, x)
    maxX = Math.max(maxX, x)
    minY = Math.min(minY, y)
    maxY = Math.max(maxY, y)
  }
  return { minX, minY, maxX, maxY }
}

export function isWithin(inner: Box, outer: Box): boolean {
  return inner.minX >= outer.minX && inner.minY >= outer.minY && inner.maxX <= outer.maxX && inner.maxY <= outer.maxY
}

/** 1 within, 0 on the edge, -1 outside. */
export function placeIn(ring: Ring, x: number, y: number): 1 | 0 | -1 {
  let inside = false
  let [fromX = 0, fromY = 0] = ring.slice(-2)
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const [toX = 0, toY = 0] = [ring[at], ring[at + 1]]
    const turn = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)
    if (turn === 0 && Math.min(fromX, toX) <= x && x <= Math.max(fromX, toX) && Math.min(fromY, toY) <= y && y <= Math.max(fromY, toY)) return 0
    if (fromY > y !== toY > y && turn > 0 === toY > fromY) inside = !inside
    ;[fromX, fromY] = [toX, toY]
  }
  return inside ? 1 : -1
}

/** All of `inner` within `outer`, edges may touch; judged by points and middles of edges. */
export function ringWithin(inner: Ring, outer: Ring): boolean {
  let seen = false
  for (let at = 0; at + 1 < inner.length; at += 2) {
    const [x = 0, y = 0] = [inner[at], inner[at + 1]]
    const place = placeIn(outer, x, y)
    if (place === -1) return false
    seen ||= place === 1
  }
  if (seen) return true
  const [x, y] = pointWithin(inner)
  return placeIn(outer, x, y) >= 0
}

/** A point within the ring and outside its holes, far from edges where it can be: the middle of the widest stretch across, at one of five heights. */
export function pointWithin(ring: Ring, holes: readonly Ring[] = []): [number, number] {
  const { minY, maxY, minX, maxX } = boxOf(ring)
  let best: [number, number] = [(minX + maxX) / 2, (minY + maxY) / 2]
  let widest = 0
  for (const share of [0.5, 0.37, 0.63, 0.21, 0.79]) {
    const y = minY + (maxY - minY) * share + 0.13
    const cuts: number[] = []
    for (const border of [ring, ...holes]) {
      let [fromX = 0, fromY = 0] = border.slice(-2)
      for (let at = 0; at + 1 < border.length; at += 2) {
        const [toX = 0, toY = 0] = [border[at], border[at + 1]]
        if (fromY > y !== toY > y) cuts.push(fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX))
        ;[fromX, fromY] = [toX, toY]
      }
    }
    cuts.sort((a, b) => a - b)
    for (let at = 0; at + 1 < cuts.length; at += 2) {
      const [left = 0, right = 0] = [cuts[at], cuts[at + 1]]
      if (right - left > widest * 1.2) {
        widest = right - left
        best = [Math.round((left + right) / 2), Math.round(y)]
      }
    }
  }
  return best
}

/** Without repeated points, without points on a straight line, counterclockwise; empty when nothing is left. */
export function tidied(steps: readonly number[]): Ring {
  const points: number[] = []
  for (let at = 0; at + 1 < steps.length; at += 2) {
    const [x = 0, y = 0] = [steps[at], steps[at + 1]]
    if (x !== points.at(-2) || y !== points.at(-1)) points.push(x, y)
  }
  while (points.length >= 4 && points[0] === points.at(-2) && points[1] === points.at(-1)) points.length -= 2
  const kept: number[] = []
  const count = points.length / 2
  for (let at = 0; at < count; at += 1) {
    const before = (at + count - 1) % count
    const after = (at + 1) % count
    const [x = 0, y = 0, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [points[at * 2], points[at * 2 + 1], points[before * 2], points[before * 2 + 1], points[after * 2], points[after * 2 + 1]]
    if ((x - x0) * (y1 - y) !== (y - y0) * (x1 - x)) kept.push(x, y)
  }
  if (kept.length < 6) return []
  return doubledArea(kept) >= 0 ? kept : reversed(kept)
}

function reversed(ring: Ring): Ring {
  const back: number[] = []
  for (let at = ring.length - 2; at >= 0; at -= 2) back.push(ring[at] ?? 0, ring[at + 1] ?? 0)
  return back
}

/** Where the ring crosses itself first; undefined when it does not. Touching in a point is no crossing. */
export function crossingOf(ring: Ring, budget: Budget): readonly [number, number] | undefined {
  const count = ring.length / 2
  if (count < 4) return undefined
  const edge = (at: number): [number, number, number, number] => {
    const next = (at + 1) % count
    return [ring[at * 2] ?? 0, ring[at * 2 + 1] ?? 0, ring[next * 2] ?? 0, ring[next * 2 + 1] ?? 0]
  }
  const index = new Flatbush(count)
  for (let at = 0; at < count; at += 1) {
    const [x0, y0, x1, y1] = edge(at)
    index.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1))
  }
  index.finish()
  for (let at = 0; at < count; at += 1) {
    const [x0, y0, x1, y1] = edge(at)
    const near = index.search(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1), (found) => found > at + 1)
    if (!budget.spend(near.length)) return undefined
    for (const other of near) {
      const [u0, v0, u1, v1] = edge(other)
      const met = crossing(x0, y0, x1, y1, u0, v0, u1, v1)
      if (met !== undefined) return met
    }
  }
  return undefined
}

/** Which side of a line a point lies on: positive left. Exact within the reach of the grid. */
export function side(x0: number, y0: number, x1: number, y1: number, x: number, y: number): number {
  return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)
}

/** Where two lines cross, both cut through between their ends, rounded to the grid. */
export function crossing(x0: number, y0: number, x1: number, y1: number, u0: number, v0: number, u1: number, v1: number): readonly [number, number] | undefined {
  const a = side(u0, v0, u1, v1, x0, y0)
  const b = side(u0, v0, u1, v1, x1, y1)
  if (!((a > 0 && b < 0) || (a < 0 && b > 0))) return undefined
  const c = side(x0, y0, x1, y1, u0, v0)
  const d = side(x0, y0, x1, y1, u1, v1)
  if (!((c > 0 && d < 0) || (c < 0 && d > 0))) return undefined
  const share = a / (a - b)
  return [Math.round(x0 + (x1 - x0) * share), Math.round(y0 + (y1 - y0) * share)]
}
