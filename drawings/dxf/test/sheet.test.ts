// Entities and blocks: everything where it is seen, round things round, and blocks that would never end come to an end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentsOf } from '../src/contents.ts'
import { flattenPath } from '../src/curves.ts'
import type { Drawing } from '../src/drawing.ts'
import { readDrawing } from '../src/reader.ts'
import { layFlat } from '../src/sheet.ts'
import type { Sheet } from '../src/sheet.ts'
import { arc, bytes, centred, dxf, insert, line, outline, rectangle, text } from './draw.ts'
import type { DrawnFile, Group } from './draw.ts'

function opened(file: DrawnFile, withHidden = false, most = 20_000): { drawing: Drawing; sheet: Sheet; codes: string[] } {
  const drawing = readDrawing(bytes(dxf(file)))
  const sheet = layFlat(drawing, { withHidden, most })
  return { drawing, sheet, codes: [...drawing.findings, ...sheet.findings].map(({ code }) => code) }
}
const rounded = (points: readonly number[]): number[] => points.map((value) => Math.round(value * 1e6) / 1e6 + 0)

test('a block within a block, scaled, turned and in rows', () => {
  const { sheet } = opened({
    blocks: { desk: [rectangle('0', 0, 0, 2, 1)], pair: [insert('0', 'desk', 10, 0), insert('F', 'desk', 20, 0, [[50, 90]])] },
    entities: [insert('家具', 'PAIR', 100, 0, [[41, 2], [42, 2], [70, 2], [71, 1], [44, 50]])],
  })
  assert.deepEqual(sheet.pieces.map(({ layer, block, points }) => [layer, block, rounded(points)]), [
    ['家具', 'pair', [120, 0, 124, 0, 124, 2, 120, 2]],
    ['F', 'pair', [140, 0, 140, 4, 138, 4, 138, 0]],
    ['家具', 'pair', [170, 0, 174, 0, 174, 2, 170, 2]],
    ['F', 'pair', [190, 0, 190, 4, 188, 4, 188, 0]],
  ])
  assert.deepEqual(sheet.blocks, { desk: 4, pair: 2 })
})

test('blocks that contain themselves, each other, or nothing at all a billion times, come to an end', () => {
  const { codes, sheet } = opened({
    blocks: {
      A: [line('0', 0, 0, 1, 0), insert('0', 'B', 0, 0)], B: [insert('0', 'a', 0, 0)], E: [],
      ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`N${at}`, [insert('0', `N${at + 1}`, 0, 0)]])),
    },
    entities: [insert('0', 'A', 0, 0), insert('0', 'N0', 0, 0), insert('0', 'gone', 0, 0), insert('0', 'E', 0, 0, [[70, 32_767], [71, 32_767]])],
  })
  assert.equal(sheet.pieces.length, 1)
  for (const code of ['block-in-itself', 'block-missing', 'blocks-too-deep', 'too-many-pieces']) assert.ok(codes.includes(code), code)
})

test('blocks that multiply stop at the limit and say so', () => {
  const blocks = Object.fromEntries(Array.from({ length: 12 }, (_, at): [string, readonly (readonly Group[])[]] =>
    [`D${at}`, at === 11 ? [line('0', 0, 0, 1, 1)] : Array.from({ length: 10 }, () => insert('0', `D${at + 1}`, 0, 0))]))
  const { sheet, codes } = opened({ blocks, entities: [insert('0', 'D0', 0, 0)] })
  assert.ok(sheet.pieces.length <= 20_000)
  assert.ok(codes.includes('too-many-pieces'))
})

test('arcs stay round when turned and mirrored, and are flattened when pressed', () => {
  const { sheet } = opened({
    blocks: { door: [arc('0', 0, 0, 900, 0, 90)] },
    entities: [insert('0', 'door', 5000, 0, [[41, -1], [50, 90]]), insert('0', 'door', 0, 0, [[41, 2]]), [[0, 'CIRCLE'], [8, '0'], [10, 1], [20, 2], [40, 3]]],
  })
  const [mirrored, pressed, circle] = sheet.pieces
  assert.ok(mirrored && pressed && circle)
  const flat = flattenPath(mirrored)
  for (let at = 0; at < flat.length; at += 2) assert.ok(Math.abs(Math.hypot((flat[at] ?? 0) - 5000, flat[at + 1] ?? 0) - 900) < 1e-6)
  assert.deepEqual(rounded(mirrored.points.slice(0, 2)), [5000, -900])
  assert.equal(pressed.bulges, undefined)
  assert.deepEqual(rounded(pressed.points.slice(0, 2)), [1800, 0])
  const round = flattenPath(circle)
  assert.equal(round.length / 2, 180)
  for (let at = 0; at < round.length; at += 2) assert.ok(Math.abs(Math.hypot((round[at] ?? 0) - 1, (round[at + 1] ?? 0) - 2) - 3) < 1e-9)
})

