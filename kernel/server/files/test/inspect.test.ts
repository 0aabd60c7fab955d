// 验内容的故事: each type is known by its bytes, tells nothing of place, and no hostile byte upsets the house.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inspectBytes } from '@houqin/files'
import { docx, heic, jpeg, mp4, pdf, png, secret, webp, xlsx, zip } from './samples.ts'

const samples = { jpeg, png, webp, heic, pdf, docx, xlsx, mp4 }
const pictures = { jpeg: [jpeg, 8, 6], png: [png, 2, 1], webp: [webp, 3, 2], heic: [heic, 40, 30] } as const

const pictureOf = async (bytes: Buffer): Promise<{ width: number; height: number; bytes: Buffer }> => {
  const { picture } = await inspectBytes(bytes) ?? {}
  assert.ok(picture)
  return { width: picture.width, height: picture.height, bytes: Buffer.concat(picture.parts) }
}

test('each type is known by its bytes', async () => {
  const types = await Promise.all(Object.values(samples).map(async (sample) => inspectBytes(sample())))
  assert.deepEqual(types.map((found) => [found?.type.replace(/.*[/.]/, ''), found?.whole]), [
    ['jpeg', true], ['png', true], ['webp', true], ['heic', true], ['pdf', true], ['document', true], ['sheet', true], ['mp4', true],
  ])
})

for (const [name, [sample, width, height]] of Object.entries(pictures)) {
  test(`${name}: the size is read, what is told of place is gone, and it is whole again afterwards`, async () => {
    assert.ok(sample().includes(secret))
    const cleaned = await pictureOf(sample())
    assert.deepEqual([cleaned.width, cleaned.height], [width, height])
    assert.ok(!cleaned.bytes.includes(secret.slice(4)))
    assert.deepEqual(await pictureOf(cleaned.bytes), cleaned)
  })
}

test('a JPEG keeps its colours and its scan, and how to turn it', async () => {
  const upright = await pictureOf(jpeg())
  assert.ok(upright.bytes.includes('ICC_PROFILE'))
  assert.ok(upright.bytes.includes(Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9])))
  assert.ok(!upright.bytes.includes('Exif'))
  const turned = await pictureOf(jpeg({ orientation: 6 }))
  assert.equal(turned.bytes.indexOf('Exif'), 6)
  assert.equal(turned.bytes.length, upright.bytes.length + 36)
  assert.deepEqual(await pictureOf(turned.bytes), turned)
})

test('a WebP no longer says that it has Exif or XMP', async () => {
  const { bytes } = await pictureOf(webp())
  assert.equal(bytes[20], 0)
  assert.equal(bytes.readUInt32LE(4), bytes.length - 8)
})

test('a film tells how long it plays and where it must be blanked', async () => {
  for (const longSize of [false, true]) {
    const film = mp4({ seconds: 75, longSize })
    const found = await inspectBytes(film)
    assert.equal(found?.seconds, 75)
    for (const { typeAt, from, to } of found.blank ?? []) {
      film.write('free', typeAt)
      film.fill(0, from, to)
    }
    assert.ok(!film.includes(secret))
    assert.equal((await inspectBytes(film))?.whole, true)
  }
})

test('an archive is a paper only with its table of contents, and never with macros', async () => {
  for (const names of [['evil.exe'], ['word/document.xml'], ['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'], ['[Content_Types].xml', 'word/document.xml', 'xl/workbook.xml']]) {
    assert.equal(await inspectBytes(zip(names)), undefined, names.join())
  }
  assert.equal((await inspectBytes(zip(['[Content_Types].xml', 'xl/workbook.xml'], 4_000_000_000)))?.unpackedBytes, 8_000_000_000)
})

test('what is none of them is not known', async () => {
  for (const text of ['', 'MZ\x90\0', '<svg onload=alert(1)>', '<html>', 'GIF89a', '#!/bin/sh', 'BM6', 'PK\x03\x04', '\0\0\0\x18ftypevil']) {
    assert.equal(await inspectBytes(Buffer.from(text, 'latin1')), undefined, text)
  }
})

test('a picture cut anywhere before its end is not whole', async () => {
  for (const [name, [sample]] of Object.entries(pictures)) {
    const bytes = Buffer.concat((await inspectBytes(sample()))?.picture?.parts ?? [])
    for (let length = 0; length < bytes.length; length += 1) {
      assert.notEqual((await inspectBytes(bytes.subarray(0, length)))?.whole, true, `${name} cut at ${length} of ${bytes.length}`)
    }
  }
})

test('bytes changed, cut, repeated at will never upset it, and what passes as a picture stays one', async () => {
  const sample = fc.constantFrom(...Object.values(samples)).map((make) => make())
  const edits = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(0, 0xff, 0x7f, 0x80))), { maxLength: 12 })
  await fc.assert(fc.asyncProperty(sample, edits, fc.nat(), fc.boolean(), async (bytes, changes, cut, isCut) => {
    for (const [at, value] of changes) bytes[at % bytes.length] = value
    const found = await inspectBytes(isCut ? bytes.subarray(0, cut % bytes.length) : bytes)
    if (!found?.picture) return
    assert.ok(found.picture.width > 0 && found.picture.height > 0)
    const again = await inspectBytes(Buffer.concat(found.picture.parts))
    assert.deepEqual([again?.whole, again?.picture?.width, again?.picture?.height], [true, found.picture.width, found.picture.height])
  }), { numRuns: 3_000 })
})

test('noise behind the right beginning ends soon', async () => {
  const beginnings = fc.constantFrom('\xff\xd8\xff\xe1', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'RIFF\xff\xff\0\0WEBP', '\0\0\0\x10ftypheic', '\0\0\0\x10ftypisom', 'PK\x03\x04', '%PDF-')
  await fc.assert(fc.asyncProperty(beginnings, fc.uint8Array({ maxLength: 4_000 }), async (beginning, noise) => {
    await inspectBytes(Buffer.concat([Buffer.from(beginning, 'latin1'), noise]))
  }), { numRuns: 500 })
  const manySegments = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(8 * 2 ** 20, Buffer.from([0xff, 0xdb, 0, 2])), jpeg().subarray(2)])
  const manyChunks = Buffer.concat([png().subarray(0, 33), Buffer.alloc(12 * 2 ** 19, Buffer.from('\0\0\0\0IDAT\0\0\0\0', 'latin1')), png().subarray(33)])
  for (const bytes of [manySegments, manyChunks]) assert.equal((await inspectBytes(bytes))?.whole, false)
  const zeros = Buffer.alloc(8 * 2 ** 20)
  for (const beginning of ['\xff\xd8\xff', '\0\0\0\x10ftypisom', '\0\0\0\x10ftypheic', 'PK\x03\x04']) {
    zeros.write(beginning, 'latin1')
    assert.notEqual((await inspectBytes(zeros))?.whole, true)
  }
})
