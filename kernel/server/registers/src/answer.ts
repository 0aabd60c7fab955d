// 答复: rows as a reader gets them: references with their names, guarded values masked but in his own.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { masked, maskedName } from '@houqin/fields'
import { guardedKeys, isOwnRow, recordGraded, revealsRow } from '@houqin/register-rights'
import { fullName, gradeReaders, guardsName, referenceOf, targetsOf, want, wantedBy, withReferences } from '@houqin/rows'
import type { AnsweredRow, StoredRow, Targets } from '@houqin/rows'
import type { House } from './house.ts'

/**
 * @param rows what the reader may see: guarded values masked unless they are his own.
 * @param whole not masked where he may reveal: an export, which records itself.
 */
export async function answerRows(db: Db | Tx, house: House, { actor, register, rows, whole = false }: {
  actor: Actor
  register: Register
  rows: readonly StoredRow[]
  whole?: boolean
}): Promise<AnsweredRow[]> {
  const wanted = wantedBy(register.fields, register.id, rows.map(({ values }) => values))
  for (const { mergedInto } of rows) if (mergedInto !== null) want(wanted, register.id, mergedInto)
  const targets = await targetsOf(db, wanted)
  const guarded = guardedKeys(register)
  await recordGraded(db, house.clock, { actor, register, rows })
  // where nothing is guarded nothing is asked of each row
  const guards = guarded.length > 0 || guardsName(house.catalogue, register)
  return rows.map((row) => {
    const revealable = guards && revealsRow(actor, register, row)
    const open = !guards || isOwnRow(actor, register, row) || (whole && revealable)
    return answer(house, { register, row, targets, whole: open, revealable, hidden: open ? [] : guarded.filter((key) => row.values[key] !== null) })
  })
}

function answer({ catalogue }: House, { register, row, targets, whole, revealable, hidden }: {
  register: Register
  row: StoredRow
  targets: Targets
  whole: boolean
  revealable: boolean
  hidden: readonly string[]
}): AnsweredRow {
  const values = { ...withReferences({ catalogue, fields: register.fields, owner: register.id, values: row.values, targets }) }
  for (const key of hidden) {
    const field = register.fields[key]
    if (field) values[key] = masked(field, row.values[key])
  }
  const called = gradeReaders(register, row.values) ? fullName(register, row.values, targets) : row.label
  const name = !whole && guardsName(catalogue, register) ? maskedName(called) : called
  return {
    id: row.id,
    version: row.version,
    name,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    retiredAt: row.retiredAt,
    ...values,
    ...(row.from !== null && { from: row.from, to: row.to }),
    ...(row.mergedInto !== null && { mergedInto: referenceOf(targets, row.mergedInto) }),
    ...(hidden.length > 0 && { masked: hidden, ...(revealable && { revealable }) }),
  }
}
