// 打开台账: its sheets, its head, what stands below, and which column is which, as the last time where there was one.
import type { Db, Tx } from '@houqin/db'
import { sha256 } from '@houqin/audit'
import type { Register } from '@houqin/define'
import { columnTitles, findHead, importable, proposed, setAside, signatureOf } from '@houqin/ledgers'
import type { Head } from '@houqin/ledgers'
import { Problem, say } from '@houqin/problem'
import type { Ledger, SheetRow } from '@houqin/sheets'
import { sql } from 'kysely'
import { usualKey } from './plan.ts'
import type { StoredImport } from './stored-import.ts'

const lookedAt = 60
const shownSamples = 3
const longestSample = 60

export type LedgerHead = Pick<StoredImport, 'sheet' | 'head_row' | 'head_rows' | 'titles' | 'samples' | 'mapping' | 'fixed' | 'remembered' | 'key' | 'picks'>

/** @param head where the person says it is. @param english labels by field. @throws Problem for a sheet without rows. */
export async function readHead(db: Db | Tx, { ledger, register, sheet, head, english }: {
  ledger: Ledger
  register: Register
  sheet?: string | undefined
  head?: Head | undefined
  english: Readonly<Record<string, string>>
}): Promise<LedgerHead> {
  const fields = importable(register)
  const found = sheet === undefined ? await likeliestSheet(ledger, register, english) : { sheet, rows: await firstRows(ledger, sheet) }
  const score = (titles: readonly string[]): number => proposed(titles, fields, english).reduce((sum, one) => sum + (one?.likeness ?? 0), 0)
  const at = head ?? findHead(found.rows, score)
  if (!at || !found.rows.some(({ number }) => number === at.row)) throw new Problem('bad-request', say('这张工作表里没有内容，或表头不在所说的行。', 'There is nothing in this sheet, or its head does not stand in that row.'))
  const titles = columnTitles(found.rows, at)
  const below = found.rows.filter(({ number }) => number >= at.row + at.rows)
  const kept = await memoryOf(db, register, titles)
  const mapping = kept?.mapping ?? Object.fromEntries(proposed(titles, fields, english).flatMap((one, column) => (one ? [[one.field, column]] : [])))
  const mapped = Object.values(mapping)
  const data = below.filter((row) => setAside(row, { mapped, titles }) === undefined).slice(0, shownSamples)
  return {
    sheet: found.sheet, head_row: at.row, head_rows: at.rows, titles,
    samples: titles.map((_, column) => data.flatMap(({ cells }) => cells[column]?.text.slice(0, longestSample) ?? [])),
    mapping, fixed: kept?.fixed ?? {}, remembered: kept !== undefined, key: kept?.key ?? usualKey(register, Object.keys(fields).filter((name) => mapping[name] !== undefined)), picks: kept?.picks ?? {},
  }
}

async function firstRows(ledger: Ledger, sheet: string): Promise<readonly SheetRow[]> {
  const found: SheetRow[] = []
  const { rows } = await ledger.rowsOf(sheet)
  for await (const row of rows) {
    found.push(row)
    if (found.length >= lookedAt) break
  }
  return found
}

const mostSheetsTried = 8
/** The one whose head names most fields; a ledger's first sheet is often a cover. */
async function likeliestSheet(ledger: Ledger, register: Register, english: Readonly<Record<string, string>>): Promise<{ sheet: string; rows: readonly SheetRow[] }> {
  const fields = importable(register)
  let best: { sheet: string; rows: readonly SheetRow[]; score: number } | undefined
  const shown = ledger.sheets.filter(({ hidden }) => !hidden)
  for (const { name } of (shown.length > 0 ? shown : ledger.sheets).slice(0, mostSheetsTried)) {
    const rows = await firstRows(ledger, name)
    const score = (titles: readonly string[]): number => proposed(titles, fields, english).filter((one) => one !== null).length
    const head = findHead(rows, score)
    const found = head ? score(columnTitles(rows, head)) : -1
    if (!best || found > best.score) best = { sheet: name, rows, score: found }
  }
  if (!best) throw new Problem('bad-request', say('文件里没有工作表。', 'There is no sheet in the file.'))
  return best
}

const fingerprint = (titles: readonly string[]): string => sha256.of(Buffer.from(signatureOf(titles))).toString('hex')

type Memory = Pick<StoredImport, 'mapping' | 'fixed' | 'key' | 'picks'>
async function memoryOf(db: Db | Tx, register: Register, titles: readonly string[]): Promise<Memory | undefined> {
  const { rows: [kept] } = await sql<Memory>`select mapping, fixed, key, picks from imports.memory where register = ${register.id} and signature = ${fingerprint(titles)}`.execute(db)
  if (!kept) return undefined
  const fields = importable(register)
  // the declaration may have changed since
  const mapping = Object.fromEntries(Object.entries(kept.mapping).filter(([name]) => Object.hasOwn(fields, name)))
  return { mapping, fixed: kept.fixed, key: kept.key.filter((name) => mapping[name] !== undefined), picks: kept.picks }
}

/** Keeps how the columns were matched and what words were said to mean, for the next ledger of the kind. */
export async function remember(tx: Tx, { register, titles, mapping, fixed, key, picks }: Pick<StoredImport, 'register' | 'titles' | 'mapping' | 'fixed' | 'key' | 'picks'>, at: Date): Promise<void> {
  await sql`
    insert into imports.memory (register, signature, mapping, fixed, key, picks, used_at)
    values (${register}, ${fingerprint(titles)}, ${JSON.stringify(mapping)}::jsonb, ${JSON.stringify(fixed)}::jsonb, ${key}::text[], ${JSON.stringify(picks)}::jsonb, ${at})
    on conflict (register, signature) do update set mapping = excluded.mapping, fixed = excluded.fixed, key = excluded.key, picks = excluded.picks, used_at = excluded.used_at`.execute(tx)
}
