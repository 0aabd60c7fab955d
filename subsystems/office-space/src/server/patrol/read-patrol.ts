// Reading a patrol of rooms 用房巡查单: each room as the ledger has it now, what was seen of it, and how the sites stand.
import { mayReach, scopeOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import { auditor } from '@houqin/define'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, steward } from '@houqin/places'
import { sql } from 'kysely'
import { asSeen, roomPatrol } from '../../contract/index.ts'
import type { PatrolBoard, PatrolRoom, PatrolSheet } from '../../contract/index.ts'
import { counters } from '../census/count-room.ts'
import { walkedRooms } from './walked-rooms.ts'

export const patrolReaders = [placesOfficer, steward, bureauLeader, auditor]
const year = 365
const mostFound = 500

type Head = Pick<PatrolSheet, 'site' | 'building' | 'version' | 'dueAt'> & { readonly id: string }

/** @param number of the matter. @throws Problem not-found, not-allowed as the matter's own page does. */
export async function readPatrol(system: System, actor: Actor, number: string): Promise<PatrolSheet> {
  const { db, matters, clock } = system
  const matter = await matters.read(db, actor, roomPatrol, number)
  const day = clock.today()
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { rows: [head] } = await sql<Head>`
      select p.matter as id, m.version, m.due_at as "dueAt", jsonb_build_object('id', s.id, 'name', s.label) as site, jsonb_build_object('id', b.id, 'name', b.name) as building
        from office_space.room_patrol p join matter.matter m on m.id = p.matter join places.site s on s.id = p.site join places.building b on b.id = p.building where m.number = ${number}`.execute(tx)
    if (!head) throw new Error(`${number} has no row of its own`)
    const { rows: floors } = await sql<PatrolSheet['floors'][number]>`
      select f.id, f.name, ${head.building.name} as building from places.floor f where f.building = ${head.building.id}::uuid and exists (select from ${walkedRooms} where r.floor = f.id) order by f.number`.execute(tx)
    const { rows: rooms } = await sql<PatrolRoom>`
      with seen as (select distinct on (room) room, differs, note, photos, by_name, redress from office_space.visit where patrol = ${head.id}::uuid order by room, at desc, id desc)
      select r.id, r.floor, r.number, r.title, r.use, r.area::text as area, k.code, v.note, coalesce(v.photos, '{}') as photos, v.by_name as "by", q.number as redress, case when v.room is not null then case when v.differs then 'differs' else 'same' end end as outcome,
             (select jsonb_build_object('is', t.state, 'party', t.party) from office_space.room_state t where t.room = r.id and t.valid @> ${day}::date and t.retired_at is null and t.merged_into is null limit 1) as state,
             array(select g.short_name from office_space.allotment a join people.organ g on g.id = a.organ where a.room = r.id and a.valid @> ${day}::date and a.retired_at is null and a.merged_into is null order by g.label collate "zh-natural") as organs,
             coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.label, 'organ', g.short_name) order by p.label collate "zh-natural")
               from staffing.workplace w join people.person p on p.id = w.person join people.organ g on g.id = p.organ where w.room = r.id and w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null), '[]') as people
        from ${walkedRooms} left join seen v on v.room = r.id left join matter.matter q on q.id = v.redress left join register.code k on k.register = 'places.room' and k.row = r.id
        join places.floor f on f.id = r.floor
       where r.building = ${head.building.id}::uuid order by f.number, r.number collate "zh-natural", r.id`.execute(tx)
    const { id: _, ...told } = head
    return {
      ...told, number, subject: matter.subject, state: matter.state as PatrolSheet['state'], // the engine answers none but the declared ones
      mayLook: matter.state === 'walking' && mayReach(actor.principal, counters, { site: head.site.id }), floors, rooms,
    }
  })
}

/** Within the sites he answers for: what is being walked, and what still differs, site by site. */
export async function patrolBoard(system: System, actor: Actor): Promise<PatrolBoard> {
  const { db, clock, standards } = system
  const within = scopeOf({ principal: actor.principal, roles: patrolReaders, columns: { site: sql.ref('s.id') } })
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { rows: patrols } = await sql<PatrolBoard['patrols'][number]>`
      select m.number, m.subject, s.label as site, m.due_at as "dueAt", coalesce(m.due_at < ${clock.now()}, false) as late,
             (select count(*)::int from ${walkedRooms} where r.building = p.building) as rooms,
             (select count(distinct v.room)::int from office_space.visit v where v.patrol = m.id) as seen, (select count(distinct v.room)::int from office_space.visit v where v.patrol = m.id and v.differs) as differing
        from office_space.room_patrol p join matter.matter m on m.id = p.matter join places.site s on s.id = p.site where m.state = 'walking' and ${within} order by m.due_at, m.number limit 100`.execute(tx)
    const { rows: sites } = await sql<Omit<PatrolBoard['sites'][number], 'open'>>`
      with looked as (select distinct room from office_space.visit where day > ${addDays(clock.today(), -year)}::date)
      select s.id, s.label as name, count(*)::int as rooms, count(l.room)::int as seen
        from ${walkedRooms} join places.site s on s.id = r.site left join looked l on l.room = r.id
       where s.retired_at is null and ${within} group by s.id, s.label having count(l.room) > 0 order by s.label collate "zh-natural"`.execute(tx)
    const found = await standards.audit(tx, actor, asSeen.id, { most: mostFound })
    const { rows: open } = await sql<{ room: string; number: string }>`
      select q.room, m.number from office_space.redress q join matter.matter m on m.id = q.matter where q.room = any(${found.rows.map(({ subject }) => subject.id)}::uuid[]) and q.person is null and m.closed_at is null`.execute(tx)
    const redressOf = new Map(open.map(({ room, number }) => [room, number]))
    const en = actor.locale === 'en'
    const bySite = Map.groupBy(found.rows, ({ site }) => site?.id)
    return {
      patrols,
      sites: sites.map((site) => ({
        ...site,
        open: (bySite.get(site.id) ?? []).map(({ subject, findings }) => ({
          room: { id: subject.id, name: subject.name }, redress: redressOf.get(subject.id) ?? null,
          findings: findings.map((one) => ({ says: en ? one.en.says : one.says, advice: en ? one.en.advice : one.advice, cite: one.cite.text })),
        })),
      })),
    }
  })
}
