// A folder of laws 一文件夹制度 for a test: Markdown, plain text in GBK, and Word as Word writes it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'

/** Removed when the tests of the file have run. */
export function lawFolder(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulations-laws-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** A Word file with these lines as paragraphs. */
export function wordFile(text: string): Buffer {
  const paragraphs = text.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`)
  return zipOf({ 'word/document.xml': Buffer.from(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${paragraphs.join('')}</w:body></w:document>`) })
}

/** A zip archive of deflated files. @param claims sizes that the archive states instead of the true ones. */
export function zipOf(files: Readonly<Record<string, Buffer>>, claims: Readonly<Record<string, number>> = {}): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const title = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claims[name] ?? content.length, 18)
    facts.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(16)
    place.writeUInt32LE(offset, 12)
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, title])
    local.push(head, packed)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, place.subarray(2), title]))
    offset += head.length + packed.length
  }
  const index = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, index, end])
}
