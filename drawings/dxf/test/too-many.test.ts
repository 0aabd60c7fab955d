// More than a plan can hold: the limit is kept, the rest counted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDrawing } from '../src/reader.ts'
import { bytes } from './draw.ts'

test('more entities than the limit: the limit is kept, the rest counted', () => {
  const [most, over] = [5000, 25]
  const file = bytes(`0\nSECTION\n2\nENTITIES\n${'0\nCIRCLE\n40\n1\n'.repeat(most + over)}0\nENDSEC\n0\nEOF\n`)
  const drawing = readDrawing(file, { entities: most })
  assert.equal(drawing.entities.length, most)
  assert.deepEqual(drawing.findings.map(({ code, values }) => [code, values['limit'], values['count']]), [['too-many-entities', most, over]])
})
