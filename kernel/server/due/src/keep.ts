// 登记到期: the days of rows just written, kept in the writer's transaction; and of all rows, for what was written otherwise.
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import type { System } from '@houqin/http'
import { isLive } from '@houqin/rows'
import { sql } from 'kysely'
import { expiringIn, expiringOf } from './expiring.ts'
import type { Expiring } from './expiring.ts'

/** @param ids rows of `register` that are new or otherwise than before. */
export async function keepExpiries(tx: Tx, register: Register, ids: readonly string[]): Promise<void> {
  for (const expiring of expiringIn(register)) await keep(tx, expiring, ids)
}
/** Every row anew: a database that is older than the declaration, a ledger loaded by SQL. */
export async function settleExpiries({ db, catalogue }: System): Promise<void> {
  for (const expiring of expiringOf(catalogue)) await transaction(db, (tx) => keep(tx, expiring))
}

/** Another day begins anew: it has been neither warned of nor put aside. */
async function keep(tx: Tx, { register, field, day }: Expiring, ids?: readonly string[]): Promise<void> {
  const these = ids === undefined ? sql`true` : sql`t.id = any(${ids}::uuid[])`
  const kept = ids === undefined ? sql`true` : sql`e.row = any(${ids}::uuid[])`
  await sql`
    with standing as (select t.id, ${day} as day from ${tableSqlOf(register.id)} t where ${these} and ${isLive} and ${day} is not null),
    gone as (
      delete from due.expiry e where e.register = ${register.id} and e.field = ${field} and ${kept} and not exists (select from standing s where s.id = e.row)
    )
    insert into due.expiry as e (register, row, field, day) select ${register.id}, id, ${field}, day from standing
    on conflict (register, row, field) do update
      set day = excluded.day, warned = null, put_aside = null, put_aside_until = null, put_aside_reason = null, put_aside_by = null, put_aside_at = null
      where e.day <> excluded.day`.execute(tx)
}
