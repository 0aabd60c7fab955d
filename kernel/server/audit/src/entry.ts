// 审计条目: one deed, as it is recorded and as it is fingerprinted.
import { canonicalJson, type Digest, type Json } from './digest.ts'

export interface AuditEntry {
  at: Date
  /** The person's id; left out when it was nobody signed in, or the system itself. */
  actor?: string
  /** The name as it was that day: it stays when the person is renamed or merged. */
  actorName: string
  session?: string
  ip?: string
  /** `subsystem.verb`, such as `service-desk.dispatch`. */
  action: string
  subject?: { kind: string; id: string }
  /** One sentence for the person who reads the audit. */
  summary: string
  /** What the subject held before and after, as JSON; what JSON cannot hold is written as JSON writes it. */
  before?: unknown
  after?: unknown
}

export interface RecordedEntry extends AuditEntry {
  id: string
}

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
