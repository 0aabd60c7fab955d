// What is proposed to the surveyor: the unit, the layers of rooms and labels, and whether rooms are drawn or only walls. He confirms or changes it.
import Flatbush from 'flatbush'
import type { Contents } from './contents.ts'
import { contentsOf } from './contents.ts'
import type { Drawing, Points } from './drawing.ts'
import { finding } from './finding.ts'
import { isDoorNumber, isRoomLayer, isRoomWord, roomPrefix, saidArea } from './label-words.ts'
import { drawnArea, pointInPath } from './path-area.ts'
import { recognise } from './recognition.ts'
import type { Choice, Recognition } from './recognition.ts'
import { boxOf } from './ring.ts'
import type { Label, Piece, Sheet } from './sheet.ts'
import { metresOf, proposeUnit } from './units.ts'
import type { Unit, UnitProposal } from './units.ts'
import { holeLayer, roomLayer } from './written-layers.ts'

export interface LayerScore {
  readonly layer: string
  /** Outlines of this layer that hold labels of rooms, over all such labels: 1 when each room has its outline. */
  readonly rooms: number
  /** Named as layers of walls are, or among the fullest of lines; 0 to 1. */
  readonly walls: number
  /** Names, door numbers and sizes of rooms among its labels; their number. */
  readonly labels: number
}

export interface Proposal {
  readonly choice: Choice
  readonly unit: UnitProposal
  readonly layers: readonly LayerScore[]
  readonly contents: Contents
}

