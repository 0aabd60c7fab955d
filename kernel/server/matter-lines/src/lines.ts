// Lines 明细 written: rows added, outcomes settled on rows that stand.
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { badInput, columnOf, linesTableOf, newId, tableSql, toColumns } from '@houqin/fields'
import type { StoredLines } from '@houqin/matter-records'
import { say } from '@houqin/problem'
import { sql } from 'kysely'
import type { LineChanges } from './line-changes.ts'

interface Written {
  readonly matter: Matter
  readonly id: string
  readonly changes: LineChanges
  readonly at: Date
  /** The person who did it; null for the system and for reporters. */
  readonly by: string | null
}

/** @throws Problem bad-input when a line to settle is none of this matter. */
export async function writeLines(tx: Tx, clock: Clock, written: Written): Promise<void> {
  for (const set of Object.keys(written.changes.added)) await addLines(tx, clock, { ...written, set })
  for (const set of Object.keys(written.changes.settled)) await settleLines(tx, { ...written, set })
}

async function addLines(tx: Tx, clock: Clock, { matter, id, changes, at, by, set }: Written & { set: string }): Promise<void> {
  const rows = changes.added[set] ?? []
  if (rows.length === 0) return
  const table = tableSql(linesTableOf(matter.id, set))
  const fields = matter.lines[set]?.fields ?? {}
  // The matter's own row is locked, so nobody else counts at the same time.
  const last = sql`(select coalesce(max(position), 0) from ${table} where matter = ${id}::uuid)`
  const values = rows.map((row, index) => {
    const columns = toColumns(fields, row)
    return sql`(${sql.join([
      sql`${newId(clock)}::uuid`, sql`${id}::uuid`, sql`${last} + ${index + 1}::int`, sql`${at}::timestamptz`, sql`${by}::uuid`,
      ...Object.keys(fields).map((key) => columns[columnOf(key)] ?? sql`null`),
    ])})`
  })
  await sql`
    insert into ${table} (${sql.join([...['id', 'matter', 'position', 'at', 'by_person'], ...Object.keys(fields).map(columnOf)].map((name) => sql.id(name)))})
    values ${sql.join(values)}`.execute(tx)
}

async function settleLines(tx: Tx, { matter, id, changes, set }: Written & { set: string }): Promise<void> {
  for (const line of changes.settled[set] ?? []) {
    const columns = Object.entries(toColumns(matter.lines[set]?.fields ?? {}, line.values))
    const assigned = [...columns.map(([column, value]) => sql`${sql.id(column)} = ${value}`), sql`matter = matter`]
    const { numAffectedRows } = await sql`
      update ${tableSql(linesTableOf(matter.id, set))} set ${sql.join(assigned)}
      where id = ${line.id}::uuid and matter = ${id}::uuid`.execute(tx)
    if (numAffectedRows === 0n)
      throw badInput([{ at: `lines.${set}`, says: say('要登记的明细不属于本事项，请刷新后重试', 'this line is none of the matter, reload and try again') }])
  }
}

/** The lines as they will stand after `changes`, for a gate that judges before they are written. */
export function linesAfter(before: StoredLines, changes: LineChanges): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  const sets = new Set([...Object.keys(before), ...Object.keys(changes.added)])
  return Object.fromEntries([...sets].map((set) => {
    const settled = new Map((changes.settled[set] ?? []).map(({ id, values }) => [id, values]))
    const standing = (before[set] ?? []).map(({ id, values }) => ({ ...values, ...settled.get(id) }))
    return [set, [...standing, ...(changes.added[set] ?? [])]]
  }))
}
