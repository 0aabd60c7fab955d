// A drawing read for one floor 读图: what the reader proposes, what the surveyor settled instead, and the rooms that come of it.
import { finding, layFlat, proposeChoice, readDrawing, readGeoJson, readSvg, recognise, recogniseProposed } from '@houqin/dxf'
import type { Choice, Drawing, Finding, Room, Unit } from '@houqin/dxf'

/** What the surveyor settles; whatever is left out is as proposed. */
export interface Settled {
  readonly unit?: Unit
  readonly by?: Choice['by']
  readonly layers?: readonly string[]
  /** Which floor of the sheet, by its number there; wanted where there are several. */
  readonly part?: number
  /** Of an SVG: 100 for a sheet drawn 1 : 100. */
  readonly scale?: number
}
export interface PlanReading {
  readonly unit: Unit
  /** 0 to 1: how much of the drawing speaks for the proposed unit. */
  readonly sure: number
  readonly by: Choice['by']
  /** The likeliest first. */
  readonly layers: readonly { readonly name: string; readonly chosen: boolean }[]
  /** Floors drawn on the sheet. */
  readonly parts: readonly { readonly number: number; readonly title: string | null; readonly rooms: number }[]
  /** Of the floor that was asked for; of all while none was. */
  readonly rooms: readonly Room[]
  readonly findings: readonly Finding[]
}
const mostLayers = 60

/** @param bytes an ASCII DXF, an SVG or a GeoJSON, told by how it begins; whatever it holds, nothing is thrown and the findings say what is wrong. */
export function readPlan(bytes: Uint8Array, settled: Settled = {}): PlanReading {
  const [first] = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().replace(/^\uFEFF/, '')
  if (first === '{') return readOutlines(bytes)
  const drawing = first === '<' ? readSvg(bytes, settled) : readDrawing(bytes)
  const seen = readSheet(drawing, settled, false)
  const hidden = drawing.layers.filter(({ frozen, off }) => frozen || off).length
  const whole = seen.recognition.rooms.length > 0 || hidden === 0 ? seen : readSheet(drawing, settled, true)
  const isWhole = whole !== seen && whole.recognition.rooms.length > 0
  const { sheet, proposal: { unit, layers }, choice, recognition: { floors, rooms, findings } } = isWhole ? whole : seen
  const chosen = new Set(choice.roomLayers)
  return {
    unit: choice.unit, sure: unit.sure, by: choice.by,
    layers: layers.toSorted((a, b) => b.rooms + b.walls - a.rooms - a.walls).slice(0, mostLayers).map(({ layer }) => ({ name: layer, chosen: chosen.has(layer) })),
    parts: floors.map(({ number, title, rooms: all }) => ({ number, title: title ?? null, rooms: all.length })),
    rooms: settled.part === undefined ? rooms : rooms.filter(({ floor }) => floor === settled.part),
    // of what could not be read at all nothing else is to be said
    findings: drawing.findings.some(({ weight }) => weight === 'stop') && rooms.length === 0 ? drawing.findings : [...drawing.findings, ...(isWhole ? [finding('hidden-layers-read', { count: hidden })] : []), ...sheet.findings, ...(settled.unit ? [] : unit.findings), ...findings],
  }
}

function readSheet(drawing: Drawing, settled: Settled, withHidden: boolean) {
  const sheet = layFlat(drawing, { withHidden })
  const proposal = proposeChoice(drawing, sheet)
  const asked: Choice = { ...proposal.choice, ...(settled.unit && { unit: settled.unit }), ...(settled.by && { by: settled.by }), ...(settled.layers && { roomLayers: settled.layers }) }
  // what he chose is not chosen otherwise
  return { sheet, proposal, ...(settled.layers || settled.by ? { choice: asked, recognition: recognise(sheet, asked) } : recogniseProposed(sheet, { ...proposal, choice: asked })) }
}

/** Rooms that were drawn as rooms; nothing is left to settle. */
function readOutlines(bytes: Uint8Array): PlanReading {
  const { rooms, floors, findings } = readGeoJson(bytes)
  return { unit: 'm', sure: 1, by: 'outlines', layers: [], parts: floors.map(({ number, rooms: all }) => ({ number, title: null, rooms: all.length })), rooms, findings }
}