const wallName = /(?:^|[^A-Z])WALLS?(?:$|[^A-Z])|墙|隔断|壁|PARTITION|MURATUR|TABIQUE|TRENNWAND|MAUER|CLOISON|СТЕН|ŚCIAN|(?:^|[$_-])(?:WAL|MUR|MURI|WAND|WÄNDE|MURO|PARETE?|PARETI|PARED|PAREDE|PAREDES)S?(?:$|[_\s(-]|\d)/iu
/** Walls below the floor. */
const otherWalls = /STEM|FOOT|FOUND|RETAIN|基础|挡土|壁柜|壁灯/i
const openingName = /窗|WINDOW|GLAZ|幕墙|CURTAIN|(?:^|[$_-])WIN(?:$|[_-]|\d)|柱|COLUMN/i
const notRooms = /DIM|标注|尺寸|AXIS|轴|FURN|家具|DEFPOINTS|HATCH|填充|图框|FRAME|BORDER|TITLE|ELEVATION|FACADE|SECTION|DETAIL|SITE.?PLAN|立面|剖面|详图|大样|总图/i

/** Name, number, size and one more. */
const mostWords = 4

const calledRooms = /房间|房屋|ROOM|SPACE/i

export function proposeChoice(drawing: Drawing, sheet: Sheet): Proposal {
  const contents = contentsOf(drawing, sheet)
  const unit = proposeUnit(drawing, sheet)
  const spots = sheet.labels.flatMap(({ layer, lines, x, y }) => {
    const says = lines.some((line) => isRoomWord(line) || isDoorNumber(line) || saidArea(line) !== undefined)
    return says ? [{ layer, x, y, sure: lines.some((line) => isRoomWord(line) || saidArea(line) !== undefined) }] : []
  }).slice(0, 3000)
  const sure = spots.filter((spot) => spot.sure)
  const asked = sure.length > 0 ? sure : spots
  const outlines = plausible(sheet.pieces, unit.unit)
  const index = new Flatbush(Math.max(1, asked.length))
  for (const { x, y } of asked) index.add(x, y)
  if (asked.length === 0) index.add(0, 0)
  index.finish()
  /** A frame or a block of rooms holds more words than a room has. */
  const isOneRoom = (points: Points): boolean => {
    const held = index.search(...cornersOf(points)).slice(0, 200).filter((at) => pointInPath(points, asked[at]?.x ?? 0, asked[at]?.y ?? 0)).length
    return held > 0 && held <= mostWords
  }
  const layers = contents.layers.map(({ name, lines, outlines: closed }): LayerScore => ({
    layer: name,
    rooms: asked.length === 0 || notRooms.test(name) ? 0 : (outlines.get(name) ?? []).filter(({ points }) => isOneRoom(points)).length / asked.length,
    walls: wallName.test(name) && !otherWalls.test(name) ? 1 : notRooms.test(name) ? 0 : Math.min(0.5, (lines + closed) / 1000),
    labels: spots.filter(({ layer }) => layer === name).length,
  }))
  return { choice: choose({ layers, contents, outlines, unit: unit.unit }), unit, layers, contents }
}

function cornersOf(points: Points): [minX: number, minY: number, maxX: number, maxY: number] {
  const { minX, minY, maxX, maxY } = boxOf(points)
  return [minX, minY, maxX, maxY]
}

function choose({ layers, contents, outlines, unit }: { layers: readonly LayerScore[]; contents: Contents; outlines: ReadonlyMap<string, readonly Piece[]>; unit: Unit }): Choice {
  const most = Math.max(0, ...layers.map(({ labels }) => labels))
  const labelLayers = layers.filter(({ labels }) => labels > 0 && labels >= most * 0.2).map(({ layer }) => layer)
  const named = contents.layers.filter(({ name, outlines: closed, lines }) => isRoomLayer(name) && !notRooms.test(name) && closed > 0 && closed >= lines).map(({ name }) => name)
  // each layer is called as its room is
  if (most === 0 && named.length >= 3) return { unit, by: 'outlines', roomLayers: named, labelLayers: [] }
  // SPACE_LOBBY, SPACE_STORAGE: a layer for each room, whatever else is written
  const prefixed = contents.layers.filter(({ name }) => roomPrefix.test(name) && (outlines.get(name)?.length ?? 0) > 0).map(({ name }) => name)
  if (prefixed.length >= 3) return { unit, by: 'outlines', roomLayers: prefixed, labelLayers }
  const best = layers.filter(({ layer, rooms }) => rooms > 0 && (outlines.get(layer)?.length ?? 0) >= (calledRooms.test(layer) ? 1 : 2)).sort((a, b) => b.rooms - a.rooms)[0]
  if (best !== undefined && best.rooms >= 0.4) {
    const others = layers.filter(({ layer, rooms }) => layer !== best.layer && ((rooms >= 0.15 && sameKind(layer, best.layer)) || (best.layer === roomLayer && layer === holeLayer))).map(({ layer }) => layer)
    return { unit, by: 'outlines', roomLayers: [best.layer, ...others], labelLayers }
  }
  const walls = layers.filter((one) => one.walls === 1).map(({ layer }) => layer)
  if (walls.length > 0) return { unit, by: 'walls', roomLayers: [...walls, ...layers.filter(({ layer }) => openingName.test(layer) && !walls.includes(layer) && !notRooms.test(layer)).map(({ layer }) => layer)], labelLayers }
  // no layer says what it is: that with the most outlines of a room's size, else that with the most lines
  const sized = [...outlines].sort(([, a], [, b]) => b.length - a.length)[0]
  if (sized !== undefined && sized[1].length >= 3 && !notRooms.test(sized[0])) return { unit, by: 'outlines', roomLayers: [sized[0]], labelLayers }
  const fullest = contents.layers.filter(({ name }) => !notRooms.test(name)).sort((a, b) => b.lines - a.lines)[0]
  return { unit, by: 'walls', roomLayers: fullest === undefined ? [] : [fullest.name], labelLayers }
}

/** `房间-一层` and `房间-二层` are drawn alike. */
function sameKind(one: string, other: string): boolean {
  return one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase()
}

/** Outlines of 1.5 to 2,000 ㎡, by layer. */
function plausible(pieces: readonly Piece[], unit: Unit): ReadonlyMap<string, readonly Piece[]> {
  const square = metresOf[unit] ** 2
  const found = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const { points, closed, layer, from } = piece
    const ends = points[0] === points.at(-2) && points[1] === points.at(-1)
    if (points.length < 6 || !(closed || ends) || from === 'CIRCLE') continue
    const area = drawnArea(piece) * square
    if (area < 1.5 || area > 2000) continue
    const list = found.get(layer)
    if (list === undefined) found.set(layer, [piece])
    else if (list.length < 5000) list.push(piece)
  }
  return found
}

