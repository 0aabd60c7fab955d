// 次序与翻页: a stable order over all rows, and the cursor that says where the next page begins, whatever was inserted since.
import { isDate } from '@houqin/clock'
import type { Field } from '@houqin/define'
import { columnType, isId, pinyinCollation } from '@houqin/fields'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { columnOf } from './filters.ts'
import type { ListColumn, ListColumns } from './list-column.ts'
import { bad } from './list-query.ts'

export interface Order {
  readonly orderBy: RawBuilder<unknown>
  /** The rows after the cursor; absent on the first page. */
  readonly after?: RawBuilder<boolean>
  /** Selected with each row as text, to make its cursor. */
  readonly place: RawBuilder<string | null>
  /** @param place what was selected by `place` for the last row of the page. */
  readonly cursor: (last: { readonly place: string | null; readonly id: string }) => string
}

/**
 * @param sort a column's key, descending with `-`; empty values come last either way. @param id breaks ties.
 * @throws Problem `bad-request` for a column that has no order or a cursor of another list.
 */
export function orderOf({ columns, sort, after, id }: { columns: ListColumns; sort: string; after?: string | undefined; id: RawBuilder<unknown> }): Order {
  const descending = sort.startsWith('-')
  const listed = columnOf(columns, descending ? sort.slice(1) : sort, '排序', 'sort')
  const field: Field = listed.sortText ? { kind: 'text', label: listed.field.label, max: 2000 } : listed.field
  if (field.kind === 'files' || field.kind === 'ref' || (field.kind === 'choice' && field.many)) {
    throw bad(`不能按“${listed.field.label}”排序`, `The list cannot be sorted by “${listed.key}”`)
  }
  const collation = field.kind === 'text' ? sql` collate ${sql.id(pinyinCollation)}` : sql``
  const value = sql`${listed.sortText ?? listed.column}${collation}`
  const turned = descending ? sql` desc` : sql``
  const last = listed.nullable ? sql` nulls last` : sql``
  return Object.freeze({
    orderBy: sql`${value}${turned}${last}, ${id}${turned}`,
    place: placeOf(field, listed),
    cursor: ({ place, id: at }: { place: string | null; id: string }) => Buffer.from(JSON.stringify([sort, place, at])).toString('base64url'),
    ...(after !== undefined && { after: afterSql({ ...readCursor(after, sort, field), field, value, collation, id, descending, nullable: listed.nullable }) }),
  })
}

function placeOf(field: Field, { sortText, column }: ListColumn): RawBuilder<string | null> {
  return field.kind === 'instant'
    ? sql<string | null>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : sql<string | null>`(${sortText ?? column})::text`
}

function afterSql({ place, at, field, value, collation, id, descending, nullable }: {
  place: string | null
  at: string
  field: Field
  value: RawBuilder<unknown>
  collation: RawBuilder<unknown>
  id: RawBuilder<unknown>
  descending: boolean
  nullable: boolean
}): RawBuilder<boolean> {
  const beyond = descending ? sql`<` : sql`>`
  if (place === null) return sql<boolean>`(${value} is null and ${id} ${beyond} ${at}::uuid)`
  const beyondPlace = sql<boolean>`(${value}, ${id}) ${beyond} (${place}::${sql.raw(columnType(field))}${collation}, ${at}::uuid)`
  return nullable ? sql<boolean>`(${beyondPlace} or ${value} is null)` : beyondPlace
}

const placeShapes: Readonly<Record<string, RegExp>> = Object.freeze({
  int: /^-?\d{1,10}$/,
  decimal: /^-?\d{1,18}(\.\d{1,18})?$/,
  bool: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
})
/** A cursor comes back from outside: nothing in it is believed before it was looked at. */
function readCursor(cursor: string, sort: string, field: Field): { place: string | null; at: string } {
  const [ofSort, place, at] = parts(cursor)
  const shape = placeShapes[field.kind]
  const fits = typeof place !== 'string' || (place.length <= 20_000 && !place.includes('\0') && (shape === undefined || shape.test(place)) && exists(field, place))
  if (ofSort !== sort || (typeof place !== 'string' && place !== null) || typeof at !== 'string' || !isId(at) || !fits) {
    throw bad('after 不是本列表给出的游标，请从第一页重新开始', 'after is no cursor of this list; begin again with the first page')
  }
  return { place, at }
}
function parts(cursor: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}
/** What has the shape of a value and is none, such as 31 February. */
function exists(field: Field, place: string): boolean {
  if (field.kind === 'int') return Math.abs(Number(place)) < 2 ** 31
  if (field.kind === 'date') return isDate(place) && place >= '0001'
  return field.kind !== 'instant' || (isDate(place.slice(0, 10)) && place >= '0001' && !Number.isNaN(Date.parse(place)))
}
