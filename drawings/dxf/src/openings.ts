// Openings of doors and windows: where a wall ends and goes on opposite, or ends before another wall, a line is put that closes the room.
import Flatbush from 'flatbush'
import type { Budget } from './budget.ts'
import { stepsOfMetre } from './grid.ts'
import { crossing } from './ring.ts'
import type { Line, WallGraph } from './wall-graph.ts'

/** A wall's face that ends: at `corner`, going on in the direction dx, dy (length 1). */
interface End {
  readonly corner: number
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  /** Long enough to be a wall and no pillar: it may reach for a wall across its way. */
  readonly reaches: boolean
}

/** The thickest wall whose end is seen as one, steps. */
const thickest = 0.6 * stepsOfMetre
/** How far two faces of the same wall may lie aside. */
const aside = 0.06 * stepsOfMetre
/** The widest opening between a wall's end and a wall across. */
const across = 1.4 * stepsOfMetre

/** @param widest the widest opening closed between two ends, steps */
export function openingsOf(graph: WallGraph, widest: number, budget: Budget): readonly Line[] {
  const { xs, ys, edges } = graph
  const ends = endsOf(graph)
  if (ends.length === 0) return []
  const walls = new Flatbush(edges.length)
  for (const { from, to } of edges) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [xs[from], ys[from], xs[to], ys[to]]
    walls.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1))
  }
  walls.finish()
  const places = new Flatbush(ends.length)
  for (const { x, y } of ends) places.add(x, y)
  places.finish()
  /** Where the way from one point to another first crosses a wall. */
  const firstWall = (x0: number, y0: number, x1: number, y1: number): { at: readonly [number, number]; edge: number } | undefined => {
    let best: { at: readonly [number, number]; edge: number } | undefined
    let nearest = Infinity
    const near = walls.search(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1))
    if (!budget.spend(near.length)) return undefined
    for (const edge of near) {
      const { from = 0, to = 0 } = edges[edge] ?? {}
      const at = crossing(x0, y0, x1, y1, xs[from] ?? 0, ys[from] ?? 0, xs[to] ?? 0, ys[to] ?? 0)
      const away = at === undefined ? Infinity : (at[0] - x0) ** 2 + (at[1] - y0) ** 2
      if (at !== undefined && away < nearest) {
        nearest = away
        best = { at, edge }
      }
    }
    return best
  }
  const lines: Line[] = []
  const matched = new Set<string>()
  for (const end of ends) {
    const near = places.search(end.x - widest, end.y - widest, end.x + widest, end.y + widest)
    if (!budget.spend(near.length)) break
    const partner = near
      .flatMap((at) => {
        const other = ends[at]
        if (other === undefined || other.corner === end.corner) return []
        const [ex, ey] = [other.x - end.x, other.y - end.y]
        const ahead = ex * end.dx + ey * end.dy
        const sideways = Math.abs(ex * end.dy - ey * end.dx)
        const facing = end.dx * other.dx + end.dy * other.dy < -0.97
        return facing && ahead > 0 && ahead <= widest && sideways <= Math.min(aside, ahead * 0.15) ? [{ other, ahead }] : []
      })
      .sort((a, b) => a.ahead - b.ahead)[0]?.other
    if (partner !== undefined && firstWall(end.x, end.y, partner.x, partner.y) === undefined) {
      const key = end.corner < partner.corner ? `${end.corner} ${partner.corner}` : `${partner.corner} ${end.corner}`
      if (!matched.has(key)) lines.push({ x0: end.x, y0: end.y, x1: partner.x, y1: partner.y, bridge: true })
      matched.add(key)
    } else if (end.reaches) {
      const wall = firstWall(end.x, end.y, Math.round(end.x + end.dx * across), Math.round(end.y + end.dy * across))
      const { from = 0, to = 0 } = wall === undefined ? {} : (edges[wall.edge] ?? {})
      const [wx, wy] = [(xs[to] ?? 0) - (xs[from] ?? 0), (ys[to] ?? 0) - (ys[from] ?? 0)]
      // only a wall that stands across the way, not one that runs along it
      if (wall !== undefined && Math.abs(wx * end.dx + wy * end.dy) < 0.5 * Math.hypot(wx, wy)) lines.push({ x0: end.x, y0: end.y, x1: wall.at[0], y1: wall.at[1], bridge: true })
    }
  }
  return lines
}

/** Lines that end in the open, and the two corners of a wall's narrow end. */
function endsOf({ xs, ys, edges }: WallGraph): readonly End[] {
  const around: number[][] = xs.map(() => [])
  for (const { from, to } of edges) {
    around[from]?.push(to)
    around[to]?.push(from)
  }
  const ends: End[] = []
  const towards = (corner: number, from: number): { dx: number; dy: number; length: number } => {
    const [x, y] = [(xs[corner] ?? 0) - (xs[from] ?? 0), (ys[corner] ?? 0) - (ys[from] ?? 0)]
    const length = Math.hypot(x, y)
    return { dx: x / length, dy: y / length, length }
  }
  const add = (corner: number, from: number, longest: number): void => {
    const { dx, dy, length } = towards(corner, from)
    ends.push({ corner, x: xs[corner] ?? 0, y: ys[corner] ?? 0, dx, dy, reaches: length >= longest })
  }
  for (const [corner, neighbours] of around.entries()) {
    const [one, other] = neighbours
    if (neighbours.length === 1 && one !== undefined) add(corner, one, 0.2 * stepsOfMetre)
    if (neighbours.length !== 2 || one === undefined || other === undefined) continue
    // one of the two edges is the narrow end of a wall, the other its face
    for (const [end, face] of [[one, other], [other, one]] as const) {
      const narrow = towards(end, corner)
      const run = towards(corner, face)
      if (narrow.length > thickest || Math.abs(narrow.dx * run.dx + narrow.dy * run.dy) > 0.17) continue
      const far = around[end]?.filter((neighbour) => neighbour !== corner) ?? []
      const [opposite] = far
      if (far.length !== 1 || opposite === undefined) continue
      const back = towards(end, opposite)
      if (back.dx * run.dx + back.dy * run.dy > 0.97) add(corner, face, Math.max(0.3 * stepsOfMetre, narrow.length * 1.3))
    }
  }
  return ends
}
