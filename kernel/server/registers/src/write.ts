// 写台账: a row made, a row changed; with its name, its tokens, its lines, its trail.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { bound, columnOf, isGuarded, masked, newId, parseLines, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { isOwnRow, requireReachAfter, requireVerb, requireWritable } from '@houqin/register-rights'
import { named, renameDependents } from '@houqin/rows'
import type { AnsweredRow, StoredRow, Values } from '@houqin/rows'
import { sql } from 'kysely'
import { refuseConflicts, refusedBy } from './conflicts.ts'
import type { House } from './house.ts'
import { replaceLines, storedLines } from './lines.ts'
import type { GivenLines } from './lines.ts'
import { lockRow, requireCurrent } from './lock.ts'
import { readRow } from './read.ts'
import { insertRows } from './row-store.ts'
import { leaveTrail, linesTrail, trailDays, trailValues } from './trail.ts'
import { changedKeys, filesIn, readChanged, readNew, requireTree, settleReferences } from './written.ts'
import type { Written } from './written.ts'

/** @throws Problem `bad-input`, `not-allowed`, `conflict` naming the row in the way. */
export async function insert(tx: Tx, house: House, { actor, register, values: given, lines: givenLines }: {
  actor: Actor
  register: Register
  values: unknown
  lines?: unknown
}): Promise<AnsweredRow> {
  requireVerb(actor, register, 'write')
  const read = readNew(house, register, given)
  const lines = await readLines(tx, register, givenLines)
  const id = newId(house.clock)
  const { values, targets } = await settleReferences(tx, { fields: register.fields, owner: register.id, values: read.values, fresh: Object.keys(register.fields) })
  const written: Written = { ...read, values }
  requireReachAfter(actor, register, { id: null, values })
  await refuseConflicts(tx, house, register, { id, written })
  const made = named(register, values, targets)
  await insertRows(tx, house, { register, rows: [{ id, written, ...made }] }).catch(refusedBy(register))
  await replaceLines(tx, house, { register, parent: id, given: lines })
  await holdFiles(tx, house, { actor, register, id, values, lines })
  await leaveTrail(tx, house, {
    actor, register, deed: 'insert', row: { id, label: made.label, values },
    after: { ...trailValues(register, values, Object.keys(register.fields).filter((key) => values[key] !== null)), ...trailDays(written), ...linesTrail(lines) },
  })
  return readWritten(tx, house, { actor, register, id })
}

/** @throws Problem `not-found`, `not-allowed`, `stale-version`, `conflict`, `bad-input`. */
export async function update(tx: Tx, house: House, { actor, register, id, changes, version, lines: givenLines }: {
  actor: Actor
  register: Register
  id: string
  changes: unknown
  version: number
  lines?: unknown
}): Promise<AnsweredRow> {
  const before = await lockRow(tx, register, id)
  requireWritable(actor, register, before)
  await requireCurrent(tx, { register, row: before, version })
  if (before.retiredAt !== null) throw new Problem('conflict', say(`这条${register.title}已停用，请先恢复再修改。`, 'The row is retired; bring it back before changing it.'))
  const read = readChanged(house, register, withoutMasks(actor, register, before, changes), before)
  const lines = await readLines(tx, register, givenLines)
  const fresh = changedKeys(register, before.values, read.values)
  const { values, targets } = await settleReferences(tx, { fields: register.fields, owner: register.id, values: read.values, fresh })
  const written: Written = { ...read, values }
  const changed = changedKeys(register, before.values, values)
  const daysChanged = written.from !== before.from || written.to !== before.to
  if (changed.length > 0 || daysChanged || Object.keys(lines).length > 0) {
    const moved = register.tree !== undefined && changed.includes(register.tree)
    requireReachAfter(actor, register, { id, values }, { moved })
    if (moved) await requireTree(tx, register, { id, values })
    await refuseConflicts(tx, house, register, { id, written })
    const made = named(register, values, targets)
    await store(tx, house, { register, id, written, changed, made }).catch(refusedBy(register))
    const linesBefore = await setsNow(tx, register, id, Object.keys(lines))
    await replaceLines(tx, house, { register, parent: id, given: lines })
    await holdFiles(tx, house, { actor, register, id, values, lines })
    await leaveTrail(tx, house, {
      actor, register, deed: 'update', row: { id, label: made.label, values },
      before: { ...trailValues(register, before.values, changed), ...(daysChanged && trailDays(before)), ...linesTrail(linesBefore) },
      after: { ...trailValues(register, values, changed), ...(daysChanged && trailDays(written)), ...linesTrail(lines) },
    })
    if (made.label !== before.label) await renameDependents(tx, house.catalogue, { register: register.id, ids: [id] })
  }
  return readWritten(tx, house, { actor, register, id })
}

