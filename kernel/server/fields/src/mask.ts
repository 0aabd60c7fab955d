// 脱敏: what a reader without the right to the whole sees of a sensitive value.
import type { Field } from '@houqin/define'

/** Fields that only a revealing role reads whole. */
export function isGuarded(field: Field): boolean {
  return field.grade === 'sensitive' || field.grade === 'work-secret' || (field.kind === 'text' && field.mask !== undefined)
}

/** 138****5678 · 320***********1234 · 张*; the rest, and every work secret, is not shown at all. */
export function masked(field: Field, value: unknown): string | null {
  if (typeof value !== 'string' || field.kind !== 'text' || field.grade === 'work-secret') return null
  switch (field.mask) {
    case 'phone':
      return middleHidden(value, 3, 4)
    case 'identity':
      return middleHidden(value, 3, 4)
    case 'name':
      return maskedName(value)
    default:
      return '****'
  }
}
/** A mobile or identity number as somebody types it whole, perhaps with blanks and hyphens; undefined for anything else. */
export function fullNumber(typed: string): string | undefined {
  const number = typed.replace(/[\s-]/g, '').toUpperCase()
  return /^(1\d{10}|\d{17}[\dX])$/.test(number) ? number : undefined
}
/** A text as a log or an audit may keep it: mobile and identity numbers that stand in it are masked. */
export function numbersHidden(text: string): string {
  return text.replace(/(?<![\dA-Za-z])(?:1\d{10}|\d{17}[\dXx])(?![\dA-Za-z])/g, (number) => middleHidden(number, 3, 4))
}
/** The first character stays; the length of a name is not told. */
export function maskedName(name: string): string {
  const [first = ''] = name
  return first === '' ? '' : `${first}*`
}
function middleHidden(value: string, head: number, tail: number): string {
  const characters = [...value]
  const hidden = characters.length - head - tail
  if (hidden < 2) return '*'.repeat(Math.max(characters.length, 1))
  return `${characters.slice(0, head).join('')}${'*'.repeat(hidden)}${characters.slice(-tail).join('')}`
}
