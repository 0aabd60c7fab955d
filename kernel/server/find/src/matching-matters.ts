// 找事项: matters by number, words or who asked, of every kind the reader reads, in one statement; open ones first.
import type { Actor } from '@houqin/access'
import type { Matter } from '@houqin/define'
import type { Found, System } from '@houqin/http'
import { foundSql, readableSql } from '@houqin/matter-records'
import { sql } from 'kysely'

export interface MatterQuestion {
  readonly actor: Actor
  readonly q: string
  readonly tokens: readonly string[]
  readonly matters: readonly Matter[]
  /** Of each kind at most so many. */
  readonly each: number
}
interface Row {
  readonly matter: string
  readonly number: string
  readonly subject: string
  readonly state: string
}

export async function matchingMatters({ catalogue, db, word }: System, { actor, q, tokens, matters, each }: MatterQuestion): Promise<readonly Found[]> {
  if (matters.length === 0) return []
  const lists = matters.map((matter) => sql`(
    select m.kind as matter, m.number, m.subject, m.state from matter.matter m
    where m.kind = ${matter.id} and ${foundSql(tokens)} and ${readableSql(actor, matter)}
    order by (m.number = upper(${q})) desc, (m.closed_at is null) desc, m.opened_at desc, m.id limit ${each})`)
  const { rows } = await sql<Row>`${sql.join(lists, sql` union all `)}`.execute(db)
  return rows.map(({ matter: id, number, subject, state }) => {
    const matter = catalogue.matters.get(id)
    return {
      kind: 'matter', id: number, matter: id, name: subject,
      title: word(`${id}.title`, matter?.title ?? id, actor.locale),
      detail: word(`${id}.states.${state}`, matter?.states[state]?.title ?? state, actor.locale),
      path: `/matters/${id}/${number}`,
    }
  })
}
