// Completeness 基本信息全覆盖: of the fields every car must have, how many are filled in, organ by organ.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { vehicle } from '../../contract/index.ts'

/** Beside those without which no car is entered. The displacement of a battery car is none. */
const mandatory = ['engine', 'registeredOn', 'colour', 'domestic', 'marked', 'parking', 'odometer', 'insuredUntil', 'inspectedUntil', 'displacement'] as const
export interface Completeness {
  readonly fields: readonly { readonly name: string; readonly label: string }[]
  /** Those with most missing first. */
  readonly organs: readonly {
    readonly organ: { readonly id: string; readonly name: string }
    readonly cars: number
    /** Cars with nothing missing. */
    readonly complete: number
    readonly missing: Readonly<Record<string, number>>
  }[]
  readonly cars: number
  readonly complete: number
}
const columns = { engine: 'engine', registeredOn: 'registered_on', colour: 'colour', domestic: 'domestic', marked: 'marked', parking: 'parking', odometer: 'odometer', insuredUntil: 'insured_until', inspectedUntil: 'inspected_until', displacement: 'displacement' } as const

/** Of cars the reader sees that are not disposed of. */
export async function completenessOf({ db, word }: System, actor: Actor): Promise<Completeness> {
  const lacks = (name: (typeof mandatory)[number]) => (name === 'displacement' ? sql`(t.displacement is null and t.energy <> 'electric')` : sql`${sql.ref(`t.${columns[name]}`)} is null`)
  const { rows } = await sql<{ id: string; name: string; cars: number; complete: number; missing: Record<string, number> }>`
    select o.id, o.label as name, count(*)::int as cars, (count(*) filter (where not (${sql.join(mandatory.map(lacks), sql` or `)})))::int as complete,
           jsonb_build_object(${sql.join(mandatory.flatMap((name) => [sql`${name}::text`, sql`count(*) filter (where ${lacks(name)})`]))}) as missing
      from fleet.vehicle t join people.organ o on o.id = t.organ
     where t.retired_at is null and t.merged_into is null and t.standing <> 'disposed' and ${scopeSql(actor, vehicle, 'read')}
     group by o.id order by count(*) - count(*) filter (where not (${sql.join(mandatory.map(lacks), sql` or `)})) desc, o.label collate "zh-natural"`.execute(db)
  return {
    fields: mandatory.map((name) => ({ name, label: word(`${vehicle.id}.fields.${name}`, vehicle.fields[name].label, actor.locale) })),
    organs: rows.map(({ id, name, ...rest }) => ({ organ: { id, name }, ...rest })),
    cars: rows.reduce((sum, { cars }) => sum + cars, 0), complete: rows.reduce((sum, { complete }) => sum + complete, 0),
  }
}
