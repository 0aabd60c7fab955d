// The grid on which rooms are measured: whole tenths of a millimetre from a local origin, so that areas and crossings are reckoned in integers.
import { flattenPath } from './curves.ts'
import type { Points } from './drawing.ts'
import type { Piece } from './sheet.ts'
import { metresOf } from './units.ts'
import type { Unit } from './units.ts'

/** Grid steps of a metre. */
export const stepsOfMetre = 10_000
/** Nothing farther than this from the middle of the drawing is looked at, metres. Within it products of coordinates stay exact. */
export const reach = 3_000

export interface Grid {
  /** The local origin in drawing units, whole numbers. */
  readonly originX: number
  readonly originY: number
  readonly unit: Unit
}

/** An origin at the lower left of what lies within reach of the middle; the middle is the median, which no stray line moves. */
export function gridOf(pieces: readonly Piece[], unit: Unit): Grid {
  const xs: number[] = []
  const ys: number[] = []
  for (const { points } of pieces) {
    xs.push(points[0] ?? 0)
    ys.push(points[1] ?? 0)
  }
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
  const [middleX, middleY] = [middle(xs), middle(ys)]
  const far = reach / metresOf[unit]
  const least = (values: readonly number[], about: number): number => values.find((value) => value >= about - far) ?? about
  return { originX: Math.floor(least(xs, middleX)), originY: Math.floor(least(ys, middleY)), unit }
}

/** Drawing units → steps. Undefined beyond the reach. */
export function stepsOf({ originX, originY, unit }: Grid, points: Points): number[] | undefined {
  const factor = metresOf[unit] * stepsOfMetre
  const limit = 2 * reach * stepsOfMetre
  const steps: number[] = []
  for (let at = 0; at + 1 < points.length; at += 2) {
    // the origin is taken off first: a plan 1.8 million units away keeps its last digit
    const x = Math.round(((points[at] ?? 0) - originX) * factor)
    const y = Math.round(((points[at + 1] ?? 0) - originY) * factor)
    if (!(Math.abs(x) <= limit && Math.abs(y) <= limit)) return undefined
    steps.push(x + 0, y + 0)
  }
  return steps
}

export function pieceSteps(grid: Grid, piece: Piece): number[] | undefined {
  return stepsOf(grid, flattenPath(piece))
}

export function metres(steps: number): number {
  return steps / stepsOfMetre
}
