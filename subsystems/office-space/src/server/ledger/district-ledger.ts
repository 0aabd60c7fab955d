// The district's page 全区用房总账: the three totals, rooms by use, what is free, sealed or lent, who has no seat; each figure with the list that opens it.
import type { System } from '@houqin/http'
import { certificate, room, site } from '@houqin/places'
import { organ } from '@houqin/people'
import { sql } from 'kysely'
import { roomState } from '../../contract/index.ts'
import { isFree, isPooled } from '../request/pool.ts'

export interface DistrictLedger {
  readonly day: string
  readonly totals: { readonly sites: number; readonly organs: number; readonly area: string }
  readonly opens: Readonly<Record<'sites' | 'organs' | 'area' | 'rooms' | 'states', string>>
  readonly uses: readonly { readonly use: string; readonly rooms: number; readonly area: string; /** Whether rooms of it are given out from the pool; of others none is free. */ readonly pooled: boolean; readonly free: number; readonly freeArea: string }[]
  readonly states: readonly { readonly state: string; readonly rooms: number; readonly area: string }[]
  readonly people: { readonly all: number; readonly seated: number; readonly without: number }
}

/** @param day YYYY-MM-DD. */
export async function districtLedger({ db }: System, day: string): Promise<DistrictLedger> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { rows: [totals] } = await sql<DistrictLedger['totals']>`
      select (select count(*)::int from places.site where retired_at is null and merged_into is null) as sites,
             (select count(*)::int from people.organ where retired_at is null and merged_into is null) as organs,
             (select coalesce(sum(building_area), 0)::text from places.certificate where retired_at is null and merged_into is null) as area`.execute(tx)
    // whether a room is free is asked once for each, not once for each figure it goes into
    const { rows: uses } = await sql<DistrictLedger['uses'][number]>`
      select use, count(*)::int as rooms, sum(area)::text as area, bool_or(pooled) as pooled, (count(*) filter (where free))::int as free, coalesce(sum(area) filter (where free), 0)::text as "freeArea"
        from (select r.use, r.area, ${isPooled} as pooled, ${isFree(day)} as free from places.room r where r.retired_at is null and r.merged_into is null and r.use <> 'circulation' offset 0) known
       group by use order by sum(area) desc`.execute(tx)
    const { rows: states } = await sql<DistrictLedger['states'][number]>`
      select t.state, count(*)::int as rooms, sum(r.area)::text as area from office_space.room_state t join places.room r on r.id = t.room
       where t.valid @> ${day}::date and t.retired_at is null and t.merged_into is null group by t.state order by t.state`.execute(tx)
    const { rows: [people] } = await sql<DistrictLedger['people']>`
      select n."all", n.seated, n."all" - n.seated as without
        from (
          select count(*)::int as "all", (count(*) filter (where p.id in (select person from staffing.workplace where valid @> ${day}::date and retired_at is null and merged_into is null)))::int as seated
            from people.person p where p.standing = 'active' and p.employment <> 'outsourced' and p.retired_at is null and p.merged_into is null
        ) n`.execute(tx)
    return {
      day, totals: totals ?? { sites: 0, organs: 0, area: '0.00' }, uses, states, people: people ?? { all: 0, seated: 0, without: 0 },
      opens: { sites: `/registers/${site.id}`, organs: `/registers/${organ.id}`, area: `/registers/${certificate.id}`, rooms: `/registers/${room.id}`, states: `/registers/${roomState.id}` },
    }
  })
}

export interface Unseated {
  readonly person: { readonly id: string; readonly name: string }
  readonly organ: { readonly id: string; readonly name: string }
  readonly since: string | null
}
const most = 500
/** Who works in the district and has no desk on the day; at most five hundred, by organ. */
export async function unseatedPeople({ db }: System, day: string): Promise<readonly Unseated[]> {
  const { rows } = await sql<Unseated>`
    select jsonb_build_object('id', p.id, 'name', p.label) as person, jsonb_build_object('id', o.id, 'name', o.short_name) as organ, p.joined_on::text as since
      from people.person p join people.organ o on o.id = p.organ
     where p.standing = 'active' and p.employment <> 'outsourced' and p.retired_at is null and p.merged_into is null
       and not exists (select from staffing.workplace w where w.person = p.id and w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null)
     order by o.label collate "zh-x-icu", p.label collate "zh-x-icu", p.id limit ${most}`.execute(db)
  return rows
}
