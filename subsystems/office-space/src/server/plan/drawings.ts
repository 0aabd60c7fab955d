// Drawings that wait 待发布的图纸: brought in by a places officer, looked at and published by another or by the steward of the site, or taken back.
import { mayReach, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import type { System } from '@houqin/http'
import { floor as floors } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { floorPlan } from '../../contract/index.ts'
import { importPlan, lookers, requireFit, siteToDraw } from './import-plan.ts'
import type { DrawnFloor } from './import-plan.ts'
import { keepOriginal } from './originals.ts'
import type { Original } from './originals.ts'
import type { PlanReading } from './plan-reading.ts'
import type { WaitingDrawing } from '../../contract/answers.ts'

/** @returns its id. @throws Problem as `siteToDraw` and `requireFit`. */
export async function bringDrawing(tx: Tx, { clock }: System, actor: Actor, { original, ...drawn }: DrawnFloor & { readonly original: Original }): Promise<string> {
  const { floor, source, from, drawnOn, base, reading } = drawn
  await siteToDraw(tx, actor, floor)
  await requireFit(tx, drawn)
  if (base !== undefined) await requireAlone(tx, actor, floor)
  const id = newId(clock)
  const { account, name } = actor.principal
  await sql`
    insert into office_space.drawing (id, floor, source, starts, drawn_on, reading, edited, base, brought_by, brought_by_name, created_at)
    values (${id}, ${floor}, ${source}, ${from}, ${drawnOn ?? null}, ${JSON.stringify(reading)}::jsonb, ${base !== undefined}, ${base ?? null}, ${account}, ${name}, ${clock.now()})`.execute(tx)
  await keepOriginal(tx, { clock }, { drawing: id, original })
  await record(tx, { at: clock.now(), ...signature(actor), action: 'office-space.drawing.bring', subject: { kind: floors.id, id: floor }, summary: `交来图纸 ${source}，${from} 起`, after: { drawing: id, rooms: reading.rooms.length } })
  return id
}

/** @throws Problem conflict while somebody else's change of the floor waits: of two who draw at the same time the second is told. */
async function requireAlone(tx: Tx, actor: Actor, floor: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('office-space.drawing'), hashtext(${floor}))`.execute(tx)
  const { rows: [other] } = await sql<{ name: string; own: boolean }>`
    select brought_by_name as name, brought_by = ${actor.principal.account}::uuid as own from office_space.drawing where floor = ${floor}::uuid and edited order by created_at limit 1`.execute(tx)
  if (other) throw new Problem('conflict', other.own
    ? say('您已交来这一层的一份修改，还在等发布。请先撤回那一份再交；您的草稿还在本机。', 'A change of this floor that you handed in waits to be published. Take it back first; your draft is kept on this device.')
    : say(`${other.name}已交来这一层的修改，正在等发布。您的草稿还在本机：等那一份发布或退回后，对照新的一版再保存。`, `${other.name} handed in a change of this floor, which waits to be published. Your draft is kept on this device: look at the new version once it is published, then save.`))
}

/** Those of sites the actor answers for, the oldest first. */
export async function waitingDrawings({ db }: System, actor: Actor): Promise<readonly WaitingDrawing[]> {
  const { rows } = await sql<WaitingDrawing>`
    select d.id, jsonb_build_object('id', f.id, 'name', f.name) as floor, jsonb_build_object('id', b.id, 'name', b.name) as building, jsonb_build_object('id', s.id, 'name', s.label) as site,
           d.source, d.starts::text as "from", d.brought_by_name as "broughtBy", d.created_at as "createdAt", d.brought_by = ${actor.principal.account}::uuid as own
      from office_space.drawing d join places.floor f on f.id = d.floor join places.building b on b.id = f.building join places.site s on s.id = f.site
     order by d.created_at, d.id`.execute(db)
  return rows.filter(({ site }) => mayReach(actor.principal, lookers, { site: site.id }))
}

interface Kept extends DrawnFloor {
  readonly site: string
  readonly broughtBy: string
  readonly broughtByName: string
}
/** @throws Problem not-found, not-allowed. */
export async function drawingOf(db: System['db'] | Tx, actor: Actor, id: string): Promise<Kept> {
  const { rows: [found] } = await sql<Omit<Kept, 'site' | 'drawnOn' | 'reading' | 'base'> & { drawnOn: string | null; edited: boolean; base: string | null; reading: PlanReading }>`
    select floor, source, starts::text as "from", drawn_on::text as "drawnOn", reading, edited, base, brought_by as "broughtBy", brought_by_name as "broughtByName"
      from office_space.drawing where id = ${id}::uuid`.execute(db)
  if (found === undefined) throw gone()
  const { drawnOn, edited, base, ...rest } = found
  return { ...rest, ...(edited && { base }), site: await siteToDraw(db, actor, found.floor, lookers), ...(drawnOn !== null && { drawnOn }) }
}

/** What waits becomes the plan. @throws Problem not-allowed for whoever brought it in, and as `requireFit`. @returns the plan's id. */
export async function publishDrawing(tx: Tx, system: System, actor: Actor, id: string): Promise<string> {
  const drawn = await drawingOf(tx, actor, id)
  if (drawn.broughtBy === actor.principal.account) throw new Problem('not-allowed', say('图纸由您交来，要由另一位场所管理员或驻点负责人核对后发布。', 'You brought this drawing in; another places officer, or the steward of the site, has to look at it and publish it.'))
  const { rows: [original] } = await sql<{ id: string }>`update office_space.original set drawing = null where drawing = ${id}::uuid returning id`.execute(tx)
  await takeAway(tx, id)
  const plan = await importPlan(tx, system, drawn)
  await sql`update office_space.original set plan = ${plan}::uuid where id = ${original?.id ?? null}::uuid`.execute(tx)
  await record(tx, {
    at: system.clock.now(), ...signature(actor), action: 'office-space.drawing.publish', subject: { kind: floorPlan.id, id: plan },
    summary: `发布 ${drawn.broughtByName} 交来的图纸 ${drawn.source}，${drawn.from} 起`, after: { drawing: id, rooms: drawn.reading.rooms.length },
  })
  return plan
}

/** Taken back by whoever brought it in, or sent back by another. @throws Problem not-found, not-allowed. */
export async function dropDrawing(tx: Tx, { clock }: System, actor: Actor, id: string): Promise<void> {
  const { floor, source, broughtByName } = await drawingOf(tx, actor, id)
  await takeAway(tx, id)
  await record(tx, { at: clock.now(), ...signature(actor), action: 'office-space.drawing.drop', subject: { kind: floors.id, id: floor }, summary: `不用 ${broughtByName} 交来的图纸 ${source}`, after: { drawing: id } })
}

/** Of two who publish or drop at the same time the second is told. */
async function takeAway(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql`delete from office_space.drawing where id = ${id}::uuid returning id`.execute(tx)
  if (rows.length === 0) throw gone()
}
const gone = (): Problem => new Problem('not-found', say('没有这份待发布的图纸，可能已经发布或撤回。', 'No such drawing waits; it may have been published or taken back.'))
