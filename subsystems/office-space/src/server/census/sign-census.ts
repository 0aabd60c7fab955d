// Signing a census 复核签字: what was found is written into the ledger by the registers, wherever the ledger still stands as it was frozen.
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { StepTaken } from '@houqin/matters'
import { room } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { workplace } from '@houqin/staffing'
import { sql } from 'kysely'
import type { census } from '../../contract/index.ts'
import { endSeat } from '../seat-ended.ts'

interface Counts {
  readonly rooms: number
  readonly found: number
  readonly differing: number
  readonly missing: number
  readonly left: number
}
async function countsOf(tx: Tx, matter: string): Promise<Counts> {
  const { rows: [counts] } = await sql<Counts>`
    select count(*)::int as rooms, (count(*) filter (where outcome in ('same', 'differs')))::int as found, (count(*) filter (where outcome = 'differs'))::int as differing,
           (count(*) filter (where outcome = 'missing'))::int as missing, (count(*) filter (where outcome is null))::int as "left"
      from office_space.census_room where matter = ${matter}::uuid`.execute(tx)
  return counts ?? { rooms: 0, found: 0, differing: 0, missing: 0, left: 0 }
}

/** @throws Problem step-not-possible while rooms were not looked at and nobody says why. */
export async function submitCensus({ tx, matter, engine, comment }: StepTaken<typeof census, 'submit'>): Promise<void> {
  const { left, ...counts } = await countsOf(tx, matter.id)
  if (counts.found + counts.missing === 0) throw new Problem('step-not-possible', say('一间也没有清查，不能报签字。', 'Not one room was looked at; there is nothing to sign.'))
  if (left > 0 && !comment) throw new Problem('step-not-possible', say(`还有 ${left} 间没有看。看完再报，或在意见里写明为什么没看。`, `${left} rooms were not looked at. See them first, or say why not.`))
  await engine.setFacts(counts)
}

/** @throws Problem not-allowed for whoever counted or submitted: another pair of eyes signs. */
export async function signCensus(system: System, taken: StepTaken<typeof census, 'sign'>): Promise<void> {
  const { tx, actor, matter, engine } = taken
  const { rows: own } = await sql`
    select from office_space.census_room where matter = ${matter.id}::uuid and counted_by = ${actor.principal.account}::uuid limit 1`.execute(tx)
  if (own.length > 0 || (await isSubmitter(taken)))
    throw new Problem('not-allowed', say('您参加了这次清查，要由另一位场所管理员复核签字。', 'You took part in the counting; another places officer has to sign.'))
  const seats = await writeSeats(system, taken)
  const rooms = await writeRooms(system, taken)
  await engine.setFacts({ written: seats.written + rooms.written, kept: seats.kept + rooms.kept })
}
async function isSubmitter({ tx, actor, matter }: StepTaken<typeof census, 'sign'>): Promise<boolean> {
  const { rows: [last] } = await sql<{ person: string | null }>`
    select by_person as person from matter.event where matter = ${matter.id}::uuid and step = 'submit' order by id desc limit 1`.execute(tx)
  return last !== undefined && last.person !== null && last.person === actor.principal.person
}

type Outcome = 'written' | 'kept' | null
interface Written { readonly written: number; readonly kept: number }
const tally = (outcomes: readonly Outcome[]): Written => ({ written: outcomes.filter((one) => one === 'written').length, kept: outcomes.filter((one) => one === 'kept').length })

