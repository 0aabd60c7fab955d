// A sheet put together the way Chinese offices' plans come: five floors in frames on one sheet under a wrong unit, text in GBK, doors and labels in blocks, furniture, axes, a legend, far from the origin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layFlat, proposeChoice, readDrawing, recognise } from '../src/index.ts'
import { arc, centred, dxf, insert, line, rectangle, text, version } from './draw.ts'
import type { Group } from './draw.ts'
import { inGbk } from './gbk.ts'
import { wallsOf } from './walled.ts'

const titles = ['一层平面图', '二层平面图', '三层平面图', '四层平面图', '五层平面图'] as const
const [farX, farY] = [1_836_472, 4_305_118]

function sheetText(): string {
  const plan = wallsOf({ columns: 8, rows: 2, width: 3600, depth: 6000, wall: 240, corridor: 2400, door: 900 })
  const walls = plan.entities.filter(([, layer]) => layer?.[1] === '墙').map((entity): readonly Group[] => entity.map(([code, value]): Group => (code === 8 ? [8, 'WALL'] : [code, value])))
  const doors = plan.entities.filter(([kind]) => kind?.[1] === 'ARC')
  const names = plan.entities.filter(([kind]) => kind?.[1] === 'TEXT')
  const place = (entity: readonly Group[], code: number): number => Number(entity.find(([one]) => one === code)?.[1] ?? 0)
  const words = (entity: readonly Group[]): string => String(entity.find(([one]) => one === 1)?.[1])
  const floor = (at: number): readonly (readonly Group[])[] => [
    insert('0', 'PLAN', farX, farY + at * 40_000),
    rectangle('图框', farX - 6000, farY + at * 40_000 - 9000, 50_000, 36_000), rectangle('图框', farX - 6500, farY + at * 40_000 - 9500, 51_000, 37_000),
    centred('图名', farX + 15_000, farY + at * 40_000 - 5000, `%%u${titles[at]}`, 1000), text('图名', farX + 20_000, farY + at * 40_000 - 5000, '1:100', 600),
    ...names.map((name, index) => centred('房间名称', farX + place(name, 11), farY + at * 40_000 + place(name, 21) + 300, words(name).replace(/\d+$/, '') || '走廊', 300 + (index % 2))),
    ...names.filter((name) => words(name) !== '走廊').map((name, index) => text('房号', farX + place(name, 11) - 400, farY + at * 40_000 + place(name, 21) - 600, `${at + 1}${String(index + 1).padStart(2, '0')}`, 250)),
  ]
  return dxf({
    header: version('AC1015', 'ANSI_936', 1),
    layers: [[[2, 'WALL'], [70, 0], [62, 7]], [[2, '家具'], [70, 1], [62, 8]]],
    blocks: {
      DOOR: [arc('0', 0, 0, 900, 0, 90), line('0', 0, 0, 0, 900)], DESK: [rectangle('0', 0, 0, 1400, 700)],
      PLAN: [
        ...walls, ...doors.map((door) => insert('门', 'DOOR', place(door, 10), place(door, 20))),
        ...names.map((name) => insert('家具', 'DESK', place(name, 11) - 700, place(name, 21) - 1800)), ...[0, 3840, 7680].map((x) => line('轴线', x, -3000, x, 20_000)),
      ],
    },
    entities: [...titles.keys()].flatMap(floor).concat([rectangle('图例', farX + 60_000, farY, 8000, 6000), text('图例', farX + 61_000, farY + 4000, '图例说明: M0921 为木门', 300)]),
  })
}

test('five floors of seventeen rooms, each with its title, its names and its door numbers', () => {
  const file = inGbk(sheetText())
  const drawing = readDrawing(file)
  assert.equal(drawing.encoding, 'gb18030')
  assert.deepEqual(drawing.findings, [])
  const sheet = layFlat(drawing)
  assert.ok(!sheet.pieces.some(({ layer }) => layer === '家具'))
  const { choice, unit } = proposeChoice(drawing, sheet)
  assert.deepEqual(unit.findings.map(({ code, values }) => [code, values['factor']]), [['unit-suspected', 0.03937]])
  assert.deepEqual([choice.unit, choice.by, choice.roomLayers, choice.labelLayers.toSorted()], ['mm', 'walls', ['WALL'], ['房号', '房间名称'].toSorted()])
  const { floors, rooms, findings, origin } = recognise(sheet, choice)
  assert.deepEqual(floors.map(({ title, level, rooms: on }) => [title, level, on.length]), titles.map((title, at) => [title, at + 1, 17]))
  assert.deepEqual(origin, [farX, farY])
  assert.deepEqual(findings.map(({ code }) => code), ['openings-closed'])
  assert.equal(new Set(rooms.map(({ code }) => code)).size, 5 * 16 + 1)
  const first = rooms.find(({ code }) => code === '101')
  assert.deepEqual([first?.name, first?.area, first?.floor], ['办公室甲', '21.60', 1])
  assert.deepEqual(rooms.filter(({ name }) => name === '走廊').map(({ area }) => area), Array.from({ length: 5 }, () => rooms.find(({ name }) => name === '走廊')?.area))
})

test('the same sheet between walls of unknown layers is still read when the surveyor says which', () => {
  const drawing = readDrawing(inGbk(sheetText().replaceAll('WALL', 'LIN2')))
  const sheet = layFlat(drawing)
  const { rooms } = recognise(sheet, { unit: 'mm', by: 'walls', roomLayers: ['LIN2'], labelLayers: [] })
  assert.equal(rooms.length, 85)
})
