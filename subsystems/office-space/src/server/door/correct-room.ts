// A correction at the door 门口更正: entered at once by whoever keeps the ledger; by anybody else told to him as a matter.
import type { Actor } from '@houqin/access'
import { mayReach } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { room } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { workplace } from '@houqin/staffing'
import { sql } from 'kysely'
import { roomCorrection } from '../../contract/index.ts'
import type { Corrected, RoomCorrected } from '../../contract/index.ts'
import { endSeat } from '../seat-ended.ts'
import type { StandingSeat } from '../seat-ended.ts'
import { keepers } from './door-sheet.ts'

export interface Differing {
  readonly area: string | null
  readonly use: RoomUse | null
  readonly people: readonly { readonly person: string; readonly here: boolean }[]
}

/** @throws Problem not-found, stale-version, bad-input when nothing differs; what the registers and the matter throw. */
export async function correctRoom(tx: Tx, system: System, actor: Actor, { id, told }: { id: string; told: RoomCorrected }): Promise<Corrected> {
  const row = await system.registers.get(tx, actor, room, id)
  const { rows: [before] } = await sql<{ site: string; area: string; use: RoomUse }>`select site, area::text as area, use from places.room where id = ${row.id}::uuid`.execute(tx)
  if (!before) throw new Error(`${row.id} is gone`)
  if (row.version !== told.version) throw new Problem('stale-version', say('这间房的台账刚被别人改过，请看过再改。', 'Somebody has changed this room meanwhile; look at it again.'))
  const differing: Differing = {
    area: told.area !== undefined && decimal.compare(told.area, before.area) !== 0 ? told.area : null,
    use: told.use !== undefined && told.use !== before.use ? told.use : null,
    people: told.people ?? [],
  }
  const differs = differing.area !== null || differing.use !== null || differing.people.length > 0
  if (!differs && told.note === undefined) throw new Problem('bad-input', say('和台账没有不同。改了人、面积或用途，或写了说明再报。', 'Nothing differs from the ledger. Change people, area or use, or write a note.'))
  // words and photographs need somebody to read them
  if (differs && told.note === undefined && (told.photos ?? []).length === 0 && mayReach(actor.principal, keepers, { site: before.site })) {
    await enter(tx, system, actor, { room: row.id, differing, because: '门口更正' })
    return { done: 'written', number: null }
  }
  const { number } = await system.matters.start(tx, actor, roomCorrection, {
    input: {
      room: row.id, ...(differing.area !== null && { area: differing.area }), ...(differing.use !== null && { use: differing.use }),
      ...(told.note !== undefined && { note: told.note }), photos: told.photos ?? [],
    },
    lines: { people: differing.people.map(({ person, here }) => ({ person, found: here ? 'here' : 'gone' })) },
  })
  return { done: 'told', number }
}

/** Into the ledger from today on, by its registers. Who sits elsewhere moves; what says so already is left. @throws Problem as the registers do. */
export async function enter(tx: Tx, system: System, actor: Actor, { room: where, differing: { area, use, people }, because }: { room: string; differing: Differing; because: string }): Promise<void> {
  const { registers, clock } = system
  const today = clock.today()
  for (const { person, here } of people) {
    const { rows } = await sql<StandingSeat & { room: string }>`
      select id, version, lower(valid)::text as "from", room from staffing.workplace
       where person = ${person}::uuid and valid @> ${today}::date and retired_at is null and merged_into is null`.execute(tx)
    const sits = rows.some(({ room: seat }) => seat === where)
    if (here === sits) continue
    for (const seat of rows.filter(({ room: other }) => here || other === where)) await endSeat(tx, system, actor, { seat, reason: because })
    if (here) await registers.insert(tx, actor, workplace, { person, room: where, from: today, to: null })
  }
  if (area === null && use === null) return
  const { version } = await registers.get(tx, actor, room, where)
  await registers.update(tx, actor, room, where, { ...(area !== null && { area }), ...(use !== null && { use }) }, version)
}
