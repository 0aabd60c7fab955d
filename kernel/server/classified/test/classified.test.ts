// Classified marks 密级标志: told from names, properties and first lines; laws about secrets are not secrets.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { markInName, markInPaper, refuseClassified } from '@houqin/classified'

/** The smallest zip that holds these parts. */
function zip(parts: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let from = 0
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(text))
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(from, 42)
    bodies.push(head, Buffer.from(name), packed)
    entries.push(entry, Buffer.from(name))
    from += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length / 2, 10)
  end.writeUInt32LE(from, 16)
  return Buffer.concat([...bodies, ...entries, end])
}
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const pdf = (info: string): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj<<${info}>>endobj\n%%EOF`, 'latin1')

test('a mark in a name is one; the words of a law are none', () => {
  assert.deepEqual(['关于车改的报告（机密）.docx', '【秘密】会议纪要.pdf', '绝密-1.jpg', '机密★3年.pdf'].map(markInName), ['机密', '秘密', '绝密', '机密'])
  assert.deepEqual(['保守国家秘密法学习.docx', '商业秘密保护制度.pdf', '工作秘密管理办法.docx', '保密承诺书.docx', '秘书科排班.xlsx', '加密机采购.pdf'].map(markInName), Array.from({ length: 6 }, () => undefined))
})

test('a mark in the properties, and at the head of a page', () => {
  const core = (title: string): string => `<cp:coreProperties><dc:title>${title}</dc:title></cp:coreProperties>`
  assert.deepEqual(markInPaper(zip({ 'docProps/core.xml': core('工作要点（秘密）'), 'word/document.xml': paragraph('正文') })), { mark: '秘密', where: 'properties' })
  assert.deepEqual(markInPaper(zip({ 'word/document.xml': paragraph('机密★10年') + paragraph('关于……的报告') })), { mark: '机密', where: 'text' })
  assert.deepEqual(markInPaper(zip({ 'word/header1.xml': paragraph('绝密'), 'word/document.xml': paragraph('正文') })), { mark: '绝密', where: 'text' })
  assert.equal(markInPaper(zip({ 'docProps/core.xml': core('保密教育'), 'word/document.xml': paragraph('为保守国家秘密，机密文件按规定保管。') })), undefined)
})

test('the properties of a PDF, however they are written', () => {
  const utf16 = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('机密文件', 'utf16le').swap16()])
  assert.deepEqual(markInPaper(pdf(`/Title <${utf16.toString('hex')}>`)), { mark: '机密', where: 'properties' })
  assert.deepEqual(markInPaper(pdf(`/Keywords (${Buffer.from('秘密').toString('latin1')})`)), { mark: '秘密', where: 'properties' })
  assert.equal(markInPaper(pdf('/Title (Report)')), undefined)
})

test('nothing breaks on bytes that only begin like a paper', () => {
  for (const bytes of [Buffer.from('PK\x03\x04'), Buffer.from('PK\x03\x04PK\x05\x06'), Buffer.alloc(0), Buffer.from('%PDF-'), zip({ 'word/document.xml': 'x' }).subarray(0, 60)]) assert.equal(markInPaper(bytes), undefined)
})

test('the refusal says what to do and does not repeat the name', () => {
  const { detail } = refuseClassified({ mark: '机密', where: 'name' })
  assert.match(detail.zh, /文件名里有“机密”字样：本系统不得处理涉密信息/)
  assert.match(detail.en, /The file was not taken/)
})
