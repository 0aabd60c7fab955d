// Bringing in a drawing 导入楼层图: its rooms recognised, matched to the ledger by number, kept as what the floor looks like from a day on.
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { compareRooms, layFlat, proposeChoice, readDrawing, recognise } from '@houqin/dxf'
import type { Choice, Finding, Recognition, Room } from '@houqin/dxf'
import type { System } from '@houqin/http'
import { floor } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { floorPlan } from '../../contract/index.ts'

export interface DrawnFloor {
  readonly floor: string
  /** An ASCII DXF that shows this floor alone. */
  readonly bytes: Uint8Array
  readonly source: string
  /** The day from which the floor looks so. */
  readonly from: string
  readonly drawnOn?: string
  /** What the surveyor settled; proposed when left out. */
  readonly choice?: Choice
}
export interface ImportedPlan {
  readonly id: string
  readonly rooms: number
  /** Of them, those the ledger knows by their number. */
  readonly matched: number
  /** Numbers in the ledger that were not drawn. */
  readonly undrawn: readonly string[]
  readonly findings: readonly Finding[]
}
/** Both must be exceeded before a drawn area is said to differ from the registered one. */
const tolerance = { share: 0.03, squareMetres: 0.5 }

/**
 * The plan before it ends the day before. @throws Problem bad-input when no room is recognised, or the plan in force begins on that day or later;
 * not-found without the floor.
 */
export async function importPlan(tx: Tx, { registers }: System, actor: Actor, { floor: id, bytes, source, from, drawnOn, choice }: DrawnFloor): Promise<ImportedPlan> {
  const where = await registers.get(tx, actor, floor, id)
  const { rooms, findings } = recognised(bytes, choice)
  if (rooms.length === 0) throw refused('bytes', say(`图上没有认出房间:${findings.map(({ zh }) => zh).join(';')}`, `No room was recognised on the drawing: ${findings.map(({ en }) => en).join('; ')}`))
  const { rows: known } = await sql<{ id: string; number: string; area: string }>`
    select id, number, area::text as area from places.room where floor = ${id}::uuid and retired_at is null and merged_into is null order by number`.execute(tx)
  const byNumber = new Map(known.map((room) => [room.number, room]))
  const matched = new Map(rooms.flatMap((room) => {
    const one = room.code === undefined ? undefined : byNumber.get(room.code)
    return one ? [[room.number, one] as const] : []
  }))
  await endBefore(tx, { registers, actor, floor: id, from })
  const row = await registers.insert(tx, actor, floorPlan, { site: String(where.site), floor: id, source, from, ...(drawnOn !== undefined && { drawnOn }) })
  const outlines = rooms.map(({ number, ring, holes, area, code }) => ({ place: number, room: matched.get(number)?.id ?? null, code: code ?? null, ring, holes, area }))
  await sql`
    insert into office_space.outline (plan, place, room, code, ring, holes, area)
    select ${row.id}::uuid, o.place, o.room, o.code, o.ring, o.holes, o.area
      from jsonb_to_recordset(${JSON.stringify(outlines)}::jsonb) as o (place int, room uuid, code text, ring jsonb, holes jsonb, area numeric)`.execute(tx)
  const drawn = new Set([...matched.values()].map((room) => room.id))
  const registered = new Map([...matched].map(([number, { area }]) => [number, area]))
  return {
    id: row.id, rooms: rooms.length, matched: matched.size, undrawn: known.filter((room) => !drawn.has(room.id)).map(({ number }) => number),
    findings: [...findings, ...compareRooms({ rooms, registered, tolerance })],
  }
}

function recognised(bytes: Uint8Array, choice: Choice | undefined): { rooms: readonly Room[]; findings: Recognition['findings'] } {
  const drawing = readDrawing(bytes)
  const sheet = layFlat(drawing)
  return recognise(sheet, choice ?? proposeChoice(drawing, sheet).choice)
}

async function endBefore(tx: Tx, { registers, actor, floor: id, from }: { registers: System['registers']; actor: Actor; floor: string; from: string }): Promise<void> {
  const { rows } = await sql<{ id: string; version: number; from: string }>`
    select id, version, lower(valid)::text as "from" from office_space.floor_plan
     where floor = ${id}::uuid and retired_at is null and merged_into is null and (upper(valid) is null or upper(valid) > ${from}::date)`.execute(tx)
  for (const before of rows) {
    if (before.from >= from) throw refused('from', say(`${before.from} 起已有一版图,新的一版应更晚。`, `A plan begins on ${before.from} already; the new one must begin later.`))
    await registers.update(tx, actor, floorPlan, before.id, { to: addDays(from, -1) }, before.version)
  }
}
const refused = (at: string, says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at, says }] })
