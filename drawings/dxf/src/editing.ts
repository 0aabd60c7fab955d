// Rooms changed on the plan: areas and lengths measured, a room split along a line, two joined across the wall between them. Metres in and out, reckoned on the grid.
import clipping from 'polygon-clipping'
import { metres, stepsOfMetre } from './grid.ts'
import type { Point } from './recognition.ts'
import { areaText, doubledArea, placeIn, tidied } from './ring.ts'
import type { Ring } from './ring.ts'

export interface Outline {
  readonly ring: readonly Point[]
  readonly holes: readonly (readonly Point[])[]
}
const flat = (ring: readonly Point[]): Ring => ring.flatMap(([x, y]) => [Math.round(x * stepsOfMetre) + 0, Math.round(y * stepsOfMetre) + 0])
const points = (ring: Ring): readonly Point[] => Array.from({ length: ring.length / 2 }, (_, at): Point => [metres(ring[at * 2] ?? 0), metres(ring[at * 2 + 1] ?? 0)])

/** Square metres with two decimals, holes taken off; exact. */
export function outlineArea({ ring, holes }: Outline): string {
  return areaText(Math.abs(doubledArea(flat(ring))) - holes.reduce((sum, hole) => sum + Math.abs(doubledArea(flat(hole))), 0))
}
/** Metres with two decimals along the line. */
export function lineLength(line: readonly Point[]): string {
  return line.slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - (line[at]?.[0] ?? 0), y - (line[at]?.[1] ?? 0)), 0).toFixed(2)
}

interface Cut {
  readonly edge: number
  readonly along: number
  readonly at: Point
  /** Place on the line, segment and share. */
  readonly on: number
}
/** @param line from outside or from the edge through the room and out again; it may bend within. @returns both parts; undefined unless it cuts the outline exactly twice. */
export function splitOutline({ ring, holes }: Outline, line: readonly Point[]): readonly [Outline, Outline] | undefined {
  const reached = lengthened(line, 0.05)
  const cuts = withoutTwins(ring.flatMap((from, edge) => reached.slice(1).flatMap((to, at): Cut[] => {
    const met = crossed(from, ring[(edge + 1) % ring.length] ?? from, reached[at] ?? to, to)
    return met === undefined ? [] : [{ edge, along: met.first, at: met.at, on: at + met.second }]
  })).toSorted((a, b) => a.on - b.on))
  const [one, two] = cuts
  if (cuts.length !== 2 || one === undefined || two === undefined) return undefined
  const within = reached.filter((_, at) => at > one.on && at < two.on)
  const walk = (from: Cut, to: Cut): Point[] => {
    const corners: Point[] = []
    const count = ring.length
    const far = (to.edge - from.edge + count) % count
    const steps = far === 0 && to.along <= from.along ? count : far
    for (let step = 1; step <= steps; step += 1) corners.push(ring[(from.edge + step) % count] as Point)
    return [from.at, ...corners, to.at]
  }
  const parts = [[...walk(one, two), ...within.toReversed()], [...walk(two, one), ...within]].map((part) => tidied(flat(part)))
  const [left, right] = parts
  if (left === undefined || right === undefined || left.length === 0 || right.length === 0) return undefined
  const held = (part: Ring): readonly (readonly Point[])[] => holes.filter((hole) => {
    const [x = 0, y = 0] = flat(hole)
    return placeIn(part, x, y) === 1
  })
  const [heldLeft, heldRight] = [held(left), held(right)]
  // a line through a shaft has cut nothing clear
  if (heldLeft.length + heldRight.length !== holes.length || holes.some((hole) => hole.some((from, at) => reached.slice(1).some((to, on) => crossed(from, hole[(at + 1) % hole.length] ?? from, reached[on] ?? to, to))))) return undefined
  return [{ ring: points(left), holes: heldLeft }, { ring: points(right), holes: heldRight }]
}

