// The 国密 suite: SM3 (GB/T 32905) and SM4 (GB/T 32907) from Node's OpenSSL, and SM2.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { sm2 } from './sm2.ts'
import type { Cipher, CryptoSuite, Digest } from './suite.ts'

const sm3: Digest = Object.freeze<Digest>({
  suite: 'sm3',
  of: (bytes) => createHash('sm3').update(bytes).digest(),
})

const encryptionBytes = 16
const tagBytes = 32
/**
 * SM4 in counter mode, then HMAC-SM3 over purpose, counter and text (encrypt-then-MAC), since Node's OpenSSL has no SM4-GCM.
 * One key of 48 bytes: 16 to encrypt, 32 for the tag; a fresh 128-bit counter for every sealing.
 */
const sm4ctr: Cipher = Object.freeze<Cipher>({
  name: 'SM4CTR-HMACSM3',
  keyBytes: encryptionBytes + 32,
  seal(key, text, about) {
    const { encryption, mac } = halves(key)
    const iv = randomBytes(16)
    const cipher = createCipheriv('sm4-ctr', encryption, iv)
    const ct = Buffer.concat([cipher.update(text), cipher.final()])
    return { iv, ct, tag: tagOf(mac, { iv, ct }, about) }
  },
  open(key, { iv, ct, tag }, about) {
    const { encryption, mac } = halves(key)
    const right = tagOf(mac, { iv, ct }, about)
    if (iv.length !== 16 || tag.length !== tagBytes || !timingSafeEqual(tag, right)) throw new Error('the tag is not that of this text')
    const decipher = createDecipheriv('sm4-ctr', encryption, iv)
    return Buffer.concat([decipher.update(ct), decipher.final()])
  },
})

function halves(key: KeyObject): { encryption: Buffer; mac: Buffer } {
  const bytes = key.export()
  return { encryption: bytes.subarray(0, encryptionBytes), mac: bytes.subarray(encryptionBytes) }
}
/** Lengths go in too, so that no byte of one part can pass for one of another. */
function tagOf(mac: Buffer, { iv, ct }: { iv: Buffer; ct: Buffer }, about: Buffer): Buffer {
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32BE(about.length, 0)
  lengths.writeUInt32BE(ct.length, 4)
  return createHmac('sm3', mac).update(lengths).update(about).update(iv).update(ct).digest()
}

export const gm: CryptoSuite = Object.freeze({ id: 'gm', digest: sm3, cipher: sm4ctr, signature: sm2 })
