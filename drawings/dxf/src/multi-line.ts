// Lines side by side (MLINE), the way walls are drawn with one command: each of its lines, broken where it was cut open for a door.
import type { Path } from './drawing.ts'
import type { Groups } from './entity-groups.ts'
import { isPlace } from './limits.ts'

interface Vertex {
  readonly at: [x: number, y: number]
  /** Along the line from here, and across it where lines of a corner meet; of length 1. */
  readonly along: [x: number, y: number]
  readonly across: [x: number, y: number]
  /** Of each line: how far across it passes, then along it where it begins, is broken, begins again. */
  readonly lines: number[][]
}

/** @returns every line of it; undefined when a coordinate is no place */
export function multiLineOf({ codes, values }: Groups): readonly Path[] | undefined {
  const vertices: Vertex[] = []
  let flags = 0
  let expected = 0
  for (let at = 0; at < codes.length; at += 1) {
    const value = values[at] ?? 0
    const last = vertices.at(-1)
    switch (codes[at]) {
      case 71:
        flags = value
        break
      case 11:
        vertices.push({ at: [value, 0], along: [1, 0], across: [0, 1], lines: [] })
        break
      case 21:
        if (last) last.at[1] = value
        break
      case 12:
      case 13:
        if (last) (codes[at] === 12 ? last.along : last.across)[0] = value
        break
      case 22:
      case 23:
        if (last) (codes[at] === 22 ? last.along : last.across)[1] = value
        break
      case 74:
        expected = value
        last?.lines.push([])
        break
      case 41:
        // fills are told the same way under 42
        if (expected > 0) last?.lines.at(-1)?.push(value)
        expected -= 1
        break
      default:
    }
  }
  if (vertices.some(({ at, along, across, lines }) => ![...at, ...along, ...across, ...lines.flat()].every(isPlace))) return undefined
  const last = vertices.length - 1
  const paths: Path[] = []
  for (const [at, vertex] of vertices.entries()) {
    const next = vertices[at === last ? 0 : at + 1]
    if (next === undefined || (at === last && (flags & 2) === 0)) continue
    for (const [index, [aside = 0, ...parts]] of vertex.lines.entries()) {
      const from = beside(vertex, aside)
      const to = beside(next, next.lines[index]?.[0] ?? aside)
      const length = Math.hypot(to[0] - from[0], to[1] - from[1])
      const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
      if (!(length > 0)) continue
      const stops = parts.length === 0 ? [0] : parts
      for (let begin = 0; begin < stops.length; begin += 2) {
        const [start, end] = [stops[begin] ?? 0, Math.min(stops[begin + 1] ?? length, length)]
        if (end > start) paths.push({ points: [from[0] + dx * start, from[1] + dy * start, from[0] + dx * end, from[1] + dy * end], closed: false })
      }
    }
  }
  return paths
}

function beside({ at, across }: Vertex, aside: number): readonly [x: number, y: number] {
  return [at[0] + across[0] * aside, at[1] + across[1] * aside]
}
