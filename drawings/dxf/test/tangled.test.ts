// Lines and rings laid so that everything lies near everything: recognition ends, and tells what it left.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layFlat, proposeChoice, readDrawing, recognise } from '../src/index.ts'
import { bytes, dxf, line, outline, rectangle, text } from './draw.ts'

test('tangles drawn on purpose end, and are told', () => {
  const many = 1200
  const parallel = Array.from({ length: many }, (_, at) => line('A', at, 0, at + 50_000, 50_000))
  const zigzag = outline('B', Array.from({ length: many }, (_, at): [number, number] => (at % 2 === 0 ? [at, 0] : [at + 50_000, 50_000])))
  const rings = Array.from({ length: 600 }, (_, at) => rectangle('C', at, at, 60_000 - 2 * at, 60_000 - 2 * at))
  const labels = Array.from({ length: 600 }, (_, at) => text('C', 30_000 + at / 10, 30_000, '办公室'))
  const drawing = readDrawing(bytes(dxf({ entities: [...parallel, zigzag, ...rings, ...labels] })))
  const sheet = layFlat(drawing)
  proposeChoice(drawing, sheet)
  for (const by of ['walls', 'outlines'] as const)
    for (const layer of ['A', 'B', 'C']) {
      const { findings } = recognise(sheet, { unit: 'mm', by, roomLayers: [layer], labelLayers: [] }, { comparisons: 200_000 })
      if (layer === 'A') assert.ok(findings.some(({ code }) => code === 'too-tangled'), by)
    }
})
