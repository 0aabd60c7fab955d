// 撤销导入: takes back what an import wrote and nothing else: what it made is retired, what it changed is as before.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record, recordMany } from '@houqin/audit'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { keepExpiries } from '@houqin/due'
import { tableSqlOf } from '@houqin/fields'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { actionOf, requireWritable } from '@houqin/register-rights'
import { guardsName, isLive, named, rowSelection, storedRow, targetsOf, wantedBy } from '@houqin/rows'
import type { KeptRow, StoredRow, Values } from '@houqin/rows'
import type { ImportCounts } from '@houqin/wire'
import { sql } from 'kysely'
import type { ToStore } from './judge.ts'
import { countLines } from './lines.ts'
import { reason } from './parse-row.ts'
import type { Reason } from './parse-row.ts'
import { actorAgain, requireImport } from './rights.ts'
import type { Telling } from './run.ts'
import { rowsInTheWay } from './standing.ts'
import { storeRows } from './store-rows.ts'
import { changeImport, readImport } from './stored-import.ts'

const batch = 1000

/** Lines whose rows somebody changed, retired or merged since, in the order of the ledger. */
export async function changedSince(db: Db | Tx, register: Register, id: string, most: number): Promise<{ readonly count: number; readonly rows: readonly { readonly row: number; readonly id: string; readonly name: string }[] }> {
  const { rows } = await sql<{ row: number; id: string; name: string; count: string }>`
    select line.number as row, t.id, t.label as name, count(*) over () as count
    from imports.line join ${tableSqlOf(register.id)} t on t.id = line.row
    where line.import = ${id} and line.undone is null and (t.version <> line.version or not (${isLive}))
    order by line.number limit ${most}`.execute(db)
  return { count: Number(rows[0]?.count ?? 0), rows: rows.map(({ row, id: of, name }) => ({ row, id: of, name })) }
}

/** Named so that no field of a register is called alike. */
interface WrittenLine {
  readonly line_number: number
  readonly line_version: number
  readonly line_before: { readonly values: Values; readonly from: string | null; readonly to: string | null } | null
}

/** Goes backwards, so that what was made last goes first; rows changed since stay and are said to. */
export async function undo(system: System, id: string, { progress }: Telling, by?: Actor): Promise<ImportCounts> {
  const { db, clock } = system
  const stored = await readImport(db, { id })
  const register = system.catalogue.registers.get(stored.register)
  if (!register) throw new Error(`${stored.register} is not declared`)
  const actor = by ?? (await actorAgain(system, stored))
  requireImport(actor, register)
  const { rows: [left] } = await sql<{ count: string }>`select count(*) as count from imports.line where import = ${id} and row is not null and undone is null`.execute(db)
  const all = Number(left?.count ?? 0)
  const why = `撤销导入《${stored.file_name}》`
  for (let done = 0; ; ) {
    await progress(done, all)
    const taken = await transaction(db, (tx) => undoBatch(tx, system, { id, register, actor, why }))
    if (taken < batch) break
    done += taken
  }
  await transaction(db, async (tx) => {
    const counts = await countLines(tx, id)
    await changeImport(tx, id, { state: 'undone', counts, undone_at: clock.now(), problem: null })
    await record(tx, {
      at: clock.now(), ...signature(actor), action: actionOf(register, 'import-undo'), subject: { kind: register.id, id: '' },
      summary: `撤销批量导入${register.title}《${stored.file_name}》：撤回 ${counts.undone ?? 0} 条，保留 ${counts.kept ?? 0} 条`, after: { import: id, sha256: stored.sha256, counts },
    })
  })
  return countLines(db, id)
}

