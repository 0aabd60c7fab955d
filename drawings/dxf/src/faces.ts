// The faces of a wall graph: every area that lines enclose, with the holes that other lines cut into it.
import Flatbush from 'flatbush'
import type { Budget } from './budget.ts'
import { boxOf, doubledArea, isWithin, placeIn, tidied } from './ring.ts'
import type { Ring } from './ring.ts'
import type { Edge, WallGraph } from './wall-graph.ts'

export interface Face {
  /** Counterclockwise, and so are the holes. */
  readonly ring: Ring
  readonly holes: readonly Ring[]
  /** Openings on its border that were closed. */
  readonly bridges: number
}

export interface Faces {
  readonly faces: readonly Face[]
  /** Corners where a line ends in the open, steps. */
  readonly openEnds: readonly (readonly [number, number])[]
}

export function facesOf(graph: WallGraph, budget: Budget): Faces {
  const { xs, ys } = graph
  const { kept, openEnds } = withoutDeadEnds(graph)
  let cycles = cyclesOf(kept, xs, ys)
  let edges: readonly Edge[] = kept
  // an edge with the same face on both sides encloses nothing; what it held together falls apart and is walked again
  for (let round = 0; round < 4; round += 1) {
    const double = new Set(cycles.flatMap(({ halves }) => doubled(halves)))
    if (double.size === 0) break
    edges = withoutDeadEnds({ xs, edges: edges.filter((_, at) => !double.has(at)) }).kept
    cycles = cyclesOf(edges, xs, ys)
  }
  return { faces: withHoles({ cycles, edges, xs, ys, budget }), openEnds: openEnds.map((corner) => [xs[corner] ?? 0, ys[corner] ?? 0]) }
}

function doubled(halves: readonly number[]): readonly number[] {
  const seen = new Set<number>()
  return halves.map((half) => half >> 1).filter((edge) => seen.size === seen.add(edge).size)
}

function withoutDeadEnds({ edges, xs }: Pick<WallGraph, 'edges' | 'xs'>): { kept: readonly Edge[]; openEnds: readonly number[] } {
  const around: number[][] = xs.map(() => [])
  for (const [at, { from, to }] of edges.entries()) {
    around[from]?.push(at)
    around[to]?.push(at)
  }
  const degree = around.map((list) => list.length)
  const gone = new Set<number>()
  const openEnds = degree.flatMap((count, corner) => (count === 1 ? [corner] : []))
  const waiting = [...openEnds]
  for (let corner = waiting.pop(); corner !== undefined; corner = waiting.pop()) {
    const last = around[corner]?.find((edge) => !gone.has(edge))
    const edge = last === undefined ? undefined : edges[last]
    if (last === undefined || edge === undefined) continue
    gone.add(last)
    const other = edge.from === corner ? edge.to : edge.from
    degree[corner] = 0
    degree[other] = (degree[other] ?? 0) - 1
    if (degree[other] === 1) waiting.push(other)
  }
  return { kept: edges.filter((_, at) => !gone.has(at)), openEnds }
}

interface Cycle {
  /** Twice the edge's number, plus one when walked backwards. */
  readonly halves: readonly number[]
}

/** Walks every edge once in each direction, always turning as far left as can be; the area lies on the left. */
function cyclesOf(edges: readonly Edge[], xs: readonly number[], ys: readonly number[]): readonly Cycle[] {
  const start = (half: number): number => (half % 2 === 0 ? edges[half >> 1]?.from : edges[half >> 1]?.to) ?? 0
  const leaving: number[][] = xs.map(() => [])
  for (let half = 0; half < edges.length * 2; half += 1) leaving[start(half)]?.push(half)
  const angle = (half: number): number => {
    const [from, to] = [start(half), start(half ^ 1)]
    return Math.atan2((ys[to] ?? 0) - (ys[from] ?? 0), (xs[to] ?? 0) - (xs[from] ?? 0))
  }
  const next = new Int32Array(edges.length * 2)
  for (const halves of leaving) {
    const sorted = halves.map((half) => ({ half, angle: angle(half) })).sort((a, b) => a.angle - b.angle)
    // coming in along the twin of one, go out by the one just clockwise of it
    for (const [at, { half }] of sorted.entries()) next[half ^ 1] = sorted[(at + sorted.length - 1) % sorted.length]?.half ?? half
  }
  const walked = new Uint8Array(edges.length * 2)
  const cycles: Cycle[] = []
  for (let half = 0; half < walked.length; half += 1) {
    if (walked[half] === 1) continue
    const halves: number[] = []
    for (let at = half; walked[at] === 0; at = next[at] ?? half) {
      walked[at] = 1
      halves.push(at)
    }
    cycles.push({ halves })
  }
  return cycles
}

function withHoles({ cycles, edges, xs, ys, budget }: {
  cycles: readonly Cycle[]
  edges: readonly Edge[]
  xs: readonly number[]
  ys: readonly number[]
  budget: Budget
}): readonly Face[] {
  const inner: { ring: Ring; holes: Ring[]; bridges: number; area: number }[] = []
  const outer: Ring[] = []
  for (const { halves } of cycles) {
    const points: number[] = []
    let bridges = 0
    for (const half of halves) {
      const edge = edges[half >> 1]
      const corner = (half % 2 === 0 ? edge?.from : edge?.to) ?? 0
      points.push(xs[corner] ?? 0, ys[corner] ?? 0)
      if (edge?.bridge) bridges += 1
    }
    const area = doubledArea(points)
    const ring = tidied(points)
    if (ring.length < 6) continue
    if (area > 0) inner.push({ ring, holes: [], bridges, area })
    else outer.push(ring)
  }
  if (inner.length > 0) {
    const index = new Flatbush(inner.length)
    for (const { ring } of inner) {
      const { minX, minY, maxX, maxY } = boxOf(ring)
      index.add(minX, minY, maxX, maxY)
    }
    index.finish()
    for (const ring of outer) {
      const box = boxOf(ring)
      const area = doubledArea(ring)
      const [x = 0, y = 0] = ring
      const near = index.search(box.minX, box.minY, box.maxX, box.maxY)
      if (!budget.spend(near.length)) break
      const around = near.map((at) => inner[at])
        .filter((face) => face !== undefined && face.area > area && isWithin(box, boxOf(face.ring)) && placeIn(face.ring, x, y) === 1)
        .sort((a, b) => (a?.area ?? 0) - (b?.area ?? 0))[0]
      around?.holes.push(ring)
    }
  }
  return inner.map(({ ring, holes, bridges }) => ({ ring, holes, bridges }))
}
