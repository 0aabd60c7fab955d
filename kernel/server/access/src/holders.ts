// Persons and their accounts 人员的账号: who can sign in, and who holds a role over a place, to whom an escalation is told.
import type { Db, Tx } from '@houqin/db'
import type { Catalogue, Role } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { sql } from 'kysely'

/** A role, and the organ and site it is to reach. */
export interface RoleOver {
  readonly role: Role
  readonly organ: string | null
  readonly site: string | null
}

/** Persons with an account in use whose grant of `role` reaches the organ and site on `day` (YYYY-MM-DD). */
export async function holdersOf(db: Db | Tx, catalogue: Catalogue, { day, ...over }: RoleOver & { readonly day: string }): Promise<readonly string[]> {
  const [persons = []] = await holdersOfEach(db, catalogue, { overs: [over], day })
  return persons
}

/** The same of many roles and places, asked for at once. @returns the persons of each, in the order they were asked for. */
export async function holdersOfEach(
  db: Db | Tx,
  { dimensions: { organ: organs } }: Catalogue,
  { overs, day }: { overs: readonly RoleOver[]; day: string },
): Promise<readonly (readonly string[])[]> {
  const tree = organs?.tree
  const above = organs && tree !== undefined
    ? sql`
        select id as of, id, ${columnSql(tree)} as superior from ${tableSqlOf(organs.id)} where id in (select organ from wanted)
        union select above.of, o.id, ${columnSql(tree, 'o')} from ${tableSqlOf(organs.id)} o join above on o.id = above.superior`
    : sql`select organ as of, organ as id from wanted`
  const { rows } = await sql<{ nth: number; person: string }>`
    with recursive wanted as (
      select * from unnest(${overs.map(({ role }) => role.role)}::text[], ${overs.map(({ organ }) => organ)}::uuid[], ${overs.map(({ site }) => site)}::uuid[])
        with ordinality as w (role, organ, site, nth)
    ), above as (${above})
    select distinct w.nth::int as nth, a.person from wanted w join access.grant g on g.role = w.role join access.account a on a.id = g.account
    where g.withdrawn_at is null and g.valid @> ${day}::date and a.disabled_at is null and a.person is not null
      and (g.site is null or g.site = w.site) and (g.organ is null or g.organ in (select id from above where above.of = w.organ))
    order by nth, a.person`.execute(db)
  const persons = overs.map((): string[] => [])
  for (const { nth, person } of rows) persons[nth - 1]?.push(person)
  return persons
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
