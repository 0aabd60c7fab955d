// 摘要: the fingerprint of an entry, by the suite the house was created with; entries of both suites are verified together.
import { intl } from '@houqin/crypto-suites'
import type { CryptoSuite, Digest } from '@houqin/crypto-suites'

export type { Digest } from '@houqin/crypto-suites'

export const sha256: Digest = intl.digest

// One program works for one house: what records a deed should not have to be handed its suite through every engine.
let chosen: Digest = sha256
/** What entries and seals are made with from here on; at a start, before anything is recorded. */
export function recordBy({ digest }: CryptoSuite): void {
  chosen = digest
}
export const chosenDigest = (): Digest => chosen

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** JSON with the keys of every object in order of their UTF-16 units and no blanks (RFC 8785), so that equal values have equal text. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  let members = ''
  // The order of `sort` by itself is that of UTF-16 units.
  for (const key of Object.keys(value).sort()) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`
  return `{${members}}`
}
const isList = (value: object): value is readonly Json[] => Array.isArray(value)
