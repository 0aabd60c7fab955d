// 改名: when a row is called otherwise, the rows whose names tell its name are called otherwise too.
import type { Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Catalogue, Register } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { sql } from 'kysely'
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

/** @returns the rows whose names have changed. */
async function renameRows(tx: Tx, { register, keys, ids }: { register: Register; keys: readonly string[]; ids: readonly string[] }): Promise<string[]> {
  const renamed: string[] = []
  const pointing = sql.join(keys.map((key) => sql`${columnSql(key, 't')} = any(${ids}::uuid[])`), sql` or `)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<KeptRow>`
      select ${rowSelection(register)} from ${tableSqlOf(register.id)} t
      where (${pointing}) and t.id > ${after}::uuid order by t.id limit ${batch} for no key update`.execute(tx)
    const stored = rows.map((row) => storedRow(register, row))
    const targets = await targetsOf(tx, wantedBy(register.fields, register.id, stored.map(({ values }) => values)))
    const made = stored.map((row) => ({ id: row.id, was: row.label, ...named(register, row.values, targets) }))
    if (made.length > 0) {
      await sql`
        update ${tableSqlOf(register.id)} t set label = made.label, search = made.search
        from json_to_recordset(${JSON.stringify(made)}::json) as made (id uuid, label text, search text[])
        where t.id = made.id`.execute(tx)
    }
    renamed.push(...made.flatMap(({ id, was, label }) => (was === label ? [] : [id])))
    const last = rows.at(-1)
    if (!last || rows.length < batch) return renamed
    after = last.id
  }
}