async function store(tx: Tx, { clock }: House, { register, id, written, changed, made }: {
  register: Register
  id: string
  written: Written
  changed: readonly string[]
  made: { label: string; search: readonly string[] }
}): Promise<void> {
  const fields = changed.flatMap((key) => {
    const field = register.fields[key]
    return field ? [sql`${sql.id(columnOf(key))} = ${bound(field, written.values[key])}`] : []
  })
  const days = register.dated ? [sql`valid = daterange(${written.from}::date, ${written.to}::date, '[]')`] : []
  await sql`
    update ${tableSqlOf(register.id)}
    set ${sql.join([...fields, ...days, sql`label = ${made.label}`, sql`search = ${made.search}::text[]`, sql`version = version + 1`, sql`updated_at = ${clock.now()}`])}
    where id = ${id}::uuid`.execute(tx)
}

/** What the writer sees only masked comes back as he saw it when he sends the whole form: then it is no change. */
function withoutMasks(actor: Actor, register: Register, before: StoredRow, changes: unknown): unknown {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes) || isOwnRow(actor, register, before)) return changes
  return Object.fromEntries(
    Object.entries(changes).filter(([key, value]) => {
      const field = Object.hasOwn(register.fields, key) ? register.fields[key] : undefined
      const stored = before.values[key]
      return !(field && isGuarded(field) && stored !== null && masked(field, stored) === value)
    }),
  )
}

async function readLines(tx: Tx, register: Register, given: unknown): Promise<GivenLines> {
  const settled: Record<string, Values[]> = {}
  for (const [set, rows] of Object.entries(parseLines(register.lines, given))) {
    const fields = register.lines[set]?.fields ?? {}
    settled[set] = []
    for (const [index, values] of rows.entries()) {
      const one = await settleReferences(tx, { fields, owner: register.id, values, fresh: Object.keys(fields), at: `lines.${set}[${index}]` })
      settled[set].push(one.values)
    }
  }
  return settled
}
async function setsNow(tx: Tx, register: Register, parent: string, sets: readonly string[]): Promise<GivenLines> {
  const now: Record<string, Values[]> = {}
  for (const set of sets) {
    const lines = register.lines[set]
    if (lines) now[set] = (await storedLines(tx, { register, set, lines, parent })).map(({ values }) => values)
  }
  return now
}
async function holdFiles(tx: Tx, house: House, { actor, register, id, values, lines }: {
  actor: Actor; register: Register; id: string; values: Values; lines: GivenLines
}): Promise<void> {
  const inLines = Object.entries(lines).flatMap(([set, rows]) =>
    rows.flatMap((row, index) => filesIn(register.lines[set]?.fields ?? {}, row, `lines.${set}[${index}].`)))
  const files = [...filesIn(register.fields, values), ...inLines]
  if (files.length > 0) await house.holdFiles?.(tx, { register: register.id, row: id, files, actor })
}

/** Who writes a register he may not read is answered with no more than that it is done. */
async function readWritten(tx: Tx, house: House, { actor, register, id }: { actor: Actor; register: Register; id: string }): Promise<AnsweredRow> {
  return readRow(tx, house, { actor, register, id }).catch(async (error: unknown) => {
    if (!(error instanceof Problem) || error.type !== 'not-found') throw error
    const { version, label: name, createdAt, updatedAt, retiredAt } = await lockRow(tx, register, id)
    return { id, version, name, createdAt, updatedAt, retiredAt }
  })
}
