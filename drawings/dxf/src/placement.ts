// Where a block's own plane lies in the drawing: a map of points that keeps straight lines straight.
import type { InsertEntity, Points } from './drawing.ts'

/** x' = a x + c y + e, y' = b x + d y + f. */
export interface Placement {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

export const inPlace: Placement = Object.freeze({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 })
const fromBelow: Placement = Object.freeze({ a: -1, b: 0, c: 0, d: 1, e: 0, f: 0 })

/** First `inner`, then `outer`. */
export function within(outer: Placement, inner: Placement): Placement {
  return {
    a: outer.a * inner.a + outer.c * inner.b, b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d, d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e, f: outer.b * inner.e + outer.d * inner.f + outer.f,
  }
}

/** The plane an entity was drawn in: the drawing's, or that seen from below. */
export function sideOf(placement: Placement, mirrored: boolean): Placement {
  return mirrored ? within(placement, fromBelow) : placement
}

/** One of the `columns` × `rows` copies of a placed block. */
export function placementOf(insert: InsertEntity, base: { baseX: number; baseY: number }, column: number, row: number): Placement {
  const angle = (insert.rotation * Math.PI) / 180
  // right angles stay exact: rooms in a turned block keep their area to the last digit
  const quarter = insert.rotation / 90
  const exact = Number.isInteger(quarter)
  const cos = exact ? [1, 0, -1, 0][((quarter % 4) + 4) % 4] ?? 1 : Math.cos(angle)
  const sin = exact ? [0, 1, 0, -1][((quarter % 4) + 4) % 4] ?? 0 : Math.sin(angle)
  const across = column * insert.columnStep
  const up = row * insert.rowStep
  const turned: Placement = {
    a: cos * insert.scaleX, b: sin * insert.scaleX, c: -sin * insert.scaleY, d: cos * insert.scaleY,
    e: insert.x + cos * across - sin * up, f: insert.y + sin * across + cos * up,
  }
  return within(turned, { a: 1, b: 0, c: 0, d: 1, e: -base.baseX, f: -base.baseY })
}

export function place({ a, b, c, d, e, f }: Placement, points: Points): number[] {
  const placed: number[] = []
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]]
    placed.push(a * x + c * y + e, b * x + d * y + f)
  }
  return placed
}

/** How it treats circles: kept round, kept round and turned about, or pressed flat. */
export function roundness({ a, b, c, d }: Placement): 'kept' | 'turned' | 'pressed' {
  const across = Math.hypot(a, b)
  const up = Math.hypot(c, d)
  const largest = Math.max(across, up)
  if (Math.abs(across - up) > largest * 1e-9 || Math.abs(a * c + b * d) > largest * largest * 1e-9) return 'pressed'
  return a * d - b * c < 0 ? 'turned' : 'kept'
}
