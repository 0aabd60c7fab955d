// 检索条件: the rows a question finds, as a condition that PostgreSQL answers from the index of tokens.
import { queryTokens } from '@houqin/search'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/**
 * Nothing for a blank question; nothing found for one that holds no letter, digit or character.
 * The table has the tokens `search`, and is called `t` where the condition stands.
 */
export function searchCondition(question: string | undefined): RawBuilder<boolean> | undefined {
  if (!question?.trim()) return undefined
  const tokens = queryTokens(question)
  return tokens.length === 0 ? sql<boolean>`false` : sql<boolean>`t.search @> ${tokens}::text[]`
}
