// A room is looked at 清查一间: confirmed in one tap or corrected, with photographs; a second look never takes the place of the first unseen.
import { mayReach, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import { claimFiles } from '@houqin/files'
import type { System } from '@houqin/http'
import { placesOfficer, room as rooms, roomUses, steward } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { census } from '../../contract/index.ts'
import type { CensusRoom, RoomSeen } from '../../contract/index.ts'

export const counters = [steward, placesOfficer]

interface Standing {
  readonly matter: string
  readonly state: string
  readonly site: string
  readonly number: string
  readonly use: CensusRoom['use']
  readonly area: string
  readonly outcome: CensusRoom['outcome']
  readonly version: number
  readonly by: string | null
}

/**
 * @throws Problem not-found for a room that is not of this census; not-allowed for whoever does not answer for the site; step-not-possible
 * when counting is over; stale-version when somebody else has been there since.
 */
export async function countRoom(tx: Tx, { clock }: System, actor: Actor, { number, room, seen }: { number: string; room: string; seen: RoomSeen }): Promise<{ outcome: NonNullable<CensusRoom['outcome']>; version: number }> {
  const before = await lockRoom(tx, { number, room })
  if (!mayReach(actor.principal, counters, { site: before.site })) throw new Problem('not-allowed', say('这处场所由它的驻点负责人和场所管理员清查。', 'This site is counted by its steward and the places officer.'))
  if (before.state !== 'counting') throw new Problem('step-not-possible', say('这次清查已经报签字或办结，不能再改。要改的请场所管理员退回再查。', 'Counting is over. To change something, have the places officer send it back.'))
  if (before.version !== seen.version)
    throw new Problem('stale-version', say(`${before.number} 已由${before.by ?? ''}清查过，请看过他记的再改。`, `${before.by ?? ''} has looked at ${before.number} meanwhile; see what he found before changing it.`))
  const area = seen.there && seen.area !== undefined && decimal.compare(seen.area, before.area) !== 0 ? seen.area : null
  const use = seen.there && seen.use !== undefined && seen.use !== before.use ? seen.use : null
  const moved = await countPeople(tx, { matter: before.matter, room, seen })
  const outcome = seen.there ? (area !== null || use !== null || moved ? 'differs' : 'same') : 'missing'
  if (outcome === 'missing' && !seen.note) throw missingNote()
  const photos = seen.photos ?? []
  const at = clock.now()
  const { account, name } = actor.principal
  await claimFiles(tx, { files: photos.map((id, place) => ({ id, at: `photos[${place}]` })), owner: { kind: census.id, id: before.matter }, by: { account }, at })
  await sql`
    update office_space.census_room set outcome = ${outcome}, found_area = ${area}::numeric, found_use = ${use}, note = ${seen.note ?? null}, photos = ${photos}::uuid[], way = ${seen.way},
           counted_by = ${account}::uuid, counted_by_name = ${name}, counted_at = ${at}, version = version + 1
     where matter = ${before.matter}::uuid and room = ${room}::uuid`.execute(tx)
  await record(tx, {
    at, ...signature(actor), action: 'office-space.census.count', subject: { kind: rooms.id, id: room },
    summary: `清查 ${number}：${before.number} ${{ same: '相符', differs: '不符', missing: '没有找到' }[outcome]}`,
    before: { outcome: before.outcome }, after: { outcome, area, use: use === null ? null : roomUses[use], people: (seen.people ?? []).map(({ person, here }) => ({ person, here })), way: seen.way },
  })
  return { outcome, version: before.version + 1 }
}

async function lockRoom(tx: Tx, { number, room }: { number: string; room: string }): Promise<Standing> {
  const { rows: [found] } = await sql<Standing>`
    select c.matter, m.state, s.site, c.number, c.use, c.area::text as area, c.outcome, c.version, c.counted_by_name as "by"
      from office_space.census_room c join matter.matter m on m.id = c.matter join office_space.census s on s.matter = c.matter
     where m.number = ${number} and c.room = ${room}::uuid for update of c`.execute(tx)
  if (!found) throw new Problem('not-found', say('这个房间不在这次清查里，请核对是不是走错了楼。', 'This room does not belong to the census; check where you are.'))
  return found
}

/** Who was expected is there unless it is said otherwise. @returns whether anybody is missing or was found. */
async function countPeople(tx: Tx, { matter, room, seen }: { matter: string; room: string; seen: RoomSeen }): Promise<boolean> {
  const said = seen.there ? (seen.people ?? []) : []
  const here = said.filter((one) => one.here).map(({ person }) => person)
  const away = said.filter((one) => !one.here).map(({ person }) => person)
  await sql`delete from office_space.census_seat where matter = ${matter}::uuid and room = ${room}::uuid and workplace is null`.execute(tx)
  await sql`
    update office_space.census_seat set here = ${seen.there} and not person = any(${away}::uuid[]) where matter = ${matter}::uuid and room = ${room}::uuid`.execute(tx)
  await sql`
    insert into office_space.census_seat (matter, room, person, name, here)
    select ${matter}::uuid, ${room}::uuid, p.id, p.label, true from people.person p where p.id = any(${here}::uuid[]) and p.merged_into is null
    on conflict do nothing`.execute(tx)
  const { rows: [told] } = await sql<{ moved: boolean }>`
    select exists (select from office_space.census_seat where matter = ${matter}::uuid and room = ${room}::uuid and (workplace is null or not here)) as moved`.execute(tx)
  return told?.moved ?? false
}

function missingNote(): Problem {
  const says = say('找不到的房间要写明情况，如“已拆除”“并入 305”。', 'Say what became of a room that cannot be found, such as “pulled down”, “joined to 305”.')
  return new Problem('bad-input', says, { issues: [{ at: 'note', says }] })
}
