// 初始口令: made up by the system, handed over once on paper or by telephone, changed at the first sign-in.
import { randomInt } from 'node:crypto'

/** Letters and digits that nobody mistakes for others on paper. */
const legible = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'

/** Some 92 random bits: `Kx4m-p9Rt-wB7e-Qz3n`. */
export function handoverPassword(): string {
  const letters = Array.from({ length: 16 }, () => legible.charAt(randomInt(legible.length))).join('')
  return letters.replace(/.{4}(?=.)/g, '$&-')
}
