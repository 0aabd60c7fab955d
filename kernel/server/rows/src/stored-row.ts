// 行: a row as PostgreSQL keeps it and as it is answered.
import type { Register } from '@houqin/define'
import { columnSql, fromColumns, selectColumns } from '@houqin/fields'
import type { WireLines, WireRow } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export type Values = Readonly<Record<string, unknown>>

/** A row as read: values by the fields' keys, references as ids, nothing masked. */
export interface StoredRow {
  readonly id: string
  readonly version: number
  readonly label: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly retiredAt: string | null
  readonly mergedInto: string | null
  /** Of a dated register. */
  readonly from: string | null
  readonly to: string | null
  readonly values: Values
}

export type AnsweredLines = WireLines<Values>
export type AnsweredRow = WireRow<Values>

interface Kept {
  readonly id: string
  readonly version: number
  readonly label: string
  readonly created_at: Date
  readonly updated_at: Date
  readonly retired_at: Date | null
  readonly merged_into: string | null
  readonly valid_from?: string | null
  readonly valid_to?: string | null
}
export type KeptRow = Kept & Values

/** What to select from a register's table, called `t`, for `storedRow`. */
export function rowSelection(register: Register): RawBuilder<unknown> {
  return sql.join([
    ...['id', 'version', 'label', 'created_at', 'updated_at', 'retired_at', 'merged_into'].map((name) => sql.id('t', name)),
    ...selectColumns(register.fields, 't'),
    ...(register.dated ? [sql`${validFrom} as valid_from`, sql`${validTo} as valid_to`] : []),
  ])
}
export const validFrom = sql`lower(t.valid)`
/** The last day included. */
export const validTo = sql`upper(t.valid) - 1`

export function storedRow(register: Register, row: KeptRow): StoredRow {
  return {
    id: row.id,
    version: row.version,
    label: row.label,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    retiredAt: row.retired_at?.toISOString() ?? null,
    mergedInto: row.merged_into,
    from: row.valid_from ?? null,
    to: row.valid_to ?? null,
    values: fromColumns(register.fields, row),
  }
}

/** The column of a scope: a reference, or the row itself. */
export function scopeColumn(field: string): RawBuilder<unknown> {
  return field === 'id' ? sql`t.id` : columnSql(field, 't')
}
export const isLive = sql<boolean>`t.retired_at is null and t.merged_into is null`
