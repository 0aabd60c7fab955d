// 装入条目: reading rows, the documents they name and the catalogue of matters, where they are not there yet; what people changed stays.
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { catalogueItem, document, provision, readingOf } from '../../contract/index.ts'
import { canonicalTitle } from '../law/title.ts'
import { catalogueItems } from './catalogue-items.ts'
import { namedDocuments, readingRows } from './reading-rows.ts'
import { sourceText } from './source-text.ts'

export async function loadProvisions(tx: Tx, { registers }: Pick<System, 'registers'>): Promise<void> {
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

  const items = new Set(await namesIn(tx, 'catalogue_item', 'title'))
  const newItems = catalogueItems.map((item, at) => ({ ...item, position: at + 1 })).filter(({ title }) => !items.has(title))
  if (newItems.length > 0)
    await registers.bulkInsert(tx, catalogueItem, newItems.map(({ bases, keywords, ...item }) => ({ ...item, keywords: keywords.join('、'), lines: { bases } })))
}

/** Retired rows as well: what was taken out is not brought back. */
async function namesIn(tx: Tx, table: 'document' | 'provision' | 'catalogue_item', column: 'title' | 'code'): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select ${sql.id(column)} as name from ${sql.id('regulations', table)}`.execute(tx)
  return rows.map(({ name }) => name)
}
