// Reading a door 一间房: the room as the ledger has it today, who sits there, how large it may be for them, and whether it is being counted.
import { mayReach } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import type { Rank } from '@houqin/people'
import { placesOfficer, room } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { areaByRank } from '../../contract/index.ts'
import type { DoorPerson, DoorSheet, PersonSeats } from '../../contract/index.ts'
import { counters } from '../census/count-room.ts'
import { stillOtherwise } from '../patrol/still-otherwise.ts'
import { findingReaders, seatedIn, tooMuch } from '../plan/seated.ts'

/** Who keeps rooms and seats: what he finds at the door is entered at once. */
export const keepers = Object.freeze([placesOfficer])

/** @param code as it was printed or typed. @throws Problem not-found for a code of something else. */
export async function roomOfCode({ db, registers }: System, code: string): Promise<string> {
  const found = await registers.rowOfCode(db, code)
  if (found?.register !== room.id) throw new Problem('not-found', say('这不是房间的码。请扫门牌上的二维码，或输入房号查找。', 'This is not the code of a room. Scan the one at the door, or type the room number.'))
  return found.row
}

type Known = Omit<DoorSheet, 'day' | 'room' | 'people' | 'allowed' | 'over' | 'census' | 'patrol' | 'writes'>

/** @throws Problem not-found for a room that is not his to see. */
export async function doorSheet(system: System, actor: Actor, id: string): Promise<DoorSheet> {
  const { db, registers, clock } = system
  const day = clock.today()
  // passes the grades of rooms; after a merge it is the survivor
  const row = await registers.get(db, actor, room, id)
  const { rows: [known] } = await sql<Known>`
    select r.number, r.title, r.use, r.purpose, r.area::text as area, jsonb_build_object('id', s.id, 'name', s.label) as site, jsonb_build_object('id', b.id, 'name', b.name) as building,
           jsonb_build_object('id', f.id, 'name', f.name, 'drawn', exists (select from office_space.outline o join office_space.floor_plan p on p.id = o.plan
             where o.room = r.id and p.valid @> ${day}::date and p.retired_at is null and p.merged_into is null)) as floor,
           coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.short_name) order by g.label collate "zh-natural")
             from office_space.allotment a join people.organ g on g.id = a.organ
            where a.room = r.id and a.valid @> ${day}::date and a.retired_at is null and a.merged_into is null), '[]') as organs
      from places.room r join places.site s on s.id = r.site join places.building b on b.id = r.building join places.floor f on f.id = r.floor where r.id = ${row.id}::uuid`.execute(db)
  if (!known) throw new Error(`${row.id} stands on no floor`)
  const { rows: people } = await sql<DoorPerson>`
    select p.id, p.label as name, g.short_name as organ, coalesce(m.rank, p.rank, 'below') as rank, lower(w.valid)::text as "from", (upper(w.valid) - 1)::text as "to"
      from staffing.workplace w join people.person p on p.id = w.person join people.organ g on g.id = p.organ
      left join lateral (select t.rank from people.person_main_post t where t.person = p.id and t.valid @> ${day}::date limit 1) m on true
     where w.room = ${row.id}::uuid and (upper_inf(w.valid) or upper(w.valid) > ${day}::date) and w.retired_at is null and w.merged_into is null and p.merged_into is null
     order by lower(w.valid) > ${day}::date, p.label collate "zh-natural", lower(w.valid)`.execute(db)
  const seated = known.use === 'office' ? await seatedIn(db, { rooms: [row.id], day }) : []
  const reach = { site: known.site.id }
  const over = mayReach(actor.principal, findingReaders, reach) ? [...(await tooMuch(system, actor, { seated, day })).values()] : []
  return {
    day, ...known, room: { id: row.id, name: row.name, version: row.version }, people, over,
    patrol: mayReach(actor.principal, counters, reach) ? await walkedBy(system, { building: known.building.id, room: row.id, day, en: actor.locale === 'en' }) : null,
    allowed: await allowedIn(system, { seated, id: row.id, day }),
    census: await runningCensus(system, actor, { id: row.id, site: known.site.id }), writes: mayReach(actor.principal, keepers, reach),
  }
}

async function allowedIn({ db, standards }: System, { seated, id, day }: { seated: readonly PersonSeats[]; id: string; day: string }): Promise<DoorSheet['allowed']> {
  const [first] = seated
  const ranks = first?.seats.find(({ room: where }) => where === id)?.ranks ?? []
  const { figures, cite } = await standards.figuresAsOf(db, areaByRank, day)
  const limits = (figures['officeArea'] ?? {}) as Readonly<Partial<Record<Rank, string>>> // as area-by-rank declares it
  const by = [...Map.groupBy(ranks, (rank) => rank)].flatMap(([rank, all]) => {
    const limit = limits[rank]
    return limit === undefined ? [] : [{ rank, people: all.length, limit }]
  })
  const [highest] = by
  if (!highest) return null
  return { area: decimal.sum(by.flatMap(({ people, limit }) => Array<string>(people).fill(limit))), by, cite: cite(`officeArea.${highest.rank}`).text }
}

async function walkedBy(system: System, { building, room: id, day, en }: { building: string; room: string; day: string; en: boolean }): Promise<NonNullable<DoorSheet['patrol']>> {
  const { rows: [running] } = await sql<{ number: string }>`
    select m.number from office_space.room_patrol p join matter.matter m on m.id = p.matter where p.building = ${building}::uuid and m.state = 'walking' order by m.opened_at desc limit 1`.execute(system.db)
  const { findings } = await stillOtherwise(system.db, system, { room: id, day })
  return { number: running?.number ?? null, differs: findings.map((one) => (en ? one.en.says : one.says)) }
}

async function runningCensus({ db }: System, actor: Actor, { id, site }: { id: string; site: string }): Promise<DoorSheet['census']> {
  const { rows: [found] } = await sql<{ number: string; seen: boolean; version: number }>`
    select m.number, c.outcome is not null as seen, c.version from office_space.census_room c join matter.matter m on m.id = c.matter
     where c.room = ${id}::uuid and m.state = 'counting' order by m.opened_at desc limit 1`.execute(db)
  return found ? { ...found, mayCount: mayReach(actor.principal, counters, { site }) } : null
}
