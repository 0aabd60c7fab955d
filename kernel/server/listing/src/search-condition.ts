// 检索条件: the rows a question finds, as a condition that PostgreSQL answers from the index of tokens.
import type { Db, Tx } from '@houqin/db'
import { queryTokens } from '@houqin/search'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** So many rows are sorted faster than the right ones are met by walking the list in its order. */
const few = 5000

/**
 * Nothing for a blank question; nothing found for one that holds no letter, digit or character.
 * @param table has `id` and the tokens `search`, and is called `t` where the condition stands.
 */
export async function searchConditions(db: Db | Tx, table: RawBuilder<unknown>, question: string | undefined): Promise<readonly RawBuilder<boolean>[]> {
  if (!question?.trim()) return []
  const tokens = queryTokens(question)
  if (tokens.length === 0) return [sql<boolean>`false`]
  const { rows: [found] } = await sql<{ ids: readonly string[] }>`
    select array(select id from ${table} where search @> ${tokens}::text[] limit ${few + 1}) as ids`.execute(db)
  // What the search finds often stands together in the list (one site's rooms), which the planner cannot know: left to
  // itself it walks the list from its beginning, past all others.
  const ids = found?.ids ?? []
  return [ids.length <= few ? sql<boolean>`t.id = any(${ids}::uuid[])` : sql<boolean>`t.search @> ${tokens}::text[]`]
}
