// 列的类型: what PostgreSQL keeps for a field, as `format_type` writes it.
import { mayBeEmpty } from '@houqin/define'
import type { Field } from '@houqin/define'

/** Digits of a numeric column in all; `scale` of them stand after the point. */
export const decimalDigits = 18

export function columnType(field: Field): string {
  switch (field.kind) {
    case 'text':
      return 'text'
    case 'choice':
      return field.many ? 'text[]' : 'text'
    case 'int':
      return 'integer'
    case 'decimal':
      return `numeric(${decimalDigits},${field.scale})`
    case 'bool':
      return 'boolean'
    case 'date':
      return 'date'
    case 'instant':
      return 'timestamp with time zone'
    case 'ref':
      return 'uuid'
    case 'files':
      return 'uuid[]'
  }
}
/** Lists are never null: none is the empty list. */
export function isList(field: Field): boolean {
  return field.kind === 'files' || (field.kind === 'choice' && field.many)
}
export function isNullable(field: Field): boolean {
  return mayBeEmpty(field) && !isList(field)
}
