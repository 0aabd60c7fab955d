// Rooms recognised on a sheet: rings found, nested, labelled, put on their floors, and what is wrong with them.
import { budgetOf } from './budget.ts'
import type { Budget } from './budget.ts'
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'
import { floorsOf, framesOf } from './floors.ts'
import { gridOf, metres } from './grid.ts'
import type { Grid } from './grid.ts'
import { isRoomLayer, isRoomWord, isTitle, roomOfLayer } from './label-words.ts'
import { limits } from './limits.ts'
import { isAboutRooms, meanWidth, nest, netArea } from './nesting.ts'
import type { NestedRing } from './nesting.ts'
import { beyond, leastOverlap, overlapsOf } from './overlaps.ts'
import { areaText, doubledArea, placeIn, pointWithin, squareMetres } from './ring.ts'
import type { Ring } from './ring.ts'
import { labelsWithin, layersOfSizes, placedLabels, wordsOf } from './room-labels.ts'
import type { PlacedLabel, RoomWords } from './room-labels.ts'
import { ringsOf } from './rings.ts'
import type { Piece, Sheet } from './sheet.ts'
import { implausible, withoutSwing } from './units.ts'
import type { Unit } from './units.ts'
import { holeLayer } from './written-layers.ts'

/** What the surveyor settles; `proposeChoice` proposes it. */
export interface Choice {
  readonly unit: Unit
  /** `outlines`: rooms are drawn as rings of their own. `walls`: rooms are what walls leave free. */
  readonly by: 'outlines' | 'walls'
  readonly roomLayers: readonly string[]
  /** Layers of labels; none for all. */
  readonly labelLayers: readonly string[]
  /** Gaps up to this are healed, metres; 0.02 unless said. */
  readonly gap?: number
  /** Openings of doors and windows up to this width are closed, metres; 2.4 unless said. */
  readonly opening?: number
}

/** Metres from the local origin. */
export type Point = readonly [x: number, y: number]

export interface Room {
  /** From 1, floor by floor, from the upper left. */
  readonly number: number
  /** Counterclockwise, the first point not repeated; metres with four decimals. */
  readonly ring: readonly Point[]
  readonly holes: readonly (readonly Point[])[]
  /** Square metres with two decimals, holes taken off. */
  readonly area: string
  /** Undefined when the drawing does not say. */
  readonly name: string | undefined
  /** The name was read off the layer and not off a text. */
  readonly namedByLayer: boolean
  /** Door number: `301`. */
  readonly code: string | undefined
  /** Square metres as written in the room. */
  readonly saidArea: string | undefined
  /** `Floor.number`. */
  readonly floor: number
  /** A point within, for its label. */
  readonly middle: Point
  readonly layer: string
  readonly from: 'outline' | 'lines' | 'walls'
  /** Openings on its border that were closed. */
  readonly bridges: number
}

export interface Floor {
  /** From 1. */
  readonly number: number
  /** The title on the sheet: `三层平面图`. */
  readonly title: string | undefined
  /** The storey its title names: 3, -1 for 地下一层. */
  readonly level: number | undefined
  /** Lower left and upper right corner, metres. */
  readonly box: readonly [minX: number, minY: number, maxX: number, maxY: number]
  /** The outline drawn about its rooms, where there is one. */
  readonly outline: readonly Point[] | undefined
  readonly rooms: readonly number[]
  /** Sum of the rooms' areas, square metres with two decimals. */
  readonly area: string
}

export interface Recognition {
  readonly unit: Unit
  /** Where the local origin lies in the drawing, drawing units. */
  readonly origin: readonly [x: number, y: number]
  readonly floors: readonly Floor[]
  readonly rooms: readonly Room[]
  readonly findings: readonly Finding[]
}

/** Less than this and without a label, in walls, is the inside of a wall or a shaft: metres of mean width, square metres. */
const wallWidth = 0.45
const least = 1

