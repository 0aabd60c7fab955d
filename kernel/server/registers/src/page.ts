// 一页: the rows of a page and how many there are in all, asked at once.
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import type { Order } from '@houqin/listing'
import { rowSelection } from '@houqin/rows'
import type { KeptRow } from '@houqin/rows'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export interface Chosen {
  readonly register: Register
  /** On the table `t`, but for the search. */
  readonly where: RawBuilder<boolean>
  /** What the search finds. */
  readonly found?: RawBuilder<boolean> | undefined
}
interface Asked extends Chosen {
  readonly order: Order
  readonly limit: number
  readonly counted: boolean
}
type PlacedRow = KeptRow & { readonly 't.place': string | null }
interface Page {
  /** At most `limit`. */
  readonly rows: readonly PlacedRow[]
  /** Where it was asked for. */
  readonly total?: number
}

/** So many rows are sorted faster than the right ones are met by walking the list in its order. */
const few = 5000

export async function askPage(db: Db | Tx, asked: Asked): Promise<Page> {
  const { order, limit, counted } = asked
  const among = (asked.found === undefined ? undefined : await askAmongFound(db, { ...asked, found: asked.found }))
  if (among) return among
  const [{ rows }, total] = await Promise.all([
    sql<PlacedRow>`
      select ${selection(asked)} from ${tableSqlOf(asked.register.id)} t where ${allOf(asked)}${beyond(order)} order by ${order.orderBy} limit ${limit}`.execute(db),
    counted ? countOf(db, asked) : undefined,
  ])
  return { rows, ...(total !== undefined && { total }) }
}

export async function countOf(db: Db | Tx, chosen: Chosen): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from ${tableSqlOf(chosen.register.id)} t where ${allOf(chosen)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

export const allOf = ({ where, found }: Chosen): RawBuilder<boolean> => (found === undefined ? where : sql<boolean>`${where} and ${found}`)
const beyond = ({ after }: Order): RawBuilder<unknown> => (after ? sql` and ${after}` : sql``)
const selection = ({ register, order }: Asked): RawBuilder<unknown> => sql`${rowSelection(register)}, ${order.place} as "t.place"`

/**
 * What a search finds often stands together in the list (one site's rooms), which the planner cannot know: left to itself
 * it walks the list from its beginning, past all others. So what is found is read first, and page and count are taken
 * from it. @returns undefined where it is more than few.
 */
async function askAmongFound(db: Db | Tx, asked: Asked & { readonly found: RawBuilder<boolean> }): Promise<Page | undefined> {
  const { register, where, found, order, limit, counted } = asked
  const { rows } = await sql<PlacedRow & { readonly 't.found': string; readonly 't.total': string | null }>`
    with found as materialized (select t.* from ${tableSqlOf(register.id)} t where ${found} limit ${few + 1})
    select ${selection(asked)}, counts.* from (
      select (select count(*) from found) as "t.found", ${counted ? sql`(select count(*) from found t where ${where})` : sql`null`} as "t.total"
    ) counts left join lateral (
      select t.* from found t where ${where}${beyond(order)} order by ${order.orderBy} limit ${limit}
    ) t on true order by ${order.orderBy}`.execute(db)
  const [first] = rows
  if (!first || Number(first['t.found']) > few) return undefined
  // where nothing is left, the counts stand alone
  return { rows: rows.filter(({ id }) => id !== null), ...(counted && { total: Number(first['t.total']) }) }
}
