// 审计条目: one deed, as it is recorded and as it is fingerprinted.
import type { WireAuditEntry } from '@houqin/wire'
import { canonicalJson, type Digest, type Json } from './digest.ts'

/** An entry as it is read; its id is given when it is written. */
export type RecordedEntry = WireAuditEntry<Date>
export type AuditEntry = Omit<RecordedEntry, 'id'>

/** A row of `audit.entry` as the driver reads it. */
export interface EntryRow {
  id: string
  at: Date
  actor: string | null
  actor_name: string
  session: string | null
  ip: string | null
  action: string
  subject_kind: string | null
  subject_id: string | null
  summary: string
  before: Json
  after: Json
  suite: string
  digest: Buffer
}

/** What of a row is fingerprinted: all but its id, which its seal binds, and what PostgreSQL gave it. */
export type EntryContent = Omit<EntryRow, 'id' | 'suite' | 'digest'>

export function digestOf({ content, digest }: { content: EntryContent; digest: Digest }): Buffer {
  const { at, actor, actor_name, session, ip, action, subject_kind, subject_id, summary, before, after } = content
  return digest.of(Buffer.from(canonicalJson({
    at: at.toISOString(), actor, actor_name, session, ip, action, subject_kind, subject_id, summary, before, after,
  })))
}

export function entryOf(row: EntryRow): RecordedEntry {
  const { id, at, actor, actor_name, session, ip, action, subject_kind, subject_id, summary, before, after } = row
  return Object.freeze({
    id, at, actorName: actor_name, action, summary,
    ...(actor !== null && { actor }),
    ...(session !== null && { session }),
    ...(ip !== null && { ip }),
    ...(subject_kind !== null && subject_id !== null && { subject: { kind: subject_kind, id: subject_id } }),
    ...(before !== null && { before }),
    ...(after !== null && { after }),
  })
}
