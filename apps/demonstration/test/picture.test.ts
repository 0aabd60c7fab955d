// A picture of squares: some may differ, and a legend may change its order; more is told with both pictures.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { squareDifferences } from '../src/pictures/picture.ts'

const rows = Array.from({ length: 10 }, (_, row) => (row < 5 ? 'aaaaabbbbb' : '..........'))
const kept = { legend: ['区委办', '发改委'], rows }
test('a room that changed its colour is no other picture; half a floor is', () => {
  assert.deepEqual(squareDifferences(kept, kept), [])
  assert.deepEqual(squareDifferences(kept, { ...kept, rows: rows.map((row, at) => (at === 2 ? 'aaaaaccccc' : row)) }), [])
  assert.match(squareDifferences(kept, { ...kept, rows: rows.map((row) => row.replaceAll('b', 'a')) })[0] ?? '', /25 of 100 squares/)
})
test('another order of the legend is the same picture, another word in it is not', () => {
  const other = rows.map((row) => row.replaceAll('a', '!').replaceAll('b', 'a').replaceAll('!', 'b'))
  assert.deepEqual(squareDifferences(kept, { legend: ['发改委', '区委办'], rows: other }), [])
  assert.match(squareDifferences(kept, { legend: ['区委办', '财政局'], rows })[0] ?? '', /25 of 100 squares/)
})
test('a canvas that is gone or of another height is told', () => {
  assert.match(squareDifferences(kept, { ...kept, rows: [] })[0] ?? '', /0 squares high, kept are 10/)
})
