// The shape of a fence 围栏形状: whether its corners go round a piece of ground once, said in words while it is drawn and again when it is kept.
import { radiusLimits } from './fence.ts'

/** Degrees or any other plane unit, as long as both are of one kind. */
export type Corner = readonly [x: number, y: number]
export interface GivenShape {
  /** Metres; a circle round the first corner, null for a polygon. */
  readonly radius: number | null
  readonly corners: readonly Corner[]
}
export interface ShapeFault {
  readonly at: 'radius' | 'lines.corners'
  readonly zh: string
  readonly en: string
}
export const mostCorners = 200
/** Nearer than this to one another, in degrees, two corners are one: a tenth of a metre. */
const same = 1e-6

/** @returns what is wrong with it; undefined also for one that is not drawn yet, which encloses nothing. */
export function faultOf({ radius, corners }: GivenShape): ShapeFault | undefined {
  const wrong = (zh: string, en: string, at: ShapeFault['at'] = 'lines.corners'): ShapeFault => ({ at, zh, en })
  if (corners.some(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90))) return wrong('顶点的经度应在 ±180°、纬度在 ±90° 之内，请核对是否写反。', 'A longitude is within ±180° and a latitude within ±90°; were they taken the wrong way round?')
  if (radius !== null) {
    if (corners.length === 0) return wrong('圆还没有圆心，请在地图上点一下圆心。', 'The circle has no middle yet: press the map where it is.')
    if (radius < radiusLimits.min || radius > radiusLimits.max) return wrong(`半径应在 ${radiusLimits.min} m 到 ${radiusLimits.max / 1000} km 之间。`, `A radius is between ${radiusLimits.min} m and ${radiusLimits.max / 1000} km.`, 'radius')
    return undefined
  }
  if (corners.length === 0) return undefined
  if (corners.length < 3) return wrong(`围栏至少要 3 个顶点，现在有 ${corners.length} 个，请继续在地图上点。`, `A fence has three corners at least; it has ${corners.length}. Go on pressing the map.`)
  if (corners.length > mostCorners) return wrong(`围栏最多 ${mostCorners} 个顶点，请画得简单些。`, `A fence has ${mostCorners} corners at most; draw it more simply.`)
  const twice = corners.findIndex((corner, nth) => isSame(corner, corners[(nth + 1) % corners.length] ?? corner))
  if (twice >= 0) return wrong(`第 ${twice + 1} 个和第 ${(twice + 1) % corners.length + 1} 个顶点重合，请去掉一个。`, `Corners ${twice + 1} and ${(twice + 1) % corners.length + 1} are at one place; take one away.`)
  const crossed = crossingOf(corners)
  if (crossed) return wrong(`围栏的线交叉了：第 ${crossed[0]} 条边和第 ${crossed[1]} 条边相交。请移动顶点，让线只围一圈。`, `The fence crosses itself: sides ${crossed[0]} and ${crossed[1]} meet. Move a corner so that the line goes round once.`)
  return undefined
}

/** Numbers, from 1, of two sides that meet where they should not; side n goes from corner n to the next. */
export function crossingOf(corners: readonly Corner[]): readonly [number, number] | undefined {
  const count = corners.length
  const side = (nth: number): readonly [Corner, Corner] => [corners[nth] ?? [0, 0], corners[(nth + 1) % count] ?? [0, 0]]
  for (let first = 0; first < count; first += 1)
    for (let second = first + 1; second < count; second += 1) {
      const [[a, b], [c, d]] = [side(first), side(second)]
      const follows = second === first + 1
      const closes = first === 0 && second === count - 1
      // neighbours share a corner, and may not run back over one another
      if (follows && closes ? false : follows ? folds(a, b, d) : closes ? folds(c, d, b) : meet(a, b, c, d)) return [first + 1, second + 1]
    }
  return undefined
}
const isSame = ([ax, ay]: Corner, [bx, by]: Corner): boolean => Math.abs(ax - bx) < same && Math.abs(ay - by) < same
/** On which side of a → b the place lies; 0 on the line. */
function turn([ax, ay]: Corner, [bx, by]: Corner, [px, py]: Corner): number {
  const area = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
  const reach = Math.hypot(bx - ax, by - ay) * Math.hypot(px - ax, py - ay)
  return Math.abs(area) <= 1e-9 * reach ? 0 : Math.sign(area)
}
function folds(a: Corner, b: Corner, c: Corner): boolean {
  return turn(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0
}
function within([ax, ay]: Corner, [bx, by]: Corner, [px, py]: Corner): boolean {
  return px >= Math.min(ax, bx) && px <= Math.max(ax, bx) && py >= Math.min(ay, by) && py <= Math.max(ay, by)
}
function meet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const [ofC, ofD, ofA, ofB] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (ofC * ofD < 0 && ofA * ofB < 0) return true
  return (ofC === 0 && within(a, b, c)) || (ofD === 0 && within(a, b, d)) || (ofA === 0 && within(c, d, a)) || (ofB === 0 && within(c, d, b))
}
