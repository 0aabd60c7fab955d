// 逐个结果: what became of each file of the archive, kept for looking at and for taking back.
import type { Db, Tx } from '@houqin/db'
import type { Locale, Sentence } from '@houqin/problem'
import type { FileLine, FileOutcome, ImportCounts } from '@houqin/wire'
import { sql } from 'kysely'

export const outcomes = Object.freeze(['new', 'same', 'refused', 'left-out'] as const) satisfies readonly FileOutcome[]

export interface Line {
  readonly number: number
  readonly entry: string
  readonly outcome: FileOutcome
  readonly name: string | null
  readonly reasons: readonly Sentence[]
  readonly row: string | null
  readonly file: string | null
  /** No row was found for it. */
  readonly choosable: boolean
}

export async function keepLines(tx: Tx, id: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into file_imports.line (import, number, entry, outcome, name, reasons, row, file, choosable)
    select ${id}::uuid, number, entry, outcome, name, nullif(reasons, '[]'::jsonb), row, file, choosable
    from json_to_recordset(${JSON.stringify(lines)}::json) as given (number integer, entry text, outcome text, name text, reasons jsonb, row uuid, file uuid, choosable boolean)`.execute(tx)
}
export async function dropLines(tx: Tx, id: string): Promise<void> {
  await sql`delete from file_imports.line where import = ${id}`.execute(tx)
}
/** Those of an import that was cut short: they are not gone through again. */
export async function numbersKept(db: Db | Tx, id: string): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ number: number }>`select number from file_imports.line where import = ${id}`.execute(db)
  return new Set(rows.map(({ number }) => number))
}
export async function countLines(db: Db | Tx, id: string): Promise<ImportCounts<FileOutcome>> {
  const { rows } = await sql<{ what: FileOutcome | 'undone' | 'kept'; count: string }>`
    select outcome as what, count(*) as count from file_imports.line where import = ${id} group by outcome
    union all select undone, count(*) from file_imports.line where import = ${id} and undone is not null group by undone`.execute(db)
  return Object.fromEntries(rows.map(({ what, count }) => [what, Number(count)]))
}

/** A page of lines in the order of the archive. @param after the number it goes on behind. */
export async function readLines(db: Db | Tx, id: string, { outcome, undone, after, limit, locale }: {
  outcome?: FileOutcome | undefined
  undone?: 'undone' | 'kept' | undefined
  after: number
  limit: number
  locale: Locale
}): Promise<{ readonly rows: readonly FileLine[]; readonly next: string | null }> {
  const { rows } = await sql<Omit<Line, 'reasons'> & { reasons: readonly Sentence[] | null; undone: 'undone' | 'kept' | null }>`
    select number, entry, outcome, name, reasons, row, undone,
           choosable or (select chosen from file_imports.import where id = import) ? number::text as choosable from file_imports.line
    where import = ${id} and number > ${after} and (${outcome ?? null}::text is null or outcome = ${outcome ?? null}) and (${undone ?? null}::text is null or undone = ${undone ?? null})
    order by number limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ number, entry, name, row, reasons, ...line }) => ({
      row: number, outcome: line.outcome, undone: line.undone, choosable: line.choosable, id: row,
      name: name === null ? entry : `${entry} → ${name}`, reasons: (reasons ?? []).map((says) => ({ field: null, says: says[locale] })),
    })),
    next: rows.length > limit && last ? String(last.number) : null,
  }
}
