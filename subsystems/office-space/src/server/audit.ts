// The audit of office space 办公用房检查: every room, person and organ against every standard, in one call.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { AuditedSubject } from '@houqin/wire'
import { sql } from 'kysely'
import { ancillaryRooms, approvedLetting, areaByRank, innerToilet, noTrainingCentre, oneOffice, organArea, personSeats, serviceRooms, vacatedInTime } from '../contract/index.ts'
import type { PersonSeats } from '../contract/index.ts'

export interface SpaceBreach extends AuditedSubject {
  readonly standard: { readonly id: string; readonly title: string }
  /** Offices of the person on the day, the largest first; none for an organ. */
  readonly rooms: readonly { readonly id: string; readonly name: string; readonly area: string; readonly since: string }[]
}
export interface SpaceAudit {
  readonly asOf: string
  readonly checked: number
  readonly breaches: number
  readonly warnings: number
  readonly standards: readonly { readonly id: string; readonly title: string; readonly checked: number; readonly breaches: number; readonly warnings: number }[]
  /** At most 2,000 a standard; the counts are of all. */
  readonly rows: readonly SpaceBreach[]
}
const judges = [areaByRank, organArea, oneOffice, vacatedInTime, innerToilet, serviceRooms, ancillaryRooms, approvedLetting, noTrainingCentre]
const most = 2_000

/**
 * Within the organs and sites where the reader holds a role that reads the standard; one snapshot for all of it.
 * @throws Problem bad-request for what is no day.
 */
export async function auditSpace({ db, standards, clock, word }: System, actor: Actor, asked: { asOf?: string; organ?: string }): Promise<SpaceAudit> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const asOf = asked.asOf ?? clock.today()
    const found = await standards.auditTogether(tx, actor, judges.map(({ id }) => id), { ...asked, asOf, most })
    const audits = found.map((audit, at) => {
      const { id, title } = judges[at] as (typeof judges)[number] // one for each, in their order
      return { standard: { id, title: word(`${id}.title`, title, actor.locale) }, audit }
    })
    const roomsOf = await roomsOfThem(tx, [...new Set(found.flatMap(({ rows }) => rows.map(({ subject }) => subject.id)))], asOf)
    const total = (of: 'checked' | 'breaches' | 'warnings'): number => audits.reduce((sum, { audit }) => sum + audit[of], 0)
    return {
      asOf, checked: total('checked'), breaches: total('breaches'), warnings: total('warnings'),
      standards: audits.map(({ standard, audit: { checked, breaches, warnings } }) => ({ ...standard, checked, breaches, warnings })),
      rows: audits.flatMap(({ standard, audit }) => audit.rows.map((row) => ({ ...row, standard, rooms: roomsOf.get(row.subject.id) ?? [] }))),
    }
  })
}

/** Their offices on the day, the largest first, read with the company that each room has. */
async function roomsOfThem(tx: Tx, persons: readonly string[], day: string): Promise<ReadonlyMap<string, SpaceBreach['rooms']>> {
  if (persons.length === 0) return new Map()
  const theirs = sql<boolean>`w.room in (select n.room from staffing.workplace n where n.person = any(${persons}::uuid[]))`
  const { rows } = await sql<PersonSeats>`select s.* from (${personSeats(day, sql, theirs)}) s where s.person = any(${persons}::uuid[])`.execute(tx)
  return new Map(rows.map(({ person, seats }) => [person, seats.map(({ room, name, area, since }) => ({ id: room, name, area, since }))]))
}
