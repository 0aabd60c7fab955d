// Persons and their accounts 人员的账号: who can sign in, and who holds a role over a place, to whom an escalation is told.
import type { Db, Tx } from '@houqin/db'
import type { Catalogue, Role } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { sql } from 'kysely'

/** Persons with an account in use whose grant of `role` reaches the organ and site on `day` (YYYY-MM-DD). */
export async function holdersOf(
  db: Db | Tx,
  { dimensions: { organ: organs } }: Catalogue,
  { role, organ, site, day }: { role: Role; organ: string | null; site: string | null; day: string },
): Promise<readonly string[]> {
  const tree = organs?.tree
  const above = organs && tree !== undefined
    ? sql`with recursive above as (
        select id, ${columnSql(tree)} as superior from ${tableSqlOf(organs.id)} where id = ${organ}::uuid
        union select o.id, ${columnSql(tree, 'o')} from ${tableSqlOf(organs.id)} o join above on o.id = above.superior
      )`
    : sql`with above as (select ${organ}::uuid as id)`
  const { rows } = await sql<{ person: string }>`
    ${above} select distinct a.person from access.grant g join access.account a on a.id = g.account
    where g.role = ${role.role} and g.withdrawn_at is null and g.valid @> ${day}::date
      and a.disabled_at is null and a.person is not null
      and (g.site is null or g.site = ${site}::uuid) and (g.organ is null or g.organ in (select id from above))`.execute(db)
  return rows.map(({ person }) => person)
}

/** The account of a person, and whether it is in use; undefined when he has none. */
export async function accountOf(db: Db | Tx, person: string): Promise<{ readonly id: string; readonly username: string; readonly version: number; readonly disabled: boolean } | undefined> {
  const { rows } = await sql<{ id: string; username: string; version: number; disabled: boolean }>`
    select id, username, version, disabled_at is not null as disabled from access.account where person = ${person}::uuid`.execute(db)
  return rows[0]
}

/** Ids of persons whose account is in use: whoever can sign in and so can be asked to read something. */
export async function accountPersons(db: Db | Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`select distinct person from access.account where disabled_at is null and person is not null`.execute(db)
  return rows.map(({ person }) => person)
}
