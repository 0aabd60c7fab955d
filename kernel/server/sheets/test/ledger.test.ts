// Ledgers as they come 台账文件: merged cells, days, codes with zeros, GBK; and what is refused in words.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { Problem } from '@houqin/problem'
import { openLedger } from '@houqin/sheets'
import type { SheetRow } from '@houqin/sheets'
import ExcelJS from 'exceljs'
import { bareWorkbook, zipOf } from '@houqin/testing/zip-file'

const folder = mkdtempSync(join(tmpdir(), 'houqin-sheets-'))
after(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const lay = (bytes: Buffer | string): string => {
  const path = join(folder, String((files += 1)))
  writeFileSync(path, bytes)
  return path
}
async function book(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('台账'), workbook)
  return lay(Buffer.from(await workbook.xlsx.writeBuffer()))
}
async function rowsOf(path: string, sheet?: string): Promise<readonly SheetRow[]> {
  const ledger = await openLedger(path)
  try {
    const { rows } = await ledger.rowsOf(sheet ?? ledger.sheets[0]?.name ?? '')
    const read: SheetRow[] = []
    for await (const row of rows) read.push(row)
    return read
  } finally {
    ledger.close()
  }
}
const texts = (rows: readonly SheetRow[]): unknown => rows.map(({ number, cells }) => [number, ...Array.from(cells, (cell) => (cell ? `${cell.kind}:${cell.text}${cell.copied ? `(${cell.copied})` : ''}` : null))])
const refusal = async (path: string): Promise<string> => {
  try {
    await rowsOf(path)
    return 'read'
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    return `${error.type}: ${error.detail.zh}`
  }
}

describe('a workbook', () => {
  it('has its cells with what Excel took them for', async () => {
    const path = await book((sheet) => {
      sheet.addRow(['名称', 1234.5, new Date('2024-01-05T00:00:00Z'), true, 7, 0.1 + 0.2, { formula: 'B1*2', result: 2469 }])
      sheet.getCell('C1').numFmt = 'yyyy"年"m"月"d"日"'
      sheet.getCell('E1').numFmt = '0000'
      sheet.addRow([{ richText: [{ text: '富' }, { text: '文本' }] }, 13800000001, { formula: '[1]别处!A1', result: 5 }, { formula: 'WEBSERVICE("http://x")', result: 'x' }, { error: '#N/A' }])
      sheet.addRow([null, null])
      sheet.addRow([' '])
      sheet.addRow(['末'])
    })
    assert.deepEqual(texts(await rowsOf(path)), [
      [1, 'text:名称', 'number:1234.5', 'day:2024-01-05', 'bool:TRUE', 'number:0007', 'number:0.3', 'number:2469'],
      [2, 'text:富文本', 'number:13800000001', 'formula:=[1]别处!A1', 'formula:=WEBSERVICE("http://x")', 'fault:#N/A'],
      [5, 'text:末'],
    ])
  })
  it('fills merged areas and says that it did', async () => {
    const path = await book((sheet) => {
      sheet.addRow(['题', null, null])
      sheet.addRow(['甲', '1', 'x'])
      sheet.addRow([null, '2', null])
      for (const area of ['A1:C1', 'A2:A3', 'C2:D3']) sheet.mergeCells(area)
    })
    assert.deepEqual(texts(await rowsOf(path)), [
      [1, 'text:题', 'text:题(across)', 'text:题(across)'],
      [2, 'text:甲', 'text:1', 'text:x', 'text:x(across)'],
      [3, 'text:甲(down)', 'text:2', 'text:x(down)', 'text:x(across)'],
    ])
  })
  it('knows days counted from 1904 and tells hidden sheets', async () => {
    const path = await book((sheet, workbook) => {
      workbook.properties.date1904 = true
      sheet.addRow([new Date('2024-01-05T00:00:00Z')])
      workbook.addWorksheet('藏').state = 'hidden'
    })
    const ledger = await openLedger(path)
    assert.deepEqual(ledger.sheets, [{ name: '台账', hidden: false }, { name: '藏', hidden: true }])
    ledger.close()
    assert.deepEqual(texts(await rowsOf(path)), [[1, 'day:2024-01-05']])
  })
})

