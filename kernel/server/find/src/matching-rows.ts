// 找台账: the rows of all readable registers that a question finds, in one statement; the same rows as their lists would show.
import type { Actor } from '@houqin/access'
import type { Register } from '@houqin/define'
import { targetOf } from '@houqin/define'
import { columnSql, fullNumber, isGuarded, maskedName, tableSqlOf } from '@houqin/fields'
import type { System } from '@houqin/http'
import { foundBy, scopeSql } from '@houqin/register-rights'
import { guardsName, isLive } from '@houqin/rows'
import type { WireHit } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export interface RowQuestion {
  readonly actor: Actor
  readonly q: string
  readonly tokens: readonly string[]
  readonly registers: readonly Register[]
  /** Of each register at most so many. */
  readonly each: number
}
interface Row {
  readonly register: string
  readonly id: string
  readonly label: string
  readonly detail: string | null
}
/** So many rows of a register are put in order; a word that finds more is too short to mean one of them. */
const compared = 400

export async function matchingRows({ catalogue, db, word }: System, { actor, q, tokens, registers, each }: RowQuestion): Promise<readonly WireHit[]> {
  if (registers.length === 0) return []
  const lists = registers.map((register) => {
    // Whoever sees a name masked learns nothing of it by asking for it.
    const named = guardsName(catalogue, register) ? [scopeSql(actor, register, 'reveal')] : []
    const asked = (fullNumber(q) === undefined ? undefined : foundBy({ actor, register, q })) ?? sql<boolean>`t.search @> ${tokens}::text[]`
    const where = sql.join([isLive, scopeSql(actor, register, 'read'), ...named, asked], sql` and `)
    return sql`(select ${register.id}::text as register, c.* from (
        select t.id, t.label, ${detailOf(catalogue, register)} as detail from ${tableSqlOf(register.id)} t where ${where} limit ${compared}) c
      order by case when c.label = ${q} then 0 when starts_with(c.label, ${q}) then 1 when position(${q} in c.label) > 0 then 2 else 3 end, length(c.label), c.label, c.id
      limit ${each})`
  })
  const { rows } = await sql<Row>`${sql.join(lists, sql` union all `)}`.execute(db)
  return rows.map(({ register: id, id: row, label, detail }) => {
    const register = catalogue.registers.get(id)
    return {
      kind: 'register', id: row, register: id, name: register && guardsName(catalogue, register) ? maskedName(label) : label,
      title: word(`${id}.title`, register?.title ?? id, actor.locale),
      detail: detail !== null && label.includes(detail) ? null : detail, path: `/registers/${id}/${row}`,
    }
  })
}

/** What tells apart two of one name, such as the organ of a person: the first row its card points to. */
function detailOf(catalogue: System['catalogue'], register: Register): RawBuilder<unknown> {
  for (const key of register.card.facts) {
    const field = register.fields[key]
    const target = field && catalogue.registers.get(targetOf(field, register.id) ?? '')
    if (field && target && !isGuarded(field) && !guardsName(catalogue, target)) return sql`(select pointed.label from ${tableSqlOf(target.id)} pointed where pointed.id = ${columnSql(key, 't')})`
  }
  return sql`null::text`
}
