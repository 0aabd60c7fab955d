// What a form may hold: every refusal is a sentence that names the field, what is wrong and what is expected.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bool, choice, choices, date, files, instant, int, lines, longText, quantity, ref, text } from '@houqin/define'
import type { Fields } from '@houqin/define'
import { Problem } from '@houqin/problem'
import { z } from 'zod'
import { inputSchema, parseInput, parseLines } from '@houqin/fields'

const id = '01a0b6c4-7d3e-7000-8000-000000000001'
const room: Fields = {
  name: text('名称', { max: 10 }),
  area: quantity('面积', '㎡', { min: '0' }),
  seats: int('座位数', { min: 1, max: 500, unit: '座', optional: true }),
  use: choice('用途', { office: '办公室', meeting: '会议室' }),
  days: choices('开放日', { mon: '周一', tue: '周二' }, { optional: true }),
  open: bool('开放', { optional: true }),
  built: date('建成日期', { optional: true }),
  checkedAt: instant('检查时间', { optional: true }),
  site: ref('场所', { id: 'places.site' }, { optional: true }),
  photos: files('照片', { max: 2 }),
  note: longText('备注', { optional: true, max: 50 }),
}
const good = { name: '会议室', area: '12.5', use: 'office' }

function issuesOf(value: unknown, options: { partial?: boolean; at?: string; fields?: Fields } = {}): { at: string; zh: string; en: string }[] {
  try {
    parseInput(options.fields ?? room, value, options)
    return []
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    assert.equal(error.type, 'bad-input')
    return error.issues.map(({ at, says }) => ({ at, ...says }))
  }
}
const sayings = (value: object): string[] => issuesOf({ ...good, ...value }).map(({ zh }) => zh)

