// 检索: what a question finds in a register; the whole number of somebody's phone or papers finds him for those who might ask to see it.
import type { Actor } from '@houqin/access'
import type { Register } from '@houqin/define'
import { columnSql, fullNumber } from '@houqin/fields'
import { searchCondition } from '@houqin/listing'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { mayReveal, scopeSql } from './rights.ts'

/** A condition on the table `t`; none for a blank question. */
export function foundBy({ actor, register, q }: { actor: Actor; register: Register; q: string | undefined }): RawBuilder<boolean> | undefined {
  const found = searchCondition(q)
  const number = fullNumber(q ?? '')
  const keys = Object.entries(register.fields).flatMap(([key, field]) => (field.kind === 'text' && (field.mask === 'phone' || field.mask === 'identity') ? [key] : []))
  if (found === undefined || number === undefined || keys.length === 0 || !mayReveal(actor, register)) return found
  const same = sql.join(keys.map((key) => sql`upper(${columnSql(key, 't')}) = ${number}`), sql` or `)
  return sql<boolean>`(${found} or ((${same}) and ${scopeSql(actor, register, 'reveal')}))`
}
