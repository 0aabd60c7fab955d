// The codes 口令: six digits by RFC 6238 (SHA-1, 30 s, as every authenticator reads them), and recovery codes of 80 random bits.
import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const period = 30
/** One step either way: a phone's clock may be half a minute off. */
const window = 1

export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}
export function addressOf({ secret, username, issuer }: { secret: string; username: string; issuer: string }): string {
  return new TOTP({ issuer, label: username, secret: Secret.fromBase32(secret), period }).toString()
}
/** The step of time a code belongs to; undefined when it is not one of this secret's about now. */
export function stepOf({ secret, code, at }: { secret: string; code: string; at: Date }): number | undefined {
  const delta = new TOTP({ secret: Secret.fromBase32(secret), period }).validate({ token: code, timestamp: at.getTime(), window })
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / period) + delta
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
/** `abcd-efgh-jkmn-pqrs`, without letters that look like digits. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => [...randomBytes(16)].map((byte, at) => `${at > 0 && at % 4 === 0 ? '-' : ''}${letters[byte % 32]}`).join(''))
}
/** As it is stored; undefined for what is no recovery code. */
export function recoveryHash(typed: string): Buffer | undefined {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '')
  return /^[a-z2-9]{16}$/.test(plain) ? createHash('sha256').update(`houqin recovery ${plain}`).digest() : undefined
}
export function digitsOf(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  return /^\d{6}$/.test(plain) ? plain : undefined
}
