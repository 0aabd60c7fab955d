// 筛选: each filter as a condition on a column, its values checked before PostgreSQL sees them.
import { instantOf, isDate } from '@houqin/clock'
import type { Field } from '@houqin/define'
import { columnType, readValue } from '@houqin/fields'
import { Problem } from '@houqin/problem'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { ListColumn, ListColumns } from './list-column.ts'
import { bad } from './list-query.ts'
import type { Filter } from './list-query.ts'

/** @throws Problem `bad-request` naming the field, the operator or the value that is not right. */
export function filtersSql(columns: ListColumns, filters: readonly Filter[]): RawBuilder<boolean>[] {
  return filters.map((filter) => filterSql(columnOf(columns, filter.field, '筛选', 'filter'), filter))
}

export function columnOf(columns: ListColumns, key: string, zh: string, en: string): ListColumn {
  const column = columns.get(key)
  if (!column) {
    const known = [...columns.keys()]
    throw bad(`没有“${key.slice(0, 60)}”这个字段可供${zh}，可用：${known.join('、')}`, `There is no field “${key.slice(0, 60)}” to ${en} by; known are: ${known.join(', ')}`)
  }
  if (column.closed) throw new Problem('not-allowed', column.closed)
  return column
}

function filterSql(listed: ListColumn, filter: Filter): RawBuilder<boolean> {
  const { field, column } = listed
  const [first = ''] = filter.values
  if (filter.operator === 'null') {
    if (first !== 'true' && first !== 'false') throw bad(`where.${filter.field}.null 应为 true 或 false`, `where.${filter.field}.null must be true or false`)
    const empty = isArray(field) ? sql<boolean>`cardinality(${column}) = 0` : sql<boolean>`${column} is null`
    return first === 'true' ? empty : sql<boolean>`not (${empty})`
  }
  if (field.kind === 'files') throw bad(`“${field.label}”只能用 .null 筛选`, `“${filter.field}” can only be filtered by .null`)
  const several = field.kind === 'ref' || field.kind === 'choice' ? filter.values.flatMap((value) => value.split(',')) : filter.values
  const values = several.map((value) => readFilterValue(field, value, filter.field))
  if (filter.operator === 'gte' || filter.operator === 'lt') {
    if (!isOrdered(field)) throw bad(`“${field.label}”不能按大小筛选`, `“${filter.field}” has no order to filter by`)
    const value = sql`${values[0]}::${sql.raw(columnType(field))}`
    return filter.operator === 'gte' ? sql<boolean>`${column} >= ${value}` : sql<boolean>`${column} < ${value}`
  }
  const among = oneOf(listed, values)
  // What is empty is not x either.
  return filter.operator === 'not' ? sql<boolean>`(${among}) is not true` : among
}

function oneOf({ field, column, same }: ListColumn, values: readonly unknown[]): RawBuilder<boolean> {
  if (isArray(field)) return sql<boolean>`${column} && ${values}::text[]`
  if (same) return sql<boolean>`${column} = any(${same(values.map(String))})`
  const type = sql.raw(columnType(field))
  return values.length === 1 ? sql<boolean>`${column} = ${values[0]}::${type}` : sql<boolean>`${column} = any(${values}::${type}[])`
}
function isArray(field: Field): boolean {
  return field.kind === 'files' || (field.kind === 'choice' && field.many)
}
function isOrdered(field: Field): boolean {
  return field.kind === 'int' || field.kind === 'decimal' || field.kind === 'date' || field.kind === 'instant'
}

/** A value of a query string; bounds and patterns of the field are for what is stored, not for what is asked. */
function readFilterValue(field: Field, written: string, key: string): unknown {
  if (field.kind === 'bool') {
    if (written === 'true' || written === 'false') return written === 'true'
    throw bad(`where.${key}：“${field.label}”应为 true 或 false`, `where.${key} must be true or false`)
  }
  if (field.kind === 'instant' && isDate(written) && written >= '1000') return instantOf({ date: written }).toISOString()
  const reading = readValue(asked(field), written)
  if ('value' in reading) return reading.value
  const [refusal] = reading.refusals
  throw bad(`where.${key}：“${field.label}”${refusal?.says.zh}`, `where.${key} ${refusal?.says.en}`)
}
function asked(field: Field): Field {
  switch (field.kind) {
    case 'text':
      return { kind: 'text', label: field.label, max: 2000, multiline: true }
    case 'int':
      return { kind: 'int', label: field.label }
    case 'decimal':
      return { kind: 'decimal', label: field.label, unit: field.unit, scale: field.scale }
    case 'choice':
      return { kind: 'choice', label: field.label, options: field.options, many: false }
    default:
      return { ...field, optional: false }
  }
}
