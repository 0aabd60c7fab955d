// The suites 密码套件: the published vectors of SM3 and SM4, and for both suites that nothing of what is sealed can be exchanged.
import assert from 'node:assert/strict'
import { createCipheriv, createSecretKey, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { cipherNamed, gm, intl, suiteNamed, suiteOfCipher, suites } from '@houqin/crypto-suites'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')

test('SM3: the two examples of GB/T 32905-2016 annex A, as GmSSL tests them', () => {
  assert.deepEqual(gm.digest.of(Buffer.from('abc')), hex('66c7f0f4 62eeedd9 d1f2d46b dc10e4e2 4167c487 5cf2f7a2 297da02b 8f4ba8e0'))
  assert.deepEqual(gm.digest.of(Buffer.from('abcd'.repeat(16))), hex('debe9ff9 2275b8a1 38604889 c18e5a4d 6fdb70e5 387e5765 293dcba3 9c0c5732'))
})

test('SM4: the first example of GB/T 32907-2016 annex A, and a million times itself would be the second', () => {
  const key = hex('0123456789abcdeffedcba9876543210')
  const block = (text: Buffer): Buffer => createCipheriv('sm4-ecb', key, null).setAutoPadding(false).update(text)
  assert.deepEqual(block(key), hex('681edf34d206965e86b3e94f536e4246'))
})

test('SM4 in counter mode is that block cipher over the counter', () => {
  const key = hex('0123456789abcdeffedcba9876543210')
  const counter = hex('000102030405060708090a0b0c0d0e0f')
  const pad = createCipheriv('sm4-ecb', key, null).setAutoPadding(false).update(counter)
  const text = Buffer.from('sixteen letters!')
  assert.deepEqual(createCipheriv('sm4-ctr', key, counter).update(text), Buffer.from(text.map((byte, at) => byte ^ (pad[at] ?? 0))))
})

test('what is sealed opens with the same key and purpose, whole, and else not at all', () => {
  for (const { id, cipher } of suites) {
    const key = createSecretKey(randomBytes(cipher.keyBytes))
    const about = Buffer.from('notice.channel:7')
    for (const text of ['', '密码 Pa$$w0rd', 'x'.repeat(5000)]) {
      const sealed = cipher.seal(key, Buffer.from(text), about)
      assert.equal(cipher.open(key, sealed, about).toString(), text, id)
      assert.notDeepEqual(cipher.seal(key, Buffer.from(text), about).iv, sealed.iv)
      const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte)))
      for (const forged of [{ ...sealed, iv: turned(sealed.iv) }, { ...sealed, tag: turned(sealed.tag) }, { ...sealed, tag: sealed.tag.subarray(0, 8) }, ...(text === '' ? [] : [{ ...sealed, ct: turned(sealed.ct) }])])
        assert.throws(() => cipher.open(key, forged, about), id)
      assert.throws(() => cipher.open(key, sealed, Buffer.from('notice.channel:8')), id)
      assert.throws(() => cipher.open(createSecretKey(randomBytes(cipher.keyBytes)), sealed, about), id)
    }
  }
})

test('a byte cannot move from the purpose into the text', () => {
  const key = createSecretKey(randomBytes(gm.cipher.keyBytes))
  const { iv, ct, tag } = gm.cipher.seal(key, Buffer.from('bc'), Buffer.from('a'))
  assert.throws(() => gm.cipher.open(key, { iv, ct: ct.subarray(1), tag }, Buffer.concat([Buffer.from('a'), ct.subarray(0, 1)])))
})

test('suites and ciphers are found by the names they are stored under', () => {
  assert.deepEqual([suiteNamed('gm'), suiteNamed('intl'), suiteNamed('rot13')], [gm, intl, undefined])
  assert.deepEqual([cipherNamed('A256GCM'), suiteOfCipher('SM4CTR-HMACSM3'), cipherNamed('NONE')], [intl.cipher, gm, undefined])
})
