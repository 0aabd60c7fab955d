// An archive on its own 备份文件: it opens by its passphrase alone, and damage anywhere is named.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { gm } from '@houqin/crypto-suites'
import { isFault } from '@houqin/fault'
import { opened, sealed } from '../src/cipher.ts'
import type { Manifest, Part } from '../src/manifest.ts'
import { verifyArchive } from '../src/read-archive.ts'
import { writeArchive } from '../src/write-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'houqin-archive-'))
after(() => rmSync(folder, { recursive: true }))
const passphrase = 'lantern moth quartz 灯'
const at = new Date('2026-11-24T01:30:00Z')
let made = 0

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let place = 0; place < bytes.length; place += size) yield bytes.subarray(place, place + size)
}
async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of source) pieces.push(piece)
  return Buffer.concat(pieces)
}
const manifestOf = (parts: readonly Part[]): Manifest => ({
  format: 1, version: 'test', at: at.toISOString(), postgres: '17', migrations: [], tables: [], sequences: [], partitions: [], parts,
  files: { count: 0, bytes: 0, missing: [] }, keys: false, audit: { entries: 0, sealed: 0, head: null },
})
const contents = new Map(['tables/places.site/0001.gz', 'tables/places.room/0001.gz', 'keys/secrets.key'].map((name) => [name, randomBytes(150_000)]))

async function archiveOf(secret?: string): Promise<string> {
  const file = join(folder, `${(made += 1)}.archive`)
  const archive = writeArchive({ file, at, passphrase: secret })
  const parts: Part[] = []
  for (const [name, bytes] of contents) parts.push(await archive.add(name, bytes.length, [bytes]))
  await archive.finish(manifestOf(parts))
  return file
}
/** What is said of the file once `change` was done to its bytes. */
async function saidOf(file: string, secret: string | undefined, change: (bytes: Buffer) => Buffer): Promise<{ code: string; zh: string }> {
  const changed = `${file}.changed`
  writeFileSync(changed, change(readFileSync(file)))
  const error: unknown = await verifyArchive({ file: changed, passphrase: secret }).then(() => undefined, (thrown: unknown) => thrown)
  assert.ok(isFault(error), String(error))
  return error
}
const flipped = (place: number) => (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  copy[place] = (copy[place] ?? 0) ^ 1
  return copy
}

describe('the cipher', () => {
  for (const length of [0, 65_536, 65_537, 200_000]) {
    it(`gives ${length} bytes back`, async () => {
      const plain = randomBytes(length)
      const written = await all(sealed(inPieces(plain, 40_000), passphrase))
      assert.deepEqual(await all(opened(inPieces(written, 30_011), passphrase)), plain)
    })
  }

  it('takes no chunk that was changed, left out, moved, or cut off at the end', async () => {
    const written = await all(sealed(inPieces(randomBytes(65_536 * 3), 65_536), passphrase))
    const size = 65_536 + 16
    const head = written.subarray(0, written.length - 3 * size)
    const chunks = [0, 1, 2].map((place) => written.subarray(head.length + place * size, head.length + (place + 1) * size))
    const [one, two, three] = chunks as [Buffer, Buffer, Buffer]
    for (const [what, pieces] of [['cut off', [one, two]], ['left out', [one, three]], ['moved', [two, one, three]], ['changed', [flipped(9)(one), two, three]], ['repeated', [one, one, two, three]], ['nothing', []]] as const)
      await assert.rejects(all(opened(inPieces(Buffer.concat([head, ...pieces]), 50_000), passphrase)), /chunk \d/, what)
    await assert.rejects(all(opened(inPieces(written, 50_000), 'lantern moth quartz')), { code: 'backup.wrong-passphrase' })
  })
})

const signingKey = gm.signature.newKey()
const kid = '0123456789abcdef'
async function signedArchive(sign: (text: Buffer) => Buffer): Promise<string> {
  const file = join(folder, `${(made += 1)}.archive`)
  const archive = writeArchive({ file, at, passphrase: undefined })
  await archive.finish({ ...manifestOf([]), format: 2, signed: { scheme: 'SM2-SM3', kid } }, sign)
  return file
}

