// Bringing in a drawing 导入楼层图: its rooms matched to the ledger by number, and kept as what the floor looks like from a day on.
import { mayReach, systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import { compareFloor, compareRooms } from '@houqin/dxf'
import type { Finding, Tolerance } from '@houqin/dxf'
import type { System } from '@houqin/http'
import { placesOfficer, steward } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { floorPlan, organArea } from '../../contract/index.ts'
import type { PlanReading } from './plan-reading.ts'

export interface DrawnFloor {
  readonly floor: string
  readonly reading: PlanReading
  /** Name of the file. */
  readonly source: string
  /** The day from which the floor looks so, and the day it was surveyed; YYYY-MM-DD. */
  readonly from: string
  readonly drawnOn?: string
  /** Of a change made on the plan: the version it began from, null for a floor that had none. */
  readonly base?: string | null
}
/** A reading held against the ledger. */
export interface HeldReading {
  /** Ids in the ledger by the rooms' numbers on the drawing. */
  readonly matched: ReadonlyMap<number, string>
  /** Numbers in the ledger that were not drawn. */
  readonly undrawn: readonly string[]
  readonly findings: readonly Finding[]
}
/** Where no row of the register holds: what is usual when a tape measures an office. Both must be exceeded. */
const usual: Readonly<Record<'room' | 'building', Tolerance>> = { room: { share: 0.03, squareMetres: 0.5 }, building: { share: 0.05, squareMetres: 10 } }

/** Who brings drawings in; who looks at them and publishes those of others. */
export const drawers = [placesOfficer]
export const lookers = [placesOfficer, steward]

/** The site of a floor whose drawings the actor may handle in one of the roles. @throws Problem not-found, not-allowed. */
export async function siteToDraw(db: System['db'] | Tx, actor: Actor, floor: string, roles: typeof lookers = drawers): Promise<string> {
  const { rows: [found] } = await sql<{ site: string }>`select site from places.floor where id = ${floor}::uuid and retired_at is null and merged_into is null`.execute(db)
  if (found === undefined) throw new Problem('not-found', say('没有这个楼层。', 'There is no such floor.'))
  if (!mayReach(actor.principal, roles, found)) throw new Problem('not-allowed', say('您不负责这处场所，不能办理它的图纸。请找负责的场所管理员。', 'You do not answer for this site and may not handle its drawings; ask the places officer who does.'))
  return found.site
}

export async function heldAgainstLedger(db: System['db'] | Tx, { floor, reading: { rooms, findings } }: Pick<DrawnFloor, 'floor' | 'reading'>, { standards, clock }: Pick<System, 'standards' | 'clock'>): Promise<HeldReading> {
  const { rows: known } = await sql<{ id: string; number: string; area: string; use: string }>`
    select id, number, area::text as area, use from places.room where floor = ${floor}::uuid and retired_at is null and merged_into is null order by number`.execute(db)
  const byNumber = new Map(known.map((room) => [room.number, room]))
  const found = rooms.flatMap(({ number, code }) => {
    const one = code === undefined ? undefined : byNumber.get(code)
    return one ? [{ place: number, id: one.id, area: one.area, use: one.use }] : []
  })
  const drawn = new Set(found.map(({ id }) => id))
  const passages = new Set(found.filter(({ use }) => use === 'circulation').map(({ place }) => place))
  const usable = decimal.sum(rooms.filter(({ number }) => !passages.has(number)).map(({ area }) => area))
  const day = clock.today()
  return {
    matched: new Map(found.map(({ place, id }) => [place, id])),
    undrawn: known.filter(({ id }) => !drawn.has(id)).map(({ number }) => number),
    findings: [
      ...findings, ...compareRooms({ rooms, registered: new Map(found.map(({ place, area }) => [place, area])), tolerance: await toleranceOf(db, 'room', day) }),
      ...(await wholeBuilding(db, standards, { floor, usable, day })),
    ],
  }
}

async function toleranceOf(db: System['db'] | Tx, of: 'room' | 'building', day: string): Promise<Tolerance> {
  const { rows: [row] } = await sql<{ share: string; area: string }>`
    select share::text as share, area::text as area from office_space.drawing_tolerance
     where of = ${of} and valid @> ${day}::date and retired_at is null and merged_into is null`.execute(db)
  return row ? { share: Number(row.share) / 100, squareMetres: Number(row.area) } : usual[of]
}

/** Once every floor of a building is drawn: its usable area over K against the built area that the certificate gives it. @param usable ㎡ of this floor as it is being drawn. */
async function wholeBuilding(db: System['db'] | Tx, standards: System['standards'], { floor, usable, day }: { floor: string; usable: string; day: string }): Promise<readonly Finding[]> {
  const { rows: [building] } = await sql<{ name: string; height: 'low' | 'high'; certified: string; undrawn: number; others: string }>`
    select b.name, b.height, b.building_area::text as certified,
           (select count(*)::int from places.floor f where f.building = b.id and f.id <> ${floor}::uuid and f.retired_at is null and f.merged_into is null
             and not exists (select from office_space.floor_plan p where p.floor = f.id and p.valid @> ${day}::date and p.retired_at is null and p.merged_into is null)) as undrawn,
           (select coalesce(sum(o.area), 0)::text from places.floor f join office_space.floor_plan p on p.floor = f.id and p.valid @> ${day}::date and p.retired_at is null and p.merged_into is null
             join office_space.outline o on o.plan = p.id left join places.room r on r.id = o.room
            where f.building = b.id and f.id <> ${floor}::uuid and r.use is distinct from 'circulation') as others
      from places.building b join places.floor one on one.building = b.id where one.id = ${floor}::uuid`.execute(db)
  if (building === undefined || building.undrawn > 0) return []
  const { coefficient } = (await standards.figuresAsOf(db, organArea, day)).figures as { readonly coefficient?: Readonly<Record<'low' | 'high', string>> }
  if (coefficient?.[building.height] === undefined) return []
  const whole = { number: 1, title: building.name, level: undefined, box: [0, 0, 0, 0] as const, outline: undefined, rooms: [], area: decimal.sum([usable, building.others]) }
  return compareFloor({ floor: whole, certified: building.certified, coefficient: Number(coefficient[building.height]) / 100, tolerance: await toleranceOf(db, 'building', day) })
}

/** @throws Problem bad-input when no room was recognised, the sheet shows several floors and none was chosen, or a plan begins on that day or later. */
export async function requireFit(db: System['db'] | Tx, { floor, from, base, reading: { rooms, findings } }: Omit<DrawnFloor, 'source'>): Promise<void> {
  if (rooms.length === 0) throw refused('file', say(`图上没有认出房间。${findings.map(({ zh }) => zh).join('')}`, `No room was recognised on the drawing. ${findings.map(({ en }) => en).join(' ')}`))
  if (new Set(rooms.map((room) => room.floor)).size > 1) throw refused('part', say('这张图上画了不止一层，请先选定是哪一层。', 'The sheet shows several floors; choose which of them it is.'))
  if (base !== undefined) await requireSeen(db, floor, base)
  const { rows: [later] } = await sql<{ from: string }>`
    select lower(valid)::text as "from" from office_space.floor_plan
     where floor = ${floor}::uuid and retired_at is null and merged_into is null and lower(valid) >= ${from}::date order by valid desc limit 1`.execute(db)
  if (later) throw refused('from', say(`${later.from} 起已有一版图，新的一版应更晚。`, `A plan begins on ${later.from} already; the new one must begin later.`))
}

/** @throws Problem conflict when the floor has a version that whoever changed it did not see. */
async function requireSeen(db: System['db'] | Tx, floor: string, base: string | null): Promise<void> {
  const { rows: [last] } = await sql<{ id: string; source: string; from: string }>`
    select id, source, lower(valid)::text as "from" from office_space.floor_plan
     where floor = ${floor}::uuid and retired_at is null and merged_into is null order by lower(valid) desc limit 1`.execute(db)
  if ((last?.id ?? null) === base) return
  throw new Problem('conflict', last
    ? say(`您修改期间，这一层已发布新的一版（${last.source}，${last.from} 起）。您的草稿还在本机：请打开新的一版对照后再保存。`, `While you were drawing, a new version of this floor was published (${last.source}, from ${last.from}). Your draft is kept on this device: look at the new version and save again.`)
    : say('您修改期间，这一层的图已被停用。您的草稿还在本机，可以重新画一版。', 'While you were drawing, the plan of this floor was retired. Your draft is kept on this device.'))
}

/** Keeps it as the plan of the floor; the plan before it ends the day before. @throws as `requireFit`. @returns its id. */
export async function importPlan(tx: Tx, system: Pick<System, 'registers' | 'standards' | 'clock'>, drawn: DrawnFloor & { readonly site: string }): Promise<string> {
  const { site, floor, source, from, drawnOn, reading: { rooms } } = drawn
  const { registers } = system
  await requireFit(tx, drawn)
  const { matched } = await heldAgainstLedger(tx, drawn, system)
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
