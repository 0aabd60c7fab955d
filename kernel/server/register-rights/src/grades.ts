// 行的级别: a row of a grade is there for whoever holds a role behind it where the row stands, and for nobody else.
import { isSystem, mayReach, scopeOf, signature } from '@houqin/access'
import type { Actor, Place, PlaceColumns } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { columnSql } from '@houqin/fields'
import { gradeReaders } from '@houqin/rows'
import type { Values } from '@houqin/rows'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

type Reader = Actor['principal']

/** Which rows the reader's roles let him know of; true where the register has no grades. @param columns where its rows stand. @param table the name its columns go by. */
export function gradeSql(principal: Reader, { grades }: Register, columns: PlaceColumns, table = 't'): RawBuilder<boolean> {
  if (!grades || isSystem(principal)) return sql<boolean>`true`
  const kept = Object.entries(grades.readers).map(([grade, roles]) => sql<boolean>`(${columnSql(grades.by, table)} is distinct from ${grade} or ${scopeOf({ principal, roles, columns })})`)
  return sql<boolean>`(${sql.join(kept, sql` and `)})`
}

export function reachesGrade(principal: Reader, register: Register, values: Values, place: Place): boolean {
  const roles = gradeReaders(register, values)
  return !roles || mayReach(principal, roles, place)
}

/** What he read of graded rows stands in the audit before he reads it. @param rows that he sees. */
export async function recordGraded(db: Db | Tx, clock: Clock, { actor, register, rows }: { actor: Actor; register: Register; rows: readonly { readonly id: string; readonly values: Values }[] }): Promise<void> {
  if (!register.grades || isSystem(actor.principal)) return
  const ids = rows.filter(({ values }) => gradeReaders(register, values)).map(({ id }) => id)
  const [first] = ids
  if (first === undefined) return
  const write = (tx: Tx): Promise<unknown> => record(tx, {
    at: clock.now(), ...signature(actor), action: `${register.id.split('.')[0]}.read-graded`, subject: { kind: register.id, id: ids.length === 1 ? first : '' },
    summary: `查看受控${register.title} ${ids.length} 条`, after: { rows: ids },
  })
  await (isTransaction(db) ? write(db) : transaction(db, write))
}
const isTransaction = (db: Db | Tx): db is Tx => db.isTransaction
