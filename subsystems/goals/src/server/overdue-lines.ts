// What is overdue and whose 超期在谁手里: open matters past their deadline that the caller may read, by kind and holder.
import { rolesBehind } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { listPath } from '@houqin/define'
import type { System } from '@houqin/http'
import { readableSql } from '@houqin/matter-records'
import { sql } from 'kysely'
import type { OverdueLine } from '../contract/index.ts'

/** The most first. */
export async function overdueLines({ catalogue, clock, db, word }: System, actor: Actor): Promise<OverdueLine[]> {
  const kinds = [...catalogue.matters.values()].filter((matter) => rolesBehind(matter, 'read').length > 0)
  const { person } = catalogue.dimensions
  const readable = kinds.map((matter) => sql<boolean>`(m.kind = ${matter.id} and ${readableSql(actor, matter)})`)
  const { rows } = await sql<{ kind: string; holder: string | null; name: string | null; roles: string[] | null; count: number; since: Date }>`
    select m.kind, m.holder_person as holder, p.label as name, array_agg(distinct m.holder_role) filter (where m.holder_role is not null) as roles,
           count(*)::int as count, min(m.due_at) as since
      from matter.matter m left join ${person ? sql.table(person.id) : sql`(select null::uuid as id, null::text as label where false)`} p on p.id = m.holder_person
     where m.closed_at is null and m.due_at <= ${clock.now()} and (${sql.join(readable, sql` or `)})
     group by m.kind, m.holder_person, p.label order by count desc, since`.execute(db)
  return rows.flatMap(({ kind, holder, name, roles, count, since }) => {
    const matter = catalogue.matters.get(kind)
    if (!matter) return []
    const titles = (roles ?? []).map((role) => word(role, catalogue.roles.get(role)?.title ?? role, actor.locale))
    return [{
      matter: kind, title: word(`${kind}.title`, matter.title, actor.locale), holder: name ?? titles.join(actor.locale === 'zh' ? '、' : ', '), count, since: since.toISOString(),
      opens: listPath(matter, { 'where.overdue': 'true', ...(holder === null ? { 'where.holder.null': 'true' } : { 'where.holder': holder }), sort: 'dueAt' }),
    }]
  })
}
