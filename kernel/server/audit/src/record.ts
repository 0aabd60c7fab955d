// 记审计: writes the entry in the transaction of the deed: both stand, or neither.
import { prepared } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { chosenDigest, type Digest, type Json } from './digest.ts'
import { type AuditEntry, digestOf, type EntryContent } from './entry.ts'

/** Records one deed; gives the entry's id. `actor` must be a UUID; text and JSON may not hold U+0000. */
export async function record(tx: Tx, entry: AuditEntry, digest: Digest = chosenDigest()): Promise<string> {
  const { rows } = await prepared(sql<{ id: string }>`${recordWrite(entry, digest)} returning id`).execute(tx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`audit.entry gave no row for ${entry.action}.`)
  return id
}

/** The same as one of several writes made together. */
export function recordWrite(entry: AuditEntry, digest: Digest = chosenDigest()): RawBuilder<unknown> {
  const content = contentOf(entry)
  return sql`
    insert into audit.entry (at, actor, actor_name, session, ip, action, subject_kind, subject_id, summary, before, after, suite, digest)
    values (${content.at}, ${content.actor}, ${content.actor_name}, ${content.session}, ${content.ip}, ${content.action},
            ${content.subject_kind}, ${content.subject_id}, ${content.summary}, ${columnOf(content.before)}::jsonb, ${columnOf(content.after)}::jsonb,
            ${digest.suite}, ${digestOf({ content, digest })})`
}

/** What of an entry is stored and fingerprinted. */
export function contentOf(entry: AuditEntry): EntryContent {
  return {
    at: entry.at,
    // PostgreSQL reads UUIDs in any case and writes them in lower: the fingerprint is of what will be read.
    actor: entry.actor?.toLowerCase() ?? null,
    actor_name: entry.actorName,
    session: entry.session ?? null,
    ip: entry.ip ?? null,
    action: entry.action,
    subject_kind: entry.subject?.kind ?? null,
    subject_id: entry.subject?.id ?? null,
    summary: entry.summary,
    before: asJson(entry.before),
    after: asJson(entry.after),
  }
}

function asJson(value: unknown): Json {
  const text: string | undefined = JSON.stringify(value)
  // JSON.parse gives JSON and nothing else.
  return text === undefined ? null : (JSON.parse(text) as Json)
}

function columnOf(value: Json): string | null {
  return value === null ? null : JSON.stringify(value)
}
