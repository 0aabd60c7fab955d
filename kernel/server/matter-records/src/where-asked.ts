// Where a matter belongs 归属: the organ and the site whose roles look after it, found in what was asked and by whom.
import type { Db, Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Matter } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import { sql } from 'kysely'
import type { View } from './view.ts'

export interface Whereabouts {
  readonly organ: string | null
  readonly site: string | null
}
type Dimension = keyof Whereabouts

/** From the field the declaration names; else from what the form points to, such as a room; at last the asker's organ. */
export async function whereAsked(db: Db | Tx, view: View, { matter, form, person }: { matter: Matter; form: Given; person: string | null }): Promise<Whereabouts> {
  const site = matter.scope.site === undefined ? null : await placeIn(db, view, { matter, form, dimension: 'site' })
  const organ = matter.scope.organ === undefined ? null : await placeIn(db, view, { matter, form, dimension: 'organ' })
  return { site, organ: organ ?? (await organOf(db, view, person)) }
}

/** The form with the place found for it, so that it reads as if the asker had filled it in. */
export function withPlace(matter: Matter, form: Given, { organ, site }: Whereabouts): Given {
  const { scope } = matter
  return {
    ...form,
    ...(scope.site !== undefined && { [scope.site]: site }),
    ...(scope.organ !== undefined && { [scope.organ]: organ }),
  }
}

async function placeIn(db: Db | Tx, { catalogue }: View, { matter, form, dimension }: { matter: Matter; form: Given; dimension: Dimension }): Promise<string | null> {
  const own = form[matter.scope[dimension] ?? '']
  if (typeof own === 'string') return own
  for (const [key, field] of Object.entries(matter.form)) {
    const register = catalogue.registers.get(targetOf(field, matter.id) ?? '')
    const id = form[key]
    const column = register?.scope[dimension]
    if (register === undefined || column === undefined || column === 'id' || typeof id !== 'string') continue
    const { rows } = await sql<{ place: string | null }>`
      select ${columnSql(column)} as place from ${tableSqlOf(register.id)} where id = ${id}::uuid`.execute(db)
    if (rows[0]?.place != null) return rows[0].place
  }
  return null
}

async function organOf(db: Db | Tx, { catalogue: { dimensions } }: View, person: string | null): Promise<string | null> {
  const register = dimensions.person
  if (person === null || register?.scope.organ === undefined) return null
  const { rows } = await sql<{ organ: string | null }>`
    select ${columnSql(register.scope.organ)} as organ from ${tableSqlOf(register.id)} where id = ${person}::uuid`.execute(db)
  return rows[0]?.organ ?? null
}