interface SeatFound {
  readonly room: string
  readonly person: string
  readonly here: boolean
  readonly workplace: string | null
  readonly version: number | null
  readonly from: string | null
  /** The frozen row still stands today. */
  readonly stands: boolean
  /** He sits here by a row of today's ledger. */
  readonly sits: boolean
  readonly active: boolean
  /** The ledger gave him another seat since the opening. */
  readonly moved: boolean
}
async function writeSeats(system: System, taken: StepTaken<typeof census, 'sign'>): Promise<Written> {
  const { tx, matter: { id, openedAt } } = taken
  const today = system.clock.today()
  const { rows } = await sql<SeatFound>`
    select c.room, c.person, c.here, c.workplace, w.version, lower(w.valid)::text as "from",
           coalesce(w.valid @> ${today}::date and w.retired_at is null, false) as stands,
           exists (select from staffing.workplace n where n.person = c.person and n.room = c.room and n.valid @> ${today}::date and n.retired_at is null and n.merged_into is null) as sits,
           p.standing = 'active' and (p.left_on is null or p.left_on >= ${today}::date) and p.retired_at is null and p.merged_into is null as active,
           exists (select from staffing.workplace n where n.person = c.person and n.room <> c.room and n.created_at > ${openedAt} and n.valid @> ${today}::date and n.retired_at is null and n.merged_into is null) as moved
      from office_space.census_seat c join people.person p on p.id = c.person left join staffing.workplace w on w.id = c.workplace
     where c.matter = ${id}::uuid and ((c.workplace is null and c.here) or (c.workplace is not null and not c.here)) order by c.workplace is null, c.room, c.person`.execute(tx)
  const outcomes: Outcome[] = []
  for (const seat of rows) {
    const outcome = seat.workplace === null ? await seatNewcomer(system, taken, seat) : await unseat(system, taken, seat)
    outcomes.push(outcome)
    await sql`update office_space.census_seat set signed = ${outcome} where matter = ${id}::uuid and room = ${seat.room}::uuid and person = ${seat.person}::uuid`.execute(tx)
  }
  return tally(outcomes)
}
/** Null where the ledger says so already. Who has left or was given another seat meanwhile is not seated anew. */
async function seatNewcomer({ registers, clock }: System, { tx, actor }: StepTaken<typeof census, 'sign'>, { room: where, person, sits, active, moved }: SeatFound): Promise<Outcome> {
  if (sits) return null
  if (!active || moved) return 'kept'
  await registers.insert(tx, actor, workplace, { person, room: where, from: clock.today(), to: null })
  return 'written'
}
/** His last day there was yesterday. Where the frozen row has ended meanwhile the ledger says so already. */
async function unseat(system: System, { tx, actor, matter: { number } }: StepTaken<typeof census, 'sign'>, { workplace: row, version, from, stands }: SeatFound): Promise<Outcome> {
  if (!stands || row === null || version === null || from === null) return null
  await endSeat(tx, system, actor, { seat: { id: row, version, from }, reason: `清查 ${number}` })
  return 'written'
}

interface RoomFound {
  readonly room: string
  readonly version: number
  readonly foundArea: string | null
  readonly foundUse: RoomUse | null
  /** Area and use stand as they were frozen. */
  readonly untouched: boolean
  readonly agrees: boolean
}
async function writeRooms({ registers }: System, { tx, actor, matter: { id } }: StepTaken<typeof census, 'sign'>): Promise<Written> {
  const { rows } = await sql<RoomFound>`
    select c.room, r.version, c.found_area::text as "foundArea", c.found_use as "foundUse",
           r.area = c.area and r.use = c.use and r.retired_at is null and r.merged_into is null as untouched,
           r.area = coalesce(c.found_area, c.area) and r.use = coalesce(c.found_use, c.use) as agrees
      from office_space.census_room c join places.room r on r.id = c.room
     where c.matter = ${id}::uuid and (c.found_area is not null or c.found_use is not null) order by c.place`.execute(tx)
  const outcomes: Outcome[] = []
  for (const { room: row, version, foundArea, foundUse, untouched, agrees } of rows) {
    const outcome: Outcome = agrees ? null : untouched ? 'written' : 'kept'
    outcomes.push(outcome)
    if (outcome === 'written') await registers.update(tx, actor, room, row, { ...(foundArea !== null && { area: foundArea }), ...(foundUse !== null && { use: foundUse }) }, version)
    await sql`update office_space.census_room set signed = ${outcome} where matter = ${id}::uuid and room = ${row}::uuid`.execute(tx)
  }
  return tally(outcomes)
}
