// 找出处: the document a citation names and the article it points to, where their texts are held.
import type { Db } from '@houqin/db'
import { sql } from 'kysely'
import type { FoundCitation } from '../../contract/index.ts'
import { canonicalTitle } from '../law/title.ts'

/** @param clause such as 第三十条 or 第八条(二); another kind of place, such as 表1, finds the document alone. */
export async function findCitation(db: Db, { title, clause, today, provision: code }: { title: string; clause: string | undefined; today: string; provision: string | undefined }): Promise<FoundCitation> {
  const provision = code === undefined ? null : await provisionNamed(db, code)
  const wanted = canonicalTitle(title)
  const { rows } = await sql<{ id: string; title: string }>`select id, title from regulations.document where retired_at is null and merged_into is null`.execute(db)
  const document = wanted === '' ? undefined : rows.find((row) => canonicalTitle(row.title) === wanted)
  if (!document) return { document: null, article: null, provision }
  const number = /第[一二三四五六七八九十百零]+条(之[一二三四五六七八九十]+)?/.exec(clause ?? '')?.[0]
  const { rows: articles } = await sql<{ id: string; number: string }>`
    select a.id, a.number from regulations.article a join regulations.version v on v.id = a.of
     where v.document = ${document.id}::uuid and a.number = ${number ?? ''} and a.retired_at is null and v.retired_at is null
       and coalesce(v.in_force_on, v.made_on, ${today}::date) <= ${today}::date and coalesce(v.in_force_until, ${today}::date) >= ${today}::date
     limit 1`.execute(db)
  return { document: { id: document.id, name: document.title }, article: articles[0] ?? null, provision }
}

async function provisionNamed(db: Db, code: string): Promise<FoundCitation['provision']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, title as name from regulations.provision where code = ${code} and retired_at is null and merged_into is null`.execute(db)
  return rows[0] ?? null
}
