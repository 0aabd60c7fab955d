// Settled 已定: every transaction that was under way is over, so that what was committed may be sealed and told.
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '@houqin/db'
import { sql } from 'kysely'

/** Longer than any test may keep a transaction open beside others. */
const patienceSeconds = 90

/**
 * Transactions are counted for the whole server: one that another test has open in its own database holds back the
 * seals and events of this one, as a long import would in the office. PostgreSQL tells nobody when it ends.
 * @throws with what is open, when it does not end.
 */
export async function settled(db: Db): Promise<void> {
  const { rows: [mine] } = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(db)
  const until = performance.now() + patienceSeconds * 1000
  while (performance.now() < until) {
    const { rows: [now] } = await sql<{ over: boolean }>`select pg_snapshot_xmin(pg_current_snapshot()) > ${mine?.xid}::xid8 as over`.execute(db)
    if (now?.over) return
    await pause(10)
  }
  const { rows } = await sql`select datname, state, xact_start, left(query, 200) as query from pg_stat_activity where backend_xid is not null`.execute(db)
  throw new Error(`after ${patienceSeconds} s transactions are open still: ${JSON.stringify(rows)}`)
}
