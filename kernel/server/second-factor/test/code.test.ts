// The codes of RFC 6238: its own test vectors (appendix B, SHA-1), one step of grace either way, and what a recovery code looks like.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, digitsOf, newRecoveryCodes, newSecret, recoveryHash, stepOf } from '../src/code.ts'

/** `12345678901234567890` in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number): Date => new Date(seconds * 1000)

test('the vectors of RFC 6238, by their last six digits', () => {
  for (const [seconds, code] of [[59, '287082'], [1111111109, '081804'], [1111111111, '050471'], [1234567890, '005924'], [2000000000, '279037']] as const)
    assert.equal(stepOf({ secret, code, at: at(seconds) }), Math.floor(seconds / 30), code)
})

test('a code holds one step before and after its own, and no longer', () => {
  assert.deepEqual([1234567890 - 30, 1234567890 + 59, 1234567890 + 60, 1234567890 - 31].map((seconds) => stepOf({ secret, code: '005924', at: at(seconds) })), [41152263, 41152263, undefined, undefined])
})

test('an address an authenticator reads; secrets of 160 bits', () => {
  assert.equal(addressOf({ secret, username: 'qian.yiming', issuer: 'Houqin' }), `otpauth://totp/Houqin:qian.yiming?issuer=Houqin&secret=${secret}&algorithm=SHA1&digits=6&period=30`)
  assert.match(newSecret(), /^[A-Z2-7]{32}$/)
})

test('ten recovery codes, typed however one likes, stored as a digest', () => {
  const codes = newRecoveryCodes()
  assert.equal(new Set(codes).size, 10)
  for (const code of codes) assert.match(code, /^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  const [one = ''] = codes
  assert.deepEqual(recoveryHash(one.toUpperCase().replaceAll('-', ' ')), recoveryHash(one))
  assert.equal(recoveryHash('123456'), undefined)
  assert.deepEqual(['１２３ ４５６', '12345', 'abcdef'].map(digitsOf), ['123456', undefined, undefined])
})
