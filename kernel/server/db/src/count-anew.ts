// Counting anew 重新统计: after a load the planner is told what stands now. Until the next autovacuum, a minute and more, it would take a full table for an empty one.
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Rows written by one transaction; fewer hardly change a plan. */
const many = 500
/** Of the rows that were known, as autovacuum has it. */
const share = 0.1

/**
 * Counts the tables of which this transaction wrote many rows. To be called last in it: until the commit nobody else can
 * count them. What the same connection wrote a moment before may be among it. @returns their names with the schema, in order.
 */
export async function countAnew(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select w.schemaname as schema, w.relname as name
      from pg_stat_xact_user_tables w join pg_class c on c.oid = w.relid
     where w.n_tup_ins + w.n_tup_upd + w.n_tup_del >= greatest(${many}::bigint, ${share}::float8 * c.reltuples)
       and c.relpersistence <> 't' and pg_has_role(c.relowner, 'usage')
     order by 1, 2`.execute(tx)
  // in one order, so that two loads at once wait for each other and do not lock each other
  if (rows.length > 0) await sql`analyze ${sql.join(rows.map(({ schema, name }) => sql.id(schema, name)))}`.execute(tx)
  return rows.map(({ schema, name }) => `${schema}.${name}`)
}
