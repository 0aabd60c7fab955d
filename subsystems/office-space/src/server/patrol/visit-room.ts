// A look at a room 看一间: what differs from the ledger is kept, and becomes a redress that closes only when the data comply.
import { mayReach, signature, systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import { claimFiles } from '@houqin/files'
import type { System } from '@houqin/http'
import { addParties } from '@houqin/matter-records'
import { room as rooms } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import type { WireFinding } from '@houqin/wire'
import { sql } from 'kysely'
import { redress, roomPatrol } from '../../contract/index.ts'
import type { RoomVisited, SeenState, Visited } from '../../contract/index.ts'
import { counters } from '../census/count-room.ts'
import { stillOtherwise } from './still-otherwise.ts'

interface Standing {
  readonly site: string
  readonly building: string
  readonly number: string
  readonly use: string
  readonly state: SeenState
  readonly sitting: readonly string[]
}
interface Under {
  readonly id: string
  readonly number: string
}
type Differing = Pick<RoomVisited, 'use' | 'state' | 'plate'> & { readonly people: readonly { readonly person: string; readonly here: boolean }[] }

/**
 * @throws Problem not-found for a room that is not his to see; not-allowed for whoever does not answer for the site; step-not-possible when the patrol
 * is over; conflict for a room of another building; bad-input for photographs without a patrol, or of somebody else.
 */
export async function visitRoom(tx: Tx, system: System, actor: Actor, { id, seen }: { id: string; seen: RoomVisited }): Promise<Visited> {
  const { clock, registers } = system
  const row = await registers.get(tx, actor, rooms, id)
  const [at, day] = [clock.now(), clock.today()]
  const standing = await standingOf(tx, row.id, day)
  if (!mayReach(actor.principal, counters, { site: standing.site })) throw new Problem('not-allowed', say('这处场所由它的驻点负责人和场所管理员巡查。', 'This site is walked by its steward and the places officer.'))
  const patrol = seen.patrol === undefined ? null : await walkedNow(tx, { number: seen.patrol, building: standing.building })
  const differing = differingFrom(standing, seen)
  const differs = differing.people.length > 0 || differing.use !== undefined || differing.state !== undefined || differing.plate !== undefined
  const photos = seen.photos ?? []
  if (photos.length > 0 && patrol === null) throw noPatrol()
  const visit = newId(clock)
  await sql`
    insert into office_space.visit (id, room, patrol, day, at, by_account, by_name, way, use, state, plate, note, photos, differs)
    values (${visit}::uuid, ${row.id}::uuid, ${patrol}::uuid, ${day}::date, ${at}, ${actor.principal.account}::uuid, ${actor.principal.name}, ${seen.way},
      ${differing.use ?? null}, ${differing.state ?? null}, ${differing.plate ?? null}, ${seen.note ?? null}, ${photos}::uuid[], ${differs})`.execute(tx)
  await sql`
    insert into office_space.visit_person (visit, person, here)
    select ${visit}::uuid, p.person, p.here from jsonb_to_recordset(${JSON.stringify(differing.people)}::jsonb) as p (person uuid, here boolean)`.execute(tx)
  if (patrol !== null) await claimFiles(tx, { files: photos.map((file, place) => ({ id: file, at: `photos[${place}]` })), owner: { kind: roomPatrol.id, id: patrol }, by: { account: actor.principal.account }, at })
  const { organ, findings } = differs ? await stillOtherwise(tx, system, { room: row.id, day }) : { organ: null, findings: [] }
  const under = differs ? await putRight(tx, system, { room: row.id, organ, findings, because: [seen.patrol, seen.note] }) : null
  if (under !== null) {
    await sql`update office_space.visit set redress = ${under.id}::uuid where id = ${visit}::uuid`.execute(tx)
    await tellRedress(tx, system, actor, { under, patrol: seen.patrol, note: seen.note, photos })
  }
  await record(tx, {
    at, ...signature(actor), action: 'office-space.room-patrol.visit', subject: { kind: rooms.id, id: row.id },
    summary: `巡查 ${seen.patrol ?? '复核'}：${standing.number} ${differs ? '与台账不符' : '相符'}`, after: { ...differing, note: seen.note ?? null, photos, way: seen.way, redress: under?.number ?? null },
  })
  const words = ({ says, advice, cite, en }: WireFinding) => (actor.locale === 'en' ? { says: en.says, advice: en.advice, cite: cite.text } : { says, advice, cite: cite.text })
  return { outcome: differs ? 'differs' : 'same', findings: findings.map(words), redress: under?.number ?? null }
}

async function standingOf(tx: Tx, room: string, day: string): Promise<Standing> {
  const { rows: [found] } = await sql<Standing>`
    select r.site, r.building, r.number, r.use,
           coalesce((select t.state from office_space.room_state t where t.room = r.id and t.valid @> ${day}::date and t.retired_at is null and t.merged_into is null limit 1), 'used') as state,
           array(select w.person from staffing.workplace w where w.room = r.id and w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null) as sitting
      from places.room r where r.id = ${room}::uuid`.execute(tx)
  if (!found) throw new Error(`${room} is gone`)
  return found
}
async function walkedNow(tx: Tx, { number, building }: { number: string; building: string }): Promise<string> {
  const { rows: [patrol] } = await sql<{ id: string; state: string; building: string }>`
    select m.id, m.state, p.building from office_space.room_patrol p join matter.matter m on m.id = p.matter where m.number = ${number} for share of m`.execute(tx)
  if (!patrol) throw new Problem('not-found', say('没有这次巡查。', 'There is no such patrol.'))
  if (patrol.state !== 'walking') throw new Problem('step-not-possible', say('这次巡查已经结束。要复核这一间，扫门牌后点“复核”。', 'The patrol is over. For a second look scan the door.'))
  if (patrol.building !== building) throw new Problem('conflict', say('这一间不在这次巡查的楼里，请核对是不是走错了楼。', 'The room is in another building; check where you are.'))
  return patrol.id
}
/** What was said and is so already is no difference. */
function differingFrom({ use, state, sitting }: Standing, seen: RoomVisited): Differing {
  return {
    people: (seen.people ?? []).filter(({ person, here }) => here !== sitting.includes(person)),
    ...(seen.use !== undefined && seen.use !== use && { use: seen.use }), ...(seen.state !== undefined && seen.state !== state && { state: seen.state }), ...(seen.plate !== undefined && { plate: seen.plate }),
  }
}

/** One redress for a room until it is closed. @returns null while no organ holds the room, whose finding stands on the board. */
async function putRight(tx: Tx, { matters }: System, { room, organ, findings, because }: { room: string; organ: string | null; findings: readonly WireFinding[]; because: readonly (string | undefined)[] }): Promise<Under | null> {
  const open = async (): Promise<Under | undefined> => (await sql<Under>`
    select m.id, m.number from office_space.redress q join matter.matter m on m.id = q.matter where q.room = ${room}::uuid and q.person is null and m.closed_at is null order by m.opened_at limit 1`.execute(tx)).rows[0]
  const standing = await open()
  if (standing) return standing
  if (organ === null) return null
  const what = [...findings.map(({ says, cite, advice }) => `${says}（依据 ${cite.text}）。${advice}。`), because.filter((one) => one !== undefined).join(' ')].join('\n').trim()
  // whoever answers for a site asks it of an organ that is not his: the patrol answers for that
  await matters.start(tx, systemActor, redress, { input: { organ, room, what: what.slice(0, 1000) } })
  return (await open()) ?? null
}
/** Whoever saw it reads from now on what becomes of it; what he photographed stands in its timeline. */
async function tellRedress(tx: Tx, { matters }: System, actor: Actor, { under, patrol, note, photos }: { under: Under; patrol: string | undefined; note: string | undefined; photos: readonly string[] }): Promise<void> {
  const { person } = actor.principal
  if (person !== null) await addParties(tx, under.id, [{ person, why: 'acted' }])
  if (photos.length > 0 && person !== null) await matters.comment(tx, actor, redress, under.number, { text: ['巡查照片', patrol, note].filter((one) => one !== undefined).join(' '), files: photos })
}
function noPatrol(): Problem {
  const says = say('照片随巡查交：请从正在进行的巡查里记。', 'Photographs are handed in with a patrol: enter it from the one that runs.')
  return new Problem('bad-input', says, { issues: [{ at: 'photos', says }] })
}
