// Drawn as real plans are 各种画法: imitations of drawings by others that may not be kept; each gave no rooms, or wrong ones, when it was first tried.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layFlat, proposeChoice, readDrawing, recogniseProposed } from '../src/index.ts'
import { arc, bytes, centred, dxf, line, outline, rectangle, text, version } from './draw.ts'
import type { Group } from './draw.ts'

function read(entities: readonly (readonly Group[])[], header = version('AC1024', 'ANSI_936', 4)) {
  const drawing = readDrawing(bytes(dxf({ header, entities })))
  const sheet = layFlat(drawing)
  const { choice, recognition: { rooms, findings } } = recogniseProposed(sheet, proposeChoice(drawing, sheet))
  return { choice, rooms: rooms.map(({ name, area }) => `${name ?? '-'} ${area}`), codes: findings.map(({ code }) => code) }
}
/** The four faces of a room's walls but for a doorway in the lower one. */
const faces = (layer: string, x: number, y: number, width: number, depth: number, door: readonly [from: number, to: number]): readonly (readonly Group[])[] => [
  line(layer, x, y, x, y + depth), line(layer, x, y + depth, x + width, y + depth), line(layer, x + width, y + depth, x + width, y), line(layer, x, y, x + door[0], y), line(layer, x + door[1], y, x + width, y),
]

test('a layer for each room, called SPACE_ and what it is, with walls besides', () => {
  const spaces = [['LOBBY', 0, 6000], ['MEETING_ROOM', 6000, 4000], ['OFFICE_A', 10_000, 5000], ['EAST_BAY', 15_000, 3000]] as const
  const { choice, rooms, codes } = read([
    ...spaces.map(([name, x, width]) => rectangle(`SPACE_${name}`, x, 0, width, 5000)),
    ...spaces.flatMap(([, x, width]) => [line('WALLS', x, 0, x + width, 0), line('WALLS', x, 5000, x + width, 5000)]), rectangle('OBSTACLE', 1000, 1000, 400, 400),
  ])
  assert.deepEqual([choice.by, rooms, codes], ['outlines', ['LOBBY 30.00', 'MEETING ROOM 20.00', 'OFFICE A 25.00', 'EAST BAY 15.00'], []])
})

test('walls spread over layers of which one alone is called so: the others are taken as well, and that is said', () => {
  const { choice, rooms, codes } = read([
    line('Base', 0, 0, 8000, 0), line('Base', 8000, 0, 8000, 5000), line('Base', 8000, 5000, 0, 5000), line('Base', 0, 5000, 0, 0), line('Wand (neu)', 3000, 0, 3000, 5000),
    ...[0, 700, 1400].flatMap((y) => [line('Shelves', 200, y + 500, 1800, y + 500), line('Couch', 4000, y + 500, 5000, y + 900)]),
  ])
  assert.deepEqual([choice.roomLayers.toSorted(), rooms, codes], [['Base', 'Wand (neu)'], ['- 15.00', '- 25.00'], ['layers-widened', 'label-missing', 'label-missing']])
})

test('doors drawn open on the layer of the walls take no bite out of a room and leave no gap', () => {
  const { rooms, codes } = read([
    ...faces('WALL', 0, 0, 4000, 5000, [600, 1500]), arc('WALL', 600, 0, 900, 0, 90), line('WALL', 600, 0, 600, 900), text('TEXT', 1800, 2500, '办公室'),
    ...faces('WALL', 4200, 0, 3000, 5000, [1500, 2400]), arc('WALL', 6600, 0, 900, 90, 180), line('WALL', 6600, 0, 6600, 900), text('TEXT', 5000, 2500, '会议室'),
  ])
  assert.deepEqual([rooms, codes], [['办公室 20.00', '会议室 15.00'], []])
})

test('a frame that holds every label is no room: the walls are taken', () => {
  const { choice, rooms } = read([
    rectangle('BLOCKS', -2000, -4000, 20_000, 16_000), rectangle('BLOCKS', -2500, -4500, 21_000, 17_000), rectangle('BLOCKS', -1900, -3900, 19_800, 15_800),
    ...[0, 4200, 8400].flatMap((x, at) => [...faces('1_WALL', x, 0, 4000, 5000, [1000, 1900]), text('BLOCKS', x + 1500, 2500, ['财务室', '档案室', '值班室'][at] ?? '')]),
    text('BLOCKS', -1000, -3000, '会议室说明'), text('BLOCKS', 3000, -3000, '卫生间做法'),
  ])
  assert.deepEqual([choice.by, rooms], ['walls', ['财务室 20.00', '档案室 20.00', '值班室 20.00']])
})

test('name and size in two texts, the title in the frame: neither is a label without its room', () => {
  const { rooms, codes } = read([
    ...[0, 4000, 8000].flatMap((x) => [rectangle('房间轮廓', x, 0, 4000, 5000), centred('文字', x + 2000, 3000, '办公室'), centred('文字', x + 2000, 2000, '20.00㎡', 250)]), centred('文字', 6000, -3000, '三层办公室平面图', 800),
  ])
  assert.deepEqual([rooms, codes], [['办公室 20.00', '办公室 20.00', '办公室 20.00'], []])
})

test('rooms of a thousand square metres speak for another unit, which is named', () => {
  const pixels = (at: number): readonly Group[] => outline('房间', [[at * 40, 0], [at * 40 + 30, 0], [at * 40 + 30, 32], [at * 40, 32]])
  const { codes } = read([pixels(0), pixels(1), pixels(2)], version('AC1027', 'ANSI_1252', 6))
  assert.ok(codes.includes('rooms-of-another-unit'), codes.join())
})

