// Together 一并写入: several writes in one round trip.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from './database.ts'
import { prepared } from './prepared.ts'

/**
 * Runs all `writes` as one statement: each an insert, update or delete without a `with` of its own. None sees what another
 * writes, and no two may touch the same row. @param answer an expression asked with them, such as a call of pg_notify.
 */
export async function together(tx: Tx, writes: readonly RawBuilder<unknown>[], answer: RawBuilder<unknown> = sql`1`): Promise<void> {
  if (writes.length === 0) return
  const named = writes.map((write, place) => sql`${sql.id(`w${place + 1}`)} as (${write})`)
  await prepared(sql`with ${sql.join(named)} select ${answer}`).execute(tx)
}
