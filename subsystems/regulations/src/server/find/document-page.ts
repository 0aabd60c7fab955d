// 一份制度: a document with its versions, and the articles of one of them by chapter.
import type { Actor } from '@houqin/access'
import type { Db } from '@houqin/db'
import { isId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { DocumentPage, ShownArticle, ShownVersion } from '../../contract/index.ts'

type Head = Omit<DocumentPage, 'versions' | 'shown' | 'articles' | 'acknowledgedAt' | 'acknowledged'>

/** @param version another than the one in force. @throws Problem `not-found`. */
export async function documentPage(db: Db, { actor, id, version, today }: { actor: Actor; id: string; version?: string | undefined; today: string }): Promise<DocumentPage> {
  const head = isId(id) ? (await headOf(db, id)) : undefined
  if (!head) throw new Problem('not-found', say('没有这份制度文件，可能已被合并或停用。', 'There is no such document.'))
  const versions = await versionsOf(db, id, today)
  const shown = version === undefined ? (versions.find(({ inForce }) => inForce) ?? versions[0]) : versions.find((one) => one.id === version)
  if (version !== undefined && !shown) throw new Problem('not-found', say('这份制度没有这个版本。', 'The document has no such version.'))
  const { mine, count } = shown ? await acknowledgements(db, shown.id, actor.principal.person) : { mine: null, count: 0 }
  return {
    ...head, versions, shown: shown?.id ?? null,
    articles: shown ? await articlesOf(db, shown.id) : [],
    acknowledgedAt: mine?.toISOString() ?? null, acknowledged: count,
  }
}

async function headOf(db: Db, id: string): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select d.id, d.title, d.number, d.issuer, d.level, d.kind, d.standing,
           case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.label) end as "supersededBy"
      from regulations.document d left join regulations.document s on s.id = d.superseded_by
     where d.id = ${id}::uuid and d.retired_at is null and d.merged_into is null`.execute(db)
  return rows[0]
}

async function versionsOf(db: Db, document: string, today: string): Promise<readonly ShownVersion[]> {
  const { rows } = await sql<ShownVersion>`
    select id, number, made_on::text as "madeOn", in_force_on::text as "inForceOn", in_force_until::text as "inForceUntil", origin, articles,
           coalesce(in_force_on, made_on, ${today}::date) <= ${today}::date and coalesce(in_force_until, ${today}::date) >= ${today}::date as "inForce"
      from regulations.version where document = ${document}::uuid and retired_at is null
     order by coalesce(in_force_on, made_on) desc nulls last`.execute(db)
  return rows
}

async function articlesOf(db: Db, version: string): Promise<readonly ShownArticle[]> {
  const { rows } = await sql<ShownArticle>`
    select a.id, a.number, a.part, a.chapter, a.section,
           (select jsonb_agg(jsonb_build_object('kind', p.kind, 'number', p.number, 'text', p.text) order by p.position)
              from regulations.article__paragraphs p where p.parent = a.id) as paragraphs,
           coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'agrees', g.standing = 'agrees') order by r.code)
              from regulations.ground g join regulations.provision r on r.id = g.provision where g.article = a.id and r.retired_at is null), '[]') as provisions
      from regulations.article a where a.of = ${version}::uuid and a.retired_at is null order by a.position`.execute(db)
  return rows
}

async function acknowledgements(db: Db, version: string, person: string | null): Promise<{ mine: Date | null; count: number }> {
  const { rows } = await sql<{ mine: Date | null; count: number }>`
    select max(at) filter (where person = ${person}::uuid) as mine, count(*)::int as count
      from regulations.acknowledgement where of = ${version}::uuid and retired_at is null`.execute(db)
  return rows[0] ?? { mine: null, count: 0 }
}
