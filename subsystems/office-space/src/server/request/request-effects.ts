// What follows from a room request 用房申请联动: what must be told by its kind, what the pool offers first, and what a proposal must say.
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, Happened, StepTaken } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { roomRequest } from '../../contract/index.ts'
import type { RequestKind } from '../../contract/index.ts'
import { carryOut } from './carry-out.ts'
import { organStanding } from './organ-standing.ts'
import { fittingRooms } from './pool.ts'
import type { Pool } from '../../contract/answers.ts'
import { proposedRooms } from './proposed-rooms.ts'
import type { StandingProposal } from './proposed-rooms.ts'

type Form = Happened<typeof roomRequest>['matter']['form']
/** What a kind must be told that others may leave open. */
const needed: Readonly<Partial<Record<RequestKind, readonly (keyof Form)[]>>> = { lease: ['use', 'area'], use: ['use'] }
const configures: ReadonlySet<RequestKind> = new Set(['allot', 'exchange', 'lease'])

export function requestEffects(system: System): Effects {
  return effects(roomRequest, {
    start: (started) => startRequest(system, started),
    propose: (taken) => propose(system, taken),
    carryOut: (taken) => carryOut(system, taken),
  })
}

/** @throws Problem bad-input at what its kind still needs; conflict for a room the organ does not hold. */
async function startRequest(system: System, { tx, matter: { form }, engine }: Happened<typeof roomRequest>): Promise<void> {
  const missing = (needed[form.what] ?? []).filter((field) => form[field] === null || form[field] === undefined)
  if (missing.length > 0) {
    const says = say('办这一件要填写这一项', 'This is needed for what is asked')
    throw new Problem('bad-input', say('还有几项没有填。', 'Something is missing.'), { issues: missing.map((field) => ({ at: `input.${String(field)}`, says })) })
  }
  const day = system.clock.today()
  if (form.what === 'exchange' || form.what === 'vacate') {
    const { rows } = await sql`
      select from office_space.allotment where organ = ${form.organ}::uuid and room = ${form.room}::uuid and valid @> ${day}::date and retired_at is null and merged_into is null`.execute(tx)
    if (rows.length === 0) throw refused('room', say('这一间没有分配给本单位。', 'This room was not given to the organ.'))
  }
  if (configures.has(form.what)) await engine.setFacts({ offered: offeredText(await poolOf(system, { tx, form, day })) })
}
const offeredText = ({ count, area, rooms }: Pool): string =>
  count === 0 ? '调剂池里没有核定面积以内合用的空房' : `调剂池里有核定面积以内合用的空房 ${count} 间，共 ${decimal.grouped(area)} ㎡，如${rooms.slice(0, 5).map(({ name, area: own }) => `${name}（${own} ㎡）`).join('、')}`

/** Free rooms that fit: of the use that is asked for, no larger than what the organ may still have, with the room it would give back. */
export async function poolOf(system: System, { tx, form, day }: { tx: Happened<typeof roomRequest>['tx'] | System['db']; form: Pick<Form, 'organ' | 'what' | 'room' | 'use' | 'area'>; day: string }): Promise<Pool> {
  const { lines } = await organStanding(tx, system, { organ: form.organ, day })
  const { rows: [given] } = await sql<{ use: string; area: string }>`select use, area::text as area from places.room where id = ${form.room}::uuid`.execute(tx)
  const use = form.use ?? given?.use ?? 'office'
  const gap = lines.find(({ kind }) => kind === 'all')?.gap ?? '0'
  const within = decimal.sum([gap, form.what === 'exchange' ? (given?.area ?? '0') : '0'])
  return fittingRooms(tx, { organ: form.organ, use, wanted: form.area ?? given?.area ?? null, within: limited(use) ? within : '999999', day })
}
const limited = (use: string): boolean => ['office', 'service', 'equipment'].includes(use)

/** @throws Problem bad-input or conflict with what the proposal lacks; standard-breached beyond the entitlement. */
async function propose(system: System, { tx, matter: { id, form }, input }: StepTaken<typeof roomRequest, 'propose'>): Promise<void> {
  const day = input.from
  if ((form.what === 'lease' || form.what === 'let') && !input.approval) throw refused('approval', say('租用、出租出借要先取得本级政府批准，写上批准文号。', 'Leasing and letting need the approval of the government first; write down its number.'))
  if (form.what === 'dispose' && !input.disposal) throw refused('disposal', say('选一种处置方式。', 'Choose how it is disposed of.'))
  if (!configures.has(form.what)) return
  const way = input.way ?? (form.what === 'lease' ? 'lease' : undefined)
  if (!way) throw refused('way', say('写明是调剂、置换、租用还是建设。', 'Say whether it is from the pool, an exchange, a lease or building.'))
  if (way === 'build') return
  const rooms = await proposedRooms(tx, { matter: id, day })
  if (rooms.length === 0) throw new Problem('bad-input', say('至少安排一间房。', 'Propose a room at least.'), { issues: [{ at: 'lines.rooms', says: say('至少一间', 'One at least') }] })
  const taken = rooms.filter(({ free, kind }) => !free && kind === 'own')
  if (taken.length > 0) throw new Problem('conflict', say(`${taken.map(({ name }) => name).join('、')} 已经有单位或有人使用，请另选，或选“合用”。`, `${taken.map(({ name }) => name).join(', ')} is used already; choose another, or joint use.`))
  if (way === 'lease' && rooms.some(({ leased }) => !leased)) throw new Problem('conflict', say('租用的房间要登记在权属为“租用”的场所里。', 'Leased rooms stand in a site that is entered as leased.'))
  await requireWithin(system, { tx, form, rooms, day })
}

async function requireWithin(system: System, { tx, form, rooms, day }: { tx: Happened<typeof roomRequest>['tx']; form: Form; rooms: readonly StandingProposal[]; day: string }): Promise<void> {
  const { lines } = await organStanding(tx, system, { organ: form.organ, day })
  const all = lines.find(({ kind }) => kind === 'all')
  const { rows: [back] } = await sql<{ area: string }>`select area::text as area from places.room where id = ${form.what === 'exchange' ? form.room : null}::uuid and use in ('office', 'service', 'equipment')`.execute(tx)
  const added = decimal.sum(rooms.filter(({ use }) => limited(use)).map(({ area }) => area))
  const after = decimal.minus(decimal.sum([all?.has ?? '0', added]), back?.area ?? '0')
  if (!all || decimal.compare(added, '0') === 0 || decimal.compare(after, all.may) <= 0) return
  throw new Problem('standard-breached', say(
    `安排后该单位使用 ${decimal.grouped(after)} ㎡，超过核定的 ${decimal.grouped(all.may)} ㎡（${all.cite}）。请少安排或换小一些的。`,
    `The organ would have ${decimal.grouped(after)} ㎡, more than the ${decimal.grouped(all.may)} ㎡ it may have (${all.cite}). Propose less or smaller rooms.`,
  ))
}
const refused = (field: string, says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at: `input.${String(field)}`, says }] })
