// The suites of ciphers 密码套件 a value may be sealed with; SM4 will be one more entry, and what was sealed before stays readable.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

export interface Suite {
  /** Length of its key, bytes. */
  readonly keyBytes: number
  seal(key: KeyObject, text: Buffer, about: Buffer): { readonly iv: Buffer; readonly ct: Buffer; readonly tag: Buffer }
  /** @throws Error when key, text, tag or `about` are not those of the sealing. */
  open(key: KeyObject, sealed: { readonly iv: Buffer; readonly ct: Buffer; readonly tag: Buffer }, about: Buffer): Buffer
}

/** NIST SP 800-38D: a fresh 96-bit nonce for every sealing, a tag of 128 bits. */
const a256gcm: Suite = Object.freeze<Suite>({
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

const suites: ReadonlyMap<string, Suite> = new Map([['A256GCM', a256gcm]])
/** New keys are of this suite. */
export const newestSuite = 'A256GCM'
export const suiteNamed = (name: string): Suite | undefined => suites.get(name)
