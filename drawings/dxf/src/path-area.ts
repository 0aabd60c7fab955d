// Area and inside of a path in drawing units, before a grid is known: to guess with, never to report.
import type { Path, Points } from './drawing.ts'

/** Without its sign. An arc's share beyond its chord is counted. */
export function drawnArea({ points, bulges }: Path): number {
  let doubled = 0
  let [fromX = 0, fromY = 0] = points.slice(-2)
  let bulge = bulges?.at(-1) ?? 0
  const [baseX, baseY] = [fromX, fromY]
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]]
    doubled += (fromX - baseX) * (y - baseY) - (x - baseX) * (fromY - baseY)
    if (bulge !== 0) {
      const turn = 4 * Math.atan(bulge)
      const radius = Math.hypot(x - fromX, y - fromY) / (2 * Math.sin(turn / 2))
      doubled += radius * radius * (turn - Math.sin(turn))
    }
    bulge = bulges?.[at / 2] ?? 0
    ;[fromX, fromY] = [x, y]
  }
  return Math.abs(doubled) / 2
}

export function pointInPath(points: Points, x: number, y: number): boolean {
  let inside = false
  let [fromX = 0, fromY = 0] = points.slice(-2)
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [toX = 0, toY = 0] = [points[at], points[at + 1]]
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) inside = !inside
    ;[fromX, fromY] = [toX, toY]
  }
  return inside
}
