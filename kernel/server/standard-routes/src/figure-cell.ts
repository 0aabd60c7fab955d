// A figure in a sheet 数字格: what counts is written so that Excel counts it.
import type { Cell } from '@houqin/excel'

/** A decimal string as Excel counts it; words stay words. */
export function figureCell(value: string | null): Cell {
  return value !== null && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value
}
