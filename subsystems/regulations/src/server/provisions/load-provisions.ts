// 装入条目: reading rows, the documents they name and the catalogue of matters, where they are not there yet; what people changed stays.
import type { Tx } from '@houqin/db'
import { isUnconfirmed } from '@houqin/define'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { catalogueItem, document, provision, readingOf } from '../../contract/index.ts'
import { canonicalTitle } from '../law/title.ts'
import { standingItems } from './catalogue-items.ts'
import { namedDocuments, readingRows } from './reading-rows.ts'
import { sourceText } from './source-text.ts'

export async function loadProvisions(tx: Tx, { registers, catalogue }: Pick<System, 'registers' | 'catalogue'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('regulations provisions', 0))`.execute(tx)
  const titles = new Set((await namesIn(tx, 'document', 'title')).map(canonicalTitle))
  const newDocuments = namedDocuments.filter(({ title }) => !titles.has(canonicalTitle(title)))
  if (newDocuments.length > 0) await registers.bulkInsert(tx, document, newDocuments.map((one) => ({ ...one, standing: 'notHeld' as const })))

  const codes = new Set(await namesIn(tx, 'provision', 'code'))
  const documents = new Map(namedDocuments.map((one) => [one.title, one]))
  const newRows = readingRows.filter(({ code }) => !codes.has(code))
  if (newRows.length > 0)
    await registers.bulkInsert(tx, provision, newRows.map((row) => ({
      code: row.code, title: row.title, area: row.area, value: row.value, unit: row.unit ?? null, condition: row.condition ?? null,
      source: sourceText(row, documents), mark: row.mark, reading: readingOf(row.mark),
    })))

  // an item of a matter is known by the matter, of which the officer may have changed the title
  const standing = await itemsIn(tx)
  const newItems = standingItems(catalogue.matters.values()).map((item, at) => ({ ...item, position: at + 1 }))
    .filter(({ title, matter, declared }) => !standing.some((one) => one.title === title || (declared && one.matter === matter)))
  if (newItems.length > 0)
    await registers.bulkInsert(tx, catalogueItem, newItems.map(({ bases, keywords, declared: _, ...item }) => ({
      ...item, keywords: keywords.join('、'),
      lines: { bases: bases.map(({ document: of, clause, mark }) => ({ document: of, clause: isUnconfirmed(mark) ? null : clause, reading: readingOf(mark) })) },
    })))
}

/** Retired rows as well: what was taken out is not brought back. */
async function itemsIn(tx: Tx): Promise<readonly { readonly title: string; readonly matter: string | null }[]> {
  const { rows } = await sql<{ title: string; matter: string | null }>`select title, matter from regulations.catalogue_item`.execute(tx)
  return rows
}
async function namesIn(tx: Tx, table: 'document' | 'provision', column: 'title' | 'code'): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select ${sql.id(column)} as name from ${sql.id('regulations', table)}`.execute(tx)
  return rows.map(({ name }) => name)
}
