// The list of routes 审批路线表: the rows of every step that asks for approval, in words, with what an editor may choose from.
import type { Db, Tx } from '@houqin/db'
import { referenceOf, targetsOf, want } from '@houqin/rows'
import type { Wanted } from '@houqin/rows'
import type { Ref } from '@houqin/wire'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { routedSteps, routeRows } from './route-rows.ts'
import type { StoredRoute } from './route-rows.ts'
import { wantSeats } from './seat-names.ts'
import { postsOf, seatWords } from './stage.ts'
import type { Stage } from './stage.ts'

export interface RouteRow extends Omit<StoredRoute, 'organ' | 'stages' | 'replacedAt' | 'writtenAt'> {
  readonly organ: Ref | null
  readonly state: 'in-force' | 'to-come' | 'over' | 'replaced'
  readonly stages: readonly (Stage & { readonly words: readonly string[] })[]
  /** Whom `copies` name, in words, in their order. */
  readonly copyWords: readonly string[]
  readonly writtenAt: string
}
export interface RouteList {
  readonly rows: readonly RouteRow[]
  /** The steps that ask for approval. */
  readonly routes: readonly { readonly route: string; readonly matter: string; readonly title: string; readonly step: string; readonly byAmount: boolean; readonly kinds: Readonly<Record<string, string>> }[]
  readonly roles: readonly { readonly role: string; readonly title: string }[]
  readonly posts: readonly { readonly post: string; readonly label: string; readonly options: Readonly<Record<string, string>> }[]
}

export async function routeRow(db: Db | Tx, desk: Desk, id: string): Promise<RouteRow> {
  const { rows: [row] } = await routeList(db, desk, { id })
  if (row === undefined) throw new Error(`there is no route ${id}`)
  return row
}
/** @param id one row alone. */
export async function routeList(db: Db | Tx, desk: Desk, { id }: { id?: string } = {}): Promise<RouteList> {
  const { catalogue, clock } = desk
  const rows = await routeRows(db, id === undefined ? sql`true` : sql`r.id = ${id}::uuid`)
  const wanted: Wanted = new Map()
  for (const { organ, stages, copies } of rows) {
    wantSeats(wanted, desk, { stages, copies })
    if (organ !== null && catalogue.dimensions.organ) want(wanted, catalogue.dimensions.organ.id, organ)
  }
  const targets = await targetsOf(db, wanted)
  const today = clock.today()
  return {
    rows: rows.map(({ replacedAt, writtenAt, organ, stages, copies, ...row }) => ({
      ...row,
      organ: organ === null ? null : referenceOf(targets, organ),
      state: replacedAt !== null ? 'replaced' : row.from > today ? 'to-come' : row.to !== null && row.to < today ? 'over' : 'in-force',
      stages: stages.map((stage) => ({ ...stage, words: stage.who.map((seat) => seatWords(catalogue, seat, (one) => referenceOf(targets, one).name)) })),
      copies,
      copyWords: copies.map((seat) => seatWords(catalogue, seat, (one) => referenceOf(targets, one).name)),
      writtenAt: writtenAt.toISOString(),
    })),
    routes: routedSteps(catalogue).map(({ route, matter, step }) => {
      const choice = route.kind === undefined ? undefined : { ...matter.form, ...matter.facts }[route.kind]
      return { route: route.id, matter: matter.id, title: matter.title, step: step.label, byAmount: route.amount !== undefined, kinds: choice?.kind === 'choice' ? choice.options : {} }
    }),
    roles: [...catalogue.roles.values()].map(({ role, title }) => ({ role, title })),
    posts: postsOf(catalogue).map(({ id: post, label, options }) => ({ post, label, options })),
  }
}
