// 对条文: every reading row is held against the articles it names, in the versions in force; what does not agree is kept to be shown.
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'
import { readingOf } from '../../contract/index.ts'
import type { GroundStanding } from '../../contract/index.ts'
import { canonicalTitle } from '../law/title.ts'
import { readingRows } from './reading-rows.ts'
import type { ReadingRow } from './reading-rows.ts'

interface HeldArticle {
  readonly id: string
  readonly text: string
}
export interface HeldDocument {
  readonly id: string
  /** By number; none where no text is held. */
  readonly articles: ReadonlyMap<string, HeldArticle>
}
export interface LinkedGround {
  readonly document: string
  readonly clause: string | null
  readonly of: string | null
  readonly article: string | null
  readonly standing: GroundStanding
  readonly missing: readonly string[]
}

interface Looked {
  readonly document: string
  readonly clause: string | null
  readonly of: string | null
  readonly article: HeldArticle | undefined
  readonly standing: GroundStanding
}

/** @param held by canonical title. */
export function linkedGrounds(row: ReadingRow, held: ReadonlyMap<string, HeldDocument>): readonly LinkedGround[] {
  const unconfirmed = readingOf(row.mark) === 'unconfirmed'
  const looked = (row.grounds ?? []).flatMap(({ document, clauses }): Looked[] => {
    const found = held.get(canonicalTitle(document))
    const of = found?.id ?? null
    const isHeld = found !== undefined && found.articles.size > 0
    if (unconfirmed || clauses.length === 0)
      return [{ document, clause: null, of, article: undefined, standing: unconfirmed || isHeld ? 'unread' : 'notHeld' }]
    return clauses.map((clause) => {
      const article = found?.articles.get(clause)
      return { document, clause, of, article, standing: !isHeld ? 'notHeld' : article ? 'agrees' : 'noArticle' }
    })
  })
  const texts = looked.flatMap(({ article }) => (article ? [article.text.replace(/\s/g, '')] : []))
  const missing = (row.expects ?? []).filter((wordings) => !wordings.split('|').some((wording) => texts.some((text) => text.includes(wording))))
  const whole = looked.every(({ article }) => article !== undefined)
  // what is missing may stand in an article that is not held; nothing of it found at all is a contradiction all the same
  const differs = missing.length > 0 && (whole || missing.length === row.expects?.length)
  return looked.map(({ document, clause, of, article, standing }) => ({
    document, clause, of, article: article?.id ?? null,
    standing: standing === 'agrees' && differs ? 'differs' : standing,
    missing: standing === 'agrees' && differs ? missing.map((wordings) => wordings.replaceAll('|', ' / ')) : [],
  }))
}

/** Writes anew what every row rests on. @param today decides which version is in force. */
export async function linkGrounds(tx: Tx, today: string): Promise<void> {
  const held = await heldDocuments(tx, today)
  const { rows: provisions } = await sql<{ id: string; code: string }>`select id, code from regulations.provision where retired_at is null`.execute(tx)
  const ids = new Map(provisions.map(({ id, code }) => [code, id]))
  const grounds = readingRows.flatMap((row) => {
    const provision = ids.get(row.code)
    return provision === undefined ? [] : linkedGrounds(row, held).map((ground, position) => ({ provision, position, ...ground }))
  })
  await sql`delete from regulations.ground`.execute(tx)
  await sql`
    insert into regulations.ground (provision, position, document, clause, of_document, article, standing, missing)
    select (g ->> 'provision')::uuid, (g ->> 'position')::int, g ->> 'document', g ->> 'clause', (g ->> 'of')::uuid, (g ->> 'article')::uuid, g ->> 'standing',
           array(select jsonb_array_elements_text(g -> 'missing'))
    from jsonb_array_elements(${JSON.stringify(grounds)}::jsonb) as g`.execute(tx)
}

async function heldDocuments(tx: Tx, today: string): Promise<ReadonlyMap<string, HeldDocument>> {
  const { rows } = await sql<{ document: string; title: string; id: string | null; number: string; text: string }>`
    select d.id as document, d.title, a.id, a.number, a.text
      from regulations.document d
      left join lateral (
        select v.id from regulations.version v where v.document = d.id and v.retired_at is null and coalesce(v.in_force_on, v.made_on, ${today}::date) <= ${today}::date
         order by coalesce(v.in_force_on, v.made_on) desc nulls last limit 1) v on true
      left join regulations.article a on a.of = v.id and a.retired_at is null
     where d.retired_at is null and d.merged_into is null`.execute(tx)
  const held = new Map<string, { id: string; articles: Map<string, HeldArticle> }>()
  for (const { document, title, id, number, text } of rows) {
    const key = canonicalTitle(title)
    const known = held.get(key) ?? { id: document, articles: new Map<string, HeldArticle>() }
    held.set(key, known)
    if (id !== null) known.articles.set(number, { id, text })
  }
  return held
}
