// 找事项: matters by number, words or who asked, of every kind the reader reads, in one statement; open ones first.
import { mayReach, rolesBehind } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Matter } from '@houqin/define'
import type { Found, System } from '@houqin/http'
import { readableSql } from '@houqin/matter-records'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

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

/** A word that more hold is too short to mean one of them: who reads all is shown it among the newest, and a longer one finds the others. */
const few = 5000
const newest = 2000

export async function matchingMatters({ catalogue, db, word }: System, { actor, q, tokens, matters, each }: MatterQuestion): Promise<readonly Found[]> {
  if (matters.length === 0) return []
  const { rows: [found] } = await sql<{ ids: readonly string[] }>`
    select array(select s.matter from matter.search s where s.words @> ${tokens}::text[] limit ${few + 1}) as ids`.execute(db)
  const ids = found?.ids ?? []
  const among = (matter: Matter): RawBuilder<unknown> => {
    const readable = sql`m.kind = ${matter.id} and ${readableSql(actor, matter)}`
    if (ids.length <= few) return sql`matter.matter m where ${readable} and m.id = any(${ids}::uuid[])`
    // Whoever reads them all meets the word soon among the newest; to walk there for the few that somebody else reads takes longer than the word's index.
    const all = mayReach(actor.principal, rolesBehind(matter, 'read'), { organ: null, site: null })
    if (!all) return sql`matter.matter m where ${readable} and m.id in (select s.matter from matter.search s where s.words @> ${tokens}::text[])`
    // each looked at by itself: the planner would read all that hold the word, however few are asked about
    return sql`(select m.* from matter.matter m where ${readable} order by m.opened_at desc, m.id desc limit ${newest}) m
      where (select s.words from matter.search s where s.matter = m.id) @> ${tokens}::text[]`
  }
  const lists = matters.map((matter) => sql`(
    select m.kind as matter, m.number, m.subject, m.state from ${among(matter)}
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
