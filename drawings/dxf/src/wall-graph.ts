// Lines made into a graph: ends that nearly meet are one corner, and every line is cut where another meets or crosses it.
import Flatbush from 'flatbush'
import type { Budget } from './budget.ts'
import { limits } from './limits.ts'
import { crossing } from './ring.ts'

/** In steps of the grid. */
export interface Line {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  /** Not drawn: it closes the opening of a door or window. */
  readonly bridge: boolean
}

export interface Edge {
  readonly from: number
  readonly to: number
  readonly bridge: boolean
}

export interface WallGraph {
  /** Of each corner. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly edges: readonly Edge[]
  /** Crossings were too many; some were left out. */
  readonly cutShort: boolean
}

/** @param snap how far ends may lie from a corner or a line and still meet it, steps */
export function wallGraph(lines: readonly Line[], snap: number, budget: Budget): WallGraph {
  const corners = cornersWithin(snap)
  const kept = lines.flatMap(({ x0, y0, x1, y1, bridge }) => {
    const [from, to] = [corners.at(x0, y0), corners.at(x1, y1)]
    return from === to ? [] : [{ from, to, bridge }]
  })
  if (kept.length === 0) return { xs: [], ys: [], edges: [], cutShort: false }
  const { xs, ys } = corners
  const index = new Flatbush(kept.length)
  for (const { from, to } of kept) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [xs[from], ys[from], xs[to], ys[to]]
    index.add(Math.min(x0, x1) - snap, Math.min(y0, y1) - snap, Math.max(x0, x1) + snap, Math.max(y0, y1) + snap)
  }
  index.finish()
  const cuts: number[][] = kept.map(() => [])
  let met = 0
  let cutShort = false
  for (const [at, { from, to }] of kept.entries()) {
    if (met > limits.crossings) {
      cutShort = true
      break
    }
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [xs[from], ys[from], xs[to], ys[to]]
    const near = index.search(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1), (found) => found !== at)
    if (!budget.spend(near.length)) break
    const touches = (corner: number): boolean => corner !== from && corner !== to && liesOn(x0, y0, x1, y1, xs[corner] ?? 0, ys[corner] ?? 0, snap)
    for (const other of near) {
      const { from: start, to: end } = kept[other] ?? { from, to }
      let joined = false
      for (const corner of [start, end])
        if (touches(corner)) {
          cuts[at]?.push(corner)
          joined = true
          met += 1
        }
      if (joined || other < at || start === from || start === to || end === from || end === to) continue
      const point = crossing(x0, y0, x1, y1, xs[start] ?? 0, ys[start] ?? 0, xs[end] ?? 0, ys[end] ?? 0)
      if (point === undefined) continue
      const corner = corners.at(point[0], point[1])
      cuts[at]?.push(corner)
      cuts[other]?.push(corner)
      met += 1
    }
  }
  return { xs, ys, edges: edgesOf(kept, cuts, xs, ys), cutShort }
}

function edgesOf(lines: readonly Edge[], cuts: readonly number[][], xs: readonly number[], ys: readonly number[]): readonly Edge[] {
  const edges = new Map<string, Edge>()
  for (const [at, { from, to, bridge }] of lines.entries()) {
    const [x0 = 0, y0 = 0] = [xs[from], ys[from]]
    const [dx, dy] = [(xs[to] ?? 0) - x0, (ys[to] ?? 0) - y0]
    const along = (corner: number): number => ((xs[corner] ?? 0) - x0) * dx + ((ys[corner] ?? 0) - y0) * dy
    const chain = [from, ...(cuts[at] ?? []).filter((corner) => corner !== from && corner !== to).sort((a, b) => along(a) - along(b)), to]
    for (let step = 1; step < chain.length; step += 1) {
      const [one = 0, next = 0] = [chain[step - 1], chain[step]]
      if (one === next) continue
      const key = one < next ? `${one} ${next}` : `${next} ${one}`
      const known = edges.get(key)
      // what is drawn is no opening
      if (known === undefined || (known.bridge && !bridge)) edges.set(key, { from: one, to: next, bridge })
    }
  }
  return [...edges.values()]
}

/** Within `snap` of the line, and not beyond its ends. */
function liesOn(x0: number, y0: number, x1: number, y1: number, x: number, y: number, snap: number): boolean {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const squared = dx * dx + dy * dy
  const along = (x - x0) * dx + (y - y0) * dy
  if (along <= 0 || along >= squared) return false
  const away = dx * (y - y0) - dy * (x - x0)
  return away * away <= snap * snap * squared
}

/** Corners found again by place; a point within `snap` of a corner is that corner. */
function cornersWithin(snap: number): { readonly xs: number[]; readonly ys: number[]; at(x: number, y: number): number } {
  const xs: number[] = []
  const ys: number[] = []
  const cells = new Map<string, number[]>()
  const size = Math.max(1, snap)
  const at = (x: number, y: number): number => {
    const [column, row] = [Math.floor(x / size), Math.floor(y / size)]
    let best: number | undefined
    let nearest = snap * snap
    for (let right = column - 1; right <= column + 1; right += 1)
      for (let up = row - 1; up <= row + 1; up += 1)
        for (const corner of cells.get(`${right} ${up}`) ?? []) {
          const away = ((xs[corner] ?? 0) - x) ** 2 + ((ys[corner] ?? 0) - y) ** 2
          if (away <= nearest && (best === undefined || away < nearest)) {
            best = corner
            nearest = away
          }
        }
    if (best !== undefined) return best
    const corner = xs.push(x) - 1
    ys.push(y)
    const cell = cells.get(`${column} ${row}`)
    if (cell === undefined) cells.set(`${column} ${row}`, [corner])
    else cell.push(corner)
    return corner
  }
  return { xs, ys, at }
}
