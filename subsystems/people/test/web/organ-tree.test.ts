// 单位树: organs below their superiors, folded and unfolded, found by a word; sums that do not hide a surplus behind a vacancy.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organTree, shownRows, sumsOf } from '../../src/web/organ-tree.ts'

const row = (id: string, parent: string | null, organ: string, category: string, free = 0) => ({ id, parent, organ, category, approved: 10, filled: 10 - free, free })
const rows = [
  row('finance', null, '财政局', 'government', 2),
  row('payments', 'finance', '国库支付中心', 'institution', -1),
  row('office', null, '区委办公室', 'party'),
  row('lost', 'gone', '已无上级的单位', 'institution'),
]
const names = (open: readonly string[], word = '') => shownRows({ tree: organTree(rows), open: new Set(open), word }).map(({ node, depth }) => `${'·'.repeat(depth)}${String(node.row.organ)}`)

test('the top stands in the order of the categories, whatever has no superior with it', () => {
  assert.deepEqual(names([]), ['区委办公室', '财政局', '已无上级的单位'])
})
test('unfolding shows what is below', () => {
  assert.deepEqual(names(['finance']), ['区委办公室', '财政局', '·国库支付中心', '已无上级的单位'])
})
test('a word shows what answers to it and the way there', () => {
  assert.deepEqual(names([], '国库'), ['财政局', '·国库支付中心'])
})
test('a surplus is not made up for by a vacancy', () => {
  assert.deepEqual(sumsOf(rows), { organs: 4, approved: 40, filled: 39, free: 2, over: 1 })
})
