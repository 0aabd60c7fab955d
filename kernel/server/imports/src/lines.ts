// 逐行结果: what became of each line of a ledger, kept for looking at and for taking back.
import type { Db, Tx } from '@houqin/db'
import type { Locale } from '@houqin/problem'
import type { ImportCounts, ImportLine, ImportOutcome } from '@houqin/wire'
import { sql } from 'kysely'
import type { JudgedRow } from './judge.ts'
import type { Reason } from './parse-row.ts'

/** @param written whether the rows stand now. */
export async function keepLines(tx: Tx, id: string, rows: readonly JudgedRow[], written: boolean): Promise<void> {
  if (rows.length === 0) return
  const lines = rows.map(({ number, outcome, name, reasons, store }) => ({
    number, outcome, name, reasons: reasons.length > 0 ? reasons : null,
    ...(written && store && {
      row: store.id, version: (store.before?.version ?? 0) + 1,
      before: store.before && { values: store.before.values, from: store.before.from, to: store.before.to },
    }),
  }))
  await sql`
    insert into imports.line (import, number, outcome, name, reasons, row, version, before)
    select ${id}::uuid, number, outcome, name, reasons, row, version, before
    from json_to_recordset(${JSON.stringify(lines)}::json) as given (number integer, outcome text, name text, reasons jsonb, row uuid, version integer, before jsonb)`.execute(tx)
}

export async function dropLines(tx: Tx, id: string): Promise<void> {
  await sql`delete from imports.line where import = ${id}`.execute(tx)
}
/** The last line that is kept, 0 for none: work that was cut short goes on behind it. */
export async function lastLine(db: Db | Tx, id: string): Promise<number> {
  const { rows: [found] } = await sql<{ number: number }>`select coalesce(max(number), 0) as number from imports.line where import = ${id}`.execute(db)
  return found?.number ?? 0
}
export async function countLines(db: Db | Tx, id: string): Promise<ImportCounts> {
  const { rows } = await sql<{ outcome: ImportOutcome; count: string; undone: string; kept: string }>`
    select outcome, count(*) as count, count(*) filter (where undone = 'undone') as undone, count(*) filter (where undone = 'kept') as kept
    from imports.line where import = ${id} group by outcome`.execute(db)
  const counts: Record<string, number> = {}
  for (const { outcome, count, undone, kept } of rows) {
    counts[outcome] = Number(count)
    if (Number(undone) > 0) counts['undone'] = (counts['undone'] ?? 0) + Number(undone)
    if (Number(kept) > 0) counts['kept'] = (counts['kept'] ?? 0) + Number(kept)
  }
  return counts
}

interface KeptLine {
  readonly number: number
  readonly outcome: ImportOutcome
  readonly name: string | null
  readonly reasons: readonly Reason[] | null
  readonly row: string | null
  readonly undone: 'undone' | 'kept' | null
}

/** A page of lines in the order of the ledger. @param after the row it goes on behind. */
export async function readLines(db: Db | Tx, id: string, { outcome, undone, after, limit, locale }: {
  outcome?: ImportOutcome | undefined
  undone?: 'undone' | 'kept' | undefined
  after: number
  limit: number
  locale: Locale
}): Promise<{ readonly rows: readonly ImportLine[]; readonly next: string | null }> {
  const { rows } = await sql<KeptLine>`
    select number, outcome, name, reasons, row, undone from imports.line
    where import = ${id} and number > ${after} and (${outcome ?? null}::text is null or outcome = ${outcome ?? null}) and (${undone ?? null}::text is null or undone = ${undone ?? null})
    order by number limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map((line) => lineWire(line, locale)), next: rows.length > limit && last ? String(last.number) : null }
}
export function lineWire({ number, outcome, name, reasons, row, undone }: KeptLine, locale: Locale): ImportLine {
  return {
    row: number, outcome, name, id: row, undone,
    reasons: (reasons ?? []).map(({ at, word, near, ...says }) => ({ field: at, says: says[locale], ...(word !== undefined && { word }), ...(near && { near }) })),
  }
}

/** Words of the ledger that were not understood, each once, with how often it stands there: what one choice mends. */
export async function openWords(db: Db | Tx, id: string): Promise<readonly { readonly field: string; readonly word: string; readonly count: number; readonly near: NonNullable<Reason['near']> }[]> {
  const { rows } = await sql<{ field: string; word: string; count: string; near: NonNullable<Reason['near']> | null }>`
    select reason ->> 'at' as field, reason ->> 'word' as word, count(*) as count, (array_agg(reason -> 'near'))[1] as near
    from imports.line cross join jsonb_array_elements(reasons) as reason
    where import = ${id} and outcome = 'refused' and reason ? 'word'
    group by 1, 2 order by count(*) desc, 1, 2 limit 200`.execute(db)
  return rows.map(({ count, near, ...word }) => ({ ...word, count: Number(count), near: near ?? [] }))
}
