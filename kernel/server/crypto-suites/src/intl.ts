// The international suite 国际算法: SHA-256, AES-256-GCM and Ed25519.
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, hash, randomBytes, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Cipher, CryptoSuite, Digest, Signature } from './suite.ts'

const sha256: Digest = Object.freeze<Digest>({
  suite: 'sha-256',
  of: (bytes) => hash('sha256', bytes, 'buffer'),
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

/** PKCS #8 of a seed (RFC 8410), up to its 32 bytes. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')
const privateOf = (key: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([pkcs8Head, key]), format: 'der', type: 'pkcs8' })
const ed25519: Signature = Object.freeze<Signature>({
  name: 'Ed25519',
  newKey: () => randomBytes(32),
  publicOf: (key) => createPublicKey(privateOf(key)).export({ format: 'der', type: 'spki' }),
  sign: (key, message) => sign(null, message, privateOf(key)),
  verify(publicKey, message, signature) {
    try {
      const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
      return key.asymmetricKeyType === 'ed25519' && verify(null, message, key, signature)
    } catch {
      return false
    }
  },
})

export const intl: CryptoSuite = Object.freeze({ id: 'intl', digest: sha256, cipher: a256gcm, signature: ed25519 })
