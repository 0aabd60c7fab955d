// 一次导入: a ledger that was brought in, as it is kept and as it is answered.
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '@houqin/db'
import { isId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { Locale, Sentence } from '@houqin/problem'
import type { ImportCounts, ImportMode, ImportOutcome, ImportPicks, ImportState, WireImport } from '@houqin/wire'
import { sql } from 'kysely'

export const outcomes = Object.freeze(['new', 'change', 'same', 'refused', 'left-out'] as const) satisfies readonly ImportOutcome[]

export interface StoredImport {
  readonly id: string
  readonly register: string
  readonly account: string
  readonly account_name: string
  readonly session: string
  readonly ip: string
  readonly locale: Locale
  readonly file: string
  readonly file_name: string
  readonly file_size: string
  readonly sha256: string
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly head_row: number
  readonly head_rows: 1 | 2
  readonly titles: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly mapping: Readonly<Record<string, number>>
  /** By field: a word for every new row, where no column brings it. */
  readonly fixed: Readonly<Record<string, string>>
  readonly remembered: boolean
  readonly key: readonly string[]
  readonly picks: ImportPicks
  readonly mode: ImportMode
  readonly state: ImportState
  readonly counts: ImportCounts
  readonly job: string | null
  readonly problem: Sentence | null
  readonly version: number
  readonly created_at: Date
  readonly done_at: Date | null
  readonly undone_at: Date | null
}

/** @throws Problem `not-found`. @param lock holds it until the transaction ends. */
export async function readImport(db: Db | Tx, { register, id, lock = false }: { register?: string; id: string; lock?: boolean }): Promise<StoredImport> {
  const { rows: [found] } = await sql<StoredImport>`
    select * from imports.import where id = ${isId(id) ? id : null}::uuid and (${register ?? null}::text is null or register = ${register ?? null})
    ${lock ? sql`for update` : sql``}`.execute(db)
  if (!found) throw new Problem('not-found', say('没有这次导入。', 'There is no such import.'))
  return found
}

/** What of it changes; jsonb members as objects. Its version goes up with every change a person makes. */
export type ImportChanges = Partial<Pick<StoredImport,
  'sheet' | 'head_row' | 'head_rows' | 'titles' | 'samples' | 'mapping' | 'fixed' | 'remembered' | 'key' | 'picks' | 'mode' | 'state' | 'counts' | 'job' | 'problem' | 'done_at' | 'undone_at'>>
const asJson = new Set(['samples', 'mapping', 'fixed', 'picks', 'counts', 'problem'])

export async function changeImport(tx: Db | Tx, id: string, changes: ImportChanges): Promise<void> {
  const set = Object.entries(changes).map(([name, value]) => {
    if (asJson.has(name)) return sql`${sql.id(name)} = ${value === null ? null : JSON.stringify(value)}::jsonb`
    return sql`${sql.id(name)} = ${Array.isArray(value) ? sql`${value}::text[]` : value}`
  })
  await sql`update imports.import set ${sql.join([...set, sql`version = version + 1`])} where id = ${id}`.execute(tx)
}

/** A new one has its id before anything of it is written, so that the file can be linked to it. */
export const newImportId = (): string => randomUUID()

export function importWire(stored: StoredImport, { account, locale }: { account: string; locale: Locale }): WireImport {
  const fieldAt = new Map(Object.entries(stored.mapping).map(([field, column]) => [column, field]))
  const own = stored.account === account
  return {
    id: stored.id, register: stored.register, version: stored.version, state: stored.state, mode: stored.mode, by: stored.account_name,
    file: { name: stored.file_name, size: Number(stored.file_size), sha256: stored.sha256 },
    sheets: stored.sheets, sheet: stored.sheet, head: { row: stored.head_row, rows: stored.head_rows },
    columns: stored.titles.map((title, column) => ({ title, samples: own ? stored.samples[column] ?? [] : [], field: fieldAt.get(column) ?? null })),
    remembered: stored.remembered, key: stored.key, fixed: stored.fixed, picks: own ? stored.picks : {}, counts: stored.counts, job: stored.job,
    problem: stored.problem?.[locale] ?? null,
    createdAt: stored.created_at.toISOString(), doneAt: stored.done_at?.toISOString() ?? null, undoneAt: stored.undone_at?.toISOString() ?? null,
    own,
  }
}
