// Areas, money and other exact quantities for people: 1,234.50 ㎡, ¥1,234.50. Strings in, strings out.
import { decimal } from '@houqin/define'
import type { DecimalField, IntField } from '@houqin/define'
import { unitInEnglish } from '@houqin/words/units'
import type { Say } from '../words/locale.ts'

/** `494231.27` → `494,231.27`, padded to `scale` digits when it is given. */
export function figure(value: string | number, scale?: number): string {
  const text = String(value)
  if (!/^-?\d+(\.\d*)?$/.test(text)) return text
  if (scale === undefined) return decimal.grouped(text)
  const [whole = '', fraction = ''] = text.split('.')
  return decimal.grouped(scale === 0 && !fraction ? whole : `${whole}.${fraction.padEnd(scale, '0')}`)
}
/** A unit as it stands beside a label, in the reader’s language. */
export function unitText(unit: string, say: Say): string {
  return say(unit, unitInEnglish(unit) ?? unit)
}
/** With its unit: `1,234.50 ㎡`, `¥1,234.50`; in English `6 days`, and what is only counted as the figure alone. */
export function quantityText(value: string | number, { unit, scale }: { unit?: string | null | undefined; scale?: number }, say: Say): string {
  const shown = figure(value, scale)
  if (!unit) return shown
  if (unit === '元') return `¥${shown}`
  const said = unitText(unit, say)
  return said ? `${shown} ${shown === '1' ? said.replace(/s$/u, '') : said}` : shown
}
/** A value of a decimal or int field; a year is no quantity. */
export function fieldQuantity(value: string | number, field: DecimalField | IntField, say: Say): string {
  if (field.unit === '年' && field.kind === 'int' && (field.min ?? 0) >= 1000) return String(value)
  return quantityText(value, {
    ...(field.unit !== undefined && { unit: field.unit }),
    ...(field.kind === 'decimal' && { scale: field.scale }),
  }, say)
}
