// In which unit a drawing was drawn: proposed from its doors, the sizes written in its rooms, its letters and its extent; the header is one voice of five.
import { arcAsPath } from './curves.ts'
import type { Drawing } from './drawing.ts'
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'
import { saidArea } from './label-words.ts'
import { drawnArea, pointInPath } from './path-area.ts'
import type { Label, Piece, Sheet } from './sheet.ts'

export type Unit = 'mm' | 'cm' | 'm' | 'inch' | 'foot'

export const units = ['mm', 'cm', 'm', 'inch', 'foot'] as const satisfies readonly Unit[]

/** Metres of one. */
export const metresOf: Readonly<Record<Unit, number>> = Object.freeze({ mm: 0.001, cm: 0.01, m: 1, inch: 0.0254, foot: 0.3048 })
export const unitNames: Readonly<Record<Unit, { readonly zh: string; readonly en: string }>> = Object.freeze({
  mm: { zh: '毫米', en: 'millimetre' }, cm: { zh: '厘米', en: 'centimetre' }, m: { zh: '米', en: 'metre' }, inch: { zh: '英寸', en: 'inch' }, foot: { zh: '英尺', en: 'foot' },
})

const headerUnits: Readonly<Record<number, Unit>> = Object.freeze({ 1: 'inch', 2: 'foot', 4: 'mm', 5: 'cm', 6: 'm' })

/** What the header names; undefined for none, or one that no plan is drawn in. */
export function unitOfHeader({ headerUnit }: Drawing): Unit | undefined {
  return headerUnit === undefined ? undefined : headerUnits[headerUnit]
}

export interface UnitProposal {
  readonly unit: Unit
  /** 0 to 1: how much of what was looked at speaks for it. */
  readonly sure: number
  readonly candidates: readonly { readonly unit: Unit; readonly score: number; readonly because: readonly Evidence[] }[]
  /** The median door, in metres of the proposed unit; undefined without doors. */
  readonly door: number | undefined
  readonly findings: readonly Finding[]
}
/** `doors`: quarter circles as wide as doors are · `sizes`: areas written in rooms agree · `letters`: as high as letters on a plan · `extent` · `header`. */
export type Evidence = 'doors' | 'sizes' | 'letters' | 'extent' | 'header'

const weights: Readonly<Record<Evidence, number>> = Object.freeze({ sizes: 6, doors: 4, letters: 1, extent: 1, header: 1.5 })

export function proposeUnit(drawing: Drawing, sheet: Sheet): UnitProposal {
  const header = unitOfHeader(drawing)
  const radii = doorRadii(sheet.pieces)
  const ratios = sizeRatios(sheet)
  const heights = sheet.labels.map(({ height }) => height).filter((height) => height > 0).sort((a, b) => a - b)
  const letter = heights[heights.length >> 1]
  const extent = extentOf(sheet.pieces)
  const speaks = (unit: Unit): Partial<Record<Evidence, number>> => {
    const one = metresOf[unit]
    const share = (values: readonly number[], fits: (value: number) => boolean): number => (values.length === 0 ? 0 : values.filter(fits).length / values.length)
    return {
      doors: radii.length < 2 ? 0 : share(radii, (radius) => radius * one >= 0.55 && radius * one <= 1.3),
      sizes: share(ratios, (ratio) => Math.abs(ratio * one * one - 1) < 0.2),
      letters: letter !== undefined && letter * one >= 0.08 && letter * one <= 1 ? 1 : 0,
      extent: extent !== undefined && extent * one >= 4 && extent * one <= 1500 ? 1 : 0,
      header: unit === header ? 1 : 0,
    }
  }
  const candidates = units.map((unit) => {
    const said = Object.entries(speaks(unit)) as [Evidence, number][] // the keys are those written above
    const score = said.reduce((sum, [evidence, share]) => sum + weights[evidence] * share, 0)
    return { unit, score, because: said.filter(([, share]) => share >= 0.5).map(([evidence]) => evidence) }
  }).sort((a, b) => b.score - a.score)
  const [best] = candidates
  const possible = (radii.length >= 2 ? weights.doors : 0) + (ratios.length > 0 ? weights.sizes : 0) + weights.letters + weights.extent + weights.header
  // without a word for any of them the most common of all: millimetres
  const unit = best === undefined || best.score === 0 ? 'mm' : best.score === candidates.find((one) => one.unit === 'mm')?.score ? 'mm' : best.unit
  const chosen = candidates.find((one) => one.unit === unit)
  const median = radii[radii.length >> 1]
  return {
    unit, sure: Math.min(1, (chosen?.score ?? 0) / possible), candidates, door: median === undefined ? undefined : median * metresOf[unit],
    findings: findingsOf(header, unit),
  }
}

function findingsOf(header: Unit | undefined, unit: Unit): readonly Finding[] {
  if (header === undefined) return [finding('unit-missing', { unit: unitNames[unit].zh, unitEn: unitNames[unit].en })]
  if (header === unit) return []
  const factor = Number((metresOf[unit] / metresOf[header]).toPrecision(4))
  return [finding('unit-suspected', { header: unitNames[header].zh, headerEn: unitNames[header].en, unit: unitNames[unit].zh, unitEn: unitNames[unit].en, factor })]
}

