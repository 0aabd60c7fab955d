// The outlines of a filled area (HATCH): loops of points, or of lines and arcs put end to end.
import { flattenArc, flattenEllipse } from './curves.ts'
import type { Path } from './drawing.ts'
import type { Groups } from './entity-groups.ts'
import { isPlace } from './limits.ts'

const degree = Math.PI / 180

/** @returns the loops; undefined when a coordinate is no place */
export function hatchOf({ codes, values }: Groups): readonly Path[] | undefined {
  const loops: Path[] = []
  let at = 0
  /** The next value of `code`, at once or not at all: the groups of a loop stand in a fixed order. */
  const next = (code: number, otherwise = 0): number => {
    if (codes[at] !== code) return otherwise
    at += 1
    return values[at - 1] ?? otherwise
  }
  while (at < codes.length && codes[at] !== 91) at += 1
  const count = Math.min(next(91), codes.length)
  for (let loop = 0; loop < count && at < codes.length; loop += 1) {
    while (at < codes.length && codes[at] !== 92) at += 1
    const flags = next(92)
    const path = (flags & 2) === 2 ? pointsOfLoop(next) : edgesOfLoop(next)
    if (!path.points.every(isPlace)) return undefined
    if (path.points.length >= 6) loops.push(path)
  }
  return loops
}

type Next = (code: number, otherwise?: number) => number

function pointsOfLoop(next: Next): Path {
  const bent = next(72) === 1
  const closed = next(73, 1) === 1
  const count = Math.min(next(93), 1_000_000)
  const points: number[] = []
  const bulges: number[] = []
  for (let point = 0; point < count; point += 1) {
    const x = next(10, Number.NaN)
    if (Number.isNaN(x)) break
    points.push(x, next(20))
    bulges.push(bent ? next(42) : 0)
  }
  return bent ? { points, bulges, closed } : { points, closed }
}

function edgesOfLoop(next: Next): Path {
  const points: number[] = []
  const count = Math.min(next(93), 100_000)
  for (let edge = 0; edge < count; edge += 1) {
    const kind = next(72, -1)
    if (kind === 1) points.push(next(10), next(20), next(11), next(21))
    else if (kind === 2) {
      const [x, y, radius, start, end] = [next(10), next(20), next(40), next(50), next(51)]
      const forward = next(73, 1) === 1
      if (![x, y, radius, start, end].every(isPlace)) return { points: [Number.NaN], closed: true }
      // clockwise edges give their angles the other way round
      const arc = flattenArc({ x, y, radius, from: (forward ? start : -start) * degree, to: (forward ? end : -end) * degree, clockwise: !forward })
      points.push(...arc)
    } else if (kind === 3) {
      const [x, y, majorX, majorY, ratio, start, end] = [next(10), next(20), next(11), next(21), next(40), next(50), next(51)]
      const forward = next(73, 1) === 1
      if (![x, y, majorX, majorY, ratio, start, end].every(isPlace)) return { points: [Number.NaN], closed: true }
      points.push(...flattenEllipse({ x, y, majorX, majorY, ratio: forward ? ratio : -ratio, from: start * degree, to: end * degree }))
    } else return { points: [], closed: true } // a free curve: the loop would be torn open
  }
  return { points, closed: true }
}
