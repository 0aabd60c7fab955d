// 合并: of two rows for one thing, one becomes the alias of the other. Nothing is re-pointed, so that it can be undone.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { badInput, isId, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { requireWritable } from '@houqin/register-rights'
import { renameDependents, standsAbove } from '@houqin/rows'
import type { AnsweredRow, StoredRow } from '@houqin/rows'
import { sql } from 'kysely'
import { refuseConflicts, refusedBy } from './conflicts.ts'
import type { House } from './house.ts'
import { lockRow, requireOwn } from './lock.ts'
import { readRow } from './read.ts'
import { readReason } from './retire.ts'
import { leaveTrail } from './trail.ts'

/** @returns the alias. @throws Problem `not-found`, `not-allowed`, `conflict`, `bad-input`. */
export async function merge(tx: Tx, house: House, { actor, register, id, into, reason: given }: {
  actor: Actor
  register: Register
  id: string
  into: unknown
  reason: unknown
}): Promise<AnsweredRow> {
  const reason = readReason(given)
  if (typeof into !== 'string' || !isId(into)) throw badInput([{ at: 'into', says: say('“并入”应为所选记录的 id', '“into” must be the id of the row to merge into') }])
  if (into.toLowerCase() === id.toLowerCase()) throw badInput([{ at: 'into', says: say('不能并入它自己，请选另一条', 'A row is never merged into itself; choose the other one') }])
  const [alias, survivor] = await lockBoth(tx, register, [id, into])
  requireWritable(actor, register, alias)
  requireWritable(actor, register, survivor)
  requireOwn(register, alias)
  if (survivor.mergedInto !== null || survivor.retiredAt !== null) {
    throw new Problem('conflict', say(`“${survivor.label}”已停用或已并入另一条，请并入现用的记录。`, `“${survivor.label}” is retired or merged itself; merge into a row in use.`))
  }
  if (register.tree !== undefined && (await standsAbove(tx, register, { id: alias.id, key: register.tree, from: survivor.id }))) {
    throw new Problem('conflict', say(`“${survivor.label}”是“${alias.label}”的下级，请反过来合并。`, `“${survivor.label}” stands below “${alias.label}”; merge the other way round.`))
  }
  await point(tx, house, { register, alias, into: survivor.id })
  await leaveTrail(tx, house, { actor, register, deed: 'merge', row: alias, reason, after: { into: survivor.id } })
  await leaveTrail(tx, house, { actor, register, deed: 'absorb', row: survivor, reason, after: { alias: alias.id } })
  return readRow(tx, house, { actor, register, id: alias.id })
}

/** @returns the row, on its own again. @throws Problem `not-found`, `not-allowed`, `conflict`, `bad-input`. */
export async function unmerge(tx: Tx, house: House, { actor, register, id, reason: given }: { actor: Actor; register: Register; id: string; reason: unknown }): Promise<AnsweredRow> {
  const reason = readReason(given)
  const alias = await lockRow(tx, register, id)
  requireWritable(actor, register, alias)
  const into = alias.mergedInto
  if (into === null) throw new Problem('conflict', say(`这条${register.title}没有并入别的记录。`, 'The row was not merged.'))
  await refuseRing(tx, register, alias)
  await refuseConflicts(tx, house, register, { id: alias.id, written: alias })
  await point(tx, house, { register, alias, into: null }).catch(refusedBy(register))
  const survivor = await lockRow(tx, register, into)
  await leaveTrail(tx, house, { actor, register, deed: 'unmerge', row: alias, reason, after: { into } })
  await leaveTrail(tx, house, { actor, register, deed: 'release', row: survivor, reason, after: { alias: alias.id } })
  return readRow(tx, house, { actor, register, id: alias.id })
}

/** While it was an alias, what stands above it may have been hung below what hangs on it. @throws Problem `conflict`. */
async function refuseRing(tx: Tx, register: Register, alias: StoredRow): Promise<void> {
  const parent = register.tree === undefined ? null : alias.values[register.tree]
  if (register.tree === undefined || typeof parent !== 'string' || !(await standsAbove(tx, register, { id: alias.id, key: register.tree, from: parent }))) return
  const label = register.fields[register.tree]?.label ?? register.tree
  throw new Problem('conflict', say(
    `这条${register.title}的“${label}”如今在它自己之下，请先改正那一条，再撤销合并。`, `What stands above the row by “${register.tree}” has come to stand below it; mend that one first.`,
  ))
}
/** Always in one order, so that two who merge the same pair either way never wait for each other. */
async function lockBoth(tx: Tx, register: Register, [first, second]: readonly [string, string]): Promise<[StoredRow, StoredRow]> {
  if (first < second) {
    const alias = await lockRow(tx, register, first)
    return [alias, await lockRow(tx, register, second)]
  }
  const survivor = await lockRow(tx, register, second)
  return [await lockRow(tx, register, first), survivor]
}

async function point(tx: Tx, house: House, { register, alias, into }: { register: Register; alias: StoredRow; into: string | null }): Promise<void> {
  await sql`
    update ${tableSqlOf(register.id)} set merged_into = ${into}::uuid, version = version + 1, updated_at = ${house.clock.now()}
    where id = ${alias.id}::uuid`.execute(tx)
  await renameDependents(tx, house.catalogue, { register: register.id, ids: [alias.id] })
}
