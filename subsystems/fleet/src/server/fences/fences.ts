// The fences as the map draws them 围栏一览: each with its line, its hours, and whose cars it is about.
import type { Actor } from '@houqin/access'
import type { Db } from '@houqin/db'
import { scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { fence } from '../../contract/index.ts'
import type { FenceOnMap } from '../../contract/road-answers.ts'

/** Those in use that the reader may see: what is barred, the district, destinations, yards, each by name. A graded car is named to nobody here. */
export async function fencesOnMap(db: Db, actor: Actor): Promise<readonly FenceOnMap[]> {
  const { rows } = await sql<FenceOnMap>`
    select t.id, t.version, t.name, t.kind, t.radius, t.hours_from as "hoursFrom", t.hours_to as "hoursTo",
      case when s.id is null then null else jsonb_build_object('id', s.id, 'name', s.label) end as site,
      coalesce((select jsonb_agg(jsonb_build_array(c.longitude::float8, c.latitude::float8) order by c.position) from fleet.fence__corners c where c.parent = t.id), '[]') as corners,
      coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.label) order by c.position) from fleet.fence__cars c join fleet.vehicle v on v.id = c.vehicle
        where c.parent = t.id and coalesce(v.grade, 'ordinary') = 'ordinary'), '[]') as cars,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.label) order by c.position) from fleet.fence__organs c join people.organ o on o.id = c.organ where c.parent = t.id), '[]') as organs
    from fleet.fence t left join places.site s on s.id = t.site where t.retired_at is null and ${scopeSql(actor, fence, 'read')} order by array_position(array['forbidden', 'district', 'destination', 'site'], t.kind), t.label collate "zh-natural", t.id`.execute(db)
  return rows
}
