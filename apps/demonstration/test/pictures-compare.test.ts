// What the comparison of two outlines tells, and what it lets pass.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differences } from '../src/pictures/compare.ts'
import type { Piece } from '../src/pictures/outline.ts'

const heading: Piece = { kind: 'heading', label: '房间', x: 232, width: 40, height: 0 }
const field: Piece = { kind: 'field', label: '搜索房间', x: 248, width: 240, height: 32 }
const button: Piece = { kind: 'button', label: '筛选', x: 520, width: 64, height: 32 }

test('the fonts of another machine are no change', () => {
  assert.deepEqual(differences({ kept: [heading, field, button], now: [heading, { ...field, width: 256 }, { ...button, x: 544 }] }), [])
})
test('what is gone, what is new and what moved are named', () => {
  const chooser: Piece = { ...button, label: '列' }
  assert.deepEqual(differences({ kept: [heading, field, button], now: [heading, chooser, { ...button, x: 1000 }] }), [
    'gone: field “搜索房间” at 248, 240 × 32',
    'new: button “列” at 520, 64 × 32',
    'moved: button “筛选” at 520, 64 × 32 → at 1000, 64 × 32',
  ])
})
test('a button that became a third lower is told', () => {
  assert.deepEqual(differences({ kept: [{ ...button, height: 48 }], now: [{ ...button, height: 24 }] }), ['moved: button “筛选” at 520, 64 × 48 → at 520, 64 × 24'])
})
test('of the same buttons in another order one is told to have gone and come', () => {
  assert.equal(differences({ kept: [field, button], now: [button, field] }).length, 2)
})
