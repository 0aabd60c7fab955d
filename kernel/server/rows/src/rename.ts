// 改名: when a row is called otherwise, the rows whose names tell its name are called otherwise too.
import type { Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Catalogue, Register } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { forgetNames } from './names-read.ts'
import { targetsOf, wantedBy } from './references.ts'
import { named, nameUse } from './row-name.ts'
import { rowSelection, storedRow } from './stored-row.ts'
import type { KeptRow } from './stored-row.ts'

/** Names that tell each other in a circle would grow for ever; no honest chain is longer. */
const deepest = 12
const batch = 1000

/** Versions stay: nobody changed those rows, and whoever is editing one need not begin again. */
export async function renameDependents(tx: Tx, catalogue: Catalogue, { register, ids }: { register: string; ids: readonly string[] }): Promise<void> {
  forgetNames()
  let renamed: ReadonlyMap<string, readonly string[]> = new Map([[register, ids]])
  for (let depth = 0; renamed.size > 0 && depth < deepest; depth += 1) {
    const next = new Map<string, string[]>()
    for (const [target, targetIds] of renamed) {
      for (const dependent of catalogue.registers.values()) {
        const keys = nameUse(dependent).labels.filter((key) => {
          const field = dependent.fields[key]
          return field !== undefined && targetOf(field, dependent.id) === target
        })
        if (keys.length === 0) continue
        const changed = await renameRows(tx, { register: dependent, keys, ids: targetIds })
        if (changed.length > 0) next.set(dependent.id, [...(next.get(dependent.id) ?? []), ...changed])
      }
    }
    renamed = next
  }
}

/**
 * Names the `limit` rows after `after` as their declaration names them by now, whatever it did when they were written, and the rows that tell those names.
 * Versions stay here too. @returns the last of them; undefined once there are no more.
 */
export async function nameAnew(tx: Tx, catalogue: Catalogue, { register, after, limit }: { register: Register; after: string; limit: number }): Promise<string | undefined> {
  const { renamed, last } = await nameRows(tx, register, { chosen: sql`true`, after, limit })
  if (renamed.length > 0) await renameDependents(tx, catalogue, { register: register.id, ids: renamed })
  return last
}

/** @returns the rows whose names have changed. */
async function renameRows(tx: Tx, { register, keys, ids }: { register: Register; keys: readonly string[]; ids: readonly string[] }): Promise<string[]> {
  const all: string[] = []
  const chosen = sql.join(keys.map((key) => sql`${columnSql(key, 't')} = any(${ids}::uuid[])`), sql` or `)
  let after: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (after !== undefined) {
    const { renamed, last }: Named = await nameRows(tx, register, { chosen, after, limit: batch })
    all.push(...renamed)
    after = last
  }
  return all
}

interface Named {
  /** Whose names have changed. */
  readonly renamed: readonly string[]
  /** Undefined once there are no more. */
  readonly last: string | undefined
}
async function nameRows(tx: Tx, register: Register, { chosen, after, limit }: { chosen: RawBuilder<unknown>; after: string; limit: number }): Promise<Named> {
  const { rows } = await sql<KeptRow>`
    select ${rowSelection(register)} from ${tableSqlOf(register.id)} t
    where (${chosen}) and t.id > ${after}::uuid order by t.id limit ${limit} for no key update`.execute(tx)
  const stored = rows.map((row) => storedRow(register, row))
  const targets = await targetsOf(tx, wantedBy(register.fields, register.id, stored.map(({ values }) => values)))
  const made = stored.map((row) => ({ id: row.id, was: row.label, ...named(register, row.values, targets) }))
  if (made.length > 0) {
    await sql`
      update ${tableSqlOf(register.id)} t set label = made.label, search = made.search
      from json_to_recordset(${JSON.stringify(made)}::json) as made (id uuid, label text, search text[])
      where t.id = made.id and (t.label, t.search) is distinct from (made.label, made.search)`.execute(tx)
  }
  return { renamed: made.flatMap(({ id, was, label }) => (was === label ? [] : [id])), last: rows.length < limit ? undefined : rows.at(-1)?.id }
}
