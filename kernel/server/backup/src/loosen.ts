// Loosening 放开: references and triggers are taken off while rows come in by any order, and put back where all of them must hold.
import type { Client } from 'pg'
import { quoted } from './tables.ts'

interface Reference {
  readonly table: string
  readonly name: string
  readonly definition: string
}
interface Trigger {
  readonly table: string
  readonly name: string
  /** As in pg_trigger: O, D, R or A. */
  readonly enabled: string
}
const modes: Readonly<Record<string, string>> = { O: 'enable trigger', R: 'enable replica trigger', A: 'enable always trigger', D: 'disable trigger' }

/** Within a transaction, which also undoes it. `tighten` proves every reference anew. */
export async function loosen(client: Client, schemas: readonly string[]): Promise<{ tighten(): Promise<void> }> {
  const { rows: references } = await client.query<Reference>(`
    select format('%s.%s', n.nspname, t.relname) as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where c.contype = 'f' and c.conparentid = 0 and n.nspname = any($1) order by 1, 2`, [schemas])
  const { rows: triggers } = await client.query<Trigger>(`
    select format('%s.%s', n.nspname, t.relname) as "table", g.tgname as name, g.tgenabled as enabled
    from pg_trigger g join pg_class t on t.oid = g.tgrelid join pg_namespace n on n.oid = t.relnamespace
    where not g.tgisinternal and n.nspname = any($1) order by 1, 2`, [schemas])
  for (const { table, name } of references) await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
  for (const { table, name } of triggers) await client.query(`alter table ${quoted(table)} disable trigger ${quoted(name)}`)
  return {
    async tighten() {
      for (const { table, name, definition } of references) await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`)
      for (const { table, name, enabled } of triggers) await client.query(`alter table ${quoted(table)} ${modes[enabled] ?? 'enable trigger'} ${quoted(name)}`)
    },
  }
}
