// Broken and hostile files: findings, never an exception, never a wait without an end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contentsOf } from '../src/contents.ts'
import { proposeChoice } from '../src/proposal.ts'
import { readDrawing } from '../src/reader.ts'
import { recognise } from '../src/recognition.ts'
import { layFlat } from '../src/sheet.ts'
import { bytes, dxf, line, outline, rectangle, text } from './draw.ts'
import { sample, sampleNames } from './sample.ts'

const codesOf = (file: Uint8Array): string[] => readDrawing(file).findings.map(({ code }) => code)

test('files that are no ASCII DXF are told apart in words', () => {
  assert.deepEqual(codesOf(bytes('AutoCAD Binary DXF\r\n\x1a\0\0\0')), ['binary-dxf'])
  assert.deepEqual(codesOf(bytes('AC1032\0\0\0\0\0\x01')), ['dwg'])
  for (const other of ['', '\n', 'PK\x03\x04 a zip', '%PDF-1.7', '<svg/>', 'name,area\n1,2\n', '\0\0\0\0']) assert.deepEqual(codesOf(bytes(other)), ['not-dxf'], JSON.stringify(other))
  assert.match(readDrawing(bytes('%PDF-1.7')).findings[0]?.zh ?? '', /另存为 ASCII DXF/)
})

test('a file broken off keeps what stood before, and says so', () => {
  const whole = dxf({ entities: [rectangle('A', 0, 0, 10, 10), text('A', 1, 1, '办公室')], end: false })
  const drawing = readDrawing(bytes(whole.slice(0, whole.indexOf('TEXT'))))
  assert.equal(drawing.entities.length, 1)
  assert.deepEqual(drawing.findings.map(({ code }) => code), ['broken-off'])
})

test('coordinates that are no places are left out and counted', () => {
  const broken = ['nan', '1e300', '-1.#IND', '1e13', ''].map((x) => [...line('A', 0, 0, 1, 1).slice(0, 2), [10, x] as const, [20, 0] as const, [11, 1] as const, [21, 1] as const])
  const drawing = readDrawing(bytes(dxf({ entities: [...broken, outline('A', [[0, 0], [Number.NaN, 1], [1, 1]]), line('A', 0, 0, 1, 1)] })))
  assert.equal(drawing.entities.length, 1)
  assert.deepEqual(drawing.findings.map(({ code, values }) => [code, values['count']]), [['coordinates-impossible', 6]])
})

test('an empty model space, and one with nothing but kinds unknown', () => {
  assert.deepEqual(codesOf(bytes(dxf({ entities: [] }))), ['nothing-drawn'])
  assert.deepEqual(codesOf(bytes(dxf({ entities: [[[0, 'TCH_WALL'], [8, 'WALL']], [[0, 'ACAD_PROXY_ENTITY'], [8, '0']], [[0, 'WIPEOUT']]] }))),
    ['objects-of-tangent', 'proxy-objects', 'entities-passed-over', 'nothing-drawn'])
})

for (const name of sampleNames)
  test(`${name}, bitten: read to its end whatever was changed`, () => {
    const file = sample(name)
    const bite = fc.record({ at: fc.nat({ max: file.length - 1 }), cut: fc.nat({ max: 400 }), put: fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constantFrom('0\nINSERT\n', ' 10\n1e308\n', '\n', '0\nENDSEC\n', '0\nSEQEND\n', '92\n99999999\n').map(bytes)) })
    fc.assert(fc.property(fc.array(bite, { minLength: 1, maxLength: 20 }), fc.boolean(), (bites, broken) => {
      const parts: Uint8Array[] = []
      let from = 0
      for (const { at, cut, put } of bites.toSorted((a, b) => a.at - b.at)) {
        if (at < from) continue
        parts.push(file.subarray(from, at), put)
        from = at + cut
      }
      if (!broken) parts.push(file.subarray(Math.min(from, file.length)))
      const drawing = readDrawing(Buffer.concat(parts))
      const sheet = layFlat(drawing)
      contentsOf(drawing, sheet)
      const { choice, unit } = proposeChoice(drawing, sheet)
      const { rooms, findings } = recognise(sheet, choice)
      for (const { area, ring } of rooms) assert.ok(/^\d+\.\d\d$/.test(area) && ring.flat().every(Number.isFinite))
      for (const { zh, en } of [...drawing.findings, ...sheet.findings, ...unit.findings, ...findings]) assert.doesNotMatch(zh + en, /\{\w+\}|undefined|NaN/)
    }), { numRuns: name === 'house-bishop' ? 6 : 100 })
  })
