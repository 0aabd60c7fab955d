// 明细: the typed child rows of a row, read with their sums and replaced with their parent.
import type { Db, Tx } from '@houqin/db'
import type { Lines, Register } from '@houqin/define'
import { fromColumns, linesTableOf, newId, selectColumns, tableSql } from '@houqin/fields'
import { insertSql, targetsOf, totalsOf, wantedBy, withReferences } from '@houqin/rows'
import type { AnsweredLines, Values } from '@houqin/rows'
import { sql } from 'kysely'
import type { House } from './house.ts'

export type GivenLines = Readonly<Record<string, readonly Values[]>>

/** All sets of a register that has lines; undefined for one that has none. */
export async function linesOf(db: Db | Tx, house: House, { register, parent }: { register: Register; parent: string }): Promise<Readonly<Record<string, AnsweredLines>> | undefined> {
  const sets = Object.entries(register.lines)
  if (sets.length === 0) return undefined
  const answered: Record<string, AnsweredLines> = {}
  for (const [set, lines] of sets) {
    const stored = await storedLines(db, { register, set, lines, parent })
    const targets = await targetsOf(db, wantedBy(lines.fields, register.id, stored.map(({ values }) => values)))
    answered[set] = {
      rows: stored.map(({ id, values }) => ({ id, ...withReferences({ catalogue: house.catalogue, fields: lines.fields, owner: register.id, values, targets }) })),
      totals: totalsOf(lines, stored.map(({ values }) => values)),
    }
  }
  return answered
}

export async function storedLines(db: Db | Tx, { register, set, lines, parent }: { register: Register; set: string; lines: Lines; parent: string }): Promise<{ id: string; values: Values }[]> {
  const { rows } = await sql<Values & { readonly id: string }>`
    select ${sql.join([sql`t.id`, ...selectColumns(lines.fields, 't')])} from ${tableSql(linesTableOf(register.id, set))} t
    where t.parent = ${parent}::uuid order by t.position`.execute(db)
  return rows.map((row) => ({ id: row.id, values: fromColumns(lines.fields, row) }))
}

/** Puts the sets that were given in the place of what stood there. */
export async function replaceLines(tx: Tx, { clock }: House, { register, parent, given }: { register: Register; parent: string; given: GivenLines }): Promise<void> {
  for (const [set, rows] of Object.entries(given)) {
    await sql`delete from ${tableSql(linesTableOf(register.id, set))} where parent = ${parent}::uuid`.execute(tx)
    await insertLines(tx, { register, set, rows: rows.map((values, position) => ({ id: newId(clock), parent, position, values })) })
  }
}

export async function insertLines(tx: Tx, { register, set, rows }: {
  register: Register
  set: string
  rows: readonly { readonly id: string; readonly parent: string; readonly position: number; readonly values: Values }[]
}): Promise<void> {
  const lines = register.lines[set]
  if (!lines || rows.length === 0) return
  await insertSql({
    table: linesTableOf(register.id, set),
    columns: { id: 'uuid', parent: 'uuid', position: 'integer' },
    fields: lines.fields,
    rows: rows.map(({ id, parent, position, values }) => ({ columns: { id, parent, position }, values })),
  }).execute(tx)
}
