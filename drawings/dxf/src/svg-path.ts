// The path of an SVG as points: its letters followed, curves made straight pieces short enough for a plan.
import { isPlace } from './limits.ts'

export interface Stroke {
  readonly points: number[]
  closed: boolean
}
const pieces = 16
const numbers = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi

/** @param most points of all; what comes after is left out. */
export function strokesOf(d: string, most: number): readonly Stroke[] {
  const strokes: Stroke[] = []
  let stroke: Stroke | undefined
  let [x, y, startX, startY, handleX, handleY] = [0, 0, 0, 0, 0, 0]
  let before = ''
  let count = 0
  const to = (nextX: number, nextY: number): void => {
    ;[x, y] = [nextX, nextY]
    count += 1
    stroke ??= begun(startX, startY)
    if (count < most && isPlace(x) && isPlace(y)) stroke.points.push(x, y)
  }
  const begun = (atX: number, atY: number): Stroke => {
    const made: Stroke = { points: [atX, atY], closed: false }
    strokes.push(made)
    return made
  }
  const curve = (x1: number, y1: number, x2: number, y2: number, endX: number, endY: number): void => {
    const [fromX, fromY] = [x, y]
    for (let at = 1; at <= pieces; at += 1) {
      const t = at / pieces
      const u = 1 - t
      to(u ** 3 * fromX + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t ** 3 * endX, u ** 3 * fromY + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t ** 3 * endY)
    }
    ;[handleX, handleY] = [x2, y2]
  }
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*(?:e[-+]?\d[^a-df-zA-DF-Z]*)*)/g)) {
    const command = letter.toUpperCase()
    // the flags of an arc may stand together without a space
    const given = (command === 'A' ? arcNumbers(rest) : (rest.match(numbers) ?? []).map(Number))
    const width = widths[command]
    if (width === undefined || count > most) break
    const relative = letter !== command
    if (command === 'Z') {
      if (stroke) stroke.closed = true
      stroke = undefined
      ;[x, y] = [startX, startY]
      before = 'Z'
      continue
    }
    for (let at = 0; at + width <= given.length; at += width) {
      const v = given.slice(at, at + width)
      const [offX, offY] = relative ? [x, y] : [0, 0]
      const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0, h = 0] = v
      const smooth = command === 'S' ? 'CS' : 'QT'
      const [mirrorX, mirrorY] = smooth.includes(before) ? [2 * x - handleX, 2 * y - handleY] : [x, y]
      if (command === 'M' && at === 0) {
        ;[x, y] = [a + offX, b + offY]
        ;[startX, startY] = [x, y]
        stroke = begun(x, y)
      } else if (command === 'M' || command === 'L') to(a + offX, b + offY)
      else if (command === 'H') to(a + offX, y)
      else if (command === 'V') to(x, a + offY)
      else if (command === 'C') curve(a + offX, b + offY, c + offX, e + offY, f + offX, g + offY)
      else if (command === 'S') curve(mirrorX, mirrorY, a + offX, b + offY, c + offX, e + offY)
      else if (command === 'Q' || command === 'T') {
        const [handX, handY, endX, endY] = command === 'Q' ? [a + offX, b + offY, c + offX, e + offY] : [mirrorX, mirrorY, a + offX, b + offY]
        curve(x + (2 / 3) * (handX - x), y + (2 / 3) * (handY - y), endX + (2 / 3) * (handX - endX), endY + (2 / 3) * (handY - endY), endX, endY)
        ;[handleX, handleY] = [handX, handY]
      } else if (command === 'A') arc({ radiusX: a, radiusY: b, turn: c, large: e !== 0, sweep: f !== 0, endX: g + offX, endY: h + offY })
      before = command
    }
  }
  return strokes.filter(({ points }) => points.length >= 4)

  /** From the two ends to the middle of the ellipse, as the SVG specification reckons it (F.6.5). */
  function arc({ radiusX, radiusY, turn, large, sweep, endX, endY }: { radiusX: number; radiusY: number; turn: number; large: boolean; sweep: boolean; endX: number; endY: number }): void {
    const phi = (turn * Math.PI) / 180
    const [cos, sin] = [Math.cos(phi), Math.sin(phi)]
    const [halfX, halfY] = [(x - endX) / 2, (y - endY) / 2]
    const [px, py] = [cos * halfX + sin * halfY, -sin * halfX + cos * halfY]
    let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)]
    if (rx === 0 || ry === 0) return to(endX, endY)
    const grown = Math.sqrt((px / rx) ** 2 + (py / ry) ** 2)
    if (grown > 1) [rx, ry] = [rx * grown, ry * grown]
    const under = (rx * py) ** 2 + (ry * px) ** 2
    const factor = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, ((rx * ry) ** 2 - under) / (under || 1)))
    const [cx, cy] = [(factor * rx * py) / ry, (-factor * ry * px) / rx]
    const [middleX, middleY] = [cos * cx - sin * cy + (x + endX) / 2, sin * cx + cos * cy + (y + endY) / 2]
    const from = Math.atan2((py - cy) / ry, (px - cx) / rx)
    let along = Math.atan2((-py - cy) / ry, (-px - cx) / rx) - from
    if (sweep && along < 0) along += 2 * Math.PI
    if (!sweep && along > 0) along -= 2 * Math.PI
    const steps = Math.max(2, Math.ceil(Math.abs(along) / (Math.PI / 90)))
    for (let at = 1; at < steps; at += 1) {
      const angle = from + (along * at) / steps
      to(middleX + rx * Math.cos(angle) * cos - ry * Math.sin(angle) * sin, middleY + rx * Math.cos(angle) * sin + ry * Math.sin(angle) * cos)
    }
    to(endX, endY)
  }
}
/** How many numbers each letter takes. */
const widths: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }

function arcNumbers(rest: string): readonly number[] {
  const found: number[] = []
  let left = rest
  while (left.trim() !== '' && found.length < 70_000) {
    const flag = found.length % 7 === 3 || found.length % 7 === 4
    const [whole, one] = (flag ? /^[\s,]*([01])/ : /^[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/i).exec(left) ?? []
    if (whole === undefined) break
    found.push(Number(one))
    left = left.slice(whole.length)
  }
  return found
}
