// The inbox 待办: matters of every kind that wait for somebody, by deadline; those he asked for; those he watches.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { orderOf } from '@houqin/listing'
import { Problem, say } from '@houqin/problem'
import { targetsOf } from '@houqin/rows'
import type { Wanted } from '@houqin/rows'
import type { MatterSummary } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { inboxColumns } from './matter-columns.ts'
import { heldByRoles } from './readers.ts'
import { matterOf, ownPart, selectOwn } from './stored-matter.ts'
import { summaryOf, wantSummary } from './summary.ts'
import type { View } from './view.ts'

export const inboxScopes = Object.freeze(['mine', 'asked', 'watching'] as const)
export type InboxScope = (typeof inboxScopes)[number]
export interface InboxQuery {
  readonly scope?: InboxScope | undefined
  readonly limit?: number | undefined
  readonly after?: string | undefined
}
export interface Inbox {
  readonly rows: readonly MatterSummary[]
  readonly next: string | null
  readonly total: number
  readonly overdue: number
}

const usualLimit = 50
const largestLimit = 200

/**
 * `mine`: what is held by him or by a role of his within its reach, the nearest deadline first. `asked`: all he asked
 * for, newest first. `watching`: what is open and concerns him without waiting for him, newest first.
 */
export async function readInbox(db: Db | Tx, view: View, { actor, query }: { actor: Actor; query: InboxQuery }): Promise<Inbox> {
  const { scope = 'mine', limit = usualLimit } = query
  if (!Number.isInteger(limit) || limit < 1 || limit > largestLimit)
    throw new Problem('bad-request', say(`limit 应为 1–${largestLimit} 的整数。`, `limit must be a whole number from 1 to ${largestLimit}.`))
  const now = view.clock.now()
  const order = orderOf({
    columns: inboxColumns(now), sort: scope === 'mine' ? 'dueAt' : '-openedAt', after: query.after, id: sql.ref('m.id'),
  })
  const branches = branchesOf[scope](actor, view)
  const { rows: counts } = await sql<{ total: string; overdue: string }>`
    select count(*) as total, count(*) filter (where w.due_at <= ${now}) as overdue
    from (${union(branches.map((chosen) => sql`select ${dueOf[scope]} as due_at from matter.matter m where ${chosen}`))}) as w`.execute(db)
  const after = order.after ? sql`and ${order.after}` : sql``
  const nearest = branches.map((chosen) => sql`
    (select m.* from matter.matter m where ${chosen} ${after} order by ${order.orderBy} limit ${limit + 1})`)
  const { rows } = await sql<Record<string, unknown> & { 'm.place': string | null }>`
    select ${selectOwn()}, ${order.place} as "m.place" from (${union(nearest)}) as m
    order by ${order.orderBy} limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const stored = page.map(ownPart)
  const wanted: Wanted = new Map()
  for (const row of stored) wantSummary(wanted, view.catalogue, row)
  const targets = await targetsOf(db, wanted)
  const last = stored.at(-1)
  return {
    rows: stored.map((row) => summaryOf({ catalogue: view.catalogue, matter: matterOf(view.catalogue, row.kind), row, targets, now })),
    next: rows.length > limit && last ? order.cursor({ place: page.at(-1)?.['m.place'] ?? null, id: last.id }) : null,
    total: Number(counts[0]?.total ?? 0),
    overdue: Number(counts[0]?.overdue ?? 0),
  }
}

const union = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(parts, sql` union all `)

/** What may be overdue. Where all are open the index alone answers, which does not know what is closed. */
const dueOf: Readonly<Record<InboxScope, RawBuilder<unknown>>> = Object.freeze({
  mine: sql`m.due_at`, asked: sql`case when m.closed_at is null then m.due_at end`, watching: sql`m.due_at`,
})

/**
 * Conditions on `matter.matter as m` that never overlap, since a matter is held by a person, by a role, or by nobody while it is approved.
 * Each has a partial index in the order of deadlines, so that a page is read off their beginnings however much waits.
 */
const branchesOf: Readonly<Record<InboxScope, (actor: Actor, view: View) => readonly RawBuilder<boolean>[]>> = Object.freeze({
  mine: (actor, { catalogue }) => [
    sql<boolean>`m.closed_at is null and m.holder_person = ${actor.principal.person}::uuid`,
    sql<boolean>`m.closed_at is null and m.approving is not null and m.id in (select a.matter from matter.awaited a where a.person = ${actor.principal.person}::uuid)`,
    ...heldByRoles(actor, [...catalogue.matters.values()]),
  ],
  asked: (actor) => [sql<boolean>`m.requester = ${actor.principal.person}::uuid`],
  watching: (actor) => [sql<boolean>`m.closed_at is null and m.id in (select p.matter from matter.party p where p.person = ${actor.principal.person}::uuid)
    and m.requester is distinct from ${actor.principal.person}::uuid and m.holder_person is distinct from ${actor.principal.person}::uuid
    and not exists (select from matter.awaited a where a.matter = m.id and a.person = ${actor.principal.person}::uuid)`],
})
