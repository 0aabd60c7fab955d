// What an approver decides upon 审批依据: how the organ stands by each line and clause, what the pool offers, and the rooms that are proposed.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { roomRequest } from '../../contract/index.ts'
import type { RequestKind } from '../../contract/index.ts'
import { organStanding } from './organ-standing.ts'
import { proposedRooms } from './proposed-rooms.ts'
import { poolOf } from './request-effects.ts'
import type { RequestBasis } from '../../contract/answers.ts'

interface Asked {
  readonly id: string
  readonly organ: string
  readonly what: RequestKind
  readonly room: string | null
  readonly use: 'office' | 'service' | 'equipment' | 'ancillary' | 'technical' | 'circulation' | null
  readonly area: string | null
}

/** @throws Problem not-found, not-allowed as the matter's own page does. */
export async function requestBasis(system: System, actor: Actor, number: string): Promise<RequestBasis> {
  const { db, clock, matters } = system
  await matters.read(db, actor, roomRequest, number)
  const day = clock.today()
  const { rows: [asked] } = await sql<Asked>`
    select r.matter as id, r.organ, r.what, r.room, r.use, r.area::text as area from office_space.room_request r join matter.matter m on m.id = r.matter where m.number = ${number}`.execute(db)
  if (!asked) throw new Error(`${number} has no row of its own`)
  const { entitlement: _, ...standing } = await organStanding(db, system, { organ: asked.organ, day })
  const rooms = await proposedRooms(db, { matter: asked.id, day })
  const { rows: floors } = await sql<{ id: string; floor: string; drawn: boolean }>`
    select r.id, r.floor, exists (select from office_space.floor_plan f where f.floor = r.floor and f.valid @> ${day}::date and f.retired_at is null and f.merged_into is null) as drawn
      from places.room r where r.id = any(${rooms.map(({ id }) => id)}::uuid[])`.execute(db)
  const configures = ['allot', 'exchange', 'lease'].includes(asked.what)
  return {
    standing, pool: configures ? await poolOf(system, { tx: db, form: asked, day }) : null,
    proposed: rooms.flatMap((room) => floors.filter(({ id }) => id === room.id).map(({ floor, drawn }) => ({ ...room, floor, drawn }))),
  }
}
