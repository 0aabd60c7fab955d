// 引用: what references point to, read in one query whatever registers they lie in; rows merged read as their survivor.
import { prepared } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Fields } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import type { Ref } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export interface Target extends Ref {
  /** The register it lies in. */
  readonly register: string
  readonly retired: boolean
}
export type Targets = ReadonlyMap<string, Target>

/** Ids by the register they belong to. */
export type Wanted = Map<string, Set<string>>
export function want(wanted: Wanted, register: string, id: string): void {
  const ids = wanted.get(register) ?? new Set<string>()
  wanted.set(register, ids.add(id))
}
/** All that the references among `fields` point to. @param owner what `self` points to. */
export function wantedBy(fields: Fields, owner: string, rows: Iterable<Given>, wanted: Wanted = new Map()): Wanted {
  const references = Object.entries(fields).flatMap(([key, field]) => {
    const target = targetOf(field, owner)
    return target === undefined ? [] : [{ key, target }]
  })
  for (const row of rows) {
    for (const { key, target } of references) {
      const id = row[key]
      if (typeof id === 'string') want(wanted, target, id)
    }
  }
  return wanted
}

/** No chain of merges is longer: a survivor that was merged itself was merged by hand. */
const longestChain = 16

/** A row with the names of other rows beside it, as `rowsJson` selected them. */
export type KnownRows = readonly (readonly [register: string, id: string, name: string, retired: boolean, into: string | null] | null)[]

/** One JSON value with what `targetsOf` wants to know of these rows, so that it need not ask. @param ids uuid expressions, each with its register. */
export function rowsJson(ids: readonly (readonly [register: string, id: RawBuilder<unknown>])[]): RawBuilder<unknown> {
  const each = ids.map(([register, id]) => sql`
    (select json_build_array(${sql.lit(register)}, r.id, r.label, r.retired_at is not null, r.merged_into) from ${tableSqlOf(register)} r where r.id = ${id})`)
  return sql`json_build_array(${sql.join(each)})`
}

/** By the id asked for, and by the survivor's, which is the answer's own. What does not exist is absent. @param known rows read already. */
export async function targetsOf(db: Db | Tx, wanted: Wanted, known: KnownRows = []): Promise<Targets> {
  const rows = new Map<string, FoundRow>()
  for (const row of known) if (row) rows.set(row[1], { register: row[0], id: row[1], name: row[2], retired: row[3], into: row[4] })
  let missing = known.length === 0 ? wanted : unread(wanted, rows)
  for (let hop = 0; missing.size > 0 && hop < longestChain; hop += 1) {
    const found = await rowsOf(db, missing)
    missing = new Map()
    for (const row of found) rows.set(row.id, row)
    for (const { register, into } of found) if (into !== null && !rows.has(into)) want(missing, register, into)
  }
  const targets = new Map<string, Target>()
  for (const id of [...wanted.values()].flatMap((ids) => [...ids])) {
    let at = id
    let row = rows.get(at)
    for (let hop = 0; row?.into && hop < longestChain; hop += 1) {
      at = row.into
      row = rows.get(at)
    }
    if (!row) continue
    const target = { id: at, name: row.name, retired: row.retired, register: row.register }
    targets.set(id, target).set(at, target)
  }
  return targets
}

function unread(wanted: Wanted, rows: ReadonlyMap<string, FoundRow>): Wanted {
  const missing: Wanted = new Map()
  for (const [register, ids] of wanted) for (const id of ids) if (!rows.has(id)) want(missing, register, id)
  for (const { register, into } of rows.values()) if (into !== null && !rows.has(into)) want(missing, register, into)
  return missing
}

interface FoundRow {
  readonly register: string
  readonly id: string
  readonly name: string
  readonly retired: boolean
  readonly into: string | null
}
async function rowsOf(db: Db | Tx, wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<readonly FoundRow[]> {
  const parts = [...wanted].map(([register, ids]) => {
    const [only] = ids
    // For one row, as most steps name, the plan is the same whichever it is: with a list PostgreSQL plans anew for each list.
    const chosen = wanted.size === 1 && ids.size === 1 ? sql`id = ${only}::uuid` : sql`id = any(${[...ids]}::uuid[])`
    return sql`
      select ${register}::text as register, id, label as name, retired_at is not null as retired, merged_into as into
      from ${tableSqlOf(register)} where ${chosen}`
  })
  const { rows } = await prepared(sql<FoundRow>`${sql.join(parts, sql` union all `)}`).execute(db)
  return rows
}

/** The ids that stand for the same row as any of `ids`, through every merge, as a uuid array. */
export function sameRows(register: string, ids: readonly string[]): RawBuilder<unknown> {
  const table = tableSqlOf(register)
  return sql`array(
    with recursive same (id) as (
      select unnest(${ids}::uuid[])
      union
      select case when r.merged_into = same.id then r.id else r.merged_into end
      from same join ${table} r on r.merged_into = same.id or (r.id = same.id and r.merged_into is not null)
    )
    select id from same)`
}