async function undoBatch(tx: Tx, system: System, { id, register, actor, why }: { id: string; register: Register; actor: Actor; why: string }): Promise<number> {
  const { rows } = await sql<KeptRow & WrittenLine>`
    select line.number as line_number, line.version as line_version, line.before as line_before, ${rowSelection(register)}
    from imports.line join ${tableSqlOf(register.id)} t on t.id = line.row
    where line.import = ${id} and line.undone is null order by line.number desc limit ${batch} for update of t`.execute(tx)
  const lines = rows.map((row) => ({ line: row as WrittenLine, stored: storedRow(register, row) }))
  const kept = new Map<number, Reason>()
  for (const { line, stored } of lines) {
    const refused = keepReason(actor, register, line, stored)
    if (refused) kept.set(line.line_number, refused)
  }
  const back = await rowsBefore(tx, { register, lines: lines.filter(({ line }) => line.line_before !== null && !kept.has(line.line_number)) })
  for (const { place, label, at } of await rowsInTheWay(tx, register, back.map(({ id: row, written }, place) => ({ place, id: row, ...written })))) {
    const line = lines.find(({ stored }) => stored.id === back[place]?.id)
    if (line) kept.set(line.line.line_number, reason(at, say(`原来的“${register.fields[at]?.label ?? '日期'}”已被“${label}”占用，没有撤回`, `What it held before is “${label}”'s by now; left as it is`)))
  }
  const keptRows = new Set(lines.filter(({ line }) => kept.has(line.line_number)).map(({ stored }) => stored.id))
  await storeRows(tx, { catalogue: system.catalogue, clock: system.clock, actor, register }, back.filter(({ id: row }) => !keptRows.has(row)), why)
  await asEarlierLeft(tx, id, back.filter(({ id: row }) => !keptRows.has(row)))
  await retireRows(tx, system, { register, actor, why, rows: lines.filter(({ line, stored }) => line.line_before === null && !keptRows.has(stored.id)).map(({ stored }) => stored) })
  const outcome = lines.map(({ line: { line_number: number } }) => ({ number, undone: kept.has(number) ? 'kept' : 'undone', reasons: kept.has(number) ? [kept.get(number)] : null }))
  await sql`
    update imports.line set undone = given.undone, reasons = coalesce(given.reasons, line.reasons)
    from json_to_recordset(${JSON.stringify(outcome)}::json) as given (number integer, undone text, reasons jsonb)
    where line.import = ${id} and line.number = given.number`.execute(tx)
  return lines.length
}

function keepReason(actor: Actor, register: Register, line: WrittenLine, stored: StoredRow): Reason | undefined {
  if (stored.version !== line.line_version || stored.retiredAt !== null || stored.mergedInto !== null) {
    return reason(null, say('导入后有人改过，没有撤回', 'Changed by somebody since; left as it is'))
  }
  try {
    requireWritable(actor, register, stored)
    return undefined
  } catch (error) {
    if (error instanceof Problem) return reason(null, error.detail)
    throw error
  }
}

async function rowsBefore(tx: Tx, { register, lines }: { register: Register; lines: readonly { readonly line: WrittenLine; readonly stored: StoredRow }[] }): Promise<readonly ToStore[]> {
  const targets = await targetsOf(tx, wantedBy(register.fields, register.id, lines.map(({ line }) => line.line_before?.values ?? {})))
  return lines.flatMap(({ line: { line_before: before }, stored }) => {
    if (!before) return []
    const changed = Object.keys(register.fields).filter((key) => JSON.stringify(stored.values[key] ?? null) !== JSON.stringify(before.values[key] ?? null))
    const days = before.from !== stored.from || before.to !== stored.to
    return [{ id: stored.id, before: stored, written: before, changed: days ? [...changed, 'valid'] : changed, ...named(register, before.values, targets) }]
  })
}

/** Rows that are again as an earlier import left them: to that one nobody has changed them. */
async function asEarlierLeft(tx: Tx, id: string, rows: readonly ToStore[]): Promise<void> {
  const given = rows.map(({ id: row, before }) => ({ row, was: (before?.version ?? 0) - 1, version: (before?.version ?? 0) + 1 }))
  await sql`
    update imports.line set version = given.version
    from json_to_recordset(${JSON.stringify(given)}::json) as given (row uuid, was integer, version integer)
    where line.row = given.row and line.version = given.was and line.import <> ${id} and line.undone is null`.execute(tx)
}

async function retireRows(tx: Tx, { catalogue, clock }: System, { register, actor, why, rows }: { register: Register; actor: Actor; why: string; rows: readonly StoredRow[] }): Promise<void> {
  if (rows.length === 0) return
  const at = clock.now()
  const ids = rows.map(({ id }) => id)
  await sql`update ${tableSqlOf(register.id)} set retired_at = ${at}, version = version + 1, updated_at = ${at} where id = any(${ids}::uuid[])`.execute(tx)
  const nameless = guardsName(catalogue, register)
  await recordMany(tx, rows.map(({ id, label }) => ({
    at, ...signature(actor), action: actionOf(register, 'retire'), subject: { kind: register.id, id }, summary: `停用${register.title}${nameless ? '' : `“${label}”`}：${why}`, after: { reason: why },
  })))
  await keepExpiries(tx, register, ids)
}
