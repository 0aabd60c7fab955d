// A floor on a day 某日的楼层: its rooms as they were drawn, whose they were, who sat there, and what was too much.
import { mayReach } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { placesOfficer, steward } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { findingReaders, seatedIn, tooMuch } from './seated.ts'
import type { FloorOnADay, FoundSeat, PlannedFloor, PlannedFloors, PlannedRoom } from '../../contract/answers.ts'

type Stored = Omit<PlannedRoom, 'people' | 'over'>

/** @param day YYYY-MM-DD. @throws Problem not-found when the floor had no plan on the day. */
export async function floorOnADay(system: System, actor: Actor, { floor, day }: { floor: string; day: string }): Promise<FloorOnADay> {
  const { db } = system
  const { rows: [found] } = await sql<FloorOnADay['plan'] & { floorName: string; site: string }>`
    select p.id, p.source, lower(p.valid)::text as "from", (upper(p.valid) - 1)::text as "to", exists (select from office_space.original o where o.plan = p.id) as kept, f.label as "floorName", f.site
      from office_space.floor_plan p join places.floor f on f.id = p.floor
     where p.floor = ${floor}::uuid and p.valid @> ${day}::date and p.retired_at is null and p.merged_into is null`.execute(db)
  if (found === undefined) throw new Problem('not-found', say(`这一层在 ${day} 没有平面图。`, `This floor has no plan on ${day}.`))
  const { floorName, site, ...plan } = found
  // outlines of parts where secrets are kept are left out for whoever has no business there
  const keeps = mayReach(actor.principal, [placesOfficer, steward], { site })
  const { rows: rooms } = await sql<Stored>`
    select case when r.id is null then null else jsonb_build_object('id', r.id, 'name', r.label) end as room, coalesce(r.number, o.code) as number, r.title, r.use, r.purpose,
           r.area::text as area, o.area::text as "drawnArea", o.ring, o.holes,
           coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.short_name) order by g.label collate "zh-natural")
             from office_space.allotment a join people.organ g on g.id = a.organ
            where a.room = r.id and a.valid @> ${day}::date and a.retired_at is null and a.merged_into is null), '[]') as organs
      from office_space.outline o left join places.room r on r.id = o.room
     where o.plan = ${plan.id}::uuid and (${keeps} or r.grade is distinct from 'restricted') order by o.place`.execute(db)
  const ids = rooms.flatMap(({ room }) => (room ? [room.id] : []))
  const seated = await seatedIn(db, { rooms: ids, day })
  const judges = mayReach(actor.principal, findingReaders, { site })
  const over = judges ? await tooMuch(system, actor, { seated, day }) : new Map<string, string>()
  return {
    day, floor: { id: floor, name: floorName }, plan,
    rooms: rooms.map((one) => {
      const here = seated.flatMap(({ person, name, rank, seats }) => seats.filter(({ room }) => room === one.room?.id).map(({ since }) => ({ id: person, name, rank, since })))
      return { ...one, people: here, over: here.flatMap(({ id }) => (over.has(id) ? [{ person: id, says: over.get(id) ?? '' }] : [])) }
    }),
  }
}

/** The first day of a floor's newest version. */
export async function newestPlan({ db }: System, floor: string): Promise<{ readonly from: string } | null> {
  const { rows: [found] } = await sql<{ from: string }>`
    select lower(valid)::text as "from" from office_space.floor_plan where floor = ${floor}::uuid and retired_at is null and merged_into is null order by lower(valid) desc limit 1`.execute(db)
  return found ?? null
}

/** Floors with a plan on the day, by site and building. */
export async function plannedFloors({ db }: System, day: string): Promise<readonly PlannedFloor[]> {
  const { rows } = await sql<PlannedFloor>`
    select f.id, f.name, f.number, jsonb_build_object('id', b.id, 'name', b.name) as building, jsonb_build_object('id', s.id, 'name', s.label) as site
      from office_space.floor_plan p join places.floor f on f.id = p.floor join places.building b on b.id = f.building join places.site s on s.id = f.site
     where p.valid @> ${day}::date and p.retired_at is null and p.merged_into is null and exists (select from office_space.outline o where o.plan = p.id)
     order by s.label collate "zh-natural", b.name collate "zh-natural", f.number`.execute(db)
  return rows
}

/**
 * The floors of one site, and all sites with the floor each is opened at: the lowest above the ground.
 * @param near a floor of the site; where it is not drawn, as for `most`, the site with the most floors, where most people look.
 */
export function ofOneSite(floors: readonly PlannedFloor[], near: string): PlannedFloors {
  const sites = [...Map.groupBy(floors, ({ site }) => site.id).values()]
  const largest = sites.reduce<readonly PlannedFloor[]>((most, list) => (list.length > most.length ? list : most), [])
  return {
    rows: sites.find((list) => list.some(({ id }) => id === near)) ?? largest,
    sites: sites.flatMap((list) => {
      const first = list.find(({ number }) => number > 0) ?? list[0]
      return first ? [{ ...first.site, first: first.id }] : []
    }),
  }
}

const mostFound = 20

/** Who is called so and sat in a room that was drawn, by name; at most twenty. @param q part of a name, two characters at least. */
export async function foundSeats({ db }: System, { q, day }: { q: string; day: string }): Promise<readonly FoundSeat[]> {
  const { rows } = await sql<FoundSeat>`
    select jsonb_build_object('id', p.id, 'name', p.label) as person, g.short_name as organ, jsonb_build_object('id', r.id, 'name', r.label) as room, r.floor
      from people.person p join staffing.workplace w on w.person = p.id and w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null
      join places.room r on r.id = w.room and r.grade is distinct from 'restricted' join people.organ g on g.id = p.organ
     where strpos(p.name, ${q}) > 0 and p.merged_into is null
       and exists (select from office_space.outline o join office_space.floor_plan n on n.id = o.plan where o.room = r.id and n.valid @> ${day}::date and n.retired_at is null and n.merged_into is null)
     order by p.label collate "zh-natural", p.id limit ${mostFound}`.execute(db)
  return rows
}
