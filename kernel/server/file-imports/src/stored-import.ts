// 一次附件导入: as it is kept, and as it is answered.
import type { Db, Tx } from '@houqin/db'
import { isId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { Locale, Sentence } from '@houqin/problem'
import type { FileImportState, FileOutcome, ImportCounts, ImportMode, WireFileImport } from '@houqin/wire'
import { sql } from 'kysely'

/** Taken in as far as it goes, or all of it and else nothing. */
export const modes = Object.freeze(['partial', 'whole'] as const)
export interface StoredFileImport {
  readonly id: string
  readonly register: string
  readonly field: string
  readonly account: string
  readonly account_name: string
  readonly session: string
  readonly ip: string
  readonly locale: Locale
  readonly file: string | null
  readonly file_name: string
  readonly file_size: string
  readonly sha256: string
  readonly state: FileImportState
  readonly mode: ImportMode
  /** Of the numbers of files, the rows they were given by hand. */
  readonly chosen: Readonly<Record<string, string>>
  readonly counts: ImportCounts<FileOutcome>
  readonly job: string | null
  readonly problem: Sentence | null
  readonly version: number
  readonly created_at: Date
  readonly done_at: Date | null
  readonly undone_at: Date | null
}

/** @throws Problem `not-found`. @param lock holds it until the transaction ends. */
export async function readImport(db: Db | Tx, { id, lock = false }: { id: string; lock?: boolean }): Promise<StoredFileImport> {
  const { rows: [found] } = await sql<StoredFileImport>`
    select * from file_imports.import where id = ${isId(id) ? id : null}::uuid ${lock ? sql`for update` : sql``}`.execute(db)
  if (!found) throw new Problem('not-found', say('没有这次附件导入。', 'There is no such import of files.'))
  return found
}

type Changes = Partial<Pick<StoredFileImport, 'file' | 'state' | 'mode' | 'chosen' | 'counts' | 'job' | 'problem' | 'done_at' | 'undone_at'>>
export async function changeImport(tx: Db | Tx, id: string, changes: Changes): Promise<void> {
  const set = Object.entries(changes).map(([name, value]) =>
    name === 'counts' || name === 'problem' || name === 'chosen' ? sql`${sql.id(name)} = ${value === null ? null : JSON.stringify(value)}::jsonb` : sql`${sql.id(name)} = ${value}`)
  await sql`update file_imports.import set ${sql.join([...set, sql`version = version + 1`])} where id = ${id}`.execute(tx)
}

export function importWire(stored: StoredFileImport, { account, locale }: { account: string; locale: Locale }): WireFileImport {
  return {
    id: stored.id, register: stored.register, field: stored.field, version: stored.version, state: stored.state, by: stored.account_name,
    file: { name: stored.file_name, size: Number(stored.file_size), sha256: stored.sha256 }, mode: stored.mode, counts: stored.counts, job: stored.job,
    problem: stored.problem?.[locale] ?? null,
    createdAt: stored.created_at.toISOString(), doneAt: stored.done_at?.toISOString() ?? null, undoneAt: stored.undone_at?.toISOString() ?? null,
    own: stored.account === account,
  }
}
