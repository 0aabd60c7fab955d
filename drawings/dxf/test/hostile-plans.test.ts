// Whole plans made to hurt 恶意图纸: a million entities, blocks in each other, solids, the wrong code page, holes within holes; each ends in findings, and what can be read is read.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layFlat, proposeChoice, readDrawing, recognise, recogniseProposed } from '../src/index.ts'
import { bytes, dxf, insert, line, outline, rectangle, text, version } from './draw.ts'
import type { Group } from './draw.ts'
import { inGbk } from './gbk.ts'

function read(file: Uint8Array) {
  const drawing = readDrawing(file)
  const sheet = layFlat(drawing)
  const proposal = proposeChoice(drawing, sheet)
  const { recognition: { rooms, findings } } = recogniseProposed(sheet, proposal)
  const said = [...drawing.findings, ...sheet.findings, ...proposal.unit.findings, ...findings]
  for (const { zh, en } of said) assert.ok(zh.length > 5 && en.length > 5 && !/\{\w+\}|undefined|NaN/.test(zh + en), zh)
  for (const { ring, area } of rooms) assert.ok(ring.flat().every(Number.isFinite) && /^\d+\.\d\d$/.test(area))
  return { rooms: rooms.map(({ name, area }) => `${name ?? '-'} ${area}`), codes: said.map(({ code }) => code) }
}
const office = (x = 0): readonly (readonly Group[])[] => [rectangle('房间', x, 0, 4000, 5000), text('文字', x + 1500, 2500, '办公室')]

test('a million entities in eighteen megabytes: as many as the limit are kept, the rest are counted, and it ends', () => {
  const { codes } = read(bytes(`0\nSECTION\n2\nENTITIES\n${'0\nLINE\n8\n0\n11\n9\n'.repeat(1_000_000)}0\nENDSEC\n0\nEOF\n`))
  assert.ok(codes.includes('too-many-entities'), codes.join())
  assert.ok(codes.includes('no-rooms') || codes.includes('too-many-walls'), codes.join())
})

test('blocks that hold each other, and one that holds itself: the ring is broken, the rooms beside it are read', () => {
  const { rooms, codes } = read(bytes(dxf({
    header: version('AC1024', 'ANSI_936', 4),
    blocks: { A: [insert('0', 'B', 1, 1)], B: [insert('0', 'C', 1, 1)], C: [insert('0', 'A', 1, 1), line('0', 0, 0, 10, 10)], SELF: [insert('0', 'SELF', 0, 0), insert('0', 'SELF', 5, 5)] },
    entities: [insert('0', 'A', 0, 0), insert('0', 'SELF', 0, 0), insert('0', 'NOWHERE', 0, 0), ...office()],
  })))
  assert.deepEqual(rooms, ['办公室 20.00'])
  assert.ok(codes.some((code) => code.includes('block')), codes.join())
})

test('solids, faces, meshes and lines that rise: what lies flat is read as it is seen from above', () => {
  const rising = (x0: number, y0: number, x1: number, y1: number): readonly Group[] => [[0, 'LINE'], [8, 'WALL'], [10, x0], [20, y0], [30, 0], [11, x1], [21, y1], [31, 3000]]
  const { rooms, codes } = read(bytes(dxf({
    header: version('AC1024', 'ANSI_936', 4),
    entities: [
      [[0, '3DSOLID'], [8, 'WALL'], [70, 1], [1, 'ejd kkj kkj']], [[0, 'BODY'], [8, '0']], [[0, 'REGION'], [8, '0']], [[0, 'MESH'], [8, '0']],
      [[0, '3DFACE'], [8, '0'], [10, 0], [20, 0], [30, 0], [11, 1], [21, 0], [31, 9], [12, 1], [22, 1], [32, 9], [13, 0], [23, 1], [33, 0]],
      rising(0, 0, 4000, 0), rising(4000, 0, 4000, 5000), rising(4000, 5000, 0, 5000), rising(0, 5000, 0, 0), text('文字', 1500, 2500, '办公室'),
    ],
  })))
  assert.deepEqual(rooms, ['办公室 20.00'])
  assert.ok(codes.includes('drawn-in-space') || codes.includes('entities-passed-over'), codes.join())
})

