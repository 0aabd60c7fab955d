// 写表: a workbook of one sheet, sent on while its rows are still being read.
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Cell, SheetColumn } from './cells.ts'

const restEvery = 500

/**
 * Writes head and rows and ends `to`; resolves with the number of rows. Strings are stored as strings, so that
 * `=cmd()` is read and never run. @throws what `rows` throws, and when `to` is closed from the other side.
 */
export async function writeSheet({ title, columns, rows, to, about = [], foot }: {
  title: string
  columns: readonly SheetColumn[]
  rows: AsyncIterable<readonly Cell[]>
  to: Writable
  /** A last sheet of labels and texts: who took this, when and why. */
  about?: readonly (readonly [string, string])[]
  /** Printed at the foot of every page. */
  foot?: string
}): Promise<number> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true, useSharedStrings: false })
  const sheet = workbook.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] })
  // an ampersand would begin a code of Excel's own
  if (foot !== undefined) sheet.headerFooter.oddFooter = `&L${foot.replaceAll('&', '&&')}&R&P/&N`
  sheet.columns = columns.map(({ title: header, format, width }) => ({ header, width, style: { numFmt: format } }))
  const head = sheet.getRow(1)
  head.font = { bold: true }
  head.commit()
  let count = 0
  for await (const cells of rows) {
    sheet.addRow(cells.map(storable)).commit()
    count += 1
    if (count % restEvery === 0) await rested(to)
  }
  if (columns.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  sheet.commit()
  if (about.length > 0) {
    const last = workbook.addWorksheet('导出说明')
    last.columns = [{ width: 14 }, { width: 60 }]
    for (const pair of about) last.addRow(pair.map(storable)).commit()
    last.commit()
  }
  await workbook.commit()
  return count
}

/** Lets the event loop and the reader catch up, so that a long list is never held in memory whole. */
async function rested(to: Writable): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  if (to.destroyed) throw new Error('The reader closed the connection before the workbook was whole.')
  if (to.writableNeedDrain) await Promise.race([once(to, 'drain'), once(to, 'close')])
}

/** XML cannot hold these at all. */
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
function storable(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.toWellFormed().replace(notInXml, '') : cell
}
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:']/g, ' ').trim().slice(0, 31) || 'Sheet1'
}
