// Reading a census 清查表: the frozen ledger beside what was found and what the ledger did meanwhile, with progress by floor.
import { mayReach } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { roomUses } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import { sql } from 'kysely'
import { census } from '../../contract/index.ts'
import type { CensusFloor, CensusPerson, CensusRoom, CensusSheet } from '../../contract/index.ts'
import { censusFindings } from './census-findings.ts'
import { counters } from './count-room.ts'

interface Head {
  readonly id: string
  readonly site: { readonly id: string; readonly name: string }
  readonly openedAt: Date
  readonly opened: string
  readonly until: string
  readonly leftOut: number
}
type Frozen = Omit<CensusRoom, 'people' | 'meanwhile'> & { readonly nowArea: string; readonly nowUse: RoomUse; readonly gone: boolean }
interface Seat extends Omit<CensusPerson, 'organ'> {
  readonly room: string
  readonly organ: string
  /** The frozen row no longer stands; where he sits instead. */
  readonly ended: string | null
  readonly elsewhere: string | null
  readonly leftOn: string | null
}
interface Came { readonly room: string; readonly name: string; readonly since: string }

/** @param number of the matter. @throws Problem not-found, not-allowed as the matter's own page does. */
export async function readCensus(system: System, actor: Actor, number: string): Promise<CensusSheet> {
  const { db, matters, clock } = system
  const matter = await matters.read(db, actor, census, number)
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const today = clock.today()
    const { rows: [head] } = await sql<Head>`
      select c.matter as id, jsonb_build_object('id', s.id, 'name', s.label) as site, m.opened_at as "openedAt", (m.opened_at at time zone 'Asia/Shanghai')::date::text as opened, c.until::text as until,
             (select count(*)::int from places.room r where r.site = s.id and r.grade = 'restricted' and r.retired_at is null and r.merged_into is null) as "leftOut"
        from office_space.census c join matter.matter m on m.id = c.matter join places.site s on s.id = c.site where m.number = ${number}`.execute(tx)
    if (!head) throw new Error(`${number} has no row of its own`)
    const { rows: frozen } = await sql<Frozen>`
      select c.room as id, c.floor, c.number, c.title, c.use, c.purpose, c.area::text as area, k.code, c.outcome, c.found_area::text as "foundArea", c.found_use as "foundUse", c.note, c.photos,
             c.way, c.counted_by_name as "by", c.counted_at as at, c.version, c.signed, r.area::text as "nowArea", r.use as "nowUse", (r.retired_at is not null or r.merged_into is not null) as gone
        from office_space.census_room c join places.room r on r.id = c.room left join register.code k on k.register = 'places.room' and k.row = c.room
       where c.matter = ${head.id}::uuid order by c.place`.execute(tx)
    const { rows: seats } = await sql<Seat>`
      select c.room, c.person as id, c.name, o.short_name as organ, c.workplace is not null as expected, c.here, c.signed, p.left_on::text as "leftOn",
             case when w.retired_at is not null then ${today}::text when not w.valid @> ${today}::date then upper(w.valid)::text end as ended,
             (select string_agg(r.label, '、' order by r.label) from staffing.workplace n join places.room r on r.id = n.room
               where n.person = c.person and n.room <> c.room and n.valid @> ${today}::date and n.retired_at is null and n.merged_into is null and r.grade is distinct from 'restricted') as elsewhere
        from office_space.census_seat c join people.person p on p.id = c.person join people.organ o on o.id = p.organ left join staffing.workplace w on w.id = c.workplace
       where c.matter = ${head.id}::uuid order by c.name collate "zh-natural", c.person`.execute(tx)
    const { rows: came } = await sql<Came>`
      select w.room, p.label as name, lower(w.valid)::text as since
        from office_space.census_room c join staffing.workplace w on w.room = c.room and w.created_at > ${head.openedAt} and w.valid @> ${today}::date and w.retired_at is null and w.merged_into is null
        join people.person p on p.id = w.person
       where c.matter = ${head.id}::uuid order by p.label collate "zh-natural", w.person`.execute(tx)
    const { rows: floors } = await sql<CensusFloor>`
      select f.id, f.name, b.name as building, count(*)::int as expected, (count(*) filter (where c.outcome in ('same', 'differs')))::int as found,
             (count(*) filter (where c.outcome = 'differs'))::int as differing, (count(*) filter (where c.outcome = 'missing'))::int as missing, (count(*) filter (where c.outcome is null))::int as "left"
        from office_space.census_room c join places.floor f on f.id = c.floor join places.building b on b.id = f.building
       where c.matter = ${head.id}::uuid group by f.id, f.name, b.name order by min(c.place)`.execute(tx)
    const state = matter.state as CensusSheet['state'] // the engine answers none but the declared ones
    const rooms = withPeople(frozen, { seats, came, en: actor.locale === 'en' })
    return {
      number, subject: matter.subject, state, site: head.site, opened: head.opened, until: head.until, leftOut: head.leftOut,
      mayCount: state === 'counting' && mayReach(actor.principal, counters, { site: head.site.id }),
      floors, rooms, findings: await censusFindings(tx, system, { site: head.site.id, floors, rooms, seats, opened: head.opened, locale: actor.locale }),
    }
  })
}

function withPeople(frozen: readonly Frozen[], { seats, came, en }: { seats: readonly Seat[]; came: readonly Came[]; en: boolean }): readonly CensusRoom[] {
  const sitting = Map.groupBy(seats, ({ room }) => room)
  const coming = Map.groupBy(came, ({ room }) => room)
  return frozen.map(({ nowArea, nowUse, gone, ...room }) => ({
    ...room,
    people: (sitting.get(room.id) ?? []).map(({ id, name, organ, expected, here, signed }) => ({ id, name, organ, expected, here, signed })),
    meanwhile: [
      ...(gone ? [en ? 'The room was taken out of the ledger after the opening' : '清查开始后，这一间已从台账注销'] : []),
      ...(nowArea !== room.area && room.signed !== 'written' ? [en ? `The ledger now says ${nowArea} ㎡` : `台账面积已改为 ${nowArea} ㎡`] : []),
      ...(nowUse !== room.use && room.signed !== 'written' ? [en ? `The ledger now says: ${nowUse}` : `台账用途已改为${roomUses[nowUse]}`] : []),
      ...(sitting.get(room.id) ?? []).flatMap((seat) => seatMeanwhile(seat, en)),
      ...(coming.get(room.id) ?? []).filter(({ name }) => !(sitting.get(room.id) ?? []).some((seat) => seat.name === name && seat.signed === 'written'))
        .map(({ name, since }) => (en ? `${name} was entered here after the opening, since ${since}` : `${name} 在清查开始后登记到这里（${since} 起）`)),
    ],
  }))
}
function seatMeanwhile({ name, expected, ended, elsewhere, leftOn, signed }: Seat, en: boolean): readonly string[] {
  if (!expected || signed === 'written') return []
  if (leftOn !== null && ended === null) return [en ? `${name} left on ${leftOn}; his seat is still entered` : `${name} 已于 ${leftOn} 离岗，座位还登记在这里`]
  if (ended === null) return []
  if (elsewhere !== null) return [en ? `${name} sits in ${elsewhere} since the opening` : `${name} 在清查开始后搬到${elsewhere}`]
  return [en ? `${name} is not entered here any more${leftOn === null ? '' : `, left on ${leftOn}`}` : `${name} 在清查开始后不再登记在这里${leftOn === null ? '' : `（${leftOn} 离岗）`}`]
}
