// 单元格: what a field's value looks like in a sheet: numbers and days as such, everything else as text that never runs.
import { localDate, localTime } from '@houqin/clock'
import type { Field } from '@houqin/define'
import { unitInEnglish } from '@houqin/words/units'

export type Cell = string | number | boolean | Date | null
export interface SheetColumn {
  readonly title: string
  /** Excel's number format; `@` is text. */
  readonly format: string
  /** In characters. */
  readonly width: number
}

const asText = '@'
/** A double holds no more digits truly. */
const mostDigits = 15
const longestText = 32_767

/** @param label in the language of `locale`. */
export function columnOf(field: Field, label = field.label, locale: 'zh' | 'en' = 'zh'): SheetColumn {
  switch (field.kind) {
    case 'int':
      return { title: headWith(label, field.unit, locale), format: '0', width: 12 }
    case 'decimal':
      return { title: headWith(label, field.unit, locale), format: field.scale === 0 ? '#,##0' : `#,##0.${'0'.repeat(field.scale)}`, width: 16 }
    case 'date':
      return { title: label, format: 'yyyy-mm-dd', width: 12 }
    case 'instant':
      return { title: label, format: 'yyyy-mm-dd hh:mm', width: 18 }
    case 'bool':
      return { title: label, format: asText, width: 8 }
    default:
      return { title: label, format: asText, width: field.kind === 'text' && field.multiline ? 40 : 20 }
  }
}
/** `面积（㎡）`, `Mileage (km)`. */
export function headWith(label: string, unit: string | undefined, locale: 'zh' | 'en'): string {
  const said = unit && locale === 'en' ? unitInEnglish(unit) ?? unit : unit
  if (!said) return label
  return locale === 'en' ? `${label} (${said})` : `${label}（${said}）`
}

/** How the reader's language says what stands in cells. */
export interface CellWords {
  readonly yes: string
  readonly no: string
  /** Between several of one cell. */
  readonly between: string
  readonly option: (field: Field, key: string) => string
  /** The name of the row that a reference points to, as the house wrote it down. */
  readonly named: (field: Field, name: string) => string
}
const inChinese: CellWords = {
  yes: '是', no: '否', between: '、',
  option: (field, key) => (field.kind === 'choice' && Object.hasOwn(field.options, key) ? field.options[key] ?? key : key),
  named: (_, name) => name,
}

/** @param value as a row is answered: a masked one is text of whatever field. Instants are shown as in Asia/Shanghai. */
export function cellOf(field: Field, value: unknown, words: CellWords = inChinese): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return value
  if (typeof value === 'string') return ofText(field, value, words)
  if (Array.isArray(value)) return field.kind === 'files' ? value.length : value.map((one) => (typeof one === 'string' ? words.option(field, one) : '')).join(words.between).slice(0, longestText)
  return typeof value === 'object' && 'name' in value && typeof value.name === 'string' ? words.named(field, value.name).slice(0, longestText) : null
}
function ofText(field: Field, value: string, words: CellWords): Cell {
  switch (field.kind) {
    case 'decimal':
      return value.replace(/\D/g, '').replace(/^0+/, '').length <= mostDigits && !Number.isNaN(Number(value)) ? Number(value) : value
    case 'date':
      return asDay(value)
    case 'instant':
      return asMinute(value)
    case 'choice':
      return words.option(field, value)
    default:
      return value.slice(0, longestText)
  }
}
/** Excel knows no zones: what it shows is the wall clock, so that is what it is given, as if it were UTC. */
function asDay(day: string): Cell {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? day : new Date(at)
}
function asMinute(instant: string): Cell {
  const at = Date.parse(instant)
  return Number.isNaN(at) ? instant : new Date(`${localDate(new Date(at))}T${localTime(new Date(at))}:00Z`)
}