test('old polylines, bulges, ellipses, splines and fills', () => {
  const vertex = (x: number, y: number, more: readonly Group[] = []): readonly Group[] => [[0, 'VERTEX'], [8, 'A'], [10, x], [20, y], ...more]
  const { sheet, codes } = opened({
    entities: [
      [[0, 'POLYLINE'], [8, 'A'], [66, 1], [70, 1], ...vertex(0, 0), ...vertex(10, 0, [[42, 1]]), ...vertex(10, 10), [0, 'SEQEND']],
      [[0, 'ELLIPSE'], [8, 'A'], [10, 0], [20, 0], [11, 4], [21, 0], [40, 0.5], [41, 0], [42, 2 * Math.PI]],
      [[0, 'SPLINE'], [8, 'A'], [70, 8], [71, 3], ...[0, 0, 0, 0, 1, 1, 1, 1].map((knot): Group => [40, knot]), [10, 0], [20, 0], [10, 0], [20, 3], [10, 3], [20, 3], [10, 3], [20, 0]],
      [[0, 'HATCH'], [8, 'A'], [10, 0], [20, 0], [91, 2], [92, 3], [72, 0], [73, 1], [93, 3], [10, 0], [20, 0], [10, 5], [20, 0], [10, 5], [20, 5],
        [92, 1], [93, 2], [72, 1], [10, 0], [20, 0], [11, 2], [21, 0], [72, 2], [10, 1], [20, 0], [40, 1], [50, 0], [51, 180], [73, 1], [97, 0]],
      [[0, 'POLYLINE'], [8, 'A'], [70, 64], ...vertex(0, 0), [0, 'SEQEND']], [[0, '3DFACE'], [8, 'A'], [10, 1]],
      [[0, 'CIRCLE'], [8, 'A'], [10, 1], [20, 1], [40, 1], [210, 1], [220, 0], [230, 0]],
    ],
  })
  assert.deepEqual(sheet.pieces.map(({ from, closed }) => [from, closed]), [['POLYLINE', true], ['ELLIPSE', true], ['SPLINE', false], ['HATCH', true], ['HATCH', true]])
  const ellipse = sheet.pieces[1]?.points ?? []
  assert.deepEqual([Math.max(...ellipse), ellipse.length / 2], [4, 180])
  const spline = sheet.pieces[2]?.points ?? []
  assert.deepEqual(rounded([...spline.slice(0, 2), ...spline.slice(-2), spline[8] ?? 0, spline[9] ?? 0]), [0, 0, 3, 0, 1.5, 2.25])
  const half = sheet.pieces[4]?.points ?? []
  assert.deepEqual(rounded(half.slice(-2)), [0, 0])
  assert.ok(codes.includes('drawn-in-space'))
})

test('what is seen from below is turned over', () => {
  const { sheet } = opened({ entities: [[...outline('A', [[1, 0], [2, 0], [2, 1]]), [210, 0], [220, 0], [230, -1]]] })
  assert.deepEqual(rounded(sheet.pieces[0]?.points ?? []), [-1, 0, -2, 0, -2, 1])
})

test('hidden layers are left out unless asked for, paper space always', () => {
  const file: DrawnFile = {
    layers: [[[2, '冻结'], [70, 1], [62, 7]], [[2, '关闭'], [70, 0], [62, -3]], [[2, '墙'], [70, 0], [62, 7]]],
    entities: [line('冻结', 0, 0, 1, 0), line('关闭', 0, 0, 1, 0), line('墙', 0, 0, 1, 0), [...line('墙', 9, 9, 10, 9), [67, 1]], [...line('墙', 9, 9, 10, 9), [60, 1]]],
  }
  assert.deepEqual(opened(file).sheet.pieces.map(({ layer }) => layer), ['墙'])
  const { drawing, sheet } = opened(file, true)
  assert.deepEqual(sheet.pieces.map(({ layer }) => layer), ['冻结', '关闭', '墙'])
  assert.equal(drawing.onPaper, 1)
  assert.deepEqual(contentsOf(drawing, sheet).layers.map(({ name, hidden }) => [name, hidden]), [['关闭', true], ['冻结', true], ['墙', false]])
})

test('the middle of a text is found from where it was anchored', () => {
  const { sheet } = opened({
    blocks: { tag: [[[0, 'ATTDEF'], [8, '0'], [10, 0], [20, 0], [40, 1], [1, '样'], [2, 'N']]] },
    entities: [
      text('T', 0, 0, '办公', 300), centred('T', 1000, 1000, '会议', 300),
      [[0, 'MTEXT'], [8, 'T'], [10, 0], [20, 0], [40, 100], [71, 1], [1, '档案室\\P12.5']],
      [...insert('T', 'tag', 5, 5, [[66, 1]]), [0, 'ATTRIB'], [8, 'T'], [10, 50], [20, 60], [40, 10], [1, '机要'], [2, 'N'], [70, 0], [0, 'SEQEND']],
    ],
  })
  assert.deepEqual(sheet.labels.map(({ from, lines, x, y }) => [from, lines, ...rounded([x, y])]), [
    ['TEXT', ['办公'], 300, 150], ['TEXT', ['会议'], 1000, 1000], ['MTEXT', ['档案室', '12.5'], 150, -130], ['ATTRIB', ['机要'], 60, 65],
  ])
})