/** A wall of two lines from one place to another, which stand on its left; `open` is cut out of both. */
const wallOf = (x0: number, y0: number, x1: number, y1: number, open?: readonly [from: number, to: number]): readonly Group[] => {
  const [length, thick] = [Math.hypot(x1 - x0, y1 - y0), 240]
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length]
  const vertex = (x: number, y: number): readonly Group[] => [
    [11, x], [21, y], [31, 0], [12, dx], [22, dy], [32, 0], [13, -dy], [23, dx], [33, 0],
    ...[0, thick].flatMap((aside): readonly Group[] => [[74, open ? 4 : 2], [41, aside], [41, 0], ...(open ?? []).map((at) => [41, at] as const), [75, 0]]),
  ]
  return [[0, 'MLINE'], [8, '墙'], [2, 'STANDARD'], [40, thick], [70, 0], [71, 1], [72, 2], [73, 2], [10, x0], [20, y0], [30, 0], ...vertex(x0, y0), ...vertex(x1, y1)]
}

test('walls drawn as double lines (MLINE), cut open for a door, enclose their rooms', () => {
  const { rooms, codes } = read([
    wallOf(0, 0, 8240, 0), wallOf(8240, 0, 8240, 5240), wallOf(8240, 5240, 0, 5240), wallOf(0, 5240, 0, 0), wallOf(4120, 0, 4120, 5240, [1000, 1900]),
    centred('文字', 2000, 2500, '办公室'), centred('文字', 6000, 2500, '会议室'),
  ])
  assert.deepEqual([rooms, codes.filter((code) => code !== 'openings-closed')], [['办公室 17.33', '会议室 18.47'], []])
})

test('walls drawn as filled areas, and rooms as flat faces', () => {
  const solid = (x: number, y: number, width: number, depth: number): readonly Group[] => [[0, 'SOLID'], [8, '墙'], [10, x], [20, y], [11, x + width], [21, y], [12, x], [22, y + depth], [13, x + width], [23, y + depth]]
  const walled = [solid(0, 0, 8000, 200), solid(0, 5000, 8000, 200), solid(0, 0, 200, 5200), solid(7800, 0, 200, 5200), solid(4000, 0, 200, 5200)]
  const words = [text('文字', 1500, 2500, '办公室'), text('文字', 5000, 2500, '会议室')]
  assert.deepEqual(read([...walled, ...words]).rooms, ['办公室 18.24', '会议室 17.28'])
  const face = (x: number, width: number, rises: number): readonly Group[] => [
    [0, '3DFACE'], [8, '房间'], [10, x], [20, 0], [30, 0], [11, x + width], [21, 0], [31, 0], [12, x + width], [22, 5000], [32, rises], [13, x], [23, 5000], [33, rises],
  ]
  const { rooms, codes } = read([face(0, 4000, 0), face(4200, 3000, 0), face(9000, 3000, 2000), ...words])
  assert.deepEqual([rooms, codes], [['办公室 20.00', '会议室 15.00'], []])
})

test('walls on a layer that does not say so, beside elevations that have more outlines: the names tell which', () => {
  const rooms = ['办公室', '会议室', '档案室', '值班室'].map((name, at) => [name, at * 4200] as const)
  const { choice, rooms: found, codes } = read([
    ...rooms.flatMap(([name, x]) => [...faces('GF', x, 0, 4000, 5000, [600, 1500]), text('NOTES', x + 1500, 2500, name)]),
    ...Array.from({ length: 30 }, (_, at) => rectangle('DRG', (at % 6) * 2500, 20_000 + Math.floor(at / 6) * 2500, 2000, 2000)), line('DRG', -500, 19_000, 16_000, 19_000),
  ])
  assert.deepEqual([choice.roomLayers, found, codes.includes('layers-widened')], [['GF'], rooms.map(([name]) => `${name} 20.00`), true])
})

test('a bedroom with its wardrobe is called by the larger letters', () => {
  const { rooms, codes } = read([rectangle('房间', 0, 0, 4000, 5000), text('文字', 500, 4000, 'CLOSET', 150), text('文字', 1500, 2500, 'MASTER BEDROOM', 250), text('文字', 1500, 1000, 'Vn: 46 m³/h', 300)])
  assert.deepEqual([rooms, codes], [['MASTER BEDROOM 20.00'], ['label-two']])
})

test('a plan that stands on a layout alone is read from there; two bytes a letter are read as well', () => {
  const onPaper = ([kind, layer, ...rest]: readonly Group[]): readonly Group[] => [kind, layer, [67, 1] as const, ...rest].filter((group) => group !== undefined)
  const drawing = readDrawing(bytes(dxf({ header: version('AC1024', 'ANSI_936', 4), entities: [onPaper(rectangle('房间', 0, 0, 4000, 5000)), onPaper(text('文字', 1500, 2500, '办公室'))] })))
  assert.deepEqual([drawing.entities.length, drawing.findings.map(({ code }) => code)], [2, ['drawn-on-paper']])
  const both = readDrawing(bytes(dxf({ entities: [rectangle('房间', 0, 0, 4000, 5000), onPaper(text('文字', 1, 1, '图框'))] })))
  assert.deepEqual([both.entities.length, both.onPaper, both.findings.some(({ code }) => code === 'drawn-on-paper')], [1, 1, false])
  const wide = new Uint8Array(Buffer.from(`\uFEFF${dxf({ entities: [text('文字', 1500, 2500, '办公室')] })}`, 'utf16le'))
  assert.deepEqual(readDrawing(wide).entities.map((entity) => (entity.kind === 'text' ? entity.lines : [])), [['办公室']])
})