test('a code page that is not that of the bytes: Chinese is read where the bytes say so', () => {
  const plan = (page: string): string => dxf({ header: version('AC1015', page, 4), entities: office() })
  for (const [page, encode] of [['ANSI_1252', inGbk], ['ANSI_950', inGbk], ['ANSI_936', bytes], ['UTF-16 LE', inGbk], ['', inGbk]] as const) {
    const { rooms } = read(encode(plan(page)))
    assert.deepEqual(rooms.map((room) => room.split(' ').at(-1)), ['20.00'], page)
    if (page !== 'ANSI_950') assert.deepEqual(rooms, ['办公室 20.00'], `${page} ${encode.name}`)
  }
})

test('holes within holes within holes: every floor space is counted once', () => {
  const rings = Array.from({ length: 8 }, (_, at) => rectangle('房间', at * 500, at * 500, 10_000 - at * 1000, 10_000 - at * 1000))
  const { rooms } = read(bytes(dxf({ header: version('AC1024', 'ANSI_936', 4), entities: rings })))
  const total = rooms.reduce((sum, room) => sum + Number(room.split(' ').at(-1)), 0)
  assert.equal(Math.round(total * 100) / 100, 100)
})

test('cut anywhere, a plan keeps the rooms that stood before the cut', () => {
  const whole = dxf({ header: version('AC1024', 'ANSI_936', 4), entities: [0, 5000, 10_000, 15_000].flatMap((x) => office(x)) })
  let most = 0
  for (let at = 400; at < whole.length; at += 331) {
    const { rooms } = read(bytes(whole.slice(0, at)))
    assert.ok(rooms.length >= most, `at ${at} of ${whole.length}`)
    most = rooms.length
  }
  assert.equal(most, 4)
})

test('coordinates of nowhere beside a plan leave the plan as it is', () => {
  const nowhere = ['NaN', '1e300', '-1E300', '1e308', 'Infinity', '1.#QNAN', '', 'x'].flatMap((value): readonly (readonly Group[])[] => [
    [[0, 'LINE'], [8, '房间'], [10, value], [20, 0], [11, 1], [21, value]], [[0, 'LWPOLYLINE'], [8, '房间'], [90, 3], [70, 1], [10, value], [20, 1], [10, 2], [20, value], [10, 3], [20, 3]],
    [[0, 'TEXT'], [8, '文字'], [10, value], [20, value], [40, value], [1, '办公室']], [[0, 'ARC'], [8, '房间'], [10, 0], [20, 0], [40, value], [50, value], [51, value]],
    [[0, 'INSERT'], [8, '房间'], [2, 'A'], [10, value], [20, 0], [41, value], [42, value], [50, value]],
  ])
  const { rooms } = read(bytes(dxf({ header: version('AC1024', 'ANSI_936', 4), blocks: { A: [outline('0', [[0, 0], [1, 0], [1, 1]])] }, entities: [...nowhere, ...office()] })))
  assert.deepEqual(rooms.filter((room) => room.startsWith('办公室')), ['办公室 20.00'])
})

test('a thousand doors on top of each other are one comparison too many at worst, never a wait without an end', () => {
  const doors = Array.from({ length: 3000 }, (_, at): readonly Group[] => [[0, 'ARC'], [8, 'WALL'], [10, at % 7], [20, at % 5], [40, 900], [50, 0], [51, 90]])
  const drawing = readDrawing(bytes(dxf({ header: version('AC1024', 'ANSI_936', 4), entities: doors })))
  const { findings } = recognise(layFlat(drawing), { unit: 'mm', by: 'walls', roomLayers: ['WALL'], labelLayers: [] })
  assert.ok(findings.length > 0)
})
