// 内容锁: keeping and sweeping one content never meet.
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'

/** Until the transaction ends: whoever keeps this content may do so together, and no sweep removes it. */
export async function lockToKeep(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`files ${sha256}`}, 0))`.execute(tx)
}

/** Waits for all who keep this content, and holds up any who would. */
export async function lockToRemove(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`files ${sha256}`}, 0))`.execute(tx)
}
