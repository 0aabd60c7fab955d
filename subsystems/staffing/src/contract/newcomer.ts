// What an identity number 公民身份号码 says of a person, so that nobody types it a second time.
import { isIdentityNumber } from '@houqin/people'

/** Undefined for a number that is none. */
export function toldByIdentity(number: string): { readonly gender: 'male' | 'female'; readonly born: string } | undefined {
  if (!isIdentityNumber(number)) return undefined
  return {
    gender: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
    born: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
  }
}
