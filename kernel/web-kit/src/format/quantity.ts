// Areas, money and other exact quantities for people: 1,234.50 ㎡, ¥1,234.50. Strings in, strings out.
import { decimal } from '@houqin/define'
import type { DecimalField, IntField } from '@houqin/define'
import type { Say } from '../words/locale.ts'

/** `494231.27` → `494,231.27`, padded to `scale` digits when it is given. */
export function figure(value: string | number, scale?: number): string {
  const text = String(value)
  if (!/^-?\d+(\.\d*)?$/.test(text)) return text
  if (scale === undefined) return decimal.grouped(text)
  const [whole = '', fraction = ''] = text.split('.')
  return decimal.grouped(scale === 0 && !fraction ? whole : `${whole}.${fraction.padEnd(scale, '0')}`)
}
/** A unit as it stands beside a label. What is only counted (人, 件, 间) has none in English: the label says it. */
export function unitText(unit: string, say: Say): string {
  return say(unit, englishUnits[unit] ?? (/\p{Script=Han}/u.test(unit) ? '' : unit))
}
const englishUnits: Readonly<Record<string, string>> = Object.freeze({ 元: 'CNY', 小时: 'h', 工作小时: 'working h', 分钟: 'min', 天: 'days', 月: 'months', 年: 'years', 星: 'stars' })
/** With its unit: `1,234.50 ㎡`, `¥1,234.50`. */
export function quantityText(value: string | number, { unit, scale }: { unit?: string; scale?: number }): string {
  const shown = figure(value, scale)
  if (unit === '元') return `¥${shown}`
  return unit ? `${shown} ${unit}` : shown
}
/** As a finding tells it: a unit that has English is written in it, and money keeps its sign. */
export function measuredText(value: string | number, unit: string | null | undefined, say: Say): string {
  if (!unit) return figure(value)
  return quantityText(value, { unit: unit === '元' ? unit : unitText(unit, say) })
}
/** A value of a decimal or int field; a year is no quantity. */
export function fieldQuantity(value: string | number, field: DecimalField | IntField): string {
  if (field.unit === '年' && field.kind === 'int' && (field.min ?? 0) >= 1000) return String(value)
  return quantityText(value, {
    ...(field.unit !== undefined && { unit: field.unit }),
    ...(field.kind === 'decimal' && { scale: field.scale }),
  })
}