/** @param comparisons how many it may cost; what is left then is told as `too-tangled` */
export function recognise(sheet: Sheet, choice: Choice, { comparisons = limits.comparisons }: { comparisons?: number } = {}): Recognition {
  const layers = new Set(choice.roomLayers)
  const drawn = sheet.pieces.filter((piece) => layers.has(piece.layer) && (piece.from !== 'HATCH' || choice.by === 'outlines')).map((piece) => (choice.by === 'walls' ? withoutSwing(piece, choice.unit) : piece))
  const grid = gridOf(drawn.length > 0 ? drawn : sheet.pieces, choice.unit)
  const budget = budgetOf(comparisons)
  const labels = placedLabels(sheet.labels, grid)
  const spoken = new Set(choice.labelLayers)
  const asked = labels.filter(({ layer }) => spoken.size === 0 || spoken.has(layer))
  const { rings: found, findings: foundFindings } = foundRings({ drawn, grid, choice, labels: asked, budget })
  const { rings: nested, twice } = nest(found, budget)
  const sizes = layersOfSizes(asked)
  const outlines = nested.map((ring) => choice.by === 'outlines' && ring.from !== 'walls' && isAboutRooms(ring, nested))
  const inside = nested.flatMap((ring, at) => (outlines[at] ? [] : [{ ring, at }]))
  const { within, outside } = labelsWithin({ rings: inside.map(({ ring }) => ring), areas: inside.map(({ ring }) => ring.gross), labels: asked, budget })
  const words = new Map(withoutCommonCodes(inside.map(({ at }, index) => [at, wordsOf(within[index] ?? [], sizes)])))
  const isRoom = (ring: NestedRing, at: number): boolean => {
    const said = words.get(at)
    if (outlines[at] || said === undefined || ring.layer === holeLayer) return false
    if (said.names.length > 0 || said.saidArea !== undefined || isRoomLayer(ring.layer)) return true
    if (ring.from !== 'outline') return isRoomy(ring, choice.by)
    if (said.code !== undefined) return true
    // a small ring without a word within a room is a pillar or a shaft
    return ring.parent === undefined || outlines[ring.parent] === true || squareMetres(ring.gross) >= 2 * least
  }
  const rooms = nested.flatMap((ring, at) => (isRoom(ring, at) ? [draft(ring, at, words.get(at), nested, outlines)] : []))
  const abouts = nested.flatMap((ring, at) => (outlines[at] ? [{ ring, at }] : []))
  const boxes = [...rooms.map(({ shape }) => shape.box), ...abouts.map(({ ring }) => ring.box)]
  const floors = floorsOf({ boxes, frames: framesOf(sheet.pieces, grid), labels, budget }).filter(({ members }) => members.some((at) => at < rooms.length))
  const ordered = floors.map((floor) => ({
    ...floor,
    rooms: floor.members.flatMap((at) => rooms[at] ?? []).sort((a, b) => Math.round((b.shape.box.maxY - a.shape.box.maxY) / 10_000) || a.shape.box.minX - b.shape.box.minX),
    about: floor.members.flatMap((at) => abouts[at - rooms.length] ?? []).sort((a, b) => b.ring.gross - a.ring.gross)[0]?.ring,
  }))
  const numbered = ordered.flatMap((floor, at) => floor.rooms.map((room) => ({ ...room, floor: at + 1, about: floor.about }))).map((room, at) => ({ ...room, number: at + 1 }))
  const findings: Finding[] = [...foundFindings]
  if (twice.length > 0) findings.push(finding('outline-twice', { count: twice.length }))
  if (numbered.length === 0) findings.push(finding('no-rooms'))
  else findings.push(...implausible(numbered.map(({ doubled }) => squareMetres(doubled)), choice.unit))
  for (const label of outside.filter(({ lines }) => lines.some(isRoomWord) && !lines.some(isTitle)).slice(0, 50)) findings.push(finding('label-outside', { label: label.lines.join(' ') }, { at: [metres(label.x), metres(label.y)] }))
  for (const room of numbered) findings.push(...aboutRoom(room))
  for (const { one, other, area, at } of overlapsOf(numbered.map(({ shape }) => shape), (a, b) => isRelated(numbered[a]?.at, numbered[b]?.at, nested), budget)) {
    const [first, second] = [numbered[one], numbered[other]]
    if (first && second) findings.push(finding('rooms-overlap', { one: called(first), other: called(second), area: area.toFixed(2) }, { at: [metres(at[0]), metres(at[1])], rooms: [first.number, second.number] }))
  }
  if (budget.isSpent()) findings.push(finding('too-tangled'))
  return Object.freeze<Recognition>({
    unit: choice.unit, origin: [grid.originX, grid.originY], findings,
    rooms: numbered.map((room): Room => ({
      number: room.number, ring: pointsOf(room.shape.ring), holes: room.shape.holes.map(pointsOf), area: areaText(room.doubled), name: room.name, namedByLayer: room.namedByLayer,
      code: room.words.code, saidArea: room.words.saidArea, floor: room.floor, middle: [metres(room.middle[0]), metres(room.middle[1])], layer: room.layer, from: room.from, bridges: room.bridges,
    })),
    floors: ordered.map(({ title, level, box, about, rooms: on }, at): Floor => ({
      number: at + 1, title, level, box: [metres(box.minX), metres(box.minY), metres(box.maxX), metres(box.maxY)], outline: about === undefined ? undefined : pointsOf(about.ring),
      rooms: numbered.filter(({ floor }) => floor === at + 1).map(({ number }) => number), area: sumText(on.map(({ doubled }) => doubled)),
    })),
  })
}

