// 批量写入: rows handed to PostgreSQL as one JSON text and one statement, whatever their number.
import type { Fields } from '@houqin/define'
import { columnOf, columnType, tableSql } from '@houqin/fields'
import type { Given, TableName } from '@houqin/fields'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** @param columns columns that are no fields, with their types. */
export function insertSql({ table, columns, fields, rows }: {
  table: TableName
  columns: Readonly<Record<string, string>>
  fields: Fields
  rows: readonly { readonly columns: Given; readonly values: Given }[]
}): RawBuilder<unknown> {
  const keys = Object.entries(fields).map(([key, field]) => ({ key, name: columnOf(key), type: columnType(field) }))
  const names = sql.join([...Object.keys(columns), ...keys.map(({ name }) => name)].map((name) => sql.id(name)))
  const typed = sql.join([
    ...Object.entries(columns).map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`),
    ...keys.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`),
  ])
  const text = JSON.stringify(rows.map(({ columns: own, values }) => ({ ...own, ...Object.fromEntries(keys.map(({ key, name }) => [name, values[key] ?? null])) })))
  return sql`insert into ${tableSql(table)} (${names}) select ${names} from json_to_recordset(${text}::json) as given (${typed})`
}
