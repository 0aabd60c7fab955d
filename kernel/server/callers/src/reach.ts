// 生效的角色: the grants in force today as SQL, each with the whole subtree of its organ or site.
import type { Catalogue, Register } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Grant } from './principal.ts'

/**
 * The grants of `account` in force on `day` (`YYYY-MM-DD`), as one JSON value. Subtrees are walked anew each time, so
 * that a moved organ or a withdrawn grant counts from the next request on, in every server process.
 */
export function grantsInForce({ catalogue, account, day }: {
  catalogue: Catalogue
  account: RawBuilder<unknown>
  day: RawBuilder<unknown> | string
}): RawBuilder<readonly Grant[]> {
  const { organ, site } = catalogue.dimensions
  return sql<readonly Grant[]>`(
    with recursive mine as (
      select id, role, organ, site from access.grant
      where account = ${account} and withdrawn_at is null and valid @> ${day}::date
    ),
    organs (top, id) as (select organ, organ from mine where organ is not null ${below('organs', organ)}),
    sites (top, id) as (select site, site from mine where site is not null ${below('sites', site)})
    select coalesce(json_agg(json_build_object(
      'role', mine.role,
      'organs', (select json_agg(organs.id) from organs where organs.top = mine.organ),
      'sites', (select json_agg(sites.id) from sites where sites.top = mine.site)
    ) order by mine.id), '[]'::json) from mine
  )`
}

/** Below a row stand those whose tree field names it, and the aliases merged into it: their rows are still theirs. */
function below(walked: string, register: Register | undefined): RawBuilder<unknown> {
  if (!register) return sql``
  const table = tableSqlOf(register.id)
  const children = register.tree === undefined ? sql`` : sql`
    select id, ${columnSql(register.tree)} as above from ${table} where ${columnSql(register.tree)} is not null union all`
  return sql`union
    select walked.top, child.id from ${sql.ref(walked)} as walked
    join (${children} select id, merged_into as above from ${table} where merged_into is not null) as child
      on child.above = walked.id`
}
