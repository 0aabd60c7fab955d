// A ledger as an office keeps it 台账文件: made for a story, and sent as a browser sends it.
import ExcelJS from 'exceljs'
import type { Answer, Caller } from './caller.ts'

export type LedgerCell = string | number | boolean | Date | null | { readonly formula: string; readonly result?: string | number } | { readonly error: '#N/A' | '#REF!' }
export interface LedgerSheet {
  readonly name: string
  readonly rows: readonly (readonly LedgerCell[])[]
  /** Such as `A1:H1`; what stands in the first cell stands for all. */
  readonly merged?: readonly string[]
  /** Excel's number format by column letter. */
  readonly formats?: Readonly<Record<string, string>>
}

/** The bytes of a workbook. */
export async function workbookOf(sheets: readonly LedgerSheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, rows, merged = [], formats = {} } of sheets) {
    const sheet = workbook.addWorksheet(name)
    for (const row of rows) sheet.addRow(row.map((cell) => cell as ExcelJS.CellValue))
    for (const area of merged) sheet.mergeCells(area)
    for (const [letter, format] of Object.entries(formats)) sheet.getColumn(letter).eachCell((cell) => void (cell.numFmt = format))
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Sends a file in the form field `file`. */
export function sendFile<Body>(caller: Caller, path: string, { name, bytes, type = 'application/octet-stream' }: { name: string; bytes: Buffer; type?: string }): Promise<Answer<Body>> {
  const boundary = 'houqin-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return caller.call<Body>('POST', path, {
    raw: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}
