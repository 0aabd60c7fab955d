// 台账文件: opened by its content, never by its name: a workbook or a CSV, with its sheets and their rows.
import { open, stat } from 'node:fs/promises'
import type { SheetRow } from './cell.ts'
import { csvRows, outlineOfCsv } from './csv.ts'
import { sheetLimits } from './limits.ts'
import { outlineOf } from './merged-areas.ts'
import { refusals } from './refusals.ts'
import { sheetRows } from './sheet-rows.ts'
import { readWorkbook } from './workbook.ts'
import { openZip } from './zip-parts.ts'
import type { ZipParts } from './zip-parts.ts'

export type LedgerKind = 'xlsx' | 'csv'
export interface Ledger {
  readonly kind: LedgerKind
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  /** How many rows are written down, for saying how far one has come; and the rows, which may be left at any of them. */
  readonly rowsOf: (sheet: string) => Promise<{ readonly count: number; readonly rows: AsyncGenerator<SheetRow, void, undefined> }>
  close(): void
}

const ole = 'd0cf11e0a1b11ae1'
const zip = '504b0304'

/** @param path where the file lies. @throws Problem `unsupported-media`, `too-large` in words. Close it in the end. */
export async function openLedger(path: string): Promise<Ledger> {
  const { size } = await stat(path)
  if (size === 0) throw refusals.empty()
  if (size > sheetLimits.fileBytes) throw refusals.fileTooLarge()
  const start = await startOf(path)
  const hex = start.subarray(0, 8).toString('hex')
  if (hex === ole) throw (await isLocked(path, size)) ? refusals.locked() : refusals.oldExcel()
  if (hex.startsWith(zip)) return openWorkbook(await openZip(path))
  const text = start.toString('latin1').replace(/^\xef\xbb\xbf/, '').trimStart().toLowerCase()
  if (/^<(\?xml|!doctype|html|table|head|meta|style)/.test(text)) throw refusals.web()
  if (/^%pdf|^\x89png|^\xff\xd8\xff|^rar!|^7z\xbc|^gif8/.test(text)) throw refusals.unknown()
  const outline = await outlineOfCsv(path)
  return {
    kind: 'csv',
    sheets: [{ name: 'CSV', hidden: false }],
    rowsOf: async () => ({ count: outline.rows, rows: csvRows(path, outline) }),
    close: () => undefined,
  }
}

async function startOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A workbook with a password is an old kind of file with the new one, sealed, inside. */
async function isLocked(path: string, size: number): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, 2 ** 20)), 0, Math.min(size, 2 ** 20), 0)
    return buffer.subarray(0, bytesRead).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  } finally {
    await handle.close()
  }
}

async function openWorkbook(parts: ZipParts): Promise<Ledger> {
  try {
    if ([...parts.names].some((name) => name.toLowerCase().endsWith('vbaproject.bin'))) throw refusals.macros()
    if (parts.names.has('xl/workbook.bin') || parts.names.has('content.xml')) throw refusals.binary()
    if (!parts.names.has('xl/workbook.xml')) throw refusals.unknown()
    const workbook = await readWorkbook(parts)
    return {
      kind: 'xlsx',
      sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
      async rowsOf(name) {
        const sheet = workbook.sheets.find((one) => one.name === name)
        const twice = sheet && [parts.read(sheet.part), parts.read(sheet.part)]
        const [first, second] = twice ?? []
        if (!first || !second) throw refusals.noSheet(name)
        const { merged, rows } = await outlineOf(first)
        return { count: rows, rows: sheetRows(second, workbook, merged) }
      },
      close: () => parts.close(),
    }
  } catch (error) {
    parts.close()
    throw error
  }
}
