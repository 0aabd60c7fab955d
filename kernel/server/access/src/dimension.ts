// 维度的行: rows of the registers that grants and accounts point to, read by the names their declarations give.
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { isId, tableSqlOf } from '@houqin/fields'
import { say } from '@houqin/problem'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { badInput } from './bad-input.ts'


/** What the row is called whose id stands in `column`; null where no subsystem declares the register. */
export function nameIn(register: Register | undefined, column: RawBuilder<unknown>): RawBuilder<string | null> {
  return register ? sql<string | null>`(select label from ${tableSqlOf(register.id)} as named where named.id = ${column})` : sql<string | null>`null`
}

/** @param at where the id stands in the body. @throws Problem `bad-input` when no living row bears it; null is let pass. */
export async function requireRow(db: Db | Tx, { register, id, at }: { register: Register | undefined; id: string | null; at: string }): Promise<void> {
  if (id === null) return
  const found = register && isId(id) && (await sql`
    select from ${tableSqlOf(register.id)} where id = ${id} and retired_at is null and merged_into is null`.execute(db)).rows.length > 0
  if (found) return
  const title = register?.title ?? at
  throw badInput(at, say(`没有这个${title}，或已停用，请重新选择。`, `There is no such row, or it is retired: choose another (${register?.id ?? at}).`))
}
