// What is typed, what is sent, and what is said beside an input.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bool, choice, choices, date, files, instant, int, money, quantity, ref, text } from '@houqin/define'
import type { Field } from '@houqin/define'
import { changedValues, emptyEntry, entriesOf, entryOf, givenOf, givenValues, halfWidth } from '../src/fields/entries.ts'
import type { Entry } from '../src/fields/entries.ts'
import { sayIn } from '../src/words/locale.ts'

const say = sayIn('zh')
const sent = (field: Field, entry: Entry): unknown => {
  const given = givenOf({ field, entry, say })
  return 'says' in given ? given.says : given.value
}

test('figures typed with an input method, commas or a currency sign are understood', () => {
  assert.equal(halfWidth('１，２３４．５０'), '1234.50')
  assert.equal(sent(money('单价'), '¥1,234.50'), '1234.5')
  assert.equal(sent(money('单价'), '￥1,234.50'), '1234.5')
  assert.equal(sent(int('人数'), '１２'), 12)
})
test('a quantity keeps its digits and refuses more than its scale', () => {
  assert.equal(sent(quantity('面积', '㎡'), '90071992547409931.05'), '90071992547409931.05')
  assert.equal(sent(quantity('面积', '㎡'), '1.234'), '小数最多 2 位')
  assert.equal(sent(quantity('面积', '㎡'), '1.230'), '1.23')
  assert.equal(sent(quantity('面积', '㎡'), '约十'), '请填数字')
})
test('whole numbers stay within what is declared', () => {
  const people = int('人数', { min: 1, max: 50 })
  assert.equal(sent(people, '0'), '不小于 1')
  assert.equal(sent(people, '51'), '不大于 50')
  assert.equal(sent(people, '1.5'), '请填整数')
})
test('an empty input is asked for, or sent as nothing when it may be left out', () => {
  assert.equal(sent(text('姓名'), '  '), '请填写')
  assert.equal(sent(text('备注', { optional: true }), ''), null)
  assert.deepEqual(sent(files('照片'), []), [])
  assert.deepEqual(sent(choices('设施', { lift: '电梯' }), []), [])
})
test('text is measured and matched as declared, and sent as it was typed', () => {
  assert.equal(sent(text('车牌号', { max: 3 }), '苏B12'), '最多 3 字，现在 4 字')
  assert.equal(sent(text('单号', { pattern: { expression: /^BX-/, says: '应为报修单号' } }), 'TS-1'), '应为报修单号')
  assert.equal(sent(text('密码'), ' a b '), ' a b ')
})
test('a moment goes out in UTC and comes back to the wall clock; a reference goes out as its id', () => {
  assert.equal(sent(instant('开始'), '2026-11-24T09:30'), '2026-11-24T01:30:00.000Z')
  assert.equal(entryOf(instant('开始'), '2026-11-24T01:30:00.000Z'), '2026-11-24T09:30')
  assert.equal(sent(ref('房间', { id: 'places.room' }), { id: '01a0', name: '101' }), '01a0')
})
test('a bool that must be answered starts at no, one that may be left out starts at nothing', () => {
  assert.equal(emptyEntry(bool('公开')), false)
  assert.equal(emptyEntry(bool('公开', { optional: true })), null)
})
test('all issues of a form are found at once, the rest is ready to send', () => {
  const fields = { name: text('名称'), kind: choice('类型', { office: '办公' }), bought: date('购置日期', { optional: true }) }
  const { values, issues } = givenValues({ fields, entries: { name: '', kind: 'office', bought: '' }, say })
  assert.deepEqual(issues, { name: '请填写' })
  assert.deepEqual(values, { kind: 'office', bought: null })
})
test('what is not asked beside what is chosen is left out, whatever was typed before', () => {
  const fields = { kind: choice('类别', { given: '借出', kept: '留用' }), whom: text('借给谁', { only: { kind: ['given'] } }), photos: files('照片', { only: { kind: ['given'] } }) }
  assert.deepEqual(givenValues({ fields, entries: { kind: 'kept', whom: '张三', photos: ['a'] }, say }), { values: { kind: 'kept', whom: null, photos: [] }, issues: {} })
  assert.deepEqual(givenValues({ fields, entries: { kind: 'given', whom: '' }, say }).issues, { whom: '请填写' })
})
test('only what differs from what was read counts as changed', () => {
  const fields = { name: text('名称'), steward: ref('负责人', { id: 'people.person' }), photos: files('照片') }
  const before = entriesOf(fields, { name: '甲', steward: { id: '1', name: '周' }, photos: ['f1'] })
  assert.deepEqual(changedValues(fields, before, { ...before }), [])
  assert.deepEqual(changedValues(fields, before, { ...before, steward: { id: '2', name: '吴' } }), ['steward'])
})
