// What offices write in cells 单元格的写法, and what it comes to.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bool, choice, choices, date, instant, int, money, quantity, ref, text } from '@houqin/define'
import type { Field } from '@houqin/define'
import { readCell } from '@houqin/ledgers'
import type { Cell } from '@houqin/sheets'

const typed = (written: string): Cell => ({ kind: 'text', text: written })
const figure = (written: string): Cell => ({ kind: 'number', text: written })
function read(field: Field, cell: Cell | string, over?: string): unknown {
  const reading = readCell(typeof cell === 'string' ? typed(cell) : cell, { field, over })
  if ('value' in reading) return reading.value
  if ('name' in reading) return { name: reading.name }
  return 'refusals' in reading ? reading.refusals.map(({ zh }) => zh).join('|') : 'empty'
}
const area = quantity('面积', '㎡', { optional: true })
const price = money('价格', { optional: true })
const day = date('日期', { optional: true })
const phone = text('手机', { optional: true, grade: 'sensitive', mask: 'phone', pattern: { expression: /^1\d{10}$/, says: '应为 11 位手机号' } })

describe('figures', () => {
  it('with thousands, units, full-width digits and currency signs are exact', () => {
    assert.deepEqual(['1,234.50㎡', '１２３４．５ 平方米', '1234.50', '0.1万平方米', ' 18 m² ', '12.3公顷'].map((one) => read(area, one)), ['1234.50', '1234.50', '1234.50', '1000.00', '18.00', '123000.00'])
    assert.deepEqual(['￥1,234.50元', '12.5万元', '3亿', '人民币 500 元整', '0.00001亿元'].map((one) => read(price, one)), ['1234.50', '125000.00', '300000000.00', '500.00', '1000.00'])
  })
  it('take the unit over their column when they name none', () => {
    assert.deepEqual([read(price, '12.5', '万元'), read(price, '12.5元', '万元'), read(price, figure('0.1'), '万元')], ['125000.00', '12.50', '1000.00'])
  })
  it('are refused in a foreign unit, with broken thousands, with more decimals than are kept, and as words', () => {
    assert.match(String(read(area, '3亩')), /单位“亩”换不成“㎡”/)
    assert.match(String(read(area, '12,34')), /应为/)
    assert.match(String(read(area, '1.234')), /最多 2 位小数/)
    assert.match(String(read(int('座位', { optional: true }), '约十个')), /应为数字，填的是“约十个”/)
    assert.match(String(read(int('座位', { optional: true }), '12.5')), /应为整数/)
    assert.match(String(read(int('座位', { optional: true }), { kind: 'day', text: '2024-01-05' })), /被 Excel 当成了日期/)
  })
  it('that Excel keeps with a tail are whole all the same', () => {
    assert.deepEqual([read(int('座位'), '12.0'), read(int('座位', { unit: '个' }), '１２个')], [12, 12])
  })
})

describe('days', () => {
  it('in any of their forms are one day', () => {
    const forms = ['2024-1-5', '2024/1/5', '2024.1.5', '2024年1月5日', '20240105', '二〇二四年1月5日', '２０２４－０１－０５', '2024-01-05 00:00:00', '2024 年 1 月 5 日']
    assert.deepEqual([...new Set(forms.map((one) => read(day, one)))], ['2024-01-05'])
    assert.deepEqual([read(day, { kind: 'day', text: '2024-01-05' }), read(day, figure('45296')), read(day, figure('20240105'))], ['2024-01-05', '2024-01-05', '2024-01-05'])
  })
  it('that are none, or could be two, are refused', () => {
    assert.match(String(read(day, '2024-02-30')), /没有 2024-02-30 这一天/)
    assert.match(String(read(day, '2024年1月')), /只写到年月/)
    assert.match(String(read(day, '24.1.5')), /年份只有两位/)
    assert.match(String(read(day, '5/1/2024')), /分不清月和日/)
    assert.match(String(read(day, '去年底')), /看不出是哪一天/)
  })
  it('with a time are moments of Shanghai', () => {
    assert.equal(read(instant('时刻'), '2024/1/5 9:30'), '2024-01-05T01:30:00.000Z')
  })
})

describe('words', () => {
  it('lose their width and their blanks, and nothing else', () => {
    assert.equal(read(text('名称'), '　１号楼（Ａ座） '), '1号楼（A座）')
    assert.equal(read(text('名称'), '东 侧\n配楼'), '东 侧 配楼')
    assert.deepEqual([read(phone, '138-0000-0001'), read(phone, '１３８００００００００'), read(phone, figure('13800000001'))], ['13800000001', '13800000000', '13800000001'])
  })
  it('that say there is nothing are empty', () => {
    assert.deepEqual(['-', '——', '/', '无', 'N/A', ' '].map((one) => read(phone, one)), Array.from({ length: 6 }, () => 'empty'))
    assert.equal(read(bool('对外'), '无'), false)
    assert.equal(read(choice('人防', { none: '无', some: '有' }), '无'), 'none')
  })
  it('that begin like a formula, are masked, are an error, or lost digits are refused', () => {
    for (const one of ["=cmd|'/c calc'!A1", '@SUM(A1)', "+cmd|'/c calc'!A1", '-2+3(A1)']) assert.match(String(read(text('名称'), one)), /像是公式/, one)
    assert.equal(read(text('电话', { optional: true }), '+86 571 82700001'), '+86 571 82700001')
    assert.match(String(read(phone, '138****0001')), /打过码/)
    assert.match(String(read(text('证号'), figure('330102198001011000'))), /第 15 位以后的数字已经丢失/)
    assert.match(String(read(text('名称'), { kind: 'fault', text: '#N/A' })), /错误值 #N\/A/)
    assert.match(String(read(text('名称'), { kind: 'formula', text: '=WEBSERVICE("http://x")' })), /这一格是公式/)
  })
})

describe('choices', () => {
  const kind = choice('类别', { civil: '公务员', hired: '聘用' })
  it('are taken by label, key and English', () => {
    assert.deepEqual([read(kind, '公务员'), read(kind, 'CIVIL'), read(kind, ' 聘 用 ')], ['civil', 'civil', 'hired'])
    const english = readCell(typed('Civil servant'), { field: kind, english: { civil: 'Civil servant' } })
    assert.deepEqual(english, { value: 'civil' })
  })
  it('that are none say what may have been meant', () => {
    const reading = readCell(typed('公务人员'), { field: kind })
    assert.ok('near' in reading)
    assert.deepEqual([reading.word, reading.near], ['公务人员', ['civil']])
    assert.deepEqual(readCell(typed('公务人员'), { field: kind, picks: { 公务人员: 'civil' } }), { value: 'civil' })
  })
  it('may be several in one cell', () => {
    assert.deepEqual(read(choices('用途', { office: '办公', meeting: '会议' }), '办公、会议'), ['office', 'meeting'])
  })
  it('of other rows are left to be looked up', () => {
    assert.deepEqual(read(ref('单位', { id: 'people.organ' }), '财政局（本级）'), { name: '财政局（本级）' })
  })
  it('and what is copied from the left stands for nothing', () => {
    assert.equal(read(text('名称', { optional: true }), { ...typed('合并的标题'), copied: 'across' }), 'empty')
  })
})
