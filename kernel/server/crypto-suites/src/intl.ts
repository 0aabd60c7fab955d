// The international suite 国际算法: SHA-256 and AES-256-GCM.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Cipher, CryptoSuite, Digest } from './suite.ts'

const sha256: Digest = Object.freeze<Digest>({
  suite: 'sha-256',
  of: (bytes) => createHash('sha256').update(bytes).digest(),
})

/** NIST SP 800-38D: a fresh 96-bit nonce for every sealing, a tag of 128 bits. */
const a256gcm: Cipher = Object.freeze<Cipher>({
  name: 'A256GCM',
  keyBytes: 32,
  seal(key, text, about) {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: 16 }).setAAD(about)
    const ct = Buffer.concat([cipher.update(text), cipher.final()])
    return { iv, ct, tag: cipher.getAuthTag() }
  },
  open(key, { iv, ct, tag }, about) {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 }).setAAD(about).setAuthTag(tag)
    return Buffer.concat([decipher.update(ct), decipher.final()])
  },
})

export const intl: CryptoSuite = Object.freeze({ id: 'intl', digest: sha256, cipher: a256gcm })
