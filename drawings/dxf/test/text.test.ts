// Text: which letters the bytes are, and what is left when the marks of style are gone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Drawing } from '../src/drawing.ts'
import { readDrawing } from '../src/reader.ts'
import { linesOfParagraph, plainText } from '../src/text-marks.ts'
import { dxf, text, version } from './draw.ts'

/** 局长办公室, 会议室 in GBK. */
const gbk = { 局长办公室: 'bed6b3a4b0ecb9abcad2', 会议室: 'bbe1d2e9cad2' }

/** A drawing whose texts are written byte by byte. */
function written({ acadver, codePage, words }: { acadver: string; codePage?: string; words: readonly Buffer[] }): Drawing {
  const file = dxf({ header: version(acadver, codePage), entities: words.map((_, at) => text('0', 0, at, `@${at}@`)) })
  const parts = file.split(/@\d+@/)
  return readDrawing(Buffer.concat(parts.flatMap((part, at) => [Buffer.from(part), words[at] ?? Buffer.alloc(0)])))
}
const said = (drawing: Drawing): string[] => drawing.entities.flatMap((entity) => (entity.kind === 'text' ? entity.lines : []))
const codes = (drawing: Drawing): string[] => drawing.findings.map(({ code }) => code)
const inGbk = Object.values(gbk).map((hex) => Buffer.from(hex, 'hex'))
const inUtf8 = Object.keys(gbk).map((word) => Buffer.from(word))

test('before R2007 text is bytes in the code page', () => {
  const drawing = written({ acadver: 'AC1015', codePage: 'ANSI_936', words: inGbk })
  assert.deepEqual(said(drawing), ['局长办公室', '会议室'])
  assert.equal(drawing.encoding, 'gb18030')
  assert.deepEqual(codes(drawing), [])
})

test('from R2007 on text is UTF-8 whatever the page says', () => {
  const drawing = written({ acadver: 'AC1021', codePage: 'ANSI_936', words: inUtf8 })
  assert.deepEqual(said(drawing), ['局长办公室', '会议室'])
  assert.equal(drawing.encoding, 'utf-8')
  assert.deepEqual(codes(drawing), [])
})

test('where every byte says otherwise, the header is not believed, and that is said', () => {
  for (const [acadver, codePage, words] of [['AC1015', 'ANSI_1252', inGbk], ['AC1027', 'ANSI_936', inGbk], ['AC1015', 'ANSI_936', inUtf8]] as const) {
    const drawing = written({ acadver, codePage, words })
    assert.deepEqual(said(drawing), ['局长办公室', '会议室'], `${acadver} ${codePage}`)
    assert.deepEqual(codes(drawing), ['code-page-wrong'])
    assert.match(drawing.findings[0]?.zh ?? '', /文字编码/)
  }
})

test('a file that names no page is read by its bytes', () => {
  const drawing = written({ acadver: 'AC1009', words: inGbk })
  assert.deepEqual(said(drawing), ['局长办公室', '会议室'])
  assert.deepEqual(codes(drawing), ['code-page-missing'])
})

test('umlauts under their own page are no Chinese', () => {
  const drawing = written({ acadver: 'AC1015', codePage: 'ANSI_1252', words: [Buffer.from('Küche', 'latin1'), Buffer.from('CAFÉ', 'latin1')] })
  assert.deepEqual(said(drawing), ['Küche', 'CAFÉ'])
  assert.deepEqual(codes(drawing), [])
})

test('the surveyor may choose the encoding himself', () => {
  const file = dxf({ header: version('AC1015', 'ANSI_1252'), entities: [text('0', 0, 0, '@')] }).split('@')
  const chosen = readDrawing(Buffer.concat([Buffer.from(file[0] ?? ''), Buffer.from('a4a4', 'hex'), Buffer.from(file[1] ?? '')]), { encoding: 'big5' })
  assert.deepEqual(said(chosen), ['中'])
})

test('bytes that the page does not have are shown as such and said', () => {
  const drawing = written({ acadver: 'AC1015', codePage: 'ANSI_936', words: [...inGbk, Buffer.from([0xff, 0xff, 0x41])] })
  assert.equal(said(drawing)[0], '局长办公室')
  assert.deepEqual(codes(drawing), ['text-unreadable'])
})

test('escapes become letters, marks of style go', () => {
  assert.equal(plainText('\\U+529E\\U+516C\\U+5BA4'), '办公室')
  assert.equal(plainText('%%u301%%u %%d %%c50 %%p0.000 100%%%'), '301 ° ⌀50 ±0.000 100%')
  assert.equal(plainText('\\M+5B0EC\\M+5B9AB\\M+5CAD2'), '办公室')
  assert.equal(plainText('%%065'), 'A')
  assert.equal(plainText('\\U+D800x'), 'x')
})

test('a paragraph is its lines', () => {
  assert.deepEqual(linesOfParagraph('{\\fSimSun|b0|i0|c134|p2;\\H2.5x;办公室}\\P\\A1;23.50{\\H0.7x;\\S2^;}'), ['办公室', '23.502/'])
  assert.deepEqual(linesOfParagraph('\\pxqc;{\\C1;\\L301\\l}\\~室\\P\\P  '), ['301 室'])
  assert.deepEqual(linesOfParagraph('a \\{b\\} c\\\\d'), ['a {b} c\\d'])
  assert.deepEqual(linesOfParagraph('\\H1.5 without its end\\'), ['1.5 without its end\\'])
  assert.deepEqual(linesOfParagraph('\\U+4F1A\\U+8BAE'), ['会议'])
})

test('a long paragraph comes in parts, cut anywhere in a letter', () => {
  const bytesOfRoom = Buffer.from(gbk['会议室'], 'hex')
  const before = dxf({ header: version('AC1015', 'ANSI_936'), entities: [[[0, 'MTEXT'], [8, '0'], [10, 0], [20, 0], [40, 300], [3, '@'], [1, '@']]] }).split('@')
  const drawing = readDrawing(Buffer.concat([Buffer.from(before[0] ?? ''), bytesOfRoom.subarray(0, 3), Buffer.from(before[1] ?? ''), bytesOfRoom.subarray(3), Buffer.from(before[2] ?? '')]))
  assert.deepEqual(said(drawing), ['会议室'])
})
