// 成批记审计: an entry for each of many deeds, in one statement and in the transaction of the deeds.
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'
import { chosenDigest, type Digest } from './digest.ts'
import { type AuditEntry, digestOf } from './entry.ts'
import { contentOf } from './record.ts'

/** The same as `record` for each, in their order. */
export async function recordMany(tx: Tx, entries: readonly AuditEntry[], digest: Digest = chosenDigest()): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry, place) => {
    const content = contentOf(entry)
    return { ...content, place, at: content.at.toISOString(), digest: digestOf({ content, digest }).toString('hex') }
  })
  await sql`
    insert into audit.entry (at, actor, actor_name, session, ip, action, subject_kind, subject_id, summary, before, after, suite, digest)
    select at, actor, actor_name, session, ip, action, subject_kind, subject_id, summary, before, after, ${digest.suite}, decode(digest, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as given
      (place integer, at timestamptz, actor uuid, actor_name text, session text, ip text, action text, subject_kind text, subject_id text, summary text, before jsonb, after jsonb, digest text)
    order by place`.execute(tx)
}
