// Crypto suites 密码套件: international and 国密 behind one shape; a house is created with one, and what the other made stays readable.
import { gm } from './gm.ts'
import { intl } from './intl.ts'
import type { Cipher, CryptoSuite, Digest } from './suite.ts'

export { gm } from './gm.ts'
export { intl } from './intl.ts'
export type { Cipher, CryptoSuite, Digest, Sealed } from './suite.ts'

export const suites: readonly CryptoSuite[] = Object.freeze([intl, gm])
export const suiteNamed = (id: string): CryptoSuite | undefined => suites.find((suite) => suite.id === id)
/** By the name that stands in a key file and in every envelope. */
export const cipherNamed = (name: string): Cipher | undefined => suites.find(({ cipher }) => cipher.name === name)?.cipher
/** The suite a cipher's name belongs to. */
export const suiteOfCipher = (name: string): CryptoSuite | undefined => suites.find(({ cipher }) => cipher.name === name)
export const digests: readonly Digest[] = Object.freeze(suites.map(({ digest }) => digest))
