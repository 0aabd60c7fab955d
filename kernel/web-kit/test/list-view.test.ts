// The view of a list and its address: each says the other.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bool, choice, date, quantity } from '@houqin/define'
import type { Field } from '@houqin/define'
import { conditionText } from '../src/list/condition-text.ts'
import { conditionOn, nextSort, plainView, queryOf, readView, withCondition, withoutField, writeView } from '../src/list/list-view.ts'
import { sayIn } from '../src/words/locale.ts'

const address = 'q=%E5%8D%97%E9%95%BF&where.kind.in=office,hall&where.area.gte=100&sort=-area&asOf=2026-11-24&retired=true&columns=name,area'

test('an address is read and written back the same', () => {
  const view = readView(address)
  assert.equal(view.q, '南长')
  assert.deepEqual(view.columns, ['name', 'area'])
  assert.equal(conditionOn(view, 'kind', 'is'), 'office,hall')
  assert.deepEqual(readView(writeView(view)), view)
})
test('the server is asked for what the address says, without the columns, in the usual order when none is named', () => {
  assert.deepEqual(queryOf(readView(address), 'name'), {
    q: '南长', 'where.kind.in': 'office,hall', 'where.area.gte': '100', sort: '-area', asOf: '2026-11-24', retired: 'true',
  })
  assert.deepEqual(queryOf(plainView, 'name'), { sort: 'name' })
})
test('one value is asked for as equal, so that a comma never turns it into several', () => {
  assert.deepEqual(queryOf(withCondition(plainView, { field: 'kind', operator: 'is', value: 'office' })), { 'where.kind': 'office' })
})
test('reports may write a condition shortly', () => {
  assert.equal(conditionOn(readView('overdue=true'), 'overdue', 'is'), 'true')
})
test('a condition replaces its like, and an empty one goes', () => {
  const one = withCondition(readView('where.area.gte=100&where.area.lt=200'), { field: 'area', operator: 'gte', value: '50' })
  assert.equal(conditionOn(one, 'area', 'gte'), '50')
  assert.equal(conditionOn(one, 'area', 'lt'), '200')
  assert.equal(withCondition(one, { field: 'area', operator: 'lt', value: '' }).conditions.length, 1)
  assert.equal(withoutField(one, 'area').conditions.length, 0)
})
test('an operator nobody knows is not asked', () => {
  assert.equal(readView('where.area.like=1').conditions.length, 0)
})
test('a head pressed three times is back where it was', () => {
  const first = nextSort('', 'area')
  const second = nextSort(first, 'area')
  assert.deepEqual([first, second, nextSort(second, 'area')], ['area', '-area', ''])
})

const say = sayIn('zh')
const names = { of: (declared: { title: string } | { label: string }) => ('label' in declared ? declared.label : declared.title), option: (field: Field, key: string) => (field.kind === 'choice' ? (field.options[key] ?? key) : key) }
const told = (field: Field, search: string): string => {
  const [condition] = readView(search).conditions
  assert.ok(condition)
  return conditionText({ field, condition, say, names })
}
test('chips say their condition in words', () => {
  assert.equal(told(choice('用途', { office: '办公', hall: '大厅' }), 'where.use=office,hall'), '用途 办公、大厅')
  assert.equal(told(quantity('面积', '㎡'), 'where.area.gte=1000'), '面积 ≥ 1,000 ㎡')
  assert.equal(told(bool('局统一管理'), 'where.managed=true'), '局统一管理 是')
  assert.equal(told(date('租期至', { optional: true }), 'where.until.null=true'), '租期至 未填')
})
test('the last day of a span is told as included, though the query ends before the next', () => {
  assert.equal(told(date('租期至'), 'where.until.lt=2026-12-01'), '租期至 至 2026-11-30')
})
