// 保管库的故事: what is sealed opens for its own purpose only, and nothing of it can be exchanged.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gm, intl } from '@houqin/crypto-suites'
import { isFault } from '@houqin/fault'
import { Problem } from '@houqin/problem'
import { openVault } from '../src/index.ts'

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-vault-'))
  folders.push(folder)
  return folder
}
after(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })
const refused = (error: unknown): boolean => error instanceof Problem && error.type === 'conflict' && /重新填写/.test(error.detail.zh)

test('a text comes back after the house was opened anew, and does not stand in what is kept', async () => {
  const folder = newFolder()
  const of = 'notice.channel:7'
  const sealed = (await openVault({ folder })).seal({ of, text: '密码 Pa$$w0rd' })
  assert.doesNotMatch(sealed, /Pa\$\$|密码/)
  assert.notEqual((await openVault({ folder })).seal({ of, text: '密码 Pa$$w0rd' }), sealed, 'two sealings of one text look different')
  assert.equal((await openVault({ folder })).open({ of, sealed }), '密码 Pa$$w0rd')
  assert.deepEqual(Object.keys(JSON.parse(sealed)), ['v', 'suite', 'kid', 'iv', 'ct', 'tag'])
})

test('the key is for its owner’s eyes, and stays so', async () => {
  const folder = newFolder()
  const vault = await openVault({ folder })
  assert.equal(vault.kid(), undefined)
  assert.deepEqual(readdirSync(folder), [], 'opening makes nothing')
  vault.ready()
  assert.equal(statSync(vault.file).mode & 0o777, 0o600)
  assert.equal(statSync(join(folder, 'keys')).mode & 0o777, 0o700)
  assert.deepEqual(readdirSync(join(folder, 'keys')), ['secrets.key'])
  chmodSync(vault.file, 0o644)
  await openVault({ folder })
  assert.equal(statSync(vault.file).mode & 0o777, 0o600)
})

test('another purpose, another key or a changed letter opens nothing', async () => {
  const folder = newFolder()
  const vault = await openVault({ folder })
  const sealed = vault.seal({ of: 'a', text: 'secret' })
  assert.throws(() => vault.open({ of: 'b', sealed }), refused)
  const stranger = await openVault({ folder: newFolder() })
  assert.throws(() => stranger.open({ of: 'a', sealed }), refused, 'a house without any key')
  stranger.ready()
  assert.throws(() => stranger.open({ of: 'a', sealed }), refused)
  const envelope = JSON.parse(sealed) as Record<string, unknown>
  const changed = Buffer.from(String(envelope['ct']), 'base64url')
  changed[0] = (changed[0] ?? 0) ^ 1
  for (const forged of [
    { ...envelope, ct: changed.toString('base64url') }, { ...envelope, tag: String(envelope['tag']).slice(0, 8) }, { ...envelope, iv: '' },
    { ...envelope, suite: 'NONE' }, { ...envelope, v: 2 }, { ...envelope, ct: 7 }, null, 'text',
  ]) assert.throws(() => vault.open({ of: 'a', sealed: JSON.stringify(forged) }), refused, JSON.stringify(forged))
  assert.throws(() => vault.open({ of: 'a', sealed: 'secret' }), refused)
})

test('two programs that begin at once go by one key', async () => {
  const folder = newFolder()
  const [one, two] = await Promise.all([openVault({ folder }), openVault({ folder })])
  assert.equal(two.open({ of: 'a', sealed: one.seal({ of: 'a', text: 'x' }) }), 'x')
})

test('a damaged key file is said, never replaced', async () => {
  const folder = newFolder()
  const vault = await openVault({ folder })
  vault.ready()
  writeFileSync(vault.file, readFileSync(vault.file, 'utf8').slice(0, 20))
  await assert.rejects(openVault({ folder }), (error) => isFault(error) && error.code === 'secrets.key-unreadable' && error.zh.includes('备份'))
})

test('a house created with 国密 seals with SM4 and stays with it; what another suite sealed is another house’s', async () => {
  const folder = newFolder()
  const first = await openVault({ folder, suite: gm })
  const sealed = first.seal({ of: 'a', text: '密码' })
  assert.equal((JSON.parse(sealed) as { suite: string }).suite, 'SM4CTR-HMACSM3')
  const again = await openVault({ folder })
  assert.deepEqual([again.suite().id, again.open({ of: 'a', sealed })], ['gm', '密码'])
  await assert.rejects(openVault({ folder, suite: intl }), (error) => isFault(error) && error.code === 'secrets.other-suite' && error.zh.includes('--crypto intl'))
  assert.equal((await openVault({ folder: newFolder() })).suite().id, 'intl')
})
