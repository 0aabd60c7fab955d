// The audit as its administrator reads it: filtered, newest first, page by page.
import type { Db, Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import type { Page } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { type EntryRow, entryOf, type RecordedEntry } from './entry.ts'

export interface AuditQuery {
  /** Part of the name of whoever did it. */
  readonly actor?: string
  /** The beginning of an action, such as `access.` or `service-desk.dispatch`. */
  readonly action?: string
  readonly kind?: string
  readonly id?: string
  readonly from?: Date
  readonly to?: Date
  /** 1–200, 50 unless told. */
  readonly limit?: number
  readonly after?: string
}

/** @throws Problem `bad-request` for a cursor that is none. */
export async function listEntries(db: Db | Tx, query: AuditQuery): Promise<Page<RecordedEntry>> {
  const limit = query.limit ?? 50
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (query.actor !== undefined) conditions.push(sql`strpos(actor_name, ${query.actor}) > 0`)
  if (query.action !== undefined) conditions.push(sql`starts_with(action, ${query.action})`)
  if (query.kind !== undefined) conditions.push(sql`subject_kind = ${query.kind}`)
  if (query.id !== undefined) conditions.push(sql`subject_id = ${query.id}`)
  if (query.from !== undefined) conditions.push(sql`at >= ${query.from}`)
  if (query.to !== undefined) conditions.push(sql`at < ${query.to}`)
  if (query.after !== undefined) conditions.push(sql`id < ${cursor(query.after)}::bigint`)
  const { rows } = await sql<EntryRow>`
    select id, at, actor, actor_name, session, ip, action, subject_kind, subject_id, summary, before, after, suite, digest
    from audit.entry where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  return { rows: page.map(entryOf), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

function cursor(after: string): string {
  if (/^\d{1,18}$/.test(after)) return after
  throw new Problem('bad-request', say('翻页参数 after 无效。', 'The cursor `after` is not one of ours.'))
}
