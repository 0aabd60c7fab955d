// Crypto suites 密码套件: international and 国密 behind one shape; a house is created with one, and what the other made stays readable.
import { gm } from './gm.ts'
import { intl } from './intl.ts'
import type { Cipher, CryptoSuite, Digest, Signature } from './suite.ts'

export { gm } from './gm.ts'
export { intl } from './intl.ts'
export { signSm2 } from './sm2.ts'
export type { Cipher, CryptoSuite, Digest, Sealed, Signature } from './suite.ts'

export const suites: readonly CryptoSuite[] = Object.freeze([intl, gm])
export const suiteNamed = (id: string): CryptoSuite | undefined => suites.find((suite) => suite.id === id)
/** By the name that stands in a key file and in every envelope. */
export const cipherNamed = (name: string): Cipher | undefined => suites.find(({ cipher }) => cipher.name === name)?.cipher
/** The suite a cipher's name belongs to. */
export const suiteOfCipher = (name: string): CryptoSuite | undefined => suites.find(({ cipher }) => cipher.name === name)
/** By the name that stands in a signing key and beside every signature. */
export const signatureNamed = (name: string): Signature | undefined => suites.find(({ signature }) => signature.name === name)?.signature
export const digests: readonly Digest[] = Object.freeze(suites.map(({ digest }) => digest))
