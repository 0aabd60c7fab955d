// 读台账: one row, a list, its sums, all that an export asks for.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { Register } from '@houqin/define'
import { columnSql, isId, numbersHidden, tableSqlOf } from '@houqin/fields'
import { defaultLimit, orderOf } from '@houqin/listing'
import type { ListQuery } from '@houqin/listing'
import { actionOf, foundBy, guardedKeys, noRow, requireVerb, scopeSql } from '@houqin/register-rights'
import { rowSelection, storedRow, targetsOf, want } from '@houqin/rows'
import type { AnsweredRow, KeptRow, Wanted } from '@houqin/rows'
import type { Page, Summary } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { answerRows } from './answer.ts'
import type { House } from './house.ts'
import { linesOf } from './lines.ts'
import { conditionsOf } from './list-conditions.ts'
import { allOf, askPage, countOf } from './page.ts'


export type AnsweredList = Page<AnsweredRow>

/** The row with its lines; of an alias, the row it was merged into. @throws Problem `not-found` also for a row one may not see. */
export async function get(db: Db | Tx, house: House, { actor, register, id }: { actor: Actor; register: Register; id: string }): Promise<AnsweredRow> {
  requireVerb(actor, register, 'read')
  if (!isId(id)) throw noRow(register)
  const wanted: Wanted = new Map()
  want(wanted, register.id, id)
  const survivor = (await targetsOf(db, wanted)).get(id)
  return readRow(db, house, { actor, register, id: survivor?.id ?? id })
}

/** The very row of this id, an alias too. @throws Problem `not-found`. */
export async function readRow(db: Db | Tx, house: House, { actor, register, id }: { actor: Actor; register: Register; id: string }): Promise<AnsweredRow> {
  const { rows } = await sql<KeptRow>`
    select ${rowSelection(register)} from ${tableSqlOf(register.id)} t where t.id = ${id}::uuid and ${scopeSql(actor, register, 'read')}`.execute(db)
  const [kept] = rows
  if (!kept) throw noRow(register)
  const [answered] = await answerRows(db, house, { actor, register, rows: [storedRow(register, kept)] })
  if (!answered) throw noRow(register)
  const lines = await linesOf(db, house, { register, parent: id })
  return lines ? { ...answered, lines } : answered
}

/** @throws Problem `not-allowed`, and `bad-request` for a filter, an order or a cursor that is none. */
export async function list(db: Db | Tx, house: House, { actor, register, query }: { actor: Actor; register: Register; query: ListQuery }): Promise<AnsweredList> {
  requireVerb(actor, register, 'read')
  return readPage(db, house, { actor, register, query, scope: scopeSql(actor, register, 'read') })
}

async function readPage(db: Db | Tx, house: House, { actor, register, query, scope, whole = false }: {
  actor: Actor
  register: Register
  query: ListQuery
  scope: RawBuilder<boolean>
  whole?: boolean
}): Promise<AnsweredList> {
  const { columns, where, sort } = conditionsOf(house, { actor, register, query })
  const order = orderOf({ columns, sort, after: query.after, id: sql`t.id` })
  const limit = query.limit ?? defaultLimit
  const { rows: found, total } = await askPage(db, {
    register, where: sql<boolean>`${sql.join([scope, ...where], sql` and `)}`, found: foundBy({ actor, register, q: query.q }), order, limit: limit + 1, counted: query.total === true,
  })
  const kept = found.slice(0, limit)
  const last = kept.at(-1)
  const rows = await answerRows(db, house, { actor, register, rows: kept.map((row) => storedRow(register, row)), whole })
  const next = found.length > limit && last ? order.cursor({ place: last['t.place'], id: last.id }) : null
  return { rows, next, ...(total !== undefined && { total }) }
}

/** How many rows the same filters give, and the exact sums of their quantities; guarded fields are not summed. */
export async function summary(db: Db | Tx, house: House, { actor, register, query }: { actor: Actor; register: Register; query: ListQuery }): Promise<Summary> {
  requireVerb(actor, register, 'read')
  const { where } = conditionsOf(house, { actor, register, query })
  const guarded = new Set(guardedKeys(register))
  const summed = Object.entries(register.fields).flatMap(([key, field]) =>
    !guarded.has(key) && (field.kind === 'decimal' || field.kind === 'int') ? [{ key, scale: field.kind === 'decimal' ? field.scale : 0 }] : [],
  )
  const sums = summed.map(({ key }) => sql`coalesce(sum(${columnSql(key, 't')}), 0)::text as ${sql.id(`sum of ${key}`)}`)
  const { rows: [found] } = await sql<Readonly<Record<string, string>>>`
    select ${sql.join([sql`count(*)::text as count`, ...sums])} from ${tableSqlOf(register.id)} t
    where ${allOf({ register, where: sql<boolean>`${sql.join([scopeSql(actor, register, 'read'), ...where], sql` and `)}`, found: foundBy({ actor, register, q: query.q }) })}`.execute(db)
  return {
    count: Number(found?.['count'] ?? 0),
    sums: Object.fromEntries(summed.map(({ key, scale }) => [key, decimal.sum([found?.[`sum of ${key}`] ?? '0'], scale)])),
  }
}

const exportPage = 1000

/** How an export is taken. `whole`: numbers unmasked as far as the reader may reveal them. */
export interface Taking {
  readonly reason: string
  readonly whole: boolean
}
/**
 * All rows of a list, page by page, for Excel or another program. Recorded before the first row leaves.
 * @throws Problem `not-allowed` without a role behind `export`.
 */
export async function* exportRows(db: Db, house: House, { actor, register, query, taking: { reason, whole } }: { actor: Actor; register: Register; query: ListQuery; taking: Taking }): AsyncGenerator<AnsweredRow, void, undefined> {
  requireVerb(actor, register, 'read')
  requireVerb(actor, register, 'export')
  if (whole) requireVerb(actor, register, 'reveal')
  const scope = sql<boolean>`${scopeSql(actor, register, 'read')} and ${scopeSql(actor, register, 'export')}`
  const { where, sort } = conditionsOf(house, { actor, register, query })
  const count = await countOf(db, { register, where: sql<boolean>`${sql.join([scope, ...where], sql` and `)}`, found: foundBy({ actor, register, q: query.q }) })
  const { limit: _limit, after: _after, total: _total, ...filters } = query
  await transaction(db, (tx) => record(tx, {
    at: house.clock.now(), ...signature(actor), action: actionOf(register, 'export'), subject: { kind: register.id, id: '' },
    summary: `导出${register.title} ${count} 条${whole ? '，含完整敏感信息' : ''}${reason && `：${numbersHidden(reason)}`}`,
    after: JSON.parse(numbersHidden(JSON.stringify({ ...filters, sort, whole }))),
  }))
  let after: string | null = null
  do {
    const page: AnsweredList = await readPage(db, house, {
      actor, register, scope, whole, query: { ...filters, limit: exportPage, ...(after !== null && { after }) },
    })
    yield* page.rows
    after = page.next
  } while (after !== null)
}
