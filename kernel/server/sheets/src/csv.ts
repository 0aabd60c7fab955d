// CSV: with a mark or without, in UTF-8, UTF-16 or what Chinese Excel writes (GB 18030), apart by commas, tabs or semicolons.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Cell, SheetRow } from './cell.ts'
import { sheetLimits } from './limits.ts'
import { refusals } from './refusals.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export interface CsvOutline {
  readonly encoding: TextEncoding
  readonly delimiter: string
  /** Lines; a cell of several counts them all. */
  readonly rows: number
}
const longestRecord = 1_000_000

/** Goes through the whole file: only its last byte tells that it is UTF-8. @throws Problem for what is no text. */
export async function outlineOfCsv(path: string): Promise<CsvOutline> {
  const encoding = await encodingOf(path)
  let rows = 0
  let head = ''
  for await (const text of decoded(path, encoding)) {
    if (text.includes('\u0000')) throw refusals.unknown()
    if (head.length < 20_000) head += text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) rows += 1
  }
  if (head.trim() === '') throw refusals.empty()
  return { encoding, delimiter: delimiterOf(head), rows: rows + 1 }
}

async function encodingOf(path: string): Promise<TextEncoding> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0)
    const mark = buffer.subarray(0, bytesRead).toString('hex')
    if (mark.startsWith('fffe')) return 'utf-16le'
    if (mark.startsWith('feff')) return 'utf-16be'
  } finally {
    await handle.close()
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  }
}

async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

/** The one that the first lines hold most of, outside quotes. */
function delimiterOf(head: string): string {
  const lines = head.replace(/"[^"]*"/g, '').split('\n').slice(0, 20).join('\n')
  const counted = [',', '\t', ';', '，'].map((delimiter) => ({ delimiter, count: lines.split(delimiter).length - 1 }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}

export async function* csvRows(path: string, { encoding, delimiter }: CsvOutline): AsyncGenerator<SheetRow, void, undefined> {
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: longestRecord, info: true })
  const ended = pipeline(decoded(path, encoding), parser, () => undefined)
  let count = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: readonly string[]; info: { lines: number; records: number } }>) {
      const last = record.findLastIndex((text) => text.trim() !== '')
      if (last === -1) continue
      if (last >= sheetLimits.columns) throw refusals.tooManyColumns(last + 1)
      count += 1
      if (count > sheetLimits.rows) throw refusals.tooManyRows()
      yield { number: info.records, cells: record.slice(0, last + 1).map(cellOf) }
    }
  } catch (error) {
    if (error instanceof CsvError) throw error.code === 'CSV_MAX_RECORD_SIZE' ? refusals.longRecord() : refusals.damaged(error)
    throw error
  } finally {
    ended.destroy()
  }
}

/** `="0012"` is how some programs keep a code from becoming a number. */
function cellOf(text: string): Cell | undefined {
  const written = (/^="([^"]*)"$/.exec(text.trim())?.[1] ?? text).slice(0, sheetLimits.cellCharacters)
  return written.trim() === '' ? undefined : { kind: 'text', text: written }
}
