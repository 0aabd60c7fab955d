// 表名与列名: what a declared thing and its fields are called in PostgreSQL.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export interface TableName {
  readonly schema: string
  readonly table: string
}

// Asked for every value of every row; what is declared is all there can be.
const tables = new Map<string, TableName>()
const columns = new Map<string, string>()

/** `service-desk.repair-category` → `service_desk.repair_category`. @throws Error when the id is not `subsystem.thing`. */
export function tableOf(id: string): TableName {
  const known = tables.get(id)
  if (known) return known
  const [schema, table, ...rest] = id.split('.')
  if (!schema || !table || rest.length > 0) throw new Error(`“${id}”不是 subsystem.thing 这样的名称`)
  const name = Object.freeze({ schema: schema.replaceAll('-', '_'), table: table.replaceAll('-', '_') })
  tables.set(id, name)
  return name
}
/** The table of a set of lines: `service_desk.repair__materials`. */
export function linesTableOf(id: string, set: string): TableName {
  const { schema, table } = tableOf(id)
  return Object.freeze({ schema, table: `${table}__${columnOf(set)}` })
}
/** `estimatedArea` → `estimated_area`. */
export function columnOf(key: string): string {
  const known = columns.get(key)
  if (known !== undefined) return known
  const column = key.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columns.set(key, column)
  return column
}

/** A table as a fragment, quoted by the driver. */
export function tableSql({ schema, table }: TableName): RawBuilder<unknown> {
  return sql.id(schema, table)
}
/** The table of a declared thing as a fragment. */
export function tableSqlOf(id: string): RawBuilder<unknown> {
  return tableSql(tableOf(id))
}
/** The column of a field as a fragment. @param alias the table's alias in the query. */
export function columnSql(key: string, alias?: string): RawBuilder<unknown> {
  return alias === undefined ? sql.id(columnOf(key)) : sql.id(alias, columnOf(key))
}
