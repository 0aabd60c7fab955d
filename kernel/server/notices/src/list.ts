// My notices 我的通知: what a person was told, newest first, what of it he has not seen, and that he has.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { publish } from '@houqin/events'
import { isId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { NoticePage, WireNotice } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Desk } from './desk.ts'

export interface NoticeQuery {
  readonly limit?: number | undefined
  readonly after?: string | undefined
  readonly unread?: boolean | undefined
}

const mostCounted = 100
const unseen = sql`read_at is null and settled_at is null`

/** His own, and of those told to a role only what he still reads by it. */
function own({ principal: { person, grants } }: Actor): RawBuilder<boolean> {
  return sql<boolean>`person = ${person}::uuid and (role is null or role = any(${grants.map(({ role }) => role)}::text[]))`
}

export async function listNotices(db: Db | Tx, actor: Actor, { limit = 30, after, unread = false }: NoticeQuery): Promise<NoticePage<Date>> {
  if (after !== undefined && !isId(after)) throw new Problem('bad-request', say('翻页位置有误，请从头看起。', 'This is no place in the list; start anew.'))
  const place = after === undefined ? sql`` : sql`and (at, seq) < (select b.at, b.seq from notice.notice b where b.id = ${after}::uuid and b.person = ${actor.principal.person}::uuid)`
  const { rows } = await sql<WireNotice<Date>>`
    select id, kind, importance, words->${actor.locale}->>'title' as title, words->${actor.locale}->>'text' as text, path, at, read_at as "readAt", settled_at as "settledAt"
    from notice.notice where ${own(actor)} ${unread ? sql`and ${unseen}` : sql``} ${place} order by at desc, seq desc limit ${limit + 1}`.execute(db)
  const { rows: counted } = await sql<{ unread: string }>`
    select count(*) as unread from (select from notice.notice where ${own(actor)} and ${unseen} limit ${mostCounted}) as counted`.execute(db)
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null, unread: Number(counted[0]?.unread ?? 0) }
}

/** @throws Problem not-found for another's. */
export async function readNotice(tx: Tx, desk: Desk, { actor, id }: { actor: Actor; id: string }): Promise<void> {
  const { rows } = await sql<{ seen: boolean }>`
    update notice.notice set read_at = coalesce(read_at, ${desk.clock.now()}) where id = ${isId(id) ? id : null}::uuid and ${own(actor)} returning id`.execute(tx)
  if (rows.length === 0) throw new Problem('not-found', say('没有这条通知。', 'There is no such notice.'))
  await seen(tx, desk, actor)
}

/** @param path of the page he looks at; all of his when left out. @returns how many were unread. */
export async function readNotices(tx: Tx, desk: Desk, { actor, path }: { actor: Actor; path?: string | undefined }): Promise<{ read: number }> {
  const { numAffectedRows } = await sql`
    update notice.notice set read_at = ${desk.clock.now()} where ${own(actor)} and ${unseen} ${path === undefined ? sql`` : sql`and path = ${path}`}`.execute(tx)
  const read = Number(numAffectedRows ?? 0n)
  if (read > 0) await seen(tx, desk, actor)
  return { read }
}

/** His other consoles count anew. */
async function seen(tx: Tx, { clock }: Desk, { principal: { person } }: Actor): Promise<void> {
  if (person !== null) await publish(tx, { at: clock.now(), topic: 'notice', audience: { persons: [person] }, payload: { kind: 'read' } })
}
