// Word 与 Excel 文件: what kind of paper a zip archive holds, by its table of contents alone.
import { textAt, u16le, u32le } from './bytes.ts'
import type { FileType } from './file-type.ts'
import type { Source } from './source.ts'

const endMark = 'PK\x05\x06'
const entryMark = 'PK\x01\x02'
const farthestEnd = 65_557
const largestContents = 4 * 2 ** 20

/** The paper and its size once unpacked, as it states it. Undefined for other archives, and for papers with macros. */
export async function readOfficePaper(source: Source): Promise<{ type: FileType; unpackedBytes: number } | undefined> {
  const tailFrom = Math.max(0, source.size - farthestEnd)
  const tail = await source.read(tailFrom, farthestEnd)
  const end = tail.lastIndexOf(endMark, undefined, 'latin1')
  if (end < 0) return undefined
  const [count, length, from] = [u16le(tail, end + 10), u32le(tail, end + 12), u32le(tail, end + 16)]
  if (!(length <= largestContents && from + length <= tailFrom + end)) return undefined
  const entries = entriesOf({ contents: await source.read(from, length), count })
  if (!entries || !entries.names.has('[Content_Types].xml')) return undefined
  if ([...entries.names].some((name) => name.endsWith('vbaProject.bin'))) return undefined
  const type = paperOf(entries.names)
  return type && { type, unpackedBytes: entries.unpackedBytes }
}

function paperOf(names: ReadonlySet<string>): FileType | undefined {
  const word = names.has('word/document.xml')
  if (word === names.has('xl/workbook.xml')) return undefined
  return word
    ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

function entriesOf({ contents, count }: { contents: Buffer; count: number }): { names: Set<string>; unpackedBytes: number } | undefined {
  const names = new Set<string>()
  let unpackedBytes = 0
  let at = 0
  for (let entry = 0; entry < count; entry += 1) {
    const nameLength = u16le(contents, at + 28)
    const next = at + 46 + nameLength + u16le(contents, at + 30) + u16le(contents, at + 32)
    if (textAt(contents, at, 4) !== entryMark || !(next <= contents.length)) return undefined
    names.add(textAt(contents, at + 46, nameLength))
    unpackedBytes += u32le(contents, at + 24)
    at = next
  }
  return { names, unpackedBytes }
}
