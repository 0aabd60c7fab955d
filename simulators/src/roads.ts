// Roads 道路: streets with names become a graph of crossings and the stretches between them, rounded as roads are.
import { distance } from './plane.ts'
import type { Spot } from './plane.ts'

export interface Street {
  readonly name: string
  readonly kind: 'ring' | 'main' | 'street' | 'lane' | 'county'
  /** Points it runs through; a first that is also the last closes it. */
  readonly points: readonly Spot[]
}
/** km/h that may be driven. */
export const limits: Readonly<Record<Street['kind'], number>> = Object.freeze({ ring: 70, main: 60, street: 50, lane: 30, county: 70 })

/** A stretch between two crossings, driven from `from` to `to`; each has its way back. */
export interface Stretch {
  readonly street: Street
  readonly from: number
  readonly to: number
  readonly points: readonly Spot[]
  readonly length: number
}
export interface Roads {
  readonly crossings: readonly Spot[]
  /** Whether lights stand at a crossing. */
  readonly lights: readonly boolean[]
  readonly stretches: readonly Stretch[]
  /** Stretches that begin at a crossing. */
  readonly leaving: readonly (readonly Stretch[])[]
  /** Every street as it is drawn. */
  readonly drawn: readonly { readonly street: Street; readonly points: readonly Spot[] }[]
}

const step = 60
const near = 12

/** The course of a street with its bends rounded (Catmull-Rom), a point every sixty metres or so. */
export function rounded(points: readonly Spot[]): readonly Spot[] {
  if (points.length < 3) return points
  const [first, last] = [points[0], points.at(-1)]
  const closed = first !== undefined && last !== undefined && distance(first, last) < 1
  const at = (place: number): Spot => {
    const count = points.length - 1
    const index = closed ? ((place % count) + count) % count : Math.min(Math.max(place, 0), count)
    return points[index] as Spot
  }
  const course: Spot[] = []
  for (let place = 0; place + 1 < points.length; place += 1) {
    const [a, b, c, d] = [at(place - 1), at(place), at(place + 1), at(place + 2)]
    const pieces = Math.max(1, Math.round(distance(b, c) / step))
    for (let piece = 0; piece < pieces; piece += 1) course.push(between([a, b, c, d], piece / pieces))
  }
  if (last) course.push(last)
  return course
}
function between([a, b, c, d]: readonly [Spot, Spot, Spot, Spot], t: number): Spot {
  const one = (p: number, q: number, r: number, s: number): number =>
    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t)
  return { x: one(a.x, b.x, c.x, d.x), y: one(a.y, b.y, c.y, d.y) }
}

/** Streets meet where their courses cross, or where one ends within a few metres of another. */
export function roadsOf(streets: readonly Street[]): Roads {
  const drawn = streets.map((street) => ({ street, points: rounded(street.points) }))
  const cuts = drawn.map(() => new Map<number, { at: number; crossing: number }>())
  const crossings: Spot[] = []
  const crossingAt = (spot: Spot): number => {
    const known = crossings.findIndex((one) => distance(one, spot) < near)
    return known === -1 ? crossings.push(spot) - 1 : known
  }
  const cut = (place: number, along: number, crossing: number): void => void cuts[place]?.set(crossing, { at: along, crossing })
  for (const [place, one] of drawn.entries()) {
    for (const [index, end] of [[0, one.points[0]], [one.points.length - 1, one.points.at(-1)]] as const) if (end) cut(place, index, crossingAt(meeting(drawn, place, end) ?? end))
    for (const [other, two] of drawn.entries()) {
      if (other <= place) continue
      for (const [along, beside, spot] of meetings(one.points, two.points)) {
        const crossing = crossingAt(spot)
        cut(place, along, crossing)
        cut(other, beside, crossing)
      }
    }
  }
  // an end that meets another street cuts that street too
  for (const [place, one] of drawn.entries()) for (const end of [one.points[0], one.points.at(-1)]) {
    if (!end) continue
    for (const [other, two] of drawn.entries()) {
      const touched = other === place ? undefined : nearestOn(two.points, end)
      if (touched && touched.away < near * 4) cut(other, touched.along, crossingAt(meeting(drawn, place, end) ?? end))
    }
  }
  const stretches = drawn.flatMap(({ street, points }, place) => stretchesOf(street, points, [...(cuts[place]?.values() ?? [])], crossings))
  const leaving = crossings.map((_, crossing) => stretches.filter(({ from }) => from === crossing))
  const large = (crossing: number): number => new Set((leaving[crossing] ?? []).filter(({ street }) => street.kind !== 'lane').map(({ street }) => street.name)).size
  return { crossings, lights: crossings.map((_, crossing) => (leaving[crossing] ?? []).length >= 3 && large(crossing) >= 2), stretches, leaving, drawn }
}

