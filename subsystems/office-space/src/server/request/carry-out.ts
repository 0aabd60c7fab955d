// Carrying out what was agreed 办理交接: rows of allotments, seats, uses and states, written by the registers on the day.
import { addDays } from '@houqin/clock'
import type { System } from '@houqin/http'
import type { StepTaken } from '@houqin/matters'
import { room } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { workplace } from '@houqin/staffing'
import { sql } from 'kysely'
import { allotment, disposalWays, roomState } from '../../contract/index.ts'
import type { roomRequest } from '../../contract/index.ts'
import { proposedRooms } from './proposed-rooms.ts'

type Taken = StepTaken<typeof roomRequest, 'carryOut'>

/** @throws Problem step-not-possible before its day, while people still sit in a room that is given back, or when a room was taken meanwhile. */
export async function carryOut(system: System, taken: Taken): Promise<void> {
  const { matter: { form, facts } } = taken
  const today = system.clock.today()
  if (facts.from !== null && facts.from > today) throw new Problem('step-not-possible', say(`${facts.from} 起生效，到那一天再办理。`, `It takes effect on ${facts.from}; carry it out on that day.`))
  if (form.what === 'allot' || form.what === 'exchange' || form.what === 'lease') await giveRooms(system, taken)
  if (form.what === 'vacate' || form.what === 'exchange') await giveBack(system, taken)
  if (form.what === 'use') await changeUse(system, taken)
  if (form.what === 'let') await enterState(system, taken, 'let')
  if (form.what === 'dispose') await dispose(system, taken)
}

async function giveRooms({ registers, clock }: System, { tx, actor, matter: { id, form, facts } }: Taken): Promise<void> {
  const today = clock.today()
  const rooms = await proposedRooms(tx, { matter: id, day: today })
  const taken = rooms.filter(({ free, kind }) => !free && kind === 'own')
  if (taken.length > 0) throw new Problem('step-not-possible', say(`${taken.map(({ name }) => name).join('、')} 在审批期间有了使用者。请撤回，另提方案。`, `${taken.map(({ name }) => name).join(', ')} was taken meanwhile. Withdraw this and propose anew.`))
  for (const { id: where, kind } of rooms)
    await registers.insert(tx, actor, allotment, { organ: form.organ, room: where, kind, certificate: facts.certificate, agreement: [], from: today, to: form.what === 'lease' ? form.until : null })
}

/** The organ's last day in the room was yesterday. In a vacated room nobody may sit any more; in an exchange they move with it. */
async function giveBack({ registers, clock }: System, { tx, actor, matter: { number, form } }: Taken): Promise<void> {
  const today = clock.today()
  const { rows: seats } = await sql<{ id: string; version: number; name: string; from: string }>`
    select w.id, w.version, p.label as name, lower(w.valid)::text as "from" from staffing.workplace w join people.person p on p.id = w.person
     where w.room = ${form.room}::uuid and p.organ = ${form.organ}::uuid and w.valid @> ${today}::date and w.retired_at is null and w.merged_into is null order by p.label`.execute(tx)
  if (form.what === 'vacate' && seats.length > 0)
    throw new Problem('step-not-possible', say(`还有 ${seats.length} 人登记在这一间：${seats.map(({ name }) => name).join('、')}。先给他们换座位。`, `${seats.length} people are still entered there: ${seats.map(({ name }) => name).join(', ')}. Seat them elsewhere first.`))
  const { rows: held } = await sql<{ id: string; version: number; from: string }>`
    select id, version, lower(valid)::text as "from" from office_space.allotment
     where organ = ${form.organ}::uuid and room = ${form.room}::uuid and valid @> ${today}::date and retired_at is null and merged_into is null`.execute(tx)
  if (held.length === 0) throw new Problem('step-not-possible', say('这一间已经不是本单位的了。请撤回。', 'The organ does not hold this room any more. Withdraw this.'))
  const ended = { to: addDays(today, -1) }
  for (const { id, version, from } of held) {
    if (from < today) await registers.update(tx, actor, allotment, id, ended, version)
    else await registers.retire(tx, actor, allotment, id, { reason: number, version })
  }
  const [to] = form.what === 'exchange' ? await firstRoom(tx, number) : []
  for (const { id, version, from } of seats) {
    const { rows: [who] } = await sql<{ person: string }>`select person from staffing.workplace where id = ${id}::uuid`.execute(tx)
    if (from < today) await registers.update(tx, actor, workplace, id, ended, version)
    else await registers.retire(tx, actor, workplace, id, { reason: number, version })
    if (to !== undefined && who) await registers.insert(tx, actor, workplace, { person: who.person, room: to, from: today, to: null })
  }
}
async function firstRoom(tx: Taken['tx'], number: string): Promise<readonly string[]> {
  const { rows } = await sql<{ room: string }>`
    select l.room from office_space.room_request__rooms l join matter.matter m on m.id = l.matter
     where m.number = ${number} and l.at = (select max(at) from office_space.room_request__rooms n where n.matter = l.matter) order by l.position limit 1`.execute(tx)
  return rows.map(({ room: where }) => where)
}

async function changeUse({ registers }: System, { tx, actor, matter: { form } }: Taken): Promise<void> {
  if (form.room === null || form.use === null) return
  const { version } = await registers.get(tx, actor, room, form.room)
  await registers.update(tx, actor, room, form.room, { use: form.use }, version)
}

async function enterState({ registers, clock }: System, { tx, actor, matter: { number, form, facts } }: Taken, state: 'let' | 'disposal'): Promise<void> {
  if (form.room === null) return
  const { rows: [where] } = await sql<{ site: string }>`select site from places.room where id = ${form.room}::uuid`.execute(tx)
  if (!where) return
  await registers.insert(tx, actor, roomState, {
    site: where.site, room: form.room, state, party: form.party, approval: facts.approval, from: clock.today(), to: form.until,
    note: facts.disposal === null ? number : `${number} ${disposalWays[facts.disposal]}`,
  })
}
/** A room that was pulled down leaves the ledger; any other waits as what it is. */
async function dispose(system: System, taken: Taken): Promise<void> {
  const { tx, actor, matter: { number, form, facts } } = taken
  if (form.room === null) return
  if (facts.disposal !== 'demolish') return enterState(system, taken, 'disposal')
  const { version } = await system.registers.get(tx, actor, room, form.room)
  await system.registers.retire(tx, actor, room, form.room, { reason: `${number} ${disposalWays.demolish}`, version })
}
