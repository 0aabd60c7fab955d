// 已有的行: which rows of the register the rows of a ledger mean, and which stand in their way.
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { columnSql, columnType, tableSqlOf } from '@houqin/fields'
import { isLive, rowSelection, storedRow, validFrom, validTo } from '@houqin/rows'
import type { KeptRow, StoredRow, Values } from '@houqin/rows'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** By the place in `keys`: the rows alike in all key fields. @param lock holds them until the transaction ends. */
export async function rowsByKey(tx: Tx, register: Register, { key, keys, lock }: { key: readonly string[]; keys: readonly Values[]; lock: boolean }): Promise<ReadonlyMap<number, readonly StoredRow[]>> {
  const found = new Map<number, StoredRow[]>()
  if (key.length === 0 || keys.length === 0) return found
  const given = keys.map((values, place) => ({ place, ...Object.fromEntries(key.map((name, at) => [`k${at}`, values[name]])) }))
  // said once more as a list, so that an index serves however little the planner knows of a table that grows
  const within = sql<boolean>`${columnOf(register, key[0] ?? '')} = any(${[...new Set(keys.map((values) => String(values[key[0] ?? ''])))]}::${sql.raw(`${typeOf(register, key[0] ?? '')}[]`)})`
  const { rows } = await sql<KeptRow & { readonly given_place: number }>`
    select given.place as given_place, ${rowSelection(register)}
    from json_to_recordset(${JSON.stringify(given)}::json) as given (place integer, ${sql.join(key.map((name, at) => sql`${sql.id(`k${at}`)} ${sql.raw(typeOf(register, name))}`))})
    join ${tableSqlOf(register.id)} t on ${sql.join(key.map((name, at) => sql`${columnOf(register, name)} = given.${sql.id(`k${at}`)}`), sql` and `)}
    where ${isLive} and ${within} ${lock ? sql`for update of t` : sql``}`.execute(tx)
  for (const { given_place: place, ...row } of rows) found.set(place, [...(found.get(place) ?? []), storedRow(register, row)])
  return found
}
function typeOf(register: Register, name: string): string {
  const field = register.fields[name]
  return field ? columnType(field) : 'date'
}
function columnOf(register: Register, name: string): RawBuilder<unknown> {
  return register.fields[name] ? columnSql(name, 't') : sql`lower(t.valid)`
}

export interface Placed {
  readonly place: number
  readonly id: string
  readonly values: Values
  readonly from: string | null
  readonly to: string | null
}
export interface InTheWay {
  readonly place: number
  readonly id: string
  readonly label: string
  /** The field both have; `from` for days that overlap. */
  readonly at: string
  readonly days?: string
}

/** Live rows that hold what may not stand twice, or hold on the same days. */
export async function rowsInTheWay(tx: Tx, register: Register, rows: readonly Placed[]): Promise<readonly InTheWay[]> {
  const found: InTheWay[] = []
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.kind !== 'text' || !field.unique) continue
    const given = rows.flatMap(({ place, id, values }) => (typeof values[name] === 'string' ? [{ place, id, value: values[name] }] : []))
    if (given.length === 0) continue
    const { rows: others } = await sql<{ place: number; id: string; label: string }>`
      select given.place, t.id, t.label from json_to_recordset(${JSON.stringify(given)}::json) as given (place integer, id uuid, value text)
      join ${tableSqlOf(register.id)} t on ${columnSql(name, 't')} = given.value and t.id <> given.id and t.retired_at is null`.execute(tx)
    found.push(...others.map((other) => ({ ...other, at: name })))
  }
  if (register.dated && register.alike.length > 0) found.push(...(await overlapping(tx, register, rows)))
  return found
}

async function overlapping(tx: Tx, register: Register, rows: readonly Placed[]): Promise<readonly InTheWay[]> {
  const given = rows.filter(({ values }) => register.alike.every((name) => values[name] != null))
    .map(({ place, id, values, from, to }) => ({ place, id, from, to, ...Object.fromEntries(register.alike.map((name, at) => [`k${at}`, values[name]])) }))
  if (given.length === 0) return []
  const { rows: others } = await sql<{ place: number; id: string; label: string; valid_from: string; valid_to: string | null }>`
    select given.place, t.id, t.label, ${validFrom}::text as valid_from, (${validTo})::text as valid_to
    from json_to_recordset(${JSON.stringify(given)}::json) as given (place integer, id uuid, "from" date, "to" date, ${sql.join(register.alike.map((name, at) => sql`${sql.id(`k${at}`)} ${sql.raw(typeOf(register, name))}`))})
    join ${tableSqlOf(register.id)} t on ${sql.join(register.alike.map((name, at) => sql`${columnSql(name, 't')} = given.${sql.id(`k${at}`)}`), sql` and `)}
      and t.valid && daterange(given."from", given."to", '[]') and t.id <> given.id
    where ${isLive}`.execute(tx)
  return others.map(({ place, id, label, valid_from, valid_to }) => ({ place, id, label, at: 'from', days: `${valid_from} 至 ${valid_to ?? '今后'}` }))
}