/** What furnishes a room and does not bound it. */
const furnishing = /SHEL[VF]|COUCH|BENCH|FUR|SANIT|FIXT|APPLI|ELEC|POWER|LIGHT|JOIN|TEXT|NOTE|STAIR|PLANT|EQUIP|洁具|电气|照明|设备|绿化|文字|楼梯/i

/** A choice told from another by the rooms whose names lie in them. */
interface Tried {
  readonly choice: Choice
  readonly recognition: Recognition
}
/** So many rooms called by a text within; what a layer is called tells no more than the layer. */
const calledWithin = ({ recognition }: Tried): number => recognition.rooms.filter(({ name, namedByLayer }) => name !== undefined && !namedByLayer).length
/** Ten rooms without a name outweigh one with it: they are of an elevation, or of furniture. */
const worthOf = (tried: Tried): number => calledWithin(tried) * 1.1 - tried.recognition.rooms.length / 10
/** Of the names on a sheet, where fewer lie in rooms something else was taken for them. */
const fewest = 0.25
/** A sheet of more lines is tried once: every further way takes as long again. */
const mostPieces = 60_000

/**
 * Recognised by what is proposed. Where that encloses no room, or next to none of the names on the sheet lies in a room, the walls of the plan
 * lie on layers that do not say so: it is tried again between the lines of every layer that may bound a room, and of each of those about the
 * names by itself; what calls clearly more rooms by name is taken, and that is said. Never throws.
 */
export function recogniseProposed(sheet: Sheet, { choice, contents }: Pick<Proposal, 'choice' | 'contents'>): Tried {
  const first: Tried = { choice, recognition: recognise(sheet, choice) }
  const names = sheet.labels.filter(({ lines }) => lines.some(isRoomWord))
  const poor = names.length >= 4 && calledWithin(first) < names.length * fewest && sheet.pieces.length <= mostPieces
  if (first.recognition.rooms.length > 0 && !poor) return first
  const bounding = contents.layers.filter(({ name, lines, outlines }) => lines + outlines > 0 && !notRooms.test(name) && !furnishing.test(name)).map(({ name }) => name)
  const known = (layers: readonly string[]): boolean => layers.length === 0 || (choice.by === 'walls' && layers.every((name) => choice.roomLayers.includes(name)))
  const ways = [bounding, ...(poor ? aboutNames(sheet, names, bounding) : [])].filter((layers) => !known(layers))
  const tried = ways.map((roomLayers): Tried => {
    const wider: Choice = { ...choice, by: 'walls', roomLayers }
    return { choice: wider, recognition: recognise(sheet, wider) }
  })
  const best = tried.filter(({ recognition }) => recognition.rooms.length > 0).sort((one, other) => worthOf(other) - worthOf(one))[0]
  if (best === undefined || (first.recognition.rooms.length > 0 && calledWithin(best) <= calledWithin(first) * 1.5)) return first
  return { choice: best.choice, recognition: { ...best.recognition, findings: [finding('layers-widened', { count: best.choice.roomLayers.length }), ...best.recognition.findings] } }
}

/** The four layers among whose lines the most names stand, each by itself. */
function aboutNames(sheet: Sheet, names: readonly Label[], layers: readonly string[]): readonly (readonly string[])[] {
  const about = layers.flatMap((layer) => {
    const lines = sheet.pieces.filter((piece) => piece.layer === layer && piece.from !== 'HATCH')
    if (lines.length < 8) return []
    const index = new Flatbush(lines.length)
    for (const { points } of lines) index.add(...cornersOf(points))
    index.finish()
    // lines on all four sides, twenty letters away at most
    const held = names.filter(({ x, y, height }) => {
      const far = height * 20
      return [[x - far, y, x, y], [x, y, x + far, y], [x, y - far, x, y], [x, y, x, y + far]].every(([minX = 0, minY = 0, maxX = 0, maxY = 0]) => index.search(minX, minY, maxX, maxY).length > 0)
    }).length
    return held > 0 ? [{ layer, held }] : []
  })
  return about.sort((one, other) => other.held - one.held).slice(0, 4).map(({ layer }) => [layer])
}