/** The widest opening closed where a label would be left without its room: a gate. Metres. */
const gate = 6

/** Between walls, rooms whose label is left outside are looked for once more with openings as wide as gates; only such rooms are added. */
function foundRings({ drawn, grid, choice: { by, gap = 0.02, opening = 2.4 }, labels, budget }: {
  drawn: readonly Piece[]
  grid: Grid
  choice: Choice
  labels: readonly PlacedLabel[]
  budget: Budget
}): ReturnType<typeof ringsOf> {
  const first = ringsOf(drawn, grid, { by, gap, opening }, budget)
  if (by === 'outlines' || opening >= gate) return first
  const areas = (rings: typeof first.rings): number[] => rings.map(({ ring, holes }) => netArea(doubledArea(ring), holes))
  const left = labelsWithin({ rings: first.rings, areas: areas(first.rings), labels, budget }).outside.filter(({ lines }) => lines.some(isRoomWord))
  if (left.length === 0) return first
  const wide = ringsOf(drawn, grid, { by, gap, opening: gate }, budget)
  const rings = wide.rings.filter((ring) => meanWidth(ring.ring, ring.holes) >= wallWidth)
  const held = labelsWithin({ rings, areas: areas(rings), labels: left, budget }).within
  const added = rings.filter((ring, at) => (held[at]?.length ?? 0) > 0 && !first.rings.some(({ ring: known, from }) => from === 'walls' && placeIn(ring.ring, ...pointWithin(known)) === 1 && meanWidth(known, []) >= wallWidth))
  return { rings: [...first.rings, ...added], findings: [...first.findings, ...(added.length > 0 ? [finding('gates-closed', { count: added.length })] : [])] }
}

/** Wide enough for a room; between walls also no ground about the house, of which the house takes the greater part. */
function isRoomy({ ring, holes, gross }: NestedRing, by: Choice['by']): boolean {
  const net = netArea(gross, holes)
  return squareMetres(net) >= least && meanWidth(ring, holes) >= wallWidth && (by === 'outlines' || net * 2 >= gross)
}