/** Where the end of a street stands on another, if it ends there. */
function meeting(drawn: readonly { readonly points: readonly Spot[] }[], place: number, end: Spot): Spot | undefined {
  for (const [other, two] of drawn.entries()) {
    const touched = other === place ? undefined : nearestOn(two.points, end)
    if (touched && touched.away < near * 4) return touched.spot
  }
  return undefined
}

/** The point of a course nearest to a spot: how far along, in points and parts of them, and how far away in metres. */
export function nearestOn(points: readonly Spot[], spot: Spot): { readonly along: number; readonly spot: Spot; readonly away: number } | undefined {
  let best: { along: number; spot: Spot; away: number } | undefined
  for (let place = 0; place + 1 < points.length; place += 1) {
    const [a, b] = [points[place] as Spot, points[place + 1] as Spot]
    const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((spot.x - a.x) * (b.x - a.x) + (spot.y - a.y) * (b.y - a.y)) / length))
    const foot = { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }
    const away = distance(foot, spot)
    if (best === undefined || away < best.away) best = { along: place + share, spot: foot, away }
  }
  return best
}

function meetings(one: readonly Spot[], two: readonly Spot[]): readonly (readonly [number, number, Spot])[] {
  const found: (readonly [number, number, Spot])[] = []
  const box = boxOf(two)
  for (let i = 0; i + 1 < one.length; i += 1) {
    const [a, b] = [one[i] as Spot, one[i + 1] as Spot]
    if (Math.max(a.x, b.x) < box.west || Math.min(a.x, b.x) > box.east || Math.max(a.y, b.y) < box.south || Math.min(a.y, b.y) > box.north) continue
    for (let j = 0; j + 1 < two.length; j += 1) {
      const [c, d] = [two[j] as Spot, two[j + 1] as Spot]
      const turn = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
      if (turn === 0) continue
      const s = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / turn
      const t = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / turn
      if (s >= 0 && s <= 1 && t >= 0 && t <= 1) found.push([i + s, j + t, { x: a.x + s * (b.x - a.x), y: a.y + s * (b.y - a.y) }])
    }
  }
  return found
}

function boxOf(points: readonly Spot[]): { readonly west: number; readonly east: number; readonly south: number; readonly north: number } {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) }
}

function stretchesOf(street: Street, points: readonly Spot[], cuts: readonly { at: number; crossing: number }[], crossings: readonly Spot[]): readonly Stretch[] {
  const sorted = cuts.toSorted((a, b) => a.at - b.at)
  const [first, last] = [points[0], points.at(-1)]
  const ring = first !== undefined && last !== undefined && distance(first, last) < 1
  // a ring's seam is one crossing at both its ends
  const all = ring && sorted[0] && sorted[0].at === 0 ? [...sorted, { at: points.length - 1, crossing: sorted[0].crossing }]
    : ring && sorted.at(-1)?.at === points.length - 1 ? [{ at: 0, crossing: (sorted.at(-1) as { crossing: number }).crossing }, ...sorted] : sorted
  return all.slice(1).flatMap((end, place): Stretch[] => {
    const begin = all[place] as { at: number; crossing: number }
    const inner = points.slice(Math.floor(begin.at) + 1, Math.ceil(end.at))
    const course = [crossings[begin.crossing] as Spot, ...inner, crossings[end.crossing] as Spot].filter((spot, index, list) => index === 0 || index === list.length - 1 || distance(spot, list[index - 1] as Spot) > 1)
    const length = lengthOf(course)
    if (begin.crossing === end.crossing || length < 1) return []
    return [
      { street, from: begin.crossing, to: end.crossing, points: course, length },
      { street, from: end.crossing, to: begin.crossing, points: course.toReversed(), length },
    ]
  })
}
export function lengthOf(points: readonly Spot[]): number {
  return points.slice(1).reduce((sum, spot, place) => sum + distance(points[place] as Spot, spot), 0)
}

/** The quickest way, by what may be driven; undefined where no road leads. */
export function wayBetween({ leaving }: Roads, from: number, to: number): readonly Stretch[] | undefined {
  const costs = new Map<number, number>([[from, 0]])
  const by = new Map<number, Stretch>()
  const open = new Set([from])
  while (open.size > 0) {
    let here = -1
    for (const one of open) if (here === -1 || (costs.get(one) ?? 0) < (costs.get(here) ?? 0)) here = one
    if (here === to) break
    open.delete(here)
    for (const stretch of leaving[here] ?? []) {
      const cost = (costs.get(here) ?? 0) + stretch.length / limits[stretch.street.kind]
      if (cost >= (costs.get(stretch.to) ?? Infinity)) continue
      costs.set(stretch.to, cost)
      by.set(stretch.to, stretch)
      open.add(stretch.to)
    }
  }
  const way: Stretch[] = []
  for (let at = to; at !== from;) {
    const stretch = by.get(at)
    if (!stretch) return undefined
    way.unshift(stretch)
    at = stretch.from
  }
  return way
}
