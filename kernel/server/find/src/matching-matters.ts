// 找事项: matters by number, words or who asked, of every kind the reader reads, in one statement; open ones first.
import { mayReach, rolesBehind } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Matter } from '@houqin/define'
import type { System } from '@houqin/http'
import { readableSql } from '@houqin/matter-records'
import type { WireHit } from '@houqin/wire'
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

/** A word that more hold is too short to mean one of them: it is looked for among the newest that the reader reads, and a longer one finds the others. */
const few = 1000
const newest = 2000
/** So many that somebody reads are put in order; of more, the newest are met soon by walking along all. */
const sorted = 20_000
/** Rows looked at to know roughly how many hold a word. */
const sampled = 4000

export async function matchingMatters({ catalogue, db, word }: System, { actor, q, tokens, matters, each }: MatterQuestion): Promise<readonly WireHit[]> {
  if (matters.length === 0) return []
  const ids = await holding(db, tokens)
  const readsAll = (matter: Matter): boolean => mayReach(actor.principal, rolesBehind(matter, 'read'), { organ: null, site: null })
  const listed = async (those: readonly Matter[], among: (readable: RawBuilder<unknown>, matter: Matter) => RawBuilder<unknown>): Promise<readonly Row[]> => {
    if (those.length === 0) return []
    const lists = those.map((matter) => sql`(
      select m.kind as matter, m.number, m.subject, m.state from ${among(sql`m.kind = ${matter.id} and ${readableSql(actor, matter)}`, matter)}
      order by (m.number = upper(${q})) desc, (m.closed_at is null) desc, m.opened_at desc, m.id limit ${each})`)
    return (await sql<Row>`${sql.join(lists, sql` union all `)}`.execute(db)).rows
  }
  const byWords = (): Promise<readonly Row[]> => {
    if (ids !== undefined) return listed(matters, (readable) => sql`matter.matter m where ${readable} and m.id = any(${ids}::uuid[])`)
    return listed(matters, (readable, matter) => (readsAll(matter) ? newestHolding(tokens, readable) : newestOfHis(tokens, readable)))
  }
  // For whoever reads only some, putting all together that hold the word is bearable, and better than nothing.
  const some = matters.filter((matter) => !readsAll(matter))
  const near = await byWords()
  const rows = near.length > 0 || ids !== undefined ? near
    : await listed(some, (readable) => sql`matter.matter m where ${readable} and m.id in (select s.matter from matter.search s where s.words @> ${tokens}::text[])`)
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

/** Each looked at by itself: the planner would read all that hold the word, however few are asked about. */
const holds = (tokens: readonly string[], id: RawBuilder<unknown>): RawBuilder<boolean> => sql`(select s.words from matter.search s where s.matter = ${id}) @> ${tokens}::text[]`

const walked = (readable: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select m.* from matter.matter m where ${readable} order by m.opened_at desc, m.id desc limit ${newest})`

/** Of those that are readable, met by walking along the newest. */
function newestHolding(tokens: readonly string[], readable: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${walked(readable)} m where ${holds(tokens, sql.ref('m.id'))}`
}

/**
 * Of whoever reads only some: one of a hundred is met by walking past the other ninety-nine, which the planner takes for
 * cheap. So his are found by their own indexes and put in order, unless they are very many.
 */
function newestOfHis(tokens: readonly string[], readable: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    with his as materialized (select m.id, m.opened_at from matter.matter m where ${readable} limit ${sorted + 1}),
      counted as materialized (select count(*) as rows from his)
    select m.* from (select id from his where (select rows from counted) <= ${sorted} order by opened_at desc, id desc limit ${newest}) h
      join matter.matter m on m.id = h.id where ${holds(tokens, sql.ref('h.id'))}
    union all
    select w.* from counted cross join lateral ${walked(sql`${readable} and counted.rows > ${sorted}`)} w where ${holds(tokens, sql.ref('w.id'))}) m`
}

/** The matters that hold all of `tokens`; undefined where they are more than a few. */
async function holding(db: System['db'], tokens: readonly string[]): Promise<readonly string[] | undefined> {
  // The index puts all of them together before the first is read, which for a word of every other matter takes longer than all else.
  const { rows: [sample] } = await sql<{ many: boolean }>`
    select count(*) filter (where s.words @> ${tokens}::text[]) * (select reltuples from pg_class where oid = 'matter.search'::regclass) / greatest(count(*), 1) > ${2 * few} as many
    from matter.search s tablesample system ((select 100 * least(1, ${sampled} / greatest(reltuples, 1)) from pg_class where oid = 'matter.search'::regclass))`.execute(db)
  if (sample?.many) return undefined
  const { rows: [found] } = await sql<{ ids: readonly string[] }>`
    select array(select s.matter from matter.search s where s.words @> ${tokens}::text[] limit ${few + 1}) as ids`.execute(db)
  return found && found.ids.length <= few ? found.ids : undefined
}
