// 检索: what a question finds in a register; the whole number of somebody's phone or papers finds him for those who might ask to see it.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { columnSql, fullNumber, tableSqlOf } from '@houqin/fields'
import { searchConditions } from '@houqin/listing'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { mayReveal, scopeSql } from './rights.ts'

/** Conditions on the table `t`; none for a blank question. */
export async function foundBy(db: Db | Tx, { actor, register, q }: { actor: Actor; register: Register; q: string | undefined }): Promise<readonly RawBuilder<boolean>[]> {
  const found = await searchConditions(db, tableSqlOf(register.id), q)
  const number = fullNumber(q ?? '')
  const keys = Object.entries(register.fields).flatMap(([key, field]) => (field.kind === 'text' && (field.mask === 'phone' || field.mask === 'identity') ? [key] : []))
  if (number === undefined || keys.length === 0 || !mayReveal(actor, register)) return found
  const same = sql.join(keys.map((key) => sql`upper(${columnSql(key, 't')}) = ${number}`), sql` or `)
  return [sql<boolean>`((${sql.join(found, sql` and `)}) or ((${same}) and ${scopeSql(actor, register, 'reveal')}))`]
}
