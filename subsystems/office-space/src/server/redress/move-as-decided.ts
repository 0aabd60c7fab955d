// The move that a redress decided 按定下的办法调整座位: the old seat ends, the new one begins, a room of the pool is given to the organ with it.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { workplace } from '@houqin/staffing'
import { sql } from 'kysely'
import { allotment } from '../../contract/index.ts'
import type { redressWays } from '../../contract/index.ts'
import { isUntaken } from '../request/pool.ts'
import { endSeat } from '../seat-ended.ts'
import type { StandingSeat } from '../seat-ended.ts'

export interface Decided {
  readonly number: string
  readonly organ: string
  readonly person: string | null
  readonly room: string | null
  readonly way: keyof typeof redressWays | null
  readonly newRoom: string | null
}

/** What stands so already, because it was moved with others or entered by hand, is left as it is. @throws Problem step-not-possible for a room that is let, lent or sealed. */
export async function moveAsDecided(system: System, tx: Tx, actor: Actor, decided: Decided): Promise<void> {
  const { way, person, newRoom } = decided
  if (person === null || (way !== 'exchange' && way !== 'vacate')) return
  await leaveRooms(system, tx, actor, decided)
  if (way !== 'exchange' || newRoom === null) return
  const today = system.clock.today()
  await giveFromPool(system, tx, actor, { ...decided, newRoom })
  const { rows: sits } = await sql`
    select from staffing.workplace where person = ${person}::uuid and room = ${newRoom}::uuid and valid @> ${today}::date and retired_at is null and merged_into is null`.execute(tx)
  if (sits.length === 0) await system.registers.insert(tx, actor, workplace, { person, room: newRoom, from: today })
}

/** His last day in the old room was yesterday: today it is free. */
async function leaveRooms(system: System, tx: Tx, actor: Actor, { person, room, newRoom, number }: Decided): Promise<void> {
  const today = system.clock.today()
  const { rows } = await sql<StandingSeat>`
    select id, version, lower(valid)::text as "from" from staffing.workplace
     where person = ${person}::uuid and (${room}::uuid is null or room = ${room}::uuid) and room is distinct from ${newRoom}::uuid
       and valid @> ${today}::date and retired_at is null and merged_into is null`.execute(tx)
  for (const seat of rows) await endSeat(tx, system, actor, { seat, reason: `整改 ${number}` })
}

/** A room that no organ was given becomes the organ's with the move; whether that is more than it may have is judged with everything else. */
async function giveFromPool({ registers, clock }: System, tx: Tx, actor: Actor, { organ, newRoom }: Decided & { readonly newRoom: string }): Promise<void> {
  const today = clock.today()
  const { rows: [found] } = await sql<{ name: string; untaken: boolean; held: boolean; sat: boolean }>`
    select r.label as name, ${isUntaken(today)} as untaken,
           exists (select from office_space.allotment a where a.room = r.id and a.valid && daterange(${today}::date, null) and a.retired_at is null and a.merged_into is null) as held,
           exists (select from staffing.workplace w where w.room = r.id and w.valid && daterange(${today}::date, null) and w.retired_at is null and w.merged_into is null) as sat
      from places.room r where r.id = ${newRoom}::uuid`.execute(tx)
  if (!found || found.held) return
  if (!found.untaken && !found.sat) throw new Problem('step-not-possible', say(`${found.name}已出租、出借、封存或在处置，不能调入。请重定办法。`, `${found.name} is let out, lent, sealed or to be disposed of. Decide another way.`))
  await registers.insert(tx, actor, allotment, { organ, room: newRoom, kind: 'own', agreement: [], from: today, to: null })
}

/** Whether the organ was given the room on this very day. */
export async function givenToday(tx: Tx, { organ, room, today }: { organ: string; room: string; today: string }): Promise<boolean> {
  const { rows } = await sql`
    select from office_space.allotment where organ = ${organ}::uuid and room = ${room}::uuid and lower(valid) = ${today}::date and retired_at is null and merged_into is null`.execute(tx)
  return rows.length > 0
}
