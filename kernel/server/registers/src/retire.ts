// 停用与恢复: a row leaves the lists with a reason and comes back with one; nothing that points to it is touched.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { text } from '@houqin/define'
import type { Fields, Register } from '@houqin/define'
import { parseInput, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { requireWritable } from '@houqin/register-rights'
import type { AnsweredRow } from '@houqin/rows'
import { sql } from 'kysely'
import { refuseConflicts, refusedBy } from './conflicts.ts'
import type { House } from './house.ts'
import { lockRow, requireCurrent } from './lock.ts'
import { readRow } from './read.ts'
import { leaveTrail } from './trail.ts'

const fields: Fields = Object.freeze({ reason: text('原因', { max: 500 }) })
/** @throws Problem `bad-input` without a reason. */
export function readReason(reason: unknown): string {
  return String(parseInput(fields, { reason })['reason'])
}

/** @param undo brings it back. @throws Problem `not-found`, `not-allowed`, `stale-version`, `conflict`, `bad-input`. */
export async function retire(tx: Tx, house: House, { actor, register, id, reason: given, version, undo = false }: {
  actor: Actor
  register: Register
  id: string
  reason: unknown
  version: number
  undo?: boolean
}): Promise<AnsweredRow> {
  const reason = readReason(given)
  const row = await lockRow(tx, register, id)
  requireWritable(actor, register, row)
  await requireCurrent(tx, { register, row, version })
  if (undo === (row.retiredAt === null)) {
    throw new Problem('conflict', undo
      ? say(`这条${register.title}没有停用，不需要恢复。`, 'The row is not retired.')
      : say(`这条${register.title}已经停用。`, 'The row is retired already.'))
  }
  // While it was away another may have taken its number or its days.
  if (undo) await refuseConflicts(tx, house, register, { id, written: row })
  const at = house.clock.now()
  await sql`
    update ${tableSqlOf(register.id)} set retired_at = ${undo ? null : at}, version = version + 1, updated_at = ${at}
    where id = ${id}::uuid`.execute(tx).catch(refusedBy(register))
  await leaveTrail(tx, house, { actor, register, deed: undo ? 'restore' : 'retire', row, reason })
  return readRow(tx, house, { actor, register, id })
}
