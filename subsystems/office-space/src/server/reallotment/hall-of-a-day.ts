// The hall of a day 调剂的底数: who sits where in an organ, a building or the district, what each rule says of it, and which rooms are free.
import { mayReach } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { AnyStandard, Standard, SubjectRow } from '@houqin/define'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import type { Rank } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { judge } from '@houqin/standards'
import { sql } from 'kysely'
import { areaByRank, entitlementOf, organArea, personSeats, vacatedInTime } from '../../contract/index.ts'
import type { EntitlementFigures, PersonSeats } from '../../contract/index.ts'
import type { Hall, HallPerson, HallRoom } from '../../contract/reallotment/hall.ts'
import { units } from '../../contract/reallotment/hall.ts'
import type { HeldOn } from '../../contract/standards/vacated-in-time.ts'
import type { OrganRooms } from '../../contract/standards/organ-area.ts'

export interface Scope {
  readonly organ?: string | undefined
  readonly building?: string | undefined
}
export interface Settled {
  /** Persons who stay where they are. */
  readonly locked: readonly string[]
  readonly forbidden: readonly string[]
}
/** Who is told how others sit, and may propose otherwise. */
export const proposers = [placesOfficer, bureauLeader]

/** @throws Problem not-found, not-allowed, and bad-input on a day without figures. */
export async function hallOfADay(tx: Tx, { standards }: System, actor: Actor, { day, scope, settled }: { day: string; scope: Scope; settled: Settled }): Promise<Hall> {
  await requireReach(tx, actor, scope)
  const { rows: seated } = await sql<PersonSeats>`select s.* from (${personSeats(day, sql)}) s order by s.person`.execute(tx)
  const { rows: rooms } = await sql<HallRoom & { building: string; later: boolean }>`
    select r.id, b.name || ' ' || r.number || coalesce(' ' || r.title, '') as name, r.floor, r.building, r.site, r.area::text as area, r.use = 'office' as office,
           coalesce(r.seats, 0) as places,
           coalesce((select jsonb_agg(distinct a.organ) from office_space.allotment a
             where a.room = r.id and a.retired_at is null and a.merged_into is null and (upper(a.valid) is null or upper(a.valid) > ${day}::date)), '[]') as organs,
           exists (select from staffing.workplace w where w.room = r.id and lower(w.valid) > ${day}::date and w.retired_at is null and w.merged_into is null)
             or exists (select from office_space.room_state t where t.room = r.id and t.retired_at is null and t.merged_into is null and (upper(t.valid) is null or upper(t.valid) > ${day}::date)) as later
      from places.room r join places.building b on b.id = r.building
     where r.use in ('office', 'service', 'equipment') and r.area > 0 and r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null
     order by r.id`.execute(tx)
  const figures = (await standards.figuresAsOf(tx, areaByRank, day))
  const limits = figures.figures['officeArea'] as Readonly<Record<Rank, string>>
  if (limits?.below === undefined) throw new Problem('bad-input', say(`${day} 没有施行中的面积标准，请换一个日期。`, `No standard of areas was in force on ${day}; take another day.`))
  const leaves = await heldTooLong(tx, standards, day)
  const roomOf = new Map(rooms.map((room) => [room.id, room]))
  const reached = ({ organ, seats }: PersonSeats): boolean => {
    if (scope.organ !== undefined) return organ === scope.organ
    if (scope.building !== undefined) return seats.some(({ room }) => roomOf.get(room)?.building === scope.building)
    return mayReach(actor.principal, proposers, { organ, site: seats[0]?.site ?? null })
  }
  const locked = new Set(settled.locked)
  const least = units(limits.below)
  const sitting = new Map<string, number>()
  for (const { seats } of seated) for (const { room } of seats) sitting.set(room, (sitting.get(room) ?? 0) + 1)
  const people = seated.map((one): HallPerson => {
    const own = one.seats.map(({ room }) => room)
    const gone = own.filter((room) => leaves.has(`${one.person} ${room}`))
    const approved = own.length === 2 && new Set(one.seats.map(({ site }) => site)).size === 2 && judge({ standard: areaByRank, subject: { name: one.name, rank: one.rank, rooms: one.seats }, figures }).length === 0
    return { id: one.person, name: one.name, organ: one.organ, rank: one.rank, rooms: own, leaves: gone, active: one.active, fixed: locked.has(one.person) || !reached(one) || (gone.length === 0 && (!one.active || approved)) }
  })
  const concerned = new Set(people.filter(({ fixed }) => !fixed).flatMap((person) => person.rooms))
  return {
    limits, headroom: await headroomOf(tx, standards, { day, scope }),
    people: people.filter((person) => !person.fixed || person.rooms.some((room) => concerned.has(room)) || (scope.organ !== undefined && person.organ === scope.organ))
      .map((person) => (person.fixed ? { ...person, leaves: locked.has(person.id) ? person.leaves : [] } : person)),
    rooms: rooms.filter(({ building, id }) => scope.building === undefined || building === scope.building || concerned.has(id))
      // a pool room where people sit who are not asked about is theirs
      .filter(({ id, organs }) => organs.length > 0 || concerned.has(id) || !sitting.has(id))
      .map(({ later: _, ...room }) => ({ ...room, places: room.places > 0 ? room.places : Math.max(sitting.get(room.id) ?? 0, Math.ceil(units(room.area) / least)) })),
    forbidden: [...settled.forbidden, ...rooms.filter(({ later }) => later).map(({ id }) => id)],
  }
}

