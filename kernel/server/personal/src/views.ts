// 我的视图: a list with its search, filters, order and columns, kept under a name for whoever made it.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { isId, newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { SavedView } from '@houqin/wire'
import { sql } from 'kysely'

export type NewView = Omit<SavedView, 'id'>
/** More would not be found again. */
const most = 100

export async function viewsOf(db: Db | Tx, account: string): Promise<readonly SavedView[]> {
  const { rows } = await sql<SavedView>`select id, list, name, search from personal.view where account = ${account}::uuid order by list, created_at, id`.execute(db)
  return rows
}

/** In the place of his view of that name. @throws Problem conflict when he keeps too many. */
export async function keepView(tx: Tx, clock: Clock, { actor, view: { list, name, search } }: { actor: Actor; view: NewView }): Promise<SavedView> {
  const { account } = actor.principal
  // Two windows of one person wait here for each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`views ${account}`}, 0))`.execute(tx)
  const { rows: [kept] } = await sql<SavedView>`
    insert into personal.view (id, account, list, name, search, created_at)
    select ${newId(clock)}::uuid, ${account}::uuid, ${list}, ${name}, ${search}, ${clock.now()}
     where (select count(*) from personal.view where account = ${account}::uuid and (list, name) <> (${list}, ${name})) < ${most}
    on conflict (account, list, name) do update set search = excluded.search
    returning id, list, name, search`.execute(tx)
  if (!kept) throw new Problem('conflict', say(`最多保存 ${most} 个视图，请先删去不用的。`, `At most ${most} views are kept; drop one that is not needed.`))
  await record(tx, { at: clock.now(), ...signature(actor), action: 'personal.view', subject: { kind: 'account', id: account }, summary: `保存视图“${name}”`, after: { list, name, search } })
  return kept
}

/** @throws Problem not-found for a view that is none of his. */
export async function dropView(tx: Tx, clock: Clock, { actor, id }: { actor: Actor; id: string }): Promise<void> {
  const { account } = actor.principal
  const { rows: [gone] } = await sql<SavedView>`delete from personal.view where id = ${isId(id) ? id : null}::uuid and account = ${account}::uuid returning id, list, name, search`.execute(tx)
  if (!gone) throw new Problem('not-found', say('没有这个视图。', 'There is no such view.'))
  await record(tx, { at: clock.now(), ...signature(actor), action: 'personal.view', subject: { kind: 'account', id: account }, summary: `删除视图“${gone.name}”`, before: { list: gone.list, name: gone.name, search: gone.search } })
}
