// A suite 密码套件: a digest for what is chained, a cipher for what is sealed, a signature for what third parties verify.
import type { KeyObject } from 'node:crypto'

export interface Digest {
  /** Stored beside each fingerprint, so that entries of two suites can be verified together. */
  suite: string
  of(bytes: Uint8Array): Buffer
}
export interface Sealed {
  readonly iv: Buffer
  readonly ct: Buffer
  readonly tag: Buffer
}
export interface Cipher {
  readonly name: string
  /** Length of its key, bytes. */
  readonly keyBytes: number
  /** @param about bound to the text: it opens only with the same. */
  seal(key: KeyObject, text: Buffer, about: Buffer): Sealed
  /** @throws Error when key, text, tag or `about` are not those of the sealing. */
  open(key: KeyObject, sealed: Sealed, about: Buffer): Buffer
}
export interface Signature {
  readonly name: string
  /** A fresh private key, 32 bytes. */
  newKey(): Buffer
  /** @returns the public key as DER SubjectPublicKeyInfo. */
  publicOf(key: Uint8Array): Buffer
  /** @returns what `openssl pkeyutl -verify` reads as a signature file. */
  sign(key: Uint8Array, message: Uint8Array): Buffer
  /** False, too, for what is no such key or no signature at all. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
}
export interface CryptoSuite {
  readonly id: 'intl' | 'gm'
  readonly digest: Digest
  readonly cipher: Cipher
  readonly signature: Signature
}
