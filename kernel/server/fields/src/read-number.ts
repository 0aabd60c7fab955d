// 数字的写法: what people write for a whole number or an exact quantity, read without ever becoming a float.
import { decimal } from '@houqin/define'
import type { DecimalField, IntField } from '@houqin/define'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { unitInEnglish } from '@houqin/words/units'
import { decimalDigits } from './column-type.ts'
import { refused } from './reading.ts'
import type { Reading } from './reading.ts'

const smallest = -2_147_483_648
const largest = 2_147_483_647

/** Full-width digits, blanks around, a full-width sign and correct groups of thousands are all one way to write a number. */
function plain(text: string): string {
  const written = text.normalize('NFKC').trim().replaceAll('−', '-').replace(/^\+/, '')
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(written) ? written.replaceAll(',', '') : written
}

export function readInt(field: IntField, raw: unknown): Reading {
  const written = typeof raw === 'string' ? plain(raw) : typeof raw === 'number' ? String(raw) : undefined
  if (written === undefined) return refused(say('应为整数，例如 12', 'must be a whole number, such as 12'))
  if (!/^-?\d{1,15}$/.test(written)) {
    return /^-?\d+$/.test(written)
      ? refused(say('数字太大', 'is too large a number'))
      : refused(say('应为整数，例如 12', 'must be a whole number, such as 12'))
  }
  const value = Number(written) + 0
  const min = field.min ?? smallest
  const max = field.max ?? largest
  if (value < min) return refused(tooSmall(min, { unit: field.unit, value }))
  if (value > max) return refused(tooLarge(max, { unit: field.unit, value }))
  return { value: Object.is(value, -0) ? 0 : value }
}

/** A JSON number with a fraction has already been rounded by whoever wrote it, so only strings carry one. */
export function readDecimal(field: DecimalField, raw: unknown): Reading {
  const example = decimal.fromUnits(125n * 10n ** BigInt(field.scale) / 10n, field.scale)
  const written = typeof raw === 'string' ? plain(raw) : Number.isSafeInteger(raw) ? String(raw) : undefined
  const match = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(written ?? '')
  if (!match) return refused(say(`应为加引号的十进制数，例如 "${example}"`, `must be a decimal number in quotes, such as "${example}"`))
  const [, sign = '', whole = '', fraction = ''] = match
  if (fraction.length > field.scale) {
    return field.scale === 0
      ? refused(say('不能有小数', 'must have no decimals'))
      : refused(say(`最多 ${field.scale} 位小数，填了 ${fraction.length} 位`, `may have ${field.scale} decimals, not ${fraction.length}`))
  }
  if (whole.length > decimalDigits - field.scale) {
    return refused(say(
      `整数部分最多 ${decimalDigits - field.scale} 位，填了 ${whole.length} 位`,
      `may have ${decimalDigits - field.scale} digits before the point, not ${whole.length}`,
    ))
  }
  const units = decimal.toUnits(`${sign}${whole}.${fraction}`, field.scale)
  const value = decimal.fromUnits(units, field.scale)
  if (field.min !== undefined && units < decimal.toUnits(field.min, field.scale)) return refused(tooSmall(field.min, { unit: field.unit, value }))
  if (field.max !== undefined && units > decimal.toUnits(field.max, field.scale)) return refused(tooLarge(field.max, { unit: field.unit, value }))
  return { value }
}

interface Judged {
  readonly unit: string | undefined
  readonly value: number | string
}
const behind = (unit: string | undefined): string => (unit ? ` ${unit}` : '')
const behindInEnglish = (unit: string | undefined): string => behind(unit && (unitInEnglish(unit) ?? unit))
function tooSmall(min: number | string, { unit, value }: Judged): Sentence {
  return say(`不能小于 ${min}${behind(unit)}，填的是 ${value}`, `must be at least ${min}${behindInEnglish(unit)}, not ${value}`)
}
function tooLarge(max: number | string, { unit, value }: Judged): Sentence {
  return say(`不能大于 ${max}${behind(unit)}，填的是 ${value}`, `must be at most ${max}${behindInEnglish(unit)}, not ${value}`)
}
