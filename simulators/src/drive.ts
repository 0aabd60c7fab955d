// A drive 行程: a car goes along its way as a person drives it: no faster than may be, slower into bends, standing at red lights, gently to a stop.
import { distance, heading } from './plane.ts'
import type { Spot } from './plane.ts'
import { limits } from './roads.ts'
import type { Roads, Stretch } from './roads.ts'

export interface Drive {
  /** Moves on by so many seconds. @param at seconds of the world's clock, by which lights change. */
  advance(seconds: number, at: number): void
  spot(): Spot
  /** Metres a second. */
  speed(): number
  /** Degrees from north. */
  heading(): number
  /** Metres since the start. */
  driven(): number
  arrived(): boolean
  /** The stretch it is on. */
  on(): Stretch
}

/** What must not be exceeded at a place along the way: a bend, or a line where lights stand. */
interface Mark {
  readonly at: number
  /** Metres a second; 0 at a line, while it is red. */
  readonly most: number
  readonly light?: { readonly crossing: number; readonly across: boolean }
}

const hurry = 1.6
const braking = 2
const cycle = 80
const redSeconds = 38
const lookAhead = 180
/** Whoever has less than this share of his braking distance left when it turns red drives on. */
const tooLate = 0.4
/** Seconds of one step of the reckoning. */
const pieceSeconds = 0.5
/** Metres before a crossing at which one stands. */
const line = 9

/** Whether a light is red. Those who come from east and west go while the others stand. */
export function isRed({ crossing, across }: { crossing: number; across: boolean }, at: number): boolean {
  const turn = (at + crossing * 23 + (across ? cycle / 2 : 0)) % cycle
  return turn < redSeconds
}

/** @param temper how near to what may be driven this driver goes: 0.8 calm, 1.15 too fast. */
export function driveAlong(way: readonly Stretch[], roads: Roads, temper: number): Drive {
  const points = way.flatMap(({ points: course }, place) => (place === 0 ? course : course.slice(1)))
  const along: number[] = [0]
  for (let place = 1; place < points.length; place += 1) along.push((along[place - 1] ?? 0) + distance(points[place - 1] as Spot, points[place] as Spot))
  const total = along.at(-1) ?? 0
  const ends = way.map((() => {
    let sum = 0
    return ({ length }: Stretch) => (sum += length)
  })())
  const marks = marksOf({ points, along, way, roads, ends })
  let [at, speed, segment, next, stretch] = [0, 0, 0, 0, 0]

  function allowed(clock: number): number {
    const current = way[stretch]
    let most = (limits[current?.street.kind ?? 'street'] / 3.6) * temper
    for (let place = next; place < marks.length; place += 1) {
      const mark = marks[place] as Mark
      const ahead = mark.at - at
      if (ahead > lookAhead) break
      if (ahead < 0) continue
      if (mark.light && (!isRed(mark.light, clock) || ahead < speed * speed / (2 * braking) * tooLate)) continue
      // the reckoning goes in steps: what is left of the way must not be passed within one
      most = Math.min(most, Math.sqrt(mark.most ** 2 + 2 * braking * ahead), mark.most + ahead)
    }
    return Math.min(most, Math.sqrt(2 * braking * Math.max(0, total - at)) + 0.3)
  }

  return {
    advance(seconds, clock) {
      for (let left = seconds; left > 0 && at < total; left -= pieceSeconds) {
        const dt = Math.min(pieceSeconds, left)
        const most = allowed(clock)
        speed = speed < most ? Math.min(most, speed + hurry * dt) : Math.max(most, speed - braking * 1.6 * dt)
        if (speed < 0.4 && total - at > 3) speed = most < 0.6 ? 0 : speed
        at = Math.min(total, at + speed * dt)
        while (segment + 2 < along.length && (along[segment + 1] ?? 0) <= at) segment += 1
        while (next < marks.length && (marks[next] as Mark).at < at) next += 1
        while (stretch + 1 < way.length && (ends[stretch] ?? 0) <= at) stretch += 1
      }
      if (at >= total) speed = 0
    },
    spot() {
      const [a, b] = [points[segment] as Spot, points[Math.min(segment + 1, points.length - 1)] as Spot]
      const length = distance(a, b)
      const share = length === 0 ? 0 : Math.min(1, (at - (along[segment] ?? 0)) / length)
      return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }
    },
    speed: () => speed,
    heading: () => heading(points[segment] as Spot, points[Math.min(segment + 1, points.length - 1)] as Spot),
    driven: () => at,
    arrived: () => at >= total - 0.5,
    on: () => way[stretch] as Stretch,
  }
}

function marksOf({ points, along, way, roads, ends }: { points: readonly Spot[]; along: readonly number[]; way: readonly Stretch[]; roads: Roads; ends: readonly number[] }): readonly Mark[] {
  const bends = points.flatMap((spot, place): Mark[] => {
    const [before, after] = [points[place - 1], points[place + 1]]
    if (!before || !after) return []
    const turn = Math.abs(((heading(before, spot) - heading(spot, after) + 540) % 360) - 180)
    return turn < 12 ? [] : [{ at: along[place] ?? 0, most: Math.max(16, 62 - turn * 0.5) / 3.6 }]
  })
  const lines = way.slice(0, -1).flatMap((stretch, place): Mark[] => {
    if (!roads.lights[stretch.to]) return []
    const [before, end] = [stretch.points.at(-2), stretch.points.at(-1)]
    const across = before !== undefined && end !== undefined && Math.abs(end.x - before.x) > Math.abs(end.y - before.y)
    return [{ at: (ends[place] ?? 0) - line, most: 0, light: { crossing: stretch.to, across } }]
  })
  return [...bends, ...lines].toSorted((a, b) => a.at - b.at)
}
