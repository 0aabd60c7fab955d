// 答复: rows as a reader gets them: references with their names, guarded values masked unless his role reveals them.
import { isSystem, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { masked, maskedName } from '@houqin/fields'
import { guardsName, referenceOf, targetsOf, want, wantedBy, withReferences } from '@houqin/rows'
import type { AnsweredRow, StoredRow, Targets } from '@houqin/rows'
import type { House } from './house.ts'
import { guardedKeys, revealsRow } from './rights.ts'

/**
 * @param rows what the reader may see. Guarded values that leave whole are recorded in the audit, in one entry for all.
 * @param as what the entry is about: the row's id, nothing for a list; null where the deed itself has been recorded.
 */
export async function answerRows(db: Db | Tx, house: House, { actor, register, rows, as = '' }: {
  actor: Actor
  register: Register
  rows: readonly StoredRow[]
  as?: string | null
}): Promise<AnsweredRow[]> {
  const wanted = wantedBy(register.fields, register.id, rows.map(({ values }) => values))
  for (const { mergedInto } of rows) if (mergedInto !== null) want(wanted, register.id, mergedInto)
  const targets = await targetsOf(db, wanted)
  const guarded = guardedKeys(register)
  const revealed: StoredRow[] = []
  const answered = rows.map((row) => {
    const filled = guarded.filter((key) => row.values[key] !== null)
    const whole = revealsRow(actor, register, row)
    if (whole && filled.length > 0) revealed.push(row)
    return answer(house, { register, row, targets, whole, hidden: whole ? [] : filled })
  })
  if (revealed.length > 0 && as !== null && !isSystem(actor.principal)) await recordReading(db, house, { actor, register, rows: revealed, as })
  return answered
}

function answer({ catalogue }: House, { register, row, targets, whole, hidden }: {
  register: Register
  row: StoredRow
  targets: Targets
  whole: boolean
  hidden: readonly string[]
}): AnsweredRow {
  const values = { ...withReferences({ catalogue, fields: register.fields, owner: register.id, values: row.values, targets }) }
  for (const key of hidden) {
    const field = register.fields[key]
    if (field) values[key] = masked(field, row.values[key])
  }
  const name = !whole && guardsName(catalogue, register) ? maskedName(row.label) : row.label
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
    ...(hidden.length > 0 && { masked: hidden }),
  }
}

async function recordReading(db: Db | Tx, { clock }: House, { actor, register, rows, as }: { actor: Actor; register: Register; rows: readonly StoredRow[]; as: string }): Promise<void> {
  const labels = guardedKeys(register).map((key) => register.fields[key]?.label).join('、')
  const entry = {
    at: clock.now(),
    ...signature(actor),
    action: actionOf(register, 'reveal'),
    subject: { kind: register.id, id: as },
    summary: `查看${register.title} ${rows.length} 条的完整信息（${labels}）`,
    after: { rows: rows.map(({ id }) => id) },
  }
  await (inTransaction(db) ? record(db, entry) : transaction(db, (tx) => record(tx, entry)))
}
function inTransaction(db: Db | Tx): db is Tx {
  return db.isTransaction
}

/** The audit's action for a deed on rows of a register: `people.update`. */
export function actionOf(register: Register, verb: string): string {
  return `${register.id.split('.')[0]}.${verb}`
}
