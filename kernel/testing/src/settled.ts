// Settled 已定: every transaction that was under way is over, so that what was committed may be sealed and told.
import type { Db } from '@houqin/db'
import { sql } from 'kysely'

/**
 * Transactions are counted for the whole server: one that another test has open in its own database holds back the
 * seals and events of this one, as a long import would in the office. PostgreSQL tells nobody when it ends.
 */
export async function settled(db: Db): Promise<void> {
  const { rows: [mine] } = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(db)
  for (;;) {
    const { rows: [now] } = await sql<{ over: boolean }>`select pg_snapshot_xmin(pg_current_snapshot()) > ${mine?.xid}::xid8 as over`.execute(db)
    if (now?.over) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
