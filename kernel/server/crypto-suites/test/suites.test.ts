// The suites 密码套件: the published vectors of SM2, SM3 and SM4, and for both suites that nothing of what is sealed can be exchanged.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createCipheriv, createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { cipherNamed, gm, intl, signatureNamed, signSm2, suiteNamed, suiteOfCipher, suites } from '@houqin/crypto-suites'

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

test('SM2: the example of GB/T 32918.5-2017 annex A, by its own random number', () => {
  const key = hex('3945208F 7B2144B1 3F36E38A C6D39F95 88939369 2860B51A 42FB81EF 4DF7C5B8')
  const point = hex('04 09F9DF31 1E5421A1 50DD7D16 1E4BC5C6 72179FAD 1833FC07 6BB08FF3 56F35020 CCEA490C E26775A5 2DC6EA71 8CC1AA60 0AED05FB F35E084A 6632F607 2DA9AD13')
  const message = Buffer.from('message digest')
  const r = hex('F5A03B06 48D2C463 0EEAC513 E1BB81A1 5944DA38 27D5B741 43AC7EAC EEE720B3')
  const s = hex('B1B6AA29 DF212FD8 763182BC 0D421CA1 BB9038FD 1F7F42D4 840B69C4 85BBC1AA')
  const signed = signSm2(key, message, () => 0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21n)
  assert.deepEqual(signed, Buffer.concat([hex('30460221 00'), r, hex('0221 00'), s]))
  assert.deepEqual(gm.signature.publicOf(key).subarray(-65), point)
  assert.equal(gm.signature.verify(gm.signature.publicOf(key), message, signed), true)
})

test('Ed25519: the second example of RFC 8032, section 7.1', () => {
  const key = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
  assert.deepEqual(intl.signature.publicOf(key).subarray(-32), hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'))
  assert.deepEqual(intl.signature.sign(key, hex('72')), hex('92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'))
})

test('a signature holds for its key, message and spelling, and for no other', () => {
  for (const { id, signature } of suites) {
    const key = signature.newKey()
    assert.equal(key.length, 32)
    const publicKey = signature.publicOf(key)
    const other = signature.publicOf(signature.newKey())
    for (const message of [Buffer.alloc(0), Buffer.from('链末 9'), randomBytes(3000)]) {
      const signed = signature.sign(key, message)
      assert.equal(signature.verify(publicKey, message, signed), true, id)
      const turned = Buffer.from(signed.map((byte, at) => (at === signed.length - 1 ? byte ^ 1 : byte)))
      for (const [by, of, as] of [[other, message, signed], [publicKey, Buffer.concat([message, Buffer.from('.')]), signed], [publicKey, message, turned], [publicKey, message, Buffer.concat([signed, Buffer.alloc(1)])], [publicKey, message, Buffer.alloc(0)], [publicKey.subarray(0, -1), message, signed], [Buffer.concat([publicKey.subarray(0, -1), Buffer.from([(publicKey.at(-1) ?? 0) ^ 1])]), message, signed], [Buffer.from('key'), message, signed]] as const)
        assert.equal(signature.verify(by, of, as), false, id)
    }
  }
})

test('a third party verifies with the openssl of its machine and the public key alone', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-signed-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const at = (name: string): string => join(folder, name)
  for (const { id, signature } of suites) {
    const key = signature.newKey()
    writeFileSync(at('key.pem'), `-----BEGIN PUBLIC KEY-----\n${signature.publicOf(key).toString('base64').replaceAll(/(.{64})/g, '$1\n')}\n-----END PUBLIC KEY-----\n`)
    writeFileSync(at('text'), '一句话')
    writeFileSync(at('sig'), signature.sign(key, Buffer.from('一句话')))
    const by = id === 'gm' ? ['-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'] : []
    const said = (): number | null => {
      const { status, error } = spawnSync('openssl', ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', at('key.pem'), '-sigfile', at('sig'), '-in', at('text'), ...by])
      assert.equal(error, undefined, 'install openssl 3 for this test')
      return status
    }
    assert.equal(said(), 0, id)
    writeFileSync(at('text'), '另一句话')
    assert.notEqual(said(), 0, id)
  }
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
  assert.deepEqual([signatureNamed('SM2-SM3'), signatureNamed('Ed25519'), signatureNamed('RSA')], [gm.signature, intl.signature, undefined])
})