test('a whole form is read into what is stored: exact, trimmed, nothing left undefined', () => {
  assert.deepEqual(parseInput(room, { ...good, name: '  会议室　', seats: ' １２ ', area: '０１,２３４.５０', photos: [id.toUpperCase(), id], checkedAt: '2026-11-24T09:30:00+08:00' }), {
    name: '会议室', area: '1234.50', seats: 12, use: 'office', days: [], open: null, built: null,
    checkedAt: '2026-11-24T01:30:00.000Z', site: null, photos: [id], note: null,
  })
})
test('a change reads only what is given, and can empty what is optional', () => {
  assert.deepEqual(parseInput(room, { seats: null, built: '' }, { partial: true }), { seats: null, built: null })
  assert.deepEqual(issuesOf({ name: null }, { partial: true }).map(({ zh }) => zh), ['“名称”必须填写'])
})
test('what is missing is asked for by its label, at its path', () => {
  assert.deepEqual(issuesOf({}, { at: 'input' }).map(({ at, zh }) => `${at} ${zh}`), [
    'input.name “名称”必须填写', 'input.area “面积”必须填写', 'input.use “用途”必须填写',
  ])
})
test('what is asked for some choices only is needed there, unless it is optional, and empty elsewhere', () => {
  const fields: Fields = {
    kind: choice('类别', { given: '借出', kept: '留用' }), whom: text('借给谁', { only: { kind: ['given'] } }), until: date('归还日期', { optional: true, only: { kind: ['given'] } }), photos: files('照片', { only: { kind: ['kept'] } }),
  }
  assert.deepEqual(parseInput(fields, { kind: 'given', whom: '张三' }), { kind: 'given', whom: '张三', until: null, photos: [] })
  assert.deepEqual(parseInput(fields, { kind: 'kept', photos: [id] }), { kind: 'kept', whom: null, until: null, photos: [id] })
  assert.deepEqual(issuesOf({ kind: 'given' }, { fields, at: 'input' }).map(({ at, zh }) => `${at} ${zh}`), ['input.whom “借给谁”必须填写'])
  assert.deepEqual(issuesOf({ kind: 'kept', whom: '张三', photos: [id] }, { fields, at: 'input' }).map(({ at, zh }) => `${at} ${zh}`), ['input.whom 按所选的“类别”不填“借给谁”'])
})
test('decimals are exact: too many digits are refused in words, never rounded', () => {
  assert.deepEqual(sayings({ area: '1.234' }), ['“面积”最多 2 位小数，填了 3 位'])
  assert.deepEqual(parseInput(room, { ...good, area: '1.2300' }).area, '1.23')
  assert.deepEqual(parseInput(room, { ...good, area: '9007199254740993.07' }).area, '9007199254740993.07')
  assert.deepEqual(sayings({ area: '12345678901234567' }), ['“面积”整数部分最多 16 位，填了 17 位'])
  assert.deepEqual(sayings({ area: 12.5 }), ['“面积”应为加引号的十进制数，例如 "12.50"'])
  assert.deepEqual(sayings({ area: '1e3' }), ['“面积”应为加引号的十进制数，例如 "12.50"'])
  assert.deepEqual(sayings({ area: '1,23' }), ['“面积”应为加引号的十进制数，例如 "12.50"'])
  assert.deepEqual(sayings({ area: '-0.01' }), ['“面积”不能小于 0 ㎡，填的是 -0.01'])
  assert.equal(parseInput(room, { ...good, area: '-0' }).area, '0.00')
})
test('whole numbers keep their bounds', () => {
  assert.deepEqual(sayings({ seats: 0 }), ['“座位数”不能小于 1 座，填的是 0'])
  assert.deepEqual(sayings({ seats: 501 }), ['“座位数”不能大于 500 座，填的是 501'])
  for (const wrong of [1.5, '1.5', Number.NaN, '十二', true, [], {}, '1_000']) assert.deepEqual(sayings({ seats: wrong }), ['“座位数”应为整数，例如 12'])
  assert.deepEqual(sayings({ seats: '9'.repeat(40) }), ['“座位数”数字太大'])
  assert.deepEqual(issuesOf({ n: 3e9 }, { fields: { n: int('数') } }).map(({ zh }) => zh), ['“数”不能大于 2147483647，填的是 3000000000'])
})
test('days are days of the calendar, moments carry their zone', () => {
  assert.deepEqual(sayings({ built: '2026-02-30' }), ['“建成日期”没有 2026-02-30 这一天'])
  assert.deepEqual(sayings({ built: '2026/2/3' }), ['“建成日期”应为日期，例如 2026-11-24'])
  assert.equal(parseInput(room, { ...good, built: '２０２６-０２-２８' }).built, '2026-02-28')
  for (const wrong of ['2026-11-24T09:30:00', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', 0]) {
    assert.deepEqual(sayings({ checkedAt: wrong }), ['“检查时间”应为带时区的时刻，例如 2026-11-24T01:30:00Z'])
  }
})
test('text is bounded by characters, printable, one line unless it may have more', () => {
  assert.deepEqual(sayings({ name: '𠮷'.repeat(11) }), ['“名称”最多 10 个字，填了 11 个'])
  assert.equal(parseInput(room, { ...good, name: '𠮷'.repeat(10) }).name, '𠮷'.repeat(10))
  assert.deepEqual(sayings({ name: 'x'.repeat(5_000_000) }), ['“名称”最多 10 个字，填了 5000000 个'])
  assert.deepEqual(sayings({ name: '甲\u0000乙' }), ['“名称”含有不可见的控制字符，请删去后再填'])
  assert.deepEqual(sayings({ name: 'a\u202Eb' }), ['“名称”含有不可见的控制字符，请删去后再填'])
  assert.deepEqual(sayings({ name: '甲\n乙' }), ['“名称”只能写一行'])
  assert.deepEqual(sayings({ name: '\uD800' }), ['“名称”含有残缺的字符'])
  assert.deepEqual(sayings({ name: '   ' }), ['“名称”不能空着'])
  assert.deepEqual(sayings({ name: 7 }), ['“名称”应为文字'])
  assert.equal(parseInput(room, { ...good, note: '一\r\n二\t三' }).note, '一\n二 三')
})
test('choices are keys of the closed list', () => {
  for (const wrong of ['constructor', '__proto__', 'Office', 3, null]) assert.equal(sayings({ use: wrong }).length, 1)
  assert.deepEqual(sayings({ use: 'toString' }), ['“用途”没有这个选项，可选：office（办公室）、meeting（会议室）'])
  assert.deepEqual(parseInput(room, { ...good, days: ['tue', 'tue'] }).days, ['tue'])
  assert.deepEqual(sayings({ days: ['mon', 'sun'] }), ['“开放日”没有这个选项，可选：mon（周一）、tue（周二）'])
  assert.deepEqual(sayings({ days: Array(100_000).fill('mon') }), ['“开放日”最多选 2 项，给了 100000 项'])
  assert.deepEqual(issuesOf({}, { fields: { d: choices('开放日', { mon: '周一' }) } }).map(({ zh }) => zh), ['“开放日”请至少选一项'])
})
test('references and files are ids, files no more than allowed', () => {
  assert.deepEqual(sayings({ site: { id, name: '机关大院' } }), ['“场所”应为所选记录的 id'])
  assert.deepEqual(sayings({ photos: [id, id, id] }), ['“照片”最多 2 个文件，给了 3 个'])
  assert.deepEqual(issuesOf({ ...good, photos: [id, 'x'] }, { at: 'input' }), [
    { at: 'input.photos[1]', zh: '“照片”应为已上传文件的 id', en: '“照片” must be the id of an uploaded file' },
  ])
})
test('what is no field is refused, however it is called', () => {
  assert.deepEqual(sayings({ colour: 'red' }), ['没有“colour”这一项，可填：name、area、seats、use、days、open、built、checkedAt、site、photos、note'])
  assert.equal(issuesOf(JSON.parse('{"__proto__": {"admin": true}}'), { partial: true }).length, 1)
  assert.equal(issuesOf(Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n]))).length, 100)
  for (const wrong of [null, undefined, [], 'x', 3]) assert.deepEqual(issuesOf(wrong, { at: 'input' }).map(({ at, zh }) => `${at} ${zh}`), ['input 这里应为一个对象 { 字段: 值 }'])
})
test('English sentences use the English words', () => {
  try {
    parseInput(room, { ...good, area: 'x' }, { words: { area: 'Area' } })
    assert.fail('read')
  } catch (error) {
    assert.ok(error instanceof Problem)
    assert.equal(error.detail.en, '“Area” must be a decimal number in quotes, such as "12.50". Correct and send again.')
  }
})
test('lines come in by the name of their set, and a wrong one is named by its place', () => {
  const sets = { parts: lines('材料', { fields: { what: text('名称'), cost: quantity('金额', '元') }, totals: ['cost'] }) }
  assert.deepEqual(parseLines(sets, { parts: [{ what: '灯管', cost: '12' }] }), { parts: [{ what: '灯管', cost: '12.00' }] })
  assert.throws(() => parseLines(sets, { parts: [{ what: '灯管', cost: '1' }, { what: '', cost: 'x' }], tools: [] }), (error: Problem) => {
    assert.deepEqual(error.issues.map(({ at }) => at), ['lines.parts[1].what', 'lines.parts[1].cost', 'lines.tools'])
    return true
  })
  assert.throws(() => parseLines(sets, { parts: Array(501).fill({}) }), /500 rows, not 501/)
  assert.throws(() => parseLines(sets, []), Problem)
})
test('the schema documents itself', () => {
  const documented = z.toJSONSchema(inputSchema(room), { io: 'input' })
  assert.deepEqual(documented.required?.toSorted(), ['area', 'name', 'use'])
  assert.equal(documented.additionalProperties, false)
  assert.deepEqual(documented.properties?.['use'], { title: '用途', type: 'string', enum: ['office', 'meeting'] })
})
