// Filled corners and faces (SOLID, TRACE, 3DFACE): walls and pillars drawn as what they cover, seen from above.
import type { PathEntity } from './drawing.ts'
import { has, one } from './entity-groups.ts'
import type { Groups } from './entity-groups.ts'
import { isPlace } from './limits.ts'

/** A face whose corners lie higher and lower by no more than this share of its length is flat. */
const flatness = 0.01

/** The corners of SOLID and TRACE are given row by row: the fourth lies beside the second. `impossible`: no places. */
export function filledOf(groups: Groups, layer: string, mirrored: boolean): PathEntity | 'impossible' {
  const points = [10, 11, 13, 12].flatMap((code) => (has(groups, code) ? [one(groups, code, 0), one(groups, code + 10, 0)] : []))
  if (points.length < 6 || !points.every(isPlace)) return 'impossible'
  return { kind: 'path', from: 'SOLID', layer, mirrored, points: distinct(points), closed: true }
}

/** A flat face is its outline, an upright one the line it stands on; of roofs and whatever else slopes nothing is taken. */
export function faceOf(groups: Groups, layer: string): PathEntity | 'impossible' | 'space' {
  const corners = [10, 11, 12, 13].flatMap((code) => (has(groups, code) ? [[one(groups, code, 0), one(groups, code + 10, 0), one(groups, code + 20, 0)] as const] : []))
  if (corners.length < 3 || !corners.flat().every(isPlace)) return 'impossible'
  let [longest, from, to] = [0, corners[0], corners[0]]
  for (const a of corners)
    for (const b of corners) {
      const length = Math.hypot(a[0] - b[0], a[1] - b[1])
      if (length > longest) [longest, from, to] = [length, a, b]
    }
  if (from === undefined || to === undefined || longest === 0) return 'space'
  const [ax, ay, bx, by] = [from[0], from[1], to[0], to[1]]
  const beside = Math.max(...corners.map(([x, y]) => Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / longest))
  if (beside < longest * 1e-6) return { kind: 'path', from: 'LINE', layer, mirrored: false, points: [ax, ay, bx, by], closed: false }
  const heights = corners.map(([, , z]) => z)
  if (Math.max(...heights) - Math.min(...heights) > longest * flatness) return 'space'
  return { kind: 'path', from: 'SOLID', layer, mirrored: false, points: distinct(corners.flatMap(([x, y]) => [x, y])), closed: true }
}

/** A triangle gives its last corner twice. */
function distinct(points: readonly number[]): readonly number[] {
  return points.filter((_, at) => {
    const of = at - (at % 2)
    return of === 0 || points[of] !== points[of - 2] || points[of + 1] !== points[of - 1]
  })
}
