// 值与列: the values of fields as PostgreSQL keeps them, and back.
import type { Field, Fields } from '@houqin/define'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { columnType } from './column-type.ts'
import type { Given } from './input-schema.ts'
import { columnOf, columnSql } from './names.ts'

/** A value bound to a query with its column's type, so that PostgreSQL never guesses. */
export function bound(field: Field, value: unknown): RawBuilder<unknown> {
  return sql`${value ?? null}::${sql.raw(columnType(field))}`
}

/** Column → bound value for the fields that `values` holds; what it lacks is left out. */
export function toColumns(fields: Fields, values: Given): Readonly<Record<string, RawBuilder<unknown>>> {
  const columns: Record<string, RawBuilder<unknown>> = {}
  for (const [key, field] of Object.entries(fields)) if (values[key] !== undefined) columns[columnOf(key)] = bound(field, values[key])
  return columns
}

/** What to select so that `fromColumns` can read it: days as text, so that no driver turns them into instants. */
export function selectColumns(fields: Fields, alias: string): RawBuilder<unknown>[] {
  return Object.entries(fields).map(([key, field]) => {
    const column = columnSql(key, alias)
    return field.kind === 'date' ? sql`${column}::text as ${sql.id(columnOf(key))}` : column
  })
}

interface StoredField {
  readonly key: string
  readonly column: string
  readonly isInstant: boolean
}
// Asked for every row of every list.
const stored = new WeakMap<Fields, readonly StoredField[]>()
function storedFields(fields: Fields): readonly StoredField[] {
  const known = stored.get(fields)
  if (known) return known
  const made = Object.entries(fields).map(([key, field]) => ({ key, column: columnOf(key), isInstant: field.kind === 'instant' }))
  stored.set(fields, made)
  return made
}

/** The values of a row by the fields' keys; references are ids. */
export function fromColumns(fields: Fields, row: Given): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const { key, column, isInstant } of storedFields(fields)) {
    const value = row[column] ?? null
    values[key] = isInstant && value instanceof Date ? value.toISOString() : value
  }
  return values
}
