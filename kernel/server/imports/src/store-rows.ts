// 成批写入: new rows and changes of a batch, each with its entry in the audit, in the caller's transaction.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { recordMany } from '@houqin/audit'
import type { AuditEntry } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Catalogue, Register } from '@houqin/define'
import { keepExpiries } from '@houqin/due'
import { columnOf, columnType, tableSqlOf } from '@houqin/fields'
import { actionOf } from '@houqin/register-rights'
import { insertRows, refusedBy, trailDays, trailValues } from '@houqin/registers'
import { guardsName, renameDependents } from '@houqin/rows'
import { sql } from 'kysely'
import type { ToStore } from './judge.ts'

interface Storing {
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly actor: Actor
  readonly register: Register
}

/** @param why stands behind the deed in the audit. @throws Problem `conflict` when somebody else was faster. */
export async function storeRows(tx: Tx, storing: Storing, rows: readonly ToStore[], why: string): Promise<void> {
  const { catalogue, clock, register } = storing
  const made = rows.filter(({ before }) => before === null)
  const changed = rows.filter(({ before }) => before !== null)
  if (made.length > 0) await insertRows(tx, { catalogue, clock }, { register, rows: made }).catch(refusedBy(register))
  if (changed.length > 0) await updateRows(tx, storing, changed).catch(refusedBy(register))
  await recordMany(tx, rows.map((row) => entryOf(storing, row, why)))
  await keepExpiries(tx, register, rows.map(({ id }) => id))
  const renamed = changed.filter(({ before, label }) => before?.label !== label).map(({ id }) => id)
  if (renamed.length > 0) await renameDependents(tx, catalogue, { register: register.id, ids: renamed })
}

async function updateRows(tx: Tx, { clock, register }: Storing, rows: readonly ToStore[]): Promise<void> {
  const fields = Object.entries(register.fields).map(([key, field]) => ({ key, name: columnOf(key), type: columnType(field) }))
  const text = JSON.stringify(rows.map(({ id, label, search, written: { values, from, to } }) => ({
    id, label, search, ...(register.dated && { valid: `[${from},${to ?? ''}]` }), ...Object.fromEntries(fields.map(({ key, name }) => [name, values[key] ?? null])),
  })))
  const columns = ['label', 'search', ...(register.dated ? ['valid'] : []), ...fields.map(({ name }) => name)]
  const typed = [sql`id uuid`, sql`label text`, sql`search text[]`, ...(register.dated ? [sql`valid daterange`] : []), ...fields.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`)]
  await sql`
    update ${tableSqlOf(register.id)} t
    set ${sql.join([...columns.map((name) => sql`${sql.id(name)} = given.${sql.id(name)}`), sql`version = t.version + 1`, sql`updated_at = ${clock.now()}`])}
    from json_to_recordset(${text}::json) as given (${sql.join(typed)}) where t.id = given.id`.execute(tx)
}

function entryOf({ catalogue, clock, actor, register }: Storing, { id, label, before, written, changed }: ToStore, why: string): AuditEntry {
  const name = guardsName(catalogue, register) ? '' : `“${label}”`
  const common = { at: clock.now(), ...signature(actor), subject: { kind: register.id, id } }
  if (before === null) {
    const filled = Object.keys(register.fields).filter((key) => written.values[key] !== null)
    return { ...common, action: actionOf(register, 'insert'), summary: `登记${register.title}${name}：${why}`, after: { ...trailValues(register, written.values, filled), ...trailDays(written) } }
  }
  const keys = changed.filter((key) => key !== 'valid')
  const days = changed.includes('valid')
  return {
    ...common, action: actionOf(register, 'update'), summary: `修改${register.title}${name}：${why}`,
    before: { ...trailValues(register, before.values, keys), ...(days && trailDays(before)) },
    after: { ...trailValues(register, written.values, keys), ...(days && trailDays(written)) },
  }
}