/** What looks like a door number and stands in several rooms is the size of a door or a window. */
function withoutCommonCodes(words: readonly (readonly [number, RoomWords])[]): readonly (readonly [number, RoomWords])[] {
  const times = new Map<string, number>()
  for (const [, { code }] of words) if (code !== undefined) times.set(code, (times.get(code) ?? 0) + 1)
  return words.map(([at, said]) => [at, said.code !== undefined && (times.get(said.code) ?? 0) > 1 ? { ...said, code: undefined } : said])
}

type Draft = ReturnType<typeof draft>
type Numbered = Draft & { readonly number: number; readonly floor: number; readonly about: NestedRing | undefined }

function draft(ring: NestedRing, at: number, words: RoomWords = { names: [], code: undefined, saidArea: undefined }, all: readonly NestedRing[] = [], outlines: readonly boolean[] = []) {
  // faces know their holes; outlines within an outline are taken off, whether they are rooms or shafts
  const holes = ring.from === 'walls' ? ring.holes : [...ring.holes, ...ring.children.filter((child) => !outlines[child] && all[child]?.from === 'outline').map((child) => all[child]?.ring ?? [])]
  const byLayer = words.names.length === 0 && isRoomLayer(ring.layer)
  return {
    at, words, layer: ring.layer, from: ring.from, bridges: ring.bridges, namedByLayer: byLayer, name: words.names[0] ?? (byLayer ? roomOfLayer(ring.layer) : undefined),
    shape: { ring: ring.ring, holes, box: ring.box }, doubled: netArea(ring.gross, holes), middle: pointWithin(ring.ring, holes),
  }
}

function called({ name, words, number }: Pick<Numbered, 'name' | 'words' | 'number'>): string {
  return [words.code, name].filter((word) => word !== undefined).join(' ') || `#${number}`
}

function aboutRoom(room: Numbered): readonly Finding[] {
  const where = { at: [metres(room.middle[0]), metres(room.middle[1])] as const, rooms: [room.number] }
  const area = areaText(room.doubled)
  const findings: Finding[] = []
  if (squareMetres(room.doubled) < least) findings.push(finding('room-tiny', { room: called(room), area }, where))
  if (room.name === undefined) findings.push(finding('label-missing', { room: called(room), area }, where))
  if (room.words.names.length > 1) findings.push(finding('label-two', { names: room.words.names.slice(0, 6).map((name) => `“${name}”`).join(' ') }, where))
  const said = room.words.saidArea
  if (said !== undefined && Math.abs(Number(said) - squareMetres(room.doubled)) > Math.max(0.05, Number(said) * 0.02)) findings.push(finding('size-differs', { room: called(room), said, area }, where))
  if (room.about !== undefined) {
    const { area: outside, at } = beyond(room.shape, room.about.ring)
    if (outside > leastOverlap) findings.push(finding('room-outside-floor', { room: called(room), area: outside.toFixed(2) }, { at: [metres(at[0]), metres(at[1])], rooms: [room.number] }))
  }
  return findings
}

/** One lies in the other: what lies within was taken off. */
function isRelated(one: number | undefined, other: number | undefined, all: readonly NestedRing[]): boolean {
  const isAbove = (upper: number | undefined, lower: number | undefined): boolean => {
    for (let at = lower === undefined ? undefined : all[lower]?.parent; at !== undefined; at = all[at]?.parent) if (at === upper) return true
    return false
  }
  return isAbove(one, other) || isAbove(other, one)
}

function pointsOf(ring: Ring): readonly Point[] {
  return Array.from({ length: ring.length / 2 }, (_, at): Point => [metres(ring[at * 2] ?? 0), metres(ring[at * 2 + 1] ?? 0)])
}

/** The rooms as they are told, added up: a sum opens to its rows. */
function sumText(doubled: readonly number[]): string {
  const hundredths = doubled.reduce((sum, one) => sum + Math.round(Number(areaText(one)) * 100), 0)
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
