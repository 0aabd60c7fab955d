// The organs above one 上级链: itself first, then its superior, and so on up.
import { columnSql, tableSqlOf } from '@houqin/fields'
import type { Catalogue } from '@houqin/define'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** `with recursive above (id, depth) as (…)`, to stand before a query. */
export function aboveSql({ dimensions: { organ: organs } }: Catalogue, organ: string | null): RawBuilder<unknown> {
  if (organs?.tree === undefined) return sql`with above (id, depth) as (select ${organ}::uuid, 0)`
  const superior = columnSql(organs.tree, 'o')
  return sql`with recursive above (id, depth, superior) as (
    select o.id, 0, ${superior} from ${tableSqlOf(organs.id)} o where o.id = ${organ}::uuid
    union all select o.id, above.depth + 1, ${superior} from ${tableSqlOf(organs.id)} o join above on o.id = above.superior where above.depth < 20
  )`
}