describe('a CSV', () => {
  const expected = [[1, 'text:姓名', 'text:单位'], [2, 'text:王芳', 'text:财政局,本级'], [4, 'text:李强']]
  it('is read in UTF-8 with and without a mark, in UTF-16 and in GBK', async () => {
    const written = '姓名,单位\r\n王芳,"财政局,本级"\r\n,\r\n李强,\r\n'
    const gbk = Buffer.from('d0d5c3fb2cb5a5cebb0d0acdf5b7bc2c22b2c6d5febeD62cb1bebcb6220d0a2c0d0ac0eec7bf2c0d0a', 'hex')
    assert.deepEqual(texts(await rowsOf(lay(written))), expected)
    assert.deepEqual(texts(await rowsOf(lay(`\ufeff${written}`))), expected)
    assert.deepEqual(texts(await rowsOf(lay(Buffer.from(`\ufeff${written.replaceAll(/,(?=[^本])/g, '\t')}`, 'utf16le')))), expected)
    assert.deepEqual(texts(await rowsOf(lay(gbk))), expected)
  })
  it('keeps a code that another program protected', async () => {
    assert.deepEqual(texts(await rowsOf(lay('工号;姓名\n="0012";王芳\n'))), [[1, 'text:工号', 'text:姓名'], [2, 'text:0012', 'text:王芳']])
  })
})

describe('what is no ledger, or too much of one', () => {
  it('is refused in a sentence that says what to do', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    assert.match(await refusal(lay(old)), /unsupported-media: 这是旧版 Excel 或 WPS 的文件（\.xls、\.et）.*另存为/)
    assert.match(await refusal(lay(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))), /加了打开密码/)
    assert.match(await refusal(lay('<html><table><tr><td>1</td></tr></table></html>')), /内容其实是网页/)
    assert.match(await refusal(lay('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')), /内容其实是网页或 XML/)
    assert.match(await refusal(lay('%PDF-1.7')), /认不出这个文件/)
    assert.match(await refusal(lay(Buffer.from([0x61, 0, 0x62, 0, 0, 0]))), /认不出这个文件/)
    assert.match(await refusal(lay('')), /没有内容/)
    assert.match(await refusal(lay(' \n \n')), /没有内容/)
    assert.match(await refusal(lay(Buffer.from('504b0304aaaa', 'hex'))), /已损坏/)
    const whole = await book((sheet) => void sheet.addRow(['一']))
    const { readFileSync } = await import('node:fs')
    assert.match(await refusal(lay(readFileSync(whole).subarray(0, 2000))), /已损坏/)
  })
  it('does not fill the server, whatever it claims to be', async () => {
    const blanks = Buffer.alloc(60 * 2 ** 20, 0x20)
    assert.match(await refusal(lay(bareWorkbook(blanks))), /too-large: 文件压缩得异常紧/)
    // the table of contents says a kilobyte: what is unpacked is counted, not what is said
    assert.match(await refusal(lay(bareWorkbook(blanks, [], 1024))), /已损坏/)
    // and two gigabytes are not even begun
    assert.match(await refusal(lay(bareWorkbook('<worksheet/>', [], 2 ** 31))), /too-large: 文件解压后超过 600 MB/)
    assert.match(await refusal(lay(zipOf(Array.from({ length: 2_001 }, (_, at) => ({ name: `${at}`, content: '' }))))), /部件太多/)
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    assert.match(await refusal(lay(bareWorkbook(entity))), /已损坏/)
    assert.match(await refusal(lay(bareWorkbook('<worksheet/>', [{ name: 'xl/vbaProject.bin', content: 'x' }]))), /带宏/)
  })
  it('with 300 columns is refused, empty ones do not count', async () => {
    assert.match(await refusal(await book((sheet) => void sheet.addRow(Array.from({ length: 300 }, (_, at) => at)))), /too-large: 第 201 列还有内容，最多读 200 列/)
    assert.equal(await refusal(await book((sheet) => {
      sheet.addRow(['一'])
      sheet.getCell('KN1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } }
    })), 'read')
    assert.match(await refusal(lay(`${Array.from({ length: 300 }, (_, at) => at).join(',')}\n`)), /最多读 200 列/)
  })
})
