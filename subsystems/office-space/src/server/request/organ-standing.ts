// How an organ stands 单位用房情况: what it has and may have by kind of room on a day, each figure by its clause.
import type { Db, Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import type { Rank } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { entitlementOf, organArea } from '../../contract/index.ts'
import type { Entitlement, EntitlementFigures } from '../../contract/index.ts'
import { requireFigures } from '../figures-in-force.ts'
import type { Standing, StandingLine } from '../../contract/answers.ts'

export interface OrganStanding extends Standing {
  readonly entitlement: Entitlement
}
interface Held {
  readonly name: string
  readonly establishment: number | null
  readonly posts: Readonly<Partial<Record<Rank, number>>> | null
  readonly height: 'low' | 'high' | null
  readonly office: string
  readonly service: string
  readonly equipment: string
  readonly beside: string
}

/** @param day YYYY-MM-DD. @throws Problem not-found for no such organ; bad-input on a day without figures. */
export async function organStanding(db: Db | Tx, { standards }: System, { organ, day }: { organ: string; day: string }): Promise<OrganStanding> {
  const { rows: [held] } = await sql<Held>`
    with given as (
      select r.use, b.height, r.area / (select count(*) from office_space.allotment n where n.room = a.room and n.valid @> ${day}::date and n.retired_at is null and n.merged_into is null) as area
        from office_space.allotment a join places.room r on r.id = a.room join places.building b on b.id = r.building
       where a.organ = ${organ}::uuid and a.valid @> ${day}::date and a.retired_at is null and a.merged_into is null and r.retired_at is null and r.merged_into is null
    )
    select o.label as name, o.establishment,
           (select jsonb_object_agg(rank, count) from (select rank, sum(count)::int as count from people.organ__leadership where parent = o.id group by rank) l) as posts,
           (select height from given order by area desc, height limit 1) as height,
           round(coalesce((select sum(area) from given where use = 'office'), 0), 2)::text as office, round(coalesce((select sum(area) from given where use = 'service'), 0), 2)::text as service,
           round(coalesce((select sum(area) from given where use = 'equipment'), 0), 2)::text as equipment,
           round(coalesce((select sum(area) from given where use not in ('office', 'service', 'equipment')), 0), 2)::text as beside
      from people.organ o where o.id = ${organ}::uuid and o.merged_into is null`.execute(db)
  if (!held) throw new Problem('not-found', say('没有这个单位。', 'There is no such organ.'))
  const { figures, cite } = await standards.figuresAsOf(db, organArea, day)
  requireFigures(figures, { day, at: 'day' })
  const posts = held.posts ?? {}
  const led = Object.values(posts).reduce((sum, count) => sum + count, 0)
  const establishment = Number(held.establishment ?? 0)
  // figuresAsOf answers what organArea declares, which is what the calculation reads
  const entitlement = entitlementOf({ establishment: Math.max(establishment, led), posts, height: held.height ?? 'low' }, figures as unknown as EntitlementFigures)
  const line = (kind: StandingLine['kind'], has: string, may: string, by: string): StandingLine => ({ kind, has, may, gap: decimal.minus(may, has), cite: cite(by).text })
  return {
    organ: { id: organ, name: held.name }, establishment, posts, beside: held.beside, entitlement,
    lines: [
      line('office', held.office, entitlement.office, 'officeArea'),
      line('service', held.service, entitlement.service, 'serviceMost'),
      line('equipment', held.equipment, entitlement.equipment, 'equipment'),
      line('all', decimal.sum([held.office, held.service, held.equipment]), entitlement.usable, 'equipment'),
    ],
  }
}
