// 原条文: the articles of the version that a draft would follow: the latest of the rule, whether or not it is in force yet.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { ComparedArticle } from '../law/compare-versions.ts'

export interface StandingRule {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly repealedOn: string | null
  /** Null where no text of it is held. */
  readonly version: { readonly id: string; readonly inForceOn: string | null; readonly madeOn: string | null; readonly digest: string } | null
}

/** @param besides the digest of a text that is not looked for: what a draft has become already is not what it changes. */
export async function standingRule(db: Db | Tx, document: string, besides?: string): Promise<StandingRule | undefined> {
  const { rows } = await sql<StandingRule>`
    select d.id, d.title, d.kind, d.repealed_on::text as "repealedOn",
           (select jsonb_build_object('id', v.id, 'inForceOn', coalesce(v.in_force_on, v.made_on), 'madeOn', v.made_on, 'digest', v.digest)
              from regulations.version v where v.document = d.id and v.retired_at is null and v.digest is distinct from ${besides ?? null}
             order by coalesce(v.in_force_on, v.made_on) desc nulls last limit 1) as version
      from regulations.document d where d.id = ${document}::uuid and d.retired_at is null and d.merged_into is null`.execute(db)
  return rows[0]
}

export async function articlesOfVersion(db: Db | Tx, version: string): Promise<readonly (ComparedArticle & { readonly part: string | null; readonly chapter: string | null; readonly section: string | null })[]> {
  const { rows } = await sql<ComparedArticle & { part: string | null; chapter: string | null; section: string | null }>`
    select number, text, part, chapter, section from regulations.article where of = ${version}::uuid and retired_at is null order by position`.execute(db)
  return rows
}
