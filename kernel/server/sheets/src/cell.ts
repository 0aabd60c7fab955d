// 单元格: what stands in one cell, as text, with what Excel took it for.

/**
 * `day` is `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`; `number` is written plainly, without exponent; `formula` is one that reaches
 * outside its workbook or was never worked out; `fault` is an error such as `#N/A`.
 */
export type CellKind = 'text' | 'number' | 'day' | 'bool' | 'formula' | 'fault'

export interface Cell {
  readonly kind: CellKind
  readonly text: string
  /** It stands in a merged area whose first cell is above or to the left. */
  readonly copied?: 'down' | 'across'
}
export interface SheetRow {
  /** As Excel counts it, from 1. */
  readonly number: number
  /** By column, from 0; what is empty is undefined. */
  readonly cells: readonly (Cell | undefined)[]
}

const mostDigits = 15

/**
 * A number as Excel keeps it, a double, written as people wrote it: 1234.5600000000001 → 1234.56, 1.2E+10 → 12000000000.
 * @returns undefined for what is no number.
 */
export function plainNumber(written: string): string | undefined {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return undefined
  const [, sign = '', whole = '', fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(mostDigits - 1)) ?? []
  const digits = `${whole}${fraction}`.replace(/0+$/, '')
  if (digits === '') return '0'
  const point = Number(power) + 1
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (digits.length <= point) return `${sign}${digits}${'0'.repeat(point - digits.length)}`
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

const dayMs = 86_400_000
/** 9999-12-31. */
const lastDay = 2_958_465

/** A day as Excel counts it, from 1900 (where it knows a 29 February that was none) or from 1904. @returns undefined outside. */
export function daySerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 0 && serial <= lastDay)) return undefined
  const seconds = Math.round((serial % 1) * 86_400)
  const whole = Math.floor(serial)
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19)
  if (whole === 0) return clock
  const base = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  const day = new Date(base + whole * dayMs + seconds * 1000).toISOString()
  return seconds === 0 ? day.slice(0, 10) : `${day.slice(0, 10)} ${day.slice(11, 19)}`
}
