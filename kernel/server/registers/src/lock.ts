// 锁行: the row as it stands, held until the transaction ends, and whether a writer knew it so.
import { history } from '@houqin/audit'
import { formatInstant } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { isId, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { actionOf, noRow } from '@houqin/register-rights'
import { rowSelection, storedRow } from '@houqin/rows'
import type { KeptRow, StoredRow } from '@houqin/rows'
import { sql } from 'kysely'
import { rowDeeds } from './trail.ts'

/** @throws Problem `not-found`. Whether the writer may know of the row is asked afterwards. */
export async function lockRow(tx: Tx, register: Register, id: string): Promise<StoredRow> {
  if (!isId(id)) throw noRow(register)
  const { rows: [kept] } = await sql<KeptRow>`
    select ${rowSelection(register)} from ${tableSqlOf(register.id)} t where t.id = ${id}::uuid for update`.execute(tx)
  if (!kept) throw noRow(register)
  return storedRow(register, kept)
}

/** @throws Problem `conflict` for an alias, `stale-version` saying who changed the row and when. */
export async function requireCurrent(tx: Tx, { register, row, version }: { register: Register; row: StoredRow; version: number }): Promise<void> {
  requireOwn(register, row)
  if (row.version === version) return
  const entries = await history(tx, { kind: register.id, id: row.id, limit: 20 })
  const deeds = new Set(rowDeeds.map((deed) => actionOf(register, deed)))
  const last = entries.find(({ action }) => deeds.has(action))
  const who = last?.actorName
  const when = formatInstant(last?.at ?? new Date(row.updatedAt))
  throw new Problem(
    'stale-version',
    say(
      `${who ?? '他人'}已于 ${when} 修改了这条${register.title}（现为第 ${row.version} 版，您看到的是第 ${version} 版）。请刷新后再改。`,
      `${who ?? 'Somebody else'} changed this row on ${when} (it is at version ${row.version}, you saw version ${version}). Reload and change it again.`,
    ),
    { more: { version: row.version } },
  )
}
/** @throws Problem `conflict` for a row that was merged into another. */
export function requireOwn(register: Register, row: StoredRow): void {
  if (row.mergedInto === null) return
  throw new Problem('conflict', say(`这条${register.title}已并入另一条，请在合并后的记录上办理。`, 'This row was merged into another; work on that one.'), { more: { into: row.mergedInto } })
}
