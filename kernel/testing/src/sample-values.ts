// Sample values 样例: what somebody might write into the fields of a form, so that a test names only what its story is about.
import { addDays } from '@houqin/clock'
import { isAsked } from '@houqin/define'
import type { Field, Fields } from '@houqin/define'
import { sampleText } from './sample-text.ts'

/** Any day will do, so long as every sample takes the same. */
const firstDay = '2026-01-01'

/**
 * A value for each field: for all of them, or for the required ones alone. References and files are left to the caller,
 * who knows which rows stand. @param nth samples of two numbers differ where a register asks for it.
 */
export function sampleValues(fields: Fields, { nth = 1, all = false }: { nth?: number; all?: boolean } = {}): Record<string, unknown> {
  const samples = Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.kind !== 'ref' && field.kind !== 'files' && (all || !field.optional))
      .map(([key, field]) => [key, sampleValue(field, nth)]),
  )
  return Object.fromEntries(Object.entries(samples).filter(([key]) => fields[key] && isAsked(fields[key], samples)))
}

function sampleValue(field: Field, nth: number): unknown {
  switch (field.kind) {
    case 'text':
      return field.pattern ? sampleText(field.pattern.expression, nth) : textOf(field, nth)
    case 'int':
      // nothing where nothing may be written: parts that must not be more than their whole fit it then
      return field.min === 0 ? 0 : within(field.min ?? 1, field.max)
    case 'decimal':
      return field.min !== undefined && Number(field.min) > 0 ? field.min : '1'
    case 'bool':
      return true
    case 'date':
      return addDays(firstDay, nth)
    case 'instant':
      return `${addDays(firstDay, nth)}T01:00:00.000Z`
    case 'choice': {
      const [first] = Object.keys(field.options)
      return field.many ? [first] : first
    }
    case 'ref':
    case 'files':
      throw new TypeError(`${field.label} points to a row or a file, and of those there is no sample.`)
  }
}

function textOf({ label, max, min = 1 }: { label: string; max: number; min?: number }, nth: number): string {
  const ending = String(nth)
  return `${label.slice(0, max - ending.length)}${ending}`.padEnd(min, '。')
}
function within(min: number, max: number | undefined): number {
  return max !== undefined && min > max ? max : Math.max(min, 1) <= (max ?? Infinity) ? Math.max(min, 1) : min
}
