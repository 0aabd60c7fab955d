// 清理: what is left of sign-ins that are over.
import type { Clock } from '@houqin/clock'
import type { Db } from '@houqin/db'
import { sql } from 'kysely'

/** Removes attempts and arrivals a day after they ended, and what is known of sessions that are forgotten. */
export async function sweepIdentity(db: Db, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - 86_400_000)
  await sql`delete from identity.attempt where expires_at < ${before}`.execute(db)
  await sql`delete from identity.arrival where expires_at < ${before}`.execute(db)
  await sql`delete from identity.session s where not exists (select from access.session where id = s.session)`.execute(db)
}
