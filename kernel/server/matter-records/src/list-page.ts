// A page of a list 一页事项: its rows and how many there are in all, asked at once.
import type { Db, Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import type { Order } from '@houqin/listing'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { selectMatter } from './stored-matter.ts'

interface AskedPage {
  readonly matter: Matter
  readonly chosen: RawBuilder<boolean>
  readonly order: Order
  readonly limit: number
  /** `matter.matter as m`, and its form where what is asked lies in one. */
  readonly from: RawBuilder<unknown>
  readonly ofForm: boolean
  readonly person: string | null
  /**
   * Page and count are asked at once. What a word finds of what somebody reads is read whole for its count, which then
   * gives the page too: by itself the page would be met by walking the list, past all that he does not read.
   */
  readonly counted: 'no' | 'beside' | 'with-page'
}
type PageRow = Record<string, unknown> & { readonly 'm.place': string | null; readonly 'm.total'?: string }

export async function askPage(db: Db | Tx, { matter, chosen, order, limit, from, ofForm, person, counted }: AskedPage): Promise<{ readonly rows: readonly PageRow[]; readonly total?: number }> {
  const selected = sql`${selectMatter(matter, sql`${person}`)}, ${order.place} as "m.place"`
  const onPage = sql`where ${chosen} ${order.after ? sql`and ${order.after}` : sql``} order by ${order.orderBy} limit ${limit}`
  const form = sql`${tableSqlOf(matter.id)} as f on f.matter = m.id`
  if (counted === 'with-page') {
    const { rows } = await sql<PageRow>`
      select ${selected}, c.total as "m.total" from (select m.id, count(*) over () as total from ${from} ${onPage}) as c
      join matter.matter as m on m.id = c.id join ${form} order by ${order.orderBy}`.execute(db)
    return { rows, total: Number(rows[0]?.['m.total'] ?? 0) }
  }
  const [{ rows }, total] = await Promise.all([
    sql<PageRow>`
      select ${selected}
      from ${ofForm ? sql`${from} ${onPage}` : sql`(select m.* from ${from} ${onPage}) as m join ${form} order by ${order.orderBy}`}`.execute(db),
    counted === 'beside' ? countOf(db, sql`from ${from} where ${chosen}`) : undefined,
  ])
  return { rows, ...(total !== undefined && { total }) }
}

async function countOf(db: Db | Tx, from: RawBuilder<unknown>): Promise<number> {
  return Number((await sql<{ total: string }>`select count(*) as total ${from}`.execute(db)).rows[0]?.total ?? 0)
}