async function requireReach(tx: Tx, actor: Actor, { organ, building }: Scope): Promise<void> {
  const { rows: [found] } = organ !== undefined
    ? await sql<{ organ: string | null; site: string | null }>`select id as organ, null as site from people.organ where id = ${organ}::uuid and merged_into is null`.execute(tx)
    : building !== undefined
      ? await sql<{ organ: string | null; site: string | null }>`select null as organ, site from places.building where id = ${building}::uuid and merged_into is null and retired_at is null`.execute(tx)
      : { rows: [{ organ: null, site: null }] }
  if (found === undefined) throw new Problem('not-found', say('没有这个单位或楼栋。', 'There is no such organ or building.'))
  if ((organ !== undefined || building !== undefined) && !mayReach(actor.principal, proposers, found)) throw new Problem('not-allowed', say('这个范围不归您管，请找负责的场所管理员。', 'This is not yours to propose for; ask the places officer who answers for it.'))
}

/** Person and room of each office that should have been left by the day. */
async function heldTooLong(tx: Tx, standards: System['standards'], day: string): Promise<ReadonlySet<string>> {
  const figures = await standards.figuresAsOf(tx, vacatedInTime, day)
  const rows = await ledgerOf<HeldOn>(tx, vacatedInTime, day)
  return new Set(rows.filter(({ subject }) => judge({ standard: vacatedInTime, subject, figures }).some(({ level }) => level === 'breach')).map(({ id, subject }) => `${id} ${subject.room}`))
}

/** A building is no organ: there, nobody is told to give rooms back, but nobody grows beyond what he may have either. */
async function headroomOf(tx: Tx, standards: System['standards'], { day, scope }: { day: string; scope: Scope }): Promise<Hall['headroom']> {
  const { figures } = await standards.figuresAsOf(tx, organArea, day)
  if (figures['officeArea'] === undefined) return {}
  const rows = await ledgerOf<OrganRooms>(tx, organArea, day)
  return Object.fromEntries(rows.filter(({ id }) => scope.organ === undefined || id === scope.organ).map(({ id, subject: { establishment, posts, height, office, service, equipment } }) => {
    const led = Object.values(posts).reduce((sum, count) => sum + count, 0)
    // figuresAsOf answers what organArea declares, which is what the calculation reads
    const allowed = entitlementOf({ establishment: Math.max(establishment, led), posts, height }, figures as unknown as EntitlementFigures)
    const left = decimal.minus(allowed.usable, decimal.sum([office, service, equipment]))
    return [id, scope.building !== undefined && left.startsWith('-') ? '0.00' : left]
  }))
}
async function ledgerOf<T>(tx: Tx, standard: AnyStandard, day: string): Promise<readonly SubjectRow<T>[]> {
  // a list of standards forgets what their ledgers hold
  const { rows } = await sql<SubjectRow<T>>`select ledger.* from (${(standard.ledger as NonNullable<Standard['ledger']>)(day, sql)}) as ledger`.execute(tx)
  return rows
}
