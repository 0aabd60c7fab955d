// A list in Excel: numbers count, days sort, and no text ever runs.
import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { choices, date, files, instant, int, quantity, ref, text } from '@houqin/define'
import type { Field } from '@houqin/define'
import ExcelJS from 'exceljs'
import { cellOf, columnOf, writeSheet } from '@houqin/excel'
import type { Cell } from '@houqin/excel'

async function* each(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* rows
}
async function written(title: string, fields: readonly Field[], rows: readonly (readonly unknown[])[]) {
  const to = new PassThrough()
  const bytes = buffer(to)
  const cells = rows.map((row) => row.map((value, place) => cellOf(fields[place] ?? text('?'), value)))
  await writeSheet({ title, columns: fields.map((field) => columnOf(field)), rows: each(cells), to })
  const workbook = new ExcelJS.Workbook()
  // exceljs declares a Buffer of its own.
  await workbook.xlsx.load((await bytes) as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  assert.ok(sheet)
  return sheet
}

const fields = [
  text('名称'), int('座位', { unit: '座' }), quantity('面积', '㎡'), date('建成'), instant('检查'), ref('场所', { id: 'places.site' }), choices('用途', { a: '办公', b: '会议' }), files('照片'),
]

test('each kind of field has its cell', async () => {
  const sheet = await written('房间/台账', fields, [
    ['301', 12, '494231.27', '2026-02-28', '2026-11-24T01:30:00.000Z', { id: 'x', name: '机关大院' }, ['a', 'b'], ['f1', 'f2']],
    [null, null, '1234567890123456.78', null, null, null, [], []],
  ])
  assert.equal(sheet.name, '房间 台账')
  assert.deepEqual([1, 2, 3].map((column) => sheet.getCell(1, column).value), ['名称', '座位（座）', '面积（㎡）'])
  const values = [1, 2, 3, 4, 5, 6, 7, 8].map((column) => sheet.getCell(2, column).value)
  assert.deepEqual(values, ['301', 12, 494231.27, new Date('2026-02-28T00:00:00Z'), new Date('2026-11-24T09:30:00Z'), '机关大院', '办公、会议', 2])
  assert.equal(sheet.getCell(2, 3).numFmt, '#,##0.00')
  assert.equal(sheet.getCell(3, 3).value, '1234567890123456.78')
  assert.equal(sheet.getCell(3, 1).value, null)
})

test('a head says its unit in the language of its label, and none of what is only counted', () => {
  const heads = [int('车辆', { unit: '辆' }), int('提前', { unit: '天' }), quantity('面积', '㎡')].map((field) => [columnOf(field).title, columnOf(field, 'What', 'en').title])
  assert.deepEqual(heads, [['车辆（辆）', 'What'], ['提前（天）', 'What (days)'], ['面积（㎡）', 'What (㎡)']])
})

test('text that looks like a formula stays text', async () => {
  const dangerous = ['=cmd|\'/c calc\'!A1', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")']
  const sheet = await written('名单', [text('名称')], dangerous.map((value) => [value]))
  dangerous.forEach((value, place) => {
    const cell = sheet.getCell(place + 2, 1)
    assert.equal(cell.value, value)
    assert.equal(cell.type, ExcelJS.ValueType.String)
    assert.equal(cell.numFmt, '@')
    assert.equal(cell.formula, undefined)
  })
})

test('what was masked, and what XML cannot hold, does not break the sheet', async () => {
  const sheet = await written('x', [text('手机'), date('出生')], [['138****5678', null], ['a\u0001b\uD800', '****']])
  assert.deepEqual([sheet.getCell(2, 1).value, sheet.getCell(3, 1).value, sheet.getCell(3, 2).value], ['138****5678', 'ab\uFFFD', '****'])
})

test('an error while the rows are read is passed on', async () => {
  const failing = async function* (): AsyncGenerator<readonly Cell[]> {
    yield ['a']
    throw new Error('the list ended early')
  }
  await assert.rejects(writeSheet({ title: 'x', columns: [columnOf(text('名称'))], rows: failing(), to: new PassThrough() }), /ended early/)
})
