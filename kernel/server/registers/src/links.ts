// 反向引用: which rows of which registers point to a row, counted as far as the reader sees them.
import { holds, rolesBehind } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Register } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { requireVerb, scopeSql } from '@houqin/register-rights'
import { isLive, sameRows } from '@houqin/rows'
import type { LinkCount } from '@houqin/wire'
import { sql } from 'kysely'
import type { House } from './house.ts'
import { readRow } from './read.ts'


/** Rows in use that point to it or to one of its aliases; the list behind a count is `where.<field>=<id>`. @throws Problem `not-found`. */
export async function links(db: Db | Tx, { catalogue, ...house }: House, { actor, register, id }: { actor: Actor; register: Register; id: string }): Promise<{ rows: readonly LinkCount[] }> {
  requireVerb(actor, register, 'read')
  await readRow(db, { catalogue, ...house }, { actor, register, id })
  const pointing = [...catalogue.registers.values()].flatMap((from) =>
    holds(actor.principal, rolesBehind(from, 'read'))
      ? Object.entries(from.fields).flatMap(([key, field]) => (targetOf(field, from.id) === register.id ? [{ from, key, label: field.label }] : []))
      : [],
  )
  if (pointing.length === 0) return { rows: [] }
  const counts = pointing.map(({ from, key }, place) => sql`
    select ${place}::int as place, count(*) as count from ${tableSqlOf(from.id)} t
    where ${columnSql(key, 't')} = any(${sameRows(register.id, [id])}) and ${isLive} and ${scopeSql(actor, from, 'read')}`)
  const { rows } = await sql<{ place: number; count: string }>`${sql.join(counts, sql` union all `)} order by place`.execute(db)
  return {
    rows: rows.flatMap(({ place, count }) => {
      const link = pointing[place]
      return link && count !== '0' ? [{ register: link.from.id, title: link.from.title, field: link.key, label: link.label, count: Number(count) }] : []
    }),
  }
}
