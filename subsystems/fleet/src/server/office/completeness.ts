// Completeness 基本信息全覆盖: of the fields every car must have, how many are filled in, organ by organ.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { basicFields, lacks, vehicle } from '../../contract/index.ts'
import type { BasicField } from '../../contract/index.ts'
import type { Completeness } from '../../contract/answers.ts'

const mandatory = Object.keys(basicFields) as BasicField[]

/** Of cars the reader sees that are not disposed of. */
export async function completenessOf({ db, word }: System, actor: Actor): Promise<Completeness> {
  const missing = mandatory.map((name) => ({ name, is: lacks(name, sql) }))
  const incomplete = sql.join(missing.map(({ is }) => is), sql` or `)
  const { rows } = await sql<{ id: string; name: string; cars: number; complete: number; missing: Record<string, number> }>`
    select o.id, o.label as name, count(*)::int as cars, (count(*) filter (where not (${incomplete})))::int as complete,
           jsonb_build_object(${sql.join(missing.flatMap(({ name, is }) => [sql`${name}::text`, sql`count(*) filter (where ${is})`]))}) as missing
      from fleet.vehicle t join people.organ o on o.id = t.organ
     where t.retired_at is null and t.merged_into is null and t.standing <> 'disposed' and ${scopeSql(actor, vehicle, 'read')}
     group by o.id order by count(*) filter (where ${incomplete}) desc, o.label collate "zh-natural"`.execute(db)
  return {
    fields: mandatory.map((name) => ({ name, label: word(`${vehicle.id}.fields.${name}`, vehicle.fields[name].label, actor.locale) })),
    organs: rows.map(({ id, name, ...rest }) => ({ organ: { id, name }, ...rest })),
    cars: rows.reduce((sum, { cars }) => sum + cars, 0), complete: rows.reduce((sum, { complete }) => sum + complete, 0),
  }
}
