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
