// 入库: a law that was read becomes a document, a version of it and its articles; the same text again changes nothing.
import { createHash } from 'node:crypto'
import { systemActor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import type { System } from '@houqin/http'
import { searchTokens } from '@houqin/search'
import { sql } from 'kysely'
import { article, document, longestArticle, version } from '../../contract/index.ts'
import { syllableTokens } from '../find/syllables.ts'
import type { LawHead, LawText } from './law-text.ts'
import { canonicalTitle } from './title.ts'

export interface StoredLaw {
  readonly title: string
  /** Ids of the rows. */
  readonly document: string
  readonly version: string
  /** `corrected`: another text of a version that stood already; its articles were replaced. */
  readonly outcome: 'new-document' | 'new-version' | 'corrected' | 'unchanged'
  readonly articles: number
}
export type Books = Pick<System, 'registers' | 'clock'>

export async function storeLaw(tx: Tx, books: Books, { head, articles }: LawText): Promise<StoredLaw> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`regulations ${canonicalTitle(head.title)}`}, 0))`.execute(tx)
  const digest = digestOf(articles)
  const held = await documentOf(tx, head.title)
  const documentId = held?.id ?? (await newDocument(tx, books, head))
  const versions = await versionsOf(tx, documentId)
  if (!versions.some(({ made_on }) => (made_on ?? '') > (head.madeOn ?? ''))) await describe(tx, books, { id: documentId, head })
  const same = versions.find((one) => one.digest === digest)
  const done = (outcome: StoredLaw['outcome'], id: string): StoredLaw => ({ title: held?.title ?? head.title, document: documentId, version: id, outcome, articles: articles.length })
  if (same) return done('unchanged', same.id)
  const values = { number: head.number, inForceOn: head.inForceOn, origin: head.origin?.slice(0, 2000) ?? null, articles: articles.length, digest }
  const before = versions.find((one) => one.made_on === head.madeOn)
  if (before) {
    await books.registers.update(tx, systemActor, version, before.id, values, before.version)
    await sql`delete from regulations.article where of = ${before.id}::uuid`.execute(tx)
    await storeArticles(tx, books, { of: before.id, title: head.title, articles })
    return done('corrected', before.id)
  }
  const { id } = await books.registers.insert(tx, systemActor, version, { document: documentId, madeOn: head.madeOn, ...values })
  await storeArticles(tx, books, { of: id, title: head.title, articles })
  return done(versions.length > 0 ? 'new-version' : 'new-document', id)
}

/** Two texts with the same articles are one. */
export function digestOf(articles: LawText['articles']): string {
  return createHash('sha256').update(JSON.stringify(articles.map(({ number, chapter, section, text }) => [number, chapter, section, text]))).digest('hex')
}

/** By its title, with or without 中华人民共和国 before it. */
export async function documentOf(tx: Tx, title: string): Promise<{ id: string; title: string } | undefined> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from regulations.document where retired_at is null and merged_into is null`.execute(tx)
  const wanted = canonicalTitle(title)
  return rows.find((row) => canonicalTitle(row.title) === wanted)
}
async function newDocument(tx: Tx, { registers }: Books, { title, number, issuer, level, kind }: LawHead): Promise<string> {
  const { id } = await registers.insert(tx, systemActor, document, { title, number, issuer, level, kind, standing: 'notHeld' })
  return id
}

/** What the latest text says of the document; kind and level stay as they stand. */
async function describe(tx: Tx, { registers }: Books, { id, head: { issuer, adoptedOn, promulgatedOn } }: { id: string; head: LawHead }): Promise<void> {
  const { rows } = await sql<{ version: number }>`select version from regulations.document where id = ${id}::uuid`.execute(tx)
  const said = { ...(issuer !== null && { issuer }), ...(adoptedOn !== null && { adoptedOn }), ...(promulgatedOn !== null && { promulgatedOn }) }
  await registers.update(tx, systemActor, document, id, said, rows[0]?.version ?? 1)
}

async function versionsOf(tx: Tx, id: string) {
  const { rows } = await sql<{ id: string; version: number; digest: string; made_on: string | null }>`
    select id, version, digest, made_on::text from regulations.version where document = ${id}::uuid and retired_at is null`.execute(tx)
  return rows
}

/** @param of the version. @param title of the document, by which its articles are found as well. */
export async function storeArticles(tx: Tx, { registers, clock }: Books, { of, title, articles }: { of: string; title: string; articles: LawText['articles'] }): Promise<void> {
  const rows = articles.map(({ number, part, chapter, section, text, paragraphs }, at) => ({
    id: newId(clock), of, position: at + 1, part, chapter, section, number, text, lines: { paragraphs },
  }))
  await registers.bulkInsert(tx, article, rows)
  const tokens = rows.map(({ id, number, chapter, text }) => {
    const whole = `${title} ${number} ${chapter ?? ''} ${text}`
    return { article: id, tokens: [...searchTokens(whole, { limit: longestArticle, spelt: false }), ...syllableTokens(whole)] }
  })
  await sql`
    insert into regulations.article_token (article, tokens)
    select (one ->> 'article')::uuid, array(select jsonb_array_elements_text(one -> 'tokens'))
    from jsonb_array_elements(${JSON.stringify(tokens)}::jsonb) as one`.execute(tx)
}
