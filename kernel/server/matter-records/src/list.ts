// The list of one kind of matter 事项列表: those a reader may see, filtered, searched, sorted, page by page.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { Field, Fields, Matter } from '@houqin/define'
import { isGuarded, masked } from '@houqin/fields'
import { filtersSql, orderOf } from '@houqin/listing'
import type { ListQuery } from '@houqin/listing'
import { targetsOf, wantedBy, withReferences } from '@houqin/rows'
import type { Targets } from '@houqin/rows'
import { queryTokens } from '@houqin/search'
import type { MatterSummary } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { askPage } from './list-page.ts'
import { matterColumns } from './matter-columns.ts'
import { knowsWhole, readableSql, readsAll } from './readers.ts'
import { fromMatter, storedMatter } from './stored-matter.ts'
import type { StoredMatter } from './stored-matter.ts'
import { summaryOf, wantSummary } from './summary.ts'
import type { View } from './view.ts'

export interface MatterRow extends MatterSummary {
  readonly form: Readonly<Record<string, unknown>>
  readonly facts: Readonly<Record<string, unknown>>
}
export interface MatterList {
  readonly rows: readonly MatterRow[]
  readonly next: string | null
  readonly total?: number
}

const usualLimit = 50

/** @throws Problem bad-request for a filter, an order or a cursor that is none of this list. */
export async function listMatters(db: Db | Tx, view: View, { actor, matter, query }: { actor: Actor; matter: Matter; query: ListQuery }): Promise<MatterList> {
  const now = view.clock.now()
  const columns = matterColumns({ catalogue: view.catalogue, matter, now })
  const limit = query.limit ?? usualLimit
  const sort = query.sort ?? '-openedAt'
  const order = orderOf({ columns, sort, after: query.after, id: sql.ref('m.id') })
  const chosen = sql<boolean>`${sql.join([sql`m.kind = ${matter.id}`, readableSql(actor, matter), ...foundBy(query.q), ...filtersSql(columns, query.where ?? [])], sql` and `)}`
  // Chosen and counted without the forms where nothing asked for lies in one: a join with a million of them takes far longer than the page.
  const declared = new Set<unknown>(Object.values({ ...matter.form, ...matter.facts }))
  const ofForm = [sort.replace(/^-/, ''), ...(query.where ?? []).map(({ field }) => field)].some((key) => declared.has(columns.get(key)?.field))
  const { rows, total } = await askPage(db, {
    matter, chosen, order, limit: limit + 1, from: ofForm ? fromMatter(matter) : sql`matter.matter as m`, ofForm, person: actor.principal.person,
    counted: query.total !== true ? 'no' : query.q !== undefined && query.after === undefined && !readsAll(actor, matter) ? 'with-page' : 'beside',
  })
  const page = rows.slice(0, limit)
  const stored = page.map((row) => storedMatter(matter, row))
  const wanted = wantedBy(matter.form, matter.id, stored.map(({ form }) => form))
  wantedBy(matter.facts, matter.id, stored.map(({ facts }) => facts), wanted)
  for (const one of stored) wantSummary(wanted, view.catalogue, one)
  const targets = await targetsOf(db, wanted)
  const last = stored.at(-1)
  const guarded = { form: guardedOf(matter.form), facts: guardedOf(matter.facts) }
  return {
    rows: stored.map((one) => rowOf({ view, actor, matter, stored: one, targets, now, guarded })),
    next: rows.length > limit && last ? order.cursor({ place: page.at(-1)?.['m.place'] ?? null, id: last.id }) : null,
    ...(total !== undefined && { total }),
  }
}

/** A question nothing can be found by finds nothing. */
function foundBy(q: string | undefined): RawBuilder<boolean>[] {
  if (q === undefined) return []
  const tokens = queryTokens(q)
  return [tokens.length === 0 ? sql<boolean>`false` : sql<boolean>`m.id in (select s.matter from matter.search s where s.words @> ${tokens}::text[])`]
}

type Guarded = readonly (readonly [key: string, field: Field])[]
const guardedOf = (fields: Fields): Guarded => Object.entries(fields).filter(([, field]) => isGuarded(field))

function rowOf({ view, actor, matter, stored, targets, now, guarded }: {
  view: View; actor: Actor; matter: Matter; stored: StoredMatter; targets: Targets; now: Date; guarded: { readonly form: Guarded; readonly facts: Guarded }
}): MatterRow {
  const whole = knowsWhole(actor, matter, stored)
  const shown = (part: 'form' | 'facts'): Readonly<Record<string, unknown>> => {
    const named = { ...withReferences({ catalogue: view.catalogue, fields: matter[part], owner: matter.id, values: stored[part], targets }) }
    if (!whole) for (const [key, field] of guarded[part]) named[key] = masked(field, named[key])
    return named
  }
  return {
    ...summaryOf({ catalogue: view.catalogue, matter, row: stored, targets, now }),
    form: shown('form'),
    facts: shown('facts'),
  }
}
