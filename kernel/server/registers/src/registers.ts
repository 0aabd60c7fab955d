// The desk of the registers 台账引擎: every declared register, read and written by one engine.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { NewRow, Register } from '@houqin/define'
import type { ListQuery } from '@houqin/listing'
import { reveal } from '@houqin/register-rights'
import type { Revealed } from '@houqin/register-rights'
import { targetsOf } from '@houqin/rows'
import type { AnsweredRow, Targets, Wanted } from '@houqin/rows'
import type { HistoryEntry, LinkCount, Summary } from '@houqin/wire'
import { bulkInsert } from './bulk-insert.ts'
import type { BulkRow } from './bulk-insert.ts'
import { codeOf, rowOfCode } from './codes.ts'
import { history } from './history.ts'
import type { House } from './house.ts'
import { links } from './links.ts'
import { merge, unmerge } from './merge.ts'
import { exportRows, get, list, summary } from './read.ts'
import type { AnsweredList, Taking } from './read.ts'
import { retire } from './retire.ts'
import { insert, update } from './write.ts'

type BulkValues<R extends Register> = NewRow<R> & { readonly id?: string; readonly lines?: Readonly<Record<string, readonly object[]>> }

/**
 * All throw Problems: `not-allowed` when no role stands behind the verb, `not-found` for a row one may not see,
 * `bad-input`, `conflict`, `stale-version`, `bad-request` as their names say.
 */
export interface Registers {
  /** @param lines sets of lines by name. */
  insert<R extends Register>(tx: Tx, actor: Actor, register: R, values: NewRow<R>, lines?: unknown): Promise<AnsweredRow>
  /** Only what `changes` holds is changed; sets of lines that are given take the place of what stood there. */
  update<R extends Register>(tx: Tx, actor: Actor, register: R, id: string, changes: Partial<NewRow<R>>, version: number, lines?: unknown): Promise<AnsweredRow>
  retire(tx: Tx, actor: Actor, register: Register, id: string, how: { readonly reason: unknown; readonly version: number; readonly undo?: boolean }): Promise<AnsweredRow>
  /** @returns the alias. */
  merge(tx: Tx, actor: Actor, register: Register, id: string, how: { readonly into: unknown; readonly reason: unknown }): Promise<AnsweredRow>
  unmerge(tx: Tx, actor: Actor, register: Register, id: string, how: { readonly reason: unknown }): Promise<AnsweredRow>
  /** With its lines; of an alias, the row it was merged into. */
  get(db: Db | Tx, actor: Actor, register: Register, id: string): Promise<AnsweredRow>
  /** @param query from `readListQuery`, or written by hand. */
  list(db: Db | Tx, actor: Actor, register: Register, query?: ListQuery): Promise<AnsweredList>
  summary(db: Db | Tx, actor: Actor, register: Register, query?: ListQuery): Promise<Summary>
  /** All pages of a list; recorded as an export. */
  exportRows(db: Db, actor: Actor, register: Register, query: ListQuery, taking: Taking): AsyncGenerator<AnsweredRow, void, undefined>
  /** Guarded values of one row whole; recorded. */
  reveal(tx: Tx, actor: Actor, register: Register, id: string, why: string): Promise<Revealed>
  history(db: Db | Tx, actor: Actor, register: Register, id: string): Promise<{ readonly rows: readonly HistoryEntry[] }>
  links(db: Db | Tx, actor: Actor, register: Register, id: string): Promise<{ readonly rows: readonly LinkCount[] }>
  /** Thousands of rows a second; an `id` may be brought along. By the system itself unless an actor is named. @returns the ids. */
  bulkInsert<R extends Register>(tx: Tx, register: R, rows: readonly BulkValues<R>[], actor?: Actor): Promise<readonly string[]>
  codeOf(tx: Tx, actor: Actor, register: Register, id: string): Promise<string>
  rowOfCode(db: Db | Tx, code: string): Promise<{ readonly register: string; readonly row: string } | undefined>
  /** Names of rows by id, whoever asks: for what points to rows from elsewhere. */
  namesOf(db: Db | Tx, wanted: Wanted): Promise<Targets>
}

export function createRegisters(house: House): Registers {
  return Object.freeze<Registers>({
    insert: (tx, actor, register, values, lines) => insert(tx, house, { actor, register, values, lines }),
    update: (tx, actor, register, id, changes, version, lines) => update(tx, house, { actor, register, id, changes, version, lines }),
    retire: (tx, actor, register, id, how) => retire(tx, house, { actor, register, id, ...how }),
    merge: (tx, actor, register, id, how) => merge(tx, house, { actor, register, id, ...how }),
    unmerge: (tx, actor, register, id, how) => unmerge(tx, house, { actor, register, id, ...how }),
    get: (db, actor, register, id) => get(db, house, { actor, register, id }),
    list: (db, actor, register, query = {}) => list(db, house, { actor, register, query }),
    summary: (db, actor, register, query = {}) => summary(db, house, { actor, register, query }),
    exportRows: (db, actor, register, query, taking) => exportRows(db, house, { actor, register, query, taking }),
    reveal: (tx, actor, register, id, why) => reveal(tx, house, { actor, register, id, why }),
    history: (db, actor, register, id) => history(db, house, { actor, register, id }),
    links: (db, actor, register, id) => links(db, house, { actor, register, id }),
    bulkInsert: (tx, register, rows, actor) => bulkInsert(tx, house, { register, rows: rows.map(bulkRow), ...(actor && { actor }) }),
    codeOf: (tx, actor, register, id) => codeOf(tx, house, { actor, register, id }),
    rowOfCode,
    namesOf: targetsOf,
  })
}
function bulkRow({ id, lines, ...values }: { readonly id?: string; readonly lines?: unknown }): BulkRow {
  return { ...(id !== undefined && { id }), lines, values }
}
