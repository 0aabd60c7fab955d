// A zip archive made by hand 手工压缩包: as small and as untruthful as a test wants it.
import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  /** Bytes where it is written in another code than UTF-8. */
  readonly name: string | Buffer
  readonly content: Buffer | string
  /** What the table of contents says of its size instead of the truth. */
  readonly claims?: number
}

export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const contents: Buffer[] = []
  let at = 0
  for (const { name, content, claims } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes, { level: 9 })
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? bytes.length, 18)
    common.writeUInt16LE(title.length, 22)
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, packed)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    contents.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common, entry, title)
    at += 30 + title.length + packed.length
  }
  const table = Buffer.concat(contents)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(table.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, table, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** The least of a workbook, with one sheet. */
export function bareWorkbook(sheet: string | Buffer, more: readonly Part[] = [], claims?: number): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook xmlns:r="r"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>' },
    { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>' },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, ...(claims !== undefined && { claims }) },
    ...more,
  ])
}
