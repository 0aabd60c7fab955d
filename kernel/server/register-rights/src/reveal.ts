// 查看完整信息: the guarded values of one row, asked for with a reason by who has the right; the reading is recorded before it is answered.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Catalogue, Register } from '@houqin/define'
import { isId, numbersHidden, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { guardsName, rowSelection, storedRow } from '@houqin/rows'
import type { KeptRow, Values } from '@houqin/rows'
import { sql } from 'kysely'
import { actionOf, guardedKeys, isOwnRow, noRow, requireVerb, revealsRow, scopeSql } from './rights.ts'

export interface Revealed {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly values: Values
}

/** @param why in the reader's words. @throws Problem `not-found` for a row he may not see, `not-allowed` without the right. */
export async function reveal(tx: Tx, { catalogue, clock }: { catalogue: Catalogue; clock: Clock }, { actor, register, id, why }: { actor: Actor; register: Register; id: string; why: string }): Promise<Revealed> {
  requireVerb(actor, register, 'reveal')
  const { rows: [kept] } = await sql<KeptRow>`
    select ${rowSelection(register)} from ${tableSqlOf(register.id)} t where t.id = ${isId(id) ? id : null}::uuid and ${scopeSql(actor, register, 'read')}`.execute(tx)
  if (!kept) throw noRow(register)
  const row = storedRow(register, kept)
  if (!revealsRow(actor, register, row)) throw new Problem('not-allowed', say('这条记录的完整信息不在您的权限内。', 'You may not see this row whole.'))
  const keys = guardedKeys(register).filter((key) => row.values[key] !== null)
  if (!isOwnRow(actor, register, row)) {
    const name = guardsName(catalogue, register) ? '' : `“${row.label}”`
    await record(tx, {
      at: clock.now(), ...signature(actor), action: actionOf(register, 'reveal'), subject: { kind: register.id, id: row.id },
      summary: `查看${register.title}${name}的${keys.map((key) => register.fields[key]?.label).join('、')}：${numbersHidden(why)}`, after: { fields: keys },
    })
  }
  return { id: row.id, version: row.version, name: row.label, values: Object.fromEntries(keys.map((key) => [key, row.values[key]])) }
}
