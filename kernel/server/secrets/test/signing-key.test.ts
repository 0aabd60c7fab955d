// 签名密钥的故事: made once, for its owner's eyes, and followed by another that it has itself named.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gm, intl } from '@houqin/crypto-suites'
import { isFault } from '@houqin/fault'
import { openSigner, succeedSigner, successorText, verifies } from '../src/index.ts'

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-signer-'))
  folders.push(folder)
  return folder
}
after(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })
const message = Buffer.from('链末 9')

test('a key is made when it is needed, and is the same after the house was opened anew', () => {
  const folder = newFolder()
  const signer = openSigner({ folder, suite: gm })
  assert.equal(signer.isMade(), false)
  assert.deepEqual(readdirSync(folder), [])
  const signed = signer.sign(message)
  assert.equal(statSync(signer.file).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(join(folder, 'keys')), ['signing.key'])
  const again = openSigner({ folder, suite: intl })
  assert.equal(again.current().scheme, 'SM2-SM3', 'it stays what it was made as')
  assert.equal(again.verify(message, signed), true)
  assert.equal(again.verify(Buffer.from('链末 8'), signed), false)
  assert.equal(openSigner({ folder: newFolder(), suite: gm }).verify(message, signed), undefined, 'another house can say nothing')
})

test('a key of another suite is followed by one that it has signed, and keeps nothing but its public half', () => {
  const folder = newFolder()
  const before = openSigner({ folder, suite: intl })
  const old = before.current()
  const signed = before.sign(message)
  const secret = readFileSync(before.file, 'utf8').trim().split(' ')[2] ?? ''
  succeedSigner({ folder, suite: intl })
  assert.deepEqual(openSigner({ folder, suite: intl }).current(), old, 'of the same suite: nothing to do')
  succeedSigner({ folder, suite: gm })
  succeedSigner({ folder, suite: gm })
  const now = openSigner({ folder, suite: gm })
  assert.equal(now.current().scheme, 'SM2-SM3')
  const [former, ...more] = now.former()
  assert.ok(former)
  assert.deepEqual([former.kid, former.scheme, more], [old.kid, 'Ed25519', []])
  assert.equal(verifies(former, successorText(now.current().spki), former.successor), true)
  assert.equal(now.verify(message, signed), true, 'what the old one signed still holds')
  assert.equal(readFileSync(now.file, 'utf8').includes(secret), false)
  assert.equal(statSync(now.file).mode & 0o777, 0o600)
})

test('a damaged key is named, with what to do', () => {
  const folder = newFolder()
  const { file } = openSigner({ folder, suite: intl })
  openSigner({ folder, suite: intl }).sign(message)
  writeFileSync(file, '1 Ed25519 abc\n')
  assert.throws(() => openSigner({ folder, suite: intl }), (error) => isFault(error) && error.code === 'secrets.key-unreadable' && error.en.includes(file))
})
