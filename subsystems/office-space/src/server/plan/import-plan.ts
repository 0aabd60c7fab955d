// Bringing in a drawing 导入楼层图: its rooms matched to the ledger by number, and kept as what the floor looks like from a day on.
import { mayReach, systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { compareRooms } from '@houqin/dxf'
import type { Finding } from '@houqin/dxf'
import type { System } from '@houqin/http'
import { placesOfficer, steward } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { floorPlan } from '../../contract/index.ts'
import type { PlanReading } from './plan-reading.ts'

export interface DrawnFloor {
  readonly floor: string
  readonly reading: PlanReading
  /** Name of the file. */
  readonly source: string
  /** The day from which the floor looks so, and the day it was surveyed; YYYY-MM-DD. */
  readonly from: string
  readonly drawnOn?: string
}
/** A reading held against the ledger. */
export interface HeldReading {
  /** Ids in the ledger by the rooms' numbers on the drawing. */
  readonly matched: ReadonlyMap<number, string>
  /** Numbers in the ledger that were not drawn. */
  readonly undrawn: readonly string[]
  readonly findings: readonly Finding[]
}
/** Both must be exceeded before a drawn area is said to differ from the registered one. */
const tolerance = { share: 0.03, squareMetres: 0.5 }

/** Who brings drawings in; who looks at them and publishes those of others. */
export const drawers = [placesOfficer]
export const lookers = [placesOfficer, steward]

/** The site of a floor whose drawings the actor may handle in one of the roles. @throws Problem not-found, not-allowed. */
export async function siteToDraw(db: System['db'] | Tx, actor: Actor, floor: string, roles: typeof lookers = drawers): Promise<string> {
  const { rows: [found] } = await sql<{ site: string }>`select site from places.floor where id = ${floor}::uuid and retired_at is null and merged_into is null`.execute(db)
  if (found === undefined) throw new Problem('not-found', say('没有这个楼层。', 'There is no such floor.'))
  if (!mayReach(actor.principal, roles, found)) throw new Problem('not-allowed', say('您不负责这处场所,不能办理它的图纸。请找负责的场所管理员。', 'You do not answer for this site and may not handle its drawings; ask the places officer who does.'))
  return found.site
}

export async function heldAgainstLedger(db: System['db'] | Tx, { floor, reading: { rooms, findings } }: Pick<DrawnFloor, 'floor' | 'reading'>): Promise<HeldReading> {
  const { rows: known } = await sql<{ id: string; number: string; area: string }>`
    select id, number, area::text as area from places.room where floor = ${floor}::uuid and retired_at is null and merged_into is null order by number`.execute(db)
  const byNumber = new Map(known.map((room) => [room.number, room]))
  const found = rooms.flatMap(({ number, code }) => {
    const one = code === undefined ? undefined : byNumber.get(code)
    return one ? [{ place: number, id: one.id, area: one.area }] : []
  })
  const drawn = new Set(found.map(({ id }) => id))
  return {
    matched: new Map(found.map(({ place, id }) => [place, id])),
    undrawn: known.filter(({ id }) => !drawn.has(id)).map(({ number }) => number),
    findings: [...findings, ...compareRooms({ rooms, registered: new Map(found.map(({ place, area }) => [place, area])), tolerance })],
  }
}

/** @throws Problem bad-input when no room was recognised, the sheet shows several floors and none was chosen, or a plan begins on that day or later. */
export async function requireFit(db: System['db'] | Tx, { floor, from, reading: { rooms, findings } }: DrawnFloor): Promise<void> {
  if (rooms.length === 0) throw refused('file', say(`图上没有认出房间。${findings.map(({ zh }) => zh).join('')}`, `No room was recognised on the drawing. ${findings.map(({ en }) => en).join(' ')}`))
  if (new Set(rooms.map((room) => room.floor)).size > 1) throw refused('part', say('这张图上画了不止一层,请先选定是哪一层。', 'The sheet shows several floors; choose which of them it is.'))
  const { rows: [later] } = await sql<{ from: string }>`
    select lower(valid)::text as "from" from office_space.floor_plan
     where floor = ${floor}::uuid and retired_at is null and merged_into is null and lower(valid) >= ${from}::date order by valid desc limit 1`.execute(db)
  if (later) throw refused('from', say(`${later.from} 起已有一版图,新的一版应更晚。`, `A plan begins on ${later.from} already; the new one must begin later.`))
}

/** Keeps it as the plan of the floor; the plan before it ends the day before. @throws as `requireFit`. @returns its id. */
export async function importPlan(tx: Tx, { registers }: System, drawn: DrawnFloor & { readonly site: string }): Promise<string> {
  const { site, floor, source, from, drawnOn, reading: { rooms } } = drawn
  await requireFit(tx, drawn)
  const { matched } = await heldAgainstLedger(tx, drawn)
  const { rows: before } = await sql<{ id: string; version: number }>`
    select id, version from office_space.floor_plan
     where floor = ${floor}::uuid and retired_at is null and merged_into is null and (upper(valid) is null or upper(valid) > ${from}::date)`.execute(tx)
  for (const { id, version } of before) await registers.update(tx, systemActor, floorPlan, id, { to: addDays(from, -1) }, version)
  const { id } = await registers.insert(tx, systemActor, floorPlan, { site, floor, source, from, to: null, drawnOn: drawnOn ?? null })
  const outlines = rooms.map(({ number, ring, holes, area, code }) => ({ place: number, room: matched.get(number) ?? null, code: code ?? null, ring, holes, area }))
  await sql`
    insert into office_space.outline (plan, place, room, code, ring, holes, area)
    select ${id}::uuid, o.place, o.room, o.code, o.ring, o.holes, o.area
      from jsonb_to_recordset(${JSON.stringify(outlines)}::jsonb) as o (place int, room uuid, code text, ring jsonb, holes jsonb, area numeric)`.execute(tx)
  return id
}
const refused = (at: string, says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at, says }] })
