// 令牌: what a signed-in caller shows. Only its SHA-256 is stored, so that whoever reads the table can show nothing.
import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

const shape = /^hq_[A-Za-z0-9_-]{43}$/

/** A fresh token of 256 random bits. */
export function newToken(): string {
  return `hq_${randomBytes(32).toString('base64url')}`
}
/** The digest a token is stored under; undefined when it is none. */
export function tokenHash(token: string): Buffer | undefined {
  return shape.test(token) ? hash('sha256', token, 'buffer') : undefined
}
/** The csrf token bound to a session: made from its token, so nobody without the token can make it and nothing is stored. */
export function csrfOf(token: string): string {
  return createHmac('sha256', token).update('csrf').digest('base64url')
}
/** Whether `csrf` is the one of this session; takes as long either way. */
export function isCsrfOf(token: string, csrf: string): boolean {
  const given = Buffer.from(csrf)
  const right = Buffer.from(csrfOf(token))
  return given.length === right.length && timingSafeEqual(given, right)
}
