// What a drawing holds, told before anything is chosen: its layers with what lies on them, so that a surveyor finds his way.
import type { Drawing } from './drawing.ts'
import type { Sheet } from './sheet.ts'

export interface LayerContents {
  readonly name: string
  /** Frozen or switched off. */
  readonly hidden: boolean
  /** Closed outlines, by their flag or by ending where they began. */
  readonly outlines: number
  /** Open lines. */
  readonly lines: number
  readonly arcs: number
  readonly fills: number
  readonly labels: number
  /** The first texts, to know the layer by. */
  readonly words: readonly string[]
}

/** Least and greatest coordinates, drawing units. */
export interface Extent {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export interface Contents {
  /** The year's name of the version: `R12`, `2018`; empty when unknown. */
  readonly release: string
  /** Layers on which something is drawn, the fullest first. */
  readonly layers: readonly LayerContents[]
  /** Of everything drawn; undefined when nothing is. */
  readonly extent: Extent | undefined
}

const releases: Readonly<Record<string, string>> = Object.freeze({
  AC1006: 'R10', AC1009: 'R12', AC1012: 'R13', AC1014: 'R14', AC1015: '2000', AC1018: '2004', AC1021: '2007', AC1024: '2010', AC1027: '2013', AC1032: '2018',
})

/** @param sheet the drawing laid flat, with what is hidden or without */
export function contentsOf(drawing: Drawing, sheet: Sheet): Contents {
  const hidden = new Set(drawing.layers.filter(({ frozen, off }) => frozen || off).map(({ name }) => name))
  const layers = new Map<string, { name: string; hidden: boolean; outlines: number; lines: number; arcs: number; fills: number; labels: number; words: string[] }>()
  const layer = (name: string): NonNullable<ReturnType<typeof layers.get>> => {
    const known = layers.get(name) ?? { name, hidden: hidden.has(name), outlines: 0, lines: 0, arcs: 0, fills: 0, labels: 0, words: [] }
    layers.set(name, known)
    return known
  }
  for (const piece of sheet.pieces) {
    const on = layer(piece.layer)
    if (piece.from === 'HATCH') on.fills += 1
    else if (piece.from === 'ARC') on.arcs += 1
    else if (isOutline(piece)) on.outlines += 1
    else on.lines += 1
  }
  for (const label of sheet.labels) {
    const on = layer(label.layer)
    on.labels += 1
    if (on.words.length < 20) on.words.push(label.lines.join(' ').slice(0, 60))
  }
  const weight = ({ outlines, lines, labels }: LayerContents): number => outlines + lines + labels
  return Object.freeze({
    release: Object.hasOwn(releases, drawing.version) ? (releases[drawing.version] ?? '') : '',
    layers: Object.freeze([...layers.values()].sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1))),
    extent: extentOf(sheet),
  })
}

/** Closed by its flag, or by ending exactly where it began. */
export function isOutline({ closed, points }: { closed: boolean; points: readonly number[] }): boolean {
  if (points.length < 6) return closed && points.length >= 4
  return closed || (points[0] === points[points.length - 2] && points[1] === points[points.length - 1])
}

function extentOf({ pieces, labels }: Sheet): Extent | undefined {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  const see = (x: number, y: number): void => {
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  for (const { points } of pieces) for (let at = 0; at + 1 < points.length; at += 2) see(points[at] ?? 0, points[at + 1] ?? 0)
  for (const { x, y } of labels) see(x, y)
  return minX > maxX ? undefined : { minX, minY, maxX, maxY }
}