/** Walls up to this stand between two rooms that become one; metres. */
const thickest = 0.5
/** @returns one outline of both, with the wall between them; undefined when they do not lie along each other. */
export function joinOutlines(one: Outline, other: Outline): Outline | undefined {
  const bridges = one.ring.flatMap((from, at) => other.ring.flatMap((to, on) => {
    const bridge = between([from, one.ring[(at + 1) % one.ring.length] ?? from], [to, other.ring[(on + 1) % other.ring.length] ?? to])
    return bridge ? [bridge] : []
  }))
  const polygon = ({ ring, holes }: Outline): [number, number][][] => [ring, ...holes].map((points_) => points_.map(([x, y]): [number, number] => [Math.round(x * stepsOfMetre), Math.round(y * stepsOfMetre)]))
  const [whole, ...more] = clipping.union(polygon(one), polygon(other), ...bridges.map((ring) => polygon({ ring, holes: [] })))
  if (whole === undefined || more.length > 0) return undefined
  const [ring = [], ...holes] = whole.map((part) => tidied(part.flat().map(Math.round)))
  return ring.length === 0 ? undefined : { ring: points(ring), holes: holes.filter((hole) => hole.length > 0).map(points) }
}

/** The wall between two edges that run against each other: four corners, where both stand beside each other for 30 cm at least. */
function between([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): readonly Point[] | undefined {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const long = Math.hypot(dx, dy)
  if (long < 0.3) return undefined
  const [ux, uy] = [dx / long, dy / long]
  const along = ([x, y]: Point): number => (x - a[0]) * ux + (y - a[1]) * uy
  const aside = ([x, y]: Point): number => (y - a[1]) * ux - (x - a[0]) * uy
  const [offC, offD] = [aside(c), aside(d)]
  if (Math.abs(offC - offD) > 0.02 || Math.abs(offC) > thickest || Math.abs(offC) < 0.0001) return undefined
  const [from, to] = [Math.max(0, Math.min(along(c), along(d))), Math.min(long, Math.max(along(c), along(d)))]
  if (to - from < 0.3) return undefined
  const at = (place: number, off: number): Point => [a[0] + ux * place - uy * off, a[1] + uy * place + ux * off]
  return [at(from, 0), at(to, 0), at(to, offC), at(from, offC)]
}

/** Nearer than this a corner is taken to stand straight over its neighbour, metres. */
const straight = 0.08
/** The corner moved so that its edges run along the axes of its neighbours, where they nearly do. */
export function squared(ring: readonly Point[], at: number): readonly Point[] {
  const [x, y] = ring[at] ?? [0, 0]
  const near = [ring[(at + ring.length - 1) % ring.length], ring[(at + 1) % ring.length]].filter((one) => one !== undefined)
  const nearest = (value: number, list: readonly number[]): number => list.find((one) => Math.abs(one - value) < straight) ?? value
  const moved: Point = [nearest(x, near.map(([one]) => one)), nearest(y, near.map(([, one]) => one))]
  return ring.map((point, place) => (place === at ? moved : point))
}

function lengthened(line: readonly Point[], by: number): readonly Point[] {
  const pushed = ([x, y]: Point, [fromX, fromY]: Point): Point => {
    const long = Math.hypot(x - fromX, y - fromY) || 1
    return [x + ((x - fromX) / long) * by, y + ((y - fromY) / long) * by]
  }
  const [first, second] = line
  const [last, before] = [line.at(-1), line.at(-2)]
  if (first === undefined || second === undefined || last === undefined || before === undefined) return line
  return [pushed(first, second), ...line.slice(1, -1), pushed(last, before)]
}
function crossed([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, [dx, dy]: Point): { first: number; second: number; at: Point } | undefined {
  const under = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (Math.abs(under) < 1e-12) return undefined
  const first = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / under
  const second = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / under
  if (first < 0 || first >= 1 || second < 0 || second > 1) return undefined
  return { first, second, at: [ax + (bx - ax) * first, ay + (by - ay) * first] }
}
/** A line through a corner meets both its edges. */
const withoutTwins = (cuts: readonly Cut[]): readonly Cut[] => cuts.filter(({ at }, place) => place === 0 || Math.hypot(at[0] - (cuts[place - 1]?.at[0] ?? 0), at[1] - (cuts[place - 1]?.at[1] ?? 0)) > 0.001)
