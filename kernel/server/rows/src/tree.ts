// 树: whether a row stands above another, by way of merged rows as well.
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { sql } from 'kysely'

/**
 * Whether row `id` is met on the way up from row `from`, that row included. Two changes of one tree wait for each other,
 * so that together they close no ring.
 */
export async function standsAbove(tx: Tx, register: Register, { id, key, from }: { id: string; key: string; from: string }): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tree ${register.id}`}, 0))`.execute(tx)
  const above = sql`coalesce(t.merged_into, ${columnSql(key, 't')})`
  const { rows } = await sql`
    with recursive above (id) as (
      select ${from}::uuid
      union
      select ${above} from above join ${tableSqlOf(register.id)} t on t.id = above.id where ${above} is not null
    )
    select from above where id = ${id}::uuid`.execute(tx)
  return rows.length > 0
}
