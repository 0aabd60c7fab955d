// 摘要: the fingerprint of an entry. SHA-256 here; a 国密 SM3 is another object of the same shape.
import { createHash } from 'node:crypto'

export interface Digest {
  /** Stored beside each fingerprint, so that entries of two suites can be verified together. */
  suite: string
  of(bytes: Uint8Array): Buffer
}

export const sha256: Digest = Object.freeze({
  suite: 'sha-256',
  of: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest(),
})

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** JSON with the keys of every object in order of their UTF-16 units and no blanks (RFC 8785), so that equal values have equal text. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}
