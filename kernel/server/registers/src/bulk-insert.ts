// 成批登记: thousands of rows from a seed or an import, with their names and tokens and one entry in the audit.
import { signature, systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { publish } from '@houqin/events'
import { badInput, isId, newId, parseLines } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { actionOf, requireReachAfter, requireVerb } from '@houqin/register-rights'
import { named, targetsOf, wantedBy } from '@houqin/rows'
import type { Target } from '@houqin/rows'
import { refusedBy } from './conflicts.ts'
import type { House } from './house.ts'
import { insertLines } from './lines.ts'
import type { GivenLines } from './lines.ts'
import { insertRows } from './row-store.ts'
import type { MadeRow } from './row-store.ts'
import { readNew } from './written.ts'
import type { Written } from './written.ts'

/** A new row as a seed writes it: it may bring the id that others point to, and its lines. */
export interface BulkRow {
  readonly id?: string
  readonly lines?: unknown
  readonly values: unknown
}
const batch = 1000

/**
 * @param rows in an order in which a row follows those of its own register that it points to, unless both are among one thousand.
 * @returns their ids, in order. @throws Problem `bad-input` naming the row by its place, `conflict`, `not-allowed`.
 */
export async function bulkInsert(tx: Tx, house: House, { register, rows, actor = systemActor }: { register: Register; rows: readonly BulkRow[]; actor?: Actor }): Promise<string[]> {
  requireVerb(actor, register, 'write')
  const ids: string[] = []
  for (let start = 0; start < rows.length; start += batch) {
    const read = rows.slice(start, start + batch).map((row, index) => readRow(house, { register, row, index: start + index, actor }))
    await insertRows(tx, house, { register, rows: await named1000(tx, register, read) }).catch(refusedBy(register))
    for (const set of Object.keys(register.lines)) {
      const lines = read.flatMap(({ id, lines: given }) => (given[set] ?? []).map((values, position) => ({ id: newId(house.clock), parent: id, position, values })))
      await insertLines(tx, { register, set, rows: lines }).catch(refusedBy(register))
    }
    ids.push(...read.map(({ id }) => id))
    await house.kept?.(tx, register, ids.slice(start))
  }
  await record(tx, {
    at: house.clock.now(), ...signature(actor), action: actionOf(register, 'bulk-insert'), subject: { kind: register.id, id: '' },
    summary: `成批登记${register.title} ${rows.length} 条`, after: { count: rows.length, first: ids[0] ?? null, last: ids.at(-1) ?? null },
  })
  await publish(tx, { at: house.clock.now(), topic: `${register.id}.bulk-inserted`, payload: { register: register.id, count: rows.length } })
  return ids
}

interface ReadRow {
  readonly id: string
  readonly written: Written
  readonly lines: GivenLines
}
function readRow(house: House, { register, row, index, actor }: { register: Register; row: BulkRow; index: number; actor: Actor }): ReadRow {
  const at = `rows[${index}]`
  if (row.id !== undefined && !isId(row.id)) throw badInput([{ at: `${at}.id`, says: say('id 应为 UUID', 'An id must be a UUID') }])
  try {
    const written = readNew(house, register, row.values)
    requireReachAfter(actor, register, { id: null, values: written.values })
    return { id: row.id?.toLowerCase() ?? newId(house.clock), written, lines: parseLines(register.lines, row.lines) }
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'bad-input') throw error
    throw badInput(error.issues.map((issue) => ({
      at: `${at}.${issue.at}`,
      says: say(`第 ${index + 1} 条：${issue.says.zh}`, `Row ${index + 1}: ${issue.says.en}`),
    })))
  }
}

/** Names of the batch; a row may tell the name of one before it. */
async function named1000(tx: Tx, register: Register, rows: readonly ReadRow[]): Promise<MadeRow[]> {
  const stored = await targetsOf(tx, wantedBy(register.fields, register.id, rows.map(({ written }) => written.values)))
  const targets = new Map<string, Target>(stored)
  return rows.map(({ id, written }) => {
    const made = named(register, written.values, targets)
    targets.set(id, { id, name: made.label, retired: false, register: register.id })
    return { id, written, ...made }
  })
}
