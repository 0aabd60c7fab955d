// 历史: all that was recorded about one thing.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import { type EntryRow, entryOf, type RecordedEntry } from './entry.ts'

/** The entries about one subject, newest first; page on with the id of the last one as `before`. */
export async function history(db: Db | Tx, { kind, id, before, limit = 100 }: {
  kind: string
  id: string
  before?: string
  limit?: number
}): Promise<RecordedEntry[]> {
  const { rows } = await sql<EntryRow>`
    select id, at, actor, actor_name, session, ip, action, subject_kind, subject_id, summary, before, after, suite, digest
    from audit.entry
    where subject_kind = ${kind} and subject_id = ${id} and (${before ?? null}::bigint is null or id < ${before ?? null}::bigint)
    order by id desc limit ${limit}`.execute(db)
  return rows.map(entryOf)
}
