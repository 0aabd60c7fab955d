// 二维码编码: what is printed on a door for ever. It says nothing and is never a row's id.
import { randomBytes } from 'node:crypto'

/** Crockford's base 32: capitals and digits, which QR packs tightest, without I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bits = 128
const length = Math.ceil(bits / 5)

/** A fresh code of 128 random bits, 26 characters. */
export function opaqueCode(): string {
  let value = BigInt(`0x${randomBytes(bits / 8).toString('hex')}`)
  let code = ''
  for (let place = 0; place < length; place += 1) {
    code = alphabet.charAt(Number(value & 31n)) + code
    value >>= 5n
  }
  return code
}

/** A code as somebody typed it off a worn label: any case, with blanks or dashes, O for 0, I or L for 1. */
export function readOpaqueCode(text: string): string | undefined {
  const code = text.trim().normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === length && /^[0-7]/.test(code) && [...code].every((character) => alphabet.includes(character)) ? code : undefined
}