/** Rooms of offices and flats lie between these, square metres; the middle one of a whole plan far beyond them was measured in another unit. */
const usual = { least: 1.2, most: 300 }
/** @param areas of all rooms, square metres. @returns a finding when hardly any has a room's size, with the unit in which they would. */
export function implausible(areas: readonly number[], unit: Unit): readonly Finding[] {
  const median = areas.toSorted((a, b) => a - b)[areas.length >> 1]
  if (areas.length < 3 || median === undefined || (median >= usual.least && median <= usual.most)) return []
  const inUnit = (other: Unit): number => (median * metresOf[other] ** 2) / metresOf[unit] ** 2
  const better = units.filter((other) => inUnit(other) >= 4 && inUnit(other) <= 120).sort((a, b) => Math.abs(Math.log(inUnit(a) / 20)) - Math.abs(Math.log(inUnit(b) / 20)))[0]
  const values = { area: median.toFixed(2), unit: unitNames[unit].zh, unitEn: unitNames[unit].en }
  return [better === undefined ? finding('rooms-implausible', values) : finding('rooms-of-another-unit', { ...values, better: unitNames[better].zh, betterEn: unitNames[better].en, instead: inUnit(better).toFixed(1) })]
}

/**
 * A quarter circle as wide as a door is how a door is drawn to open, and no wall: of it stay the leaf shut and the leaf open, from its
 * hinge to both ends, of which the one closes the doorway and the other ends in the open.
 */
export function withoutSwing(piece: Piece, unit: Unit): Piece {
  const [radius] = piece.from === 'ARC' ? quarterRadii([piece]) : []
  if (radius === undefined || radius * metresOf[unit] < 0.55 || radius * metresOf[unit] > 1.3) return piece
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = piece.points
  const bulge = piece.bulges?.[0] ?? 0
  // an arc is told in pieces; its middle lies beside the chord of the first, on the side its bulge turns from
  const aside = (1 - bulge * bulge) / (4 * bulge)
  const { bulges: _, ...rest } = piece
  return { ...rest, from: 'LINE', closed: false, points: [x0, y0, (x0 + x1) / 2 - (y1 - y0) * aside, (y0 + y1) / 2 + (x1 - x0) * aside, piece.points.at(-2) ?? x1, piece.points.at(-1) ?? y1] }
}

/** Radii of quarter circles, sorted: the way doors are drawn to open. */
export function doorRadii(pieces: readonly Piece[]): readonly number[] {
  const radii = quarterRadii(pieces).toSorted((a, b) => a - b)
  // basins and taps are round too; doors are the greatest quarter circles on a plan, but for a stray one
  const great = radii[Math.floor(radii.length * 0.95)] ?? 0
  return radii.filter((radius) => radius >= great / 2 && radius <= great * 2)
}
const quarter = arcAsPath({ x: 0, y: 0, radius: 1, start: 0, end: 90, whole: false }).bulges[0] ?? 0
/** Of arcs of 80° to 100°, drawing units. */
function quarterRadii(pieces: readonly Piece[]): number[] {
  return pieces.flatMap(({ from, points, bulges }) => {
    const bulge = Math.abs(bulges?.[0] ?? 0)
    if (from !== 'ARC' || bulge < quarter * 0.88 || bulge > quarter * 1.13) return []
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points
    return [Math.hypot(x1 - x0, y1 - y0) / (2 * Math.sin(2 * Math.atan(bulge)))]
  })
}

/** Square metres written in an outline, over its area in square drawing units. */
function sizeRatios({ pieces, labels }: Sheet): readonly number[] {
  const said = labels.flatMap((label: Label) => {
    const area = label.lines.map(saidArea).find((found) => found !== undefined)
    return area === undefined ? [] : [{ ...label, area: Number(area) }]
  }).slice(0, 200)
  if (said.length === 0) return []
  const outlines = pieces.filter(({ closed, points }) => closed && points.length >= 6).slice(0, 20_000)
    .map((piece) => ({ piece, area: drawnArea(piece) })).filter(({ area }) => area > 0).sort((a, b) => a.area - b.area)
  return said.flatMap(({ x, y, height, area }) => {
    // an outline about the text itself is no room
    const around = outlines.find((outline) => outline.area > height * height * 25 && pointInPath(outline.piece.points, x, y))
    return around === undefined ? [] : [area / around.area]
  })
}

/** The greater side of what holds nine tenths of all that is drawn, drawing units. */
function extentOf(pieces: readonly Piece[]): number | undefined {
  const spread = (axis: 0 | 1): number => {
    const values = pieces.map(({ points }) => points[axis] ?? 0).sort((a, b) => a - b)
    return (values[Math.floor(values.length * 0.95)] ?? 0) - (values[Math.floor(values.length * 0.05)] ?? 0)
  }
  return pieces.length === 0 ? undefined : Math.max(spread(0), spread(1))
}
