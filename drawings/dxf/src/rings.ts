// Rings on the chosen layers: outlines that are closed, outlines that nearly are, and the faces that open lines enclose together.
import type { Budget } from './budget.ts'
import { flattenPath } from './curves.ts'
import { facesOf } from './faces.ts'
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'
import type { Grid } from './grid.ts'
import { metres, stepsOf, stepsOfMetre } from './grid.ts'
import { limits } from './limits.ts'
import { openingsOf } from './openings.ts'
import { crossingOf, doubledArea, squareMetres, tidied } from './ring.ts'
import type { Ring } from './ring.ts'
import type { Piece } from './sheet.ts'
import { wallGraph } from './wall-graph.ts'
import type { Line } from './wall-graph.ts'

export interface FoundRing {
  readonly ring: Ring
  /** Counterclockwise as well. */
  readonly holes: readonly Ring[]
  readonly layer: string
  readonly from: 'outline' | 'lines' | 'walls'
  /** The gap that was closed between its ends, metres; 0 for none. */
  readonly healed: number
  /** Door and window openings that were closed. */
  readonly bridges: number
}

/** A drawing that is wrong everywhere is not told a thousand times. */
const mostUnclosed = 100

export interface RingChoice {
  /** `outlines`: rooms are drawn as rings of their own. `walls`: rooms are what walls leave free. */
  readonly by: 'outlines' | 'walls'
  /** Gaps up to this are healed, metres. */
  readonly gap: number
  /** Openings up to this width are closed, metres; for `walls` only. */
  readonly opening: number
}

export function ringsOf(pieces: readonly Piece[], grid: Grid, choice: RingChoice, budget: Budget): { rings: readonly FoundRing[]; findings: readonly Finding[] } {
  const snap = Math.max(1, Math.round(choice.gap * stepsOfMetre))
  const rings: FoundRing[] = []
  const lines: Line[] = []
  const findings: Finding[] = []
  let far = 0
  for (const piece of pieces) {
    const flat = flattenPath(piece)
    const steps = stepsOf(grid, flat)
    if (steps === undefined) {
      far += 1
      continue
    }
    const gap = Math.hypot((steps[0] ?? 0) - (steps.at(-2) ?? 0), (steps[1] ?? 0) - (steps.at(-1) ?? 0))
    const closes = piece.closed || (steps.length >= 8 && gap <= snap)
    const ring = choice.by === 'outlines' && closes ? tidied(steps) : []
    if (ring.length >= 6) rings.push({ ring, holes: [], layer: piece.layer, from: 'outline', healed: piece.closed ? 0 : metres(gap), bridges: 0 })
    else addLines(lines, steps, piece.closed)
  }
  if (far > 0) findings.push(finding('far-away', { count: far }))
  let crossed = 0
  let closed = 0
  for (const { ring, healed } of rings) {
    const at = crossingOf(ring, budget)
    if (at !== undefined && crossed++ < mostUnclosed) findings.push(finding('ring-crosses-itself', {}, { at: [metres(at[0]), metres(at[1])] }))
    if (healed > 0 && closed++ < mostUnclosed) findings.push(finding('gap-healed', { gap: healed.toFixed(3) }, { at: [metres(ring[0] ?? 0), metres(ring[1] ?? 0)] }))
  }
  if (lines.length > limits.walls) {
    findings.push(finding('too-many-walls', { limit: limits.walls, count: lines.length }))
    lines.length = 0
  }
  const layer = pieces[0]?.layer ?? '0'
  if (choice.by === 'walls') {
    const walls = wallGraph(lines, snap, budget)
    const openings = openingsOf(walls, Math.round(choice.opening * stepsOfMetre), budget)
    const drawn = walls.edges.map(({ from, to }): Line => ({ x0: walls.xs[from] ?? 0, y0: walls.ys[from] ?? 0, x1: walls.xs[to] ?? 0, y1: walls.ys[to] ?? 0, bridge: false }))
    const whole = openings.length === 0 ? walls : wallGraph([...drawn, ...openings], Math.max(1, snap >> 1), budget)
    if (walls.cutShort || whole.cutShort) findings.push(finding('crossings-too-many', { limit: limits.crossings }))
    if (openings.length > 0) findings.push(finding('openings-closed', { count: openings.length, width: choice.opening }))
    for (const { ring, holes, bridges } of facesOf(whole, budget).faces) rings.push({ ring, holes, layer, from: 'walls', healed: 0, bridges })
  } else if (lines.length > 0) {
    const graph = wallGraph(lines, snap, budget)
    if (graph.cutShort) findings.push(finding('crossings-too-many', { limit: limits.crossings }))
    const { faces, openEnds } = facesOf(graph, budget)
    for (const { ring, holes } of faces) if (squareMetres(doubledArea(ring)) >= 0.01) rings.push({ ring, holes, layer, from: 'lines', healed: 0, bridges: 0 })
    findings.push(...unclosed(openEnds))
  }
  return { rings, findings }
}

function addLines(lines: Line[], steps: readonly number[], closed: boolean): void {
  for (let at = 0; at + 3 < steps.length; at += 2) lines.push({ x0: steps[at] ?? 0, y0: steps[at + 1] ?? 0, x1: steps[at + 2] ?? 0, y1: steps[at + 3] ?? 0, bridge: false })
  if (closed && steps.length >= 6) lines.push({ x0: steps.at(-2) ?? 0, y0: steps.at(-1) ?? 0, x1: steps[0] ?? 0, y1: steps[1] ?? 0, bridge: false })
}


/** One finding for two ends that belong together: the nearest pair first. */
function unclosed(ends: readonly (readonly [number, number])[]): readonly Finding[] {
  const some = ends.slice(0, 400)
  const pairs = some.flatMap((one, at) => some.slice(at + 1).map((other, next) => ({ one: at, other: at + 1 + next, gap: Math.hypot(one[0] - other[0], one[1] - other[1]) })))
  const used = new Set<number>()
  const findings: Finding[] = []
  for (const { one, other, gap } of pairs.sort((a, b) => a.gap - b.gap)) {
    if (used.has(one) || used.has(other) || findings.length >= mostUnclosed) continue
    used.add(one).add(other)
    const [x, y] = some[one] ?? [0, 0]
    findings.push(finding('ring-unclosed', { gap: metres(gap).toFixed(2) }, { at: [metres(x), metres(y)] }))
  }
  return findings
}
