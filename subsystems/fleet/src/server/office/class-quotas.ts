// Quotas of a class 编制和现有: how many cars of a class each organ was approved and has, for whoever looks for one that lacks a car.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import type { ClassQuota } from '../../contract/answers.ts'
import { establishment } from '../../contract/index.ts'
import type { VehicleUse } from '../../contract/index.ts'

/** Those that lack most first. As the standard counts them: what is disposed of is none, and what has a grade is checked by its keeper. */
export async function classQuotas({ db, clock }: System, actor: Actor, use: VehicleUse): Promise<readonly ClassQuota[]> {
  const { rows } = await sql<{ id: string; name: string; quota: number; held: number }>`
    select o.id, o.label as name, t.count as quota, h.held
      from fleet.establishment t join people.organ o on o.id = t.organ
      cross join lateral (select count(*)::int as held from fleet.vehicle v
        where v.organ = t.organ and v.use = t.use and v.standing <> 'disposed' and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null) h
     where t.use = ${use} and t.valid @> ${clock.today()}::date and t.retired_at is null and t.merged_into is null and o.retired_at is null and o.merged_into is null and ${scopeSql(actor, establishment, 'read')}
     order by h.held - t.count, o.label collate "zh-natural", o.id`.execute(db)
  return rows.map(({ id, name, quota, held }) => ({ organ: { id, name }, quota, held }))
}
