// Lines 明细 of a matter as they are stored, each set in its order.
import type { Db, Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { fromColumns, linesTableOf, selectColumns, tableSql } from '@houqin/fields'
import { sql } from 'kysely'

export interface StoredLine {
  readonly id: string
  readonly at: Date
  /** The person who added it; null for the system and for reporters. */
  readonly by: string | null
  readonly values: Readonly<Record<string, unknown>>
}
export type StoredLines = Readonly<Record<string, readonly StoredLine[]>>

/** @param filled the sets known not to be empty; all are asked for unless told. */
export async function readLines(db: Db | Tx, matter: Matter, id: string, filled: readonly (string | null)[] = Object.keys(matter.lines)): Promise<StoredLines> {
  const sets: Record<string, readonly StoredLine[]> = {}
  for (const [set, { fields }] of Object.entries(matter.lines)) {
    sets[set] = []
    if (!filled.includes(set)) continue
    const { rows } = await sql<Record<string, unknown> & { '.id': string; '.at': Date; '.by': string | null }>`
      select ${sql.join([sql`l.id as ".id"`, sql`l.at as ".at"`, sql`l.by_person as ".by"`, ...selectColumns(fields, 'l')])}
      from ${tableSql(linesTableOf(matter.id, set))} as l where l.matter = ${id}::uuid order by l.position`.execute(db)
    sets[set] = rows.map((row) => ({ id: row['.id'], at: row['.at'], by: row['.by'], values: fromColumns(fields, row) }))
  }
  return sets
}
