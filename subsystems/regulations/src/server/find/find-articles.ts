// 查条文: articles by any of their words, by pinyin initials or spelt-out pinyin, those in force first.
import type { Db } from '@houqin/db'
import { queryTokens } from '@houqin/search'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { FoundArticles } from '../../contract/index.ts'
import { excerptOf } from './excerpt.ts'
import { typedSyllables } from './syllables.ts'

export interface ArticleQuestion {
  /** Words apart by blanks must all be there. */
  readonly words: string
  /** YYYY-MM-DD. */
  readonly today: string
  /** Versions that are past or to come as well. */
  readonly all: boolean
  /** Only within this document; an id. */
  readonly document?: string
  readonly limit: number
}

const longestQuestion = 64

/** @returns no rows when nothing in the words can be searched for. */
export async function findArticles(db: Db, question: ArticleQuestion): Promise<FoundArticles> {
  const words = question.words.normalize('NFKC').slice(0, longestQuestion).split(/[\s,，。;；、?？!！]+/).filter((word) => word !== '')
  const conditions = words.flatMap((word) => conditionOf(word) ?? [])
  if (conditions.length === 0) return { rows: [], total: 0, lawsHeld: await holdsLaws(db) }
  const inForce = sql<boolean>`(coalesce(v.in_force_on, v.made_on) is null or coalesce(v.in_force_on, v.made_on) <= ${question.today}::date)
    and (v.in_force_until is null or v.in_force_until >= ${question.today}::date) and d.standing <> 'repealed'`
  const phrase = words.join('')
  const { rows } = await sql<Stored>`
    select a.id, a.number, a.chapter, a.text, d.id as document, d.title, v.id as of, v.made_on::text as "madeOn", ${inForce} as "inForce", count(*) over ()::int as total
      from regulations.article a
      join regulations.version v on v.id = a.of
      join regulations.document d on d.id = v.document
     where ${sql.join(conditions, sql` and `)} and a.retired_at is null and v.retired_at is null and d.retired_at is null
       and ${question.all ? sql`true` : inForce} and ${question.document === undefined ? sql`true` : sql`d.id = ${question.document}::uuid`}
     order by ${question.all ? sql`(${inForce}) desc,` : sql``} position(${phrase} in a.text) > 0 desc, d.title, v.made_on desc, a.position
     limit ${question.limit}`.execute(db)
  return {
    total: rows[0]?.total ?? 0,
    // whoever found something is not told
    lawsHeld: rows.length > 0 || (await holdsLaws(db)),
    rows: rows.map(({ id, number, chapter, text, document, title, of, madeOn, inForce: now }) => ({
      id, number, chapter, inForce: now, document: { id: document, name: title }, version: { id: of, madeOn }, excerpt: excerptOf(text, words),
    })),
  }
}
async function holdsLaws(db: Db): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from regulations.version v join regulations.document d on d.id = v.document where d.kind <> 'house' and v.retired_at is null and d.retired_at is null) as held`.execute(db)
  return rows[0]?.held ?? false
}
interface Stored {
  readonly id: string
  readonly number: string
  readonly chapter: string | null
  readonly text: string
  readonly document: string
  readonly title: string
  readonly of: string
  readonly madeOn: string | null
  readonly inForce: boolean
  readonly total: number
}

/** Letters may be initials or spelt out: both are asked. */
function conditionOf(word: string): RawBuilder<boolean> | undefined {
  const tokens = queryTokens(word)
  if (tokens.length === 0) return undefined
  const plain = sql<boolean>`a.id in (select regulations.articles_holding(${tokens}::text[]))`
  const spelt = typedSyllables(word.toLowerCase())
  return spelt === undefined ? plain : sql<boolean>`(${plain} or a.id in (select regulations.articles_holding(${[...spelt]}::text[])))`
}