describe('a signed archive', () => {
  const signedBy = (text: Buffer, signed: { kid: string; signature: Buffer }): boolean | undefined => signed.kid === kid ? gm.signature.verify(gm.signature.publicOf(signingKey), text, signed.signature) : undefined

  it('is known to whoever has the public key, and one of another hand is refused', async () => {
    const file = await signedArchive((text) => gm.signature.sign(signingKey, text))
    assert.equal((await verifyArchive({ file, signedBy, mustBeSigned: true })).signed?.kid, kid)
    assert.equal((await verifyArchive({ file })).format, 2, 'whoever has no key reads it all the same')
    await assert.rejects(verifyArchive({ file, signedBy: () => undefined, mustBeSigned: true }), { code: 'backup.not-signed' })
    const forged = await signedArchive((text) => gm.signature.sign(gm.signature.newKey(), text))
    await assert.rejects(verifyArchive({ file: forged, signedBy }), { code: 'backup.forged' })
  })

  it('is no longer whole without its signature, and an unsigned one does not pass for it', async () => {
    const bytes = readFileSync(await signedArchive(() => Buffer.from('signature')))
    const place = bytes.indexOf('manifest.sig')
    const without = join(folder, 'without.archive')
    writeFileSync(without, Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1024)]))
    await assert.rejects(verifyArchive({ file: without, signedBy }), (error) => isFault(error) && error.code === 'backup.damaged' && error.zh.includes('manifest.sig'))
    await assert.rejects(verifyArchive({ file: await archiveOf(), signedBy, mustBeSigned: true }), { code: 'backup.not-signed' })
  })
})

describe('an archive', () => {
  it('is not there before it is whole', async () => {
    const file = join(folder, 'cut.archive')
    const archive = writeArchive({ file, at, passphrase: undefined })
    await archive.add('keys/secrets.key', 3, [Buffer.from('abc')])
    await assert.rejects(verifyArchive({ file }), { code: 'backup.no-archive' })
    await archive.abandon()
    await assert.rejects(verifyArchive({ file: `${file}.unfinished` }), { code: 'backup.no-archive' })
  })

  it('tells the same whether it is encrypted or not, and opens for nobody without the passphrase', async () => {
    const plain = await verifyArchive({ file: await archiveOf() })
    const file = await archiveOf(passphrase)
    const encrypted = await verifyArchive({ file, passphrase })
    assert.deepEqual(encrypted.parts, plain.parts)
    await assert.rejects(verifyArchive({ file }), { code: 'backup.passphrase-needed' })
    await assert.rejects(verifyArchive({ file, passphrase: 'something else entirely' }), { code: 'backup.wrong-passphrase' })
    assert.equal(readFileSync(file).includes('secrets.key'), false)
  })

  it('names the damaged part', async () => {
    const file = await archiveOf()
    for (const name of contents.keys()) {
      const place = readFileSync(file).indexOf(name) + 512 + 70_000
      const { code, zh } = await saidOf(file, undefined, flipped(place))
      assert.deepEqual([code, zh.includes(name), [...contents.keys()].filter((other) => zh.includes(other)).length], ['backup.damaged', true, 1])
    }
  })

  it('says after which part nothing can be read, when it was cut or its bones are broken', async () => {
    const file = await archiveOf()
    const second = readFileSync(file).indexOf('tables/places.room')
    for (const change of [(bytes: Buffer) => bytes.subarray(0, second + 1000), (bytes: Buffer) => bytes.subarray(0, second), flipped(second + 3)]) {
      const { code, zh } = await saidOf(file, undefined, change)
      assert.equal(code, 'backup.damaged')
      assert.match(zh, /places\.(site|room)|manifest/)
    }
    const encrypted = await archiveOf(passphrase)
    const { code, zh } = await saidOf(encrypted, passphrase, flipped(87 + 65_552 * 3 + 5))
    assert.equal(code, 'backup.damaged')
    assert.match(zh, /chunk 4 .*最后一个完好的部分是 tables\/places\.site/)
  })

  it('does not believe a manifest that was changed, nor one of a later program', async () => {
    const file = await archiveOf()
    const text = readFileSync(file)
    const { zh } = await saidOf(file, undefined, flipped(text.lastIndexOf('"version": "test"') + 13))
    assert.match(zh, /manifest\.json/)
    const later = join(folder, 'later.archive')
    const archive = writeArchive({ file: later, at, passphrase: undefined })
    await archive.finish({ format: 3 })
    await assert.rejects(verifyArchive({ file: later }), { code: 'backup.other-format' })
  })
})
