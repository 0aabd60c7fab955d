// Redress that depends on each other 互相牵连的整改: a swap, or two who fill a room only together, are moved and concluded at once.
import { mayReach } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { MatterWire } from '@houqin/matters'
import { placesOfficer } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { redress } from '../../contract/index.ts'
import { moveAsDecided } from './move-as-decided.ts'
import type { Decided } from './move-as-decided.ts'
import type { Companion } from '../../contract/answers.ts'

interface Ordered extends Companion, Decided {}

async function ordered(db: Db | Tx): Promise<readonly Ordered[]> {
  const { rows } = await sql<Ordered>`
    select m.number, m.version, m.subject, d.organ, d.person, d.room, d.way, d.new_room as "newRoom"
      from office_space.redress d join matter.matter m on m.id = d.matter
     where m.state = 'ordered' and d.person is not null and d.way in ('exchange', 'vacate') order by m.number`.execute(db)
  return rows
}

/** Others whose moves touch a room of this one, or of one that does; none for what moves nobody. @throws Problem not-found, not-allowed as the matter's own page does. */
export async function companionsOf({ db, matters }: System, actor: Actor, number: string): Promise<readonly Companion[]> {
  await matters.read(db, actor, redress, number)
  const all = (await ordered(db)).filter(({ organ }) => mayReach(actor.principal, [placesOfficer], { organ }))
  const touched = new Set<string>()
  const met = new Set<string>()
  let next = all.filter((one) => one.number === number)
  while (next.length > 0) {
    for (const one of next) {
      met.add(one.number)
      for (const room of [one.room, one.newRoom]) if (room !== null) touched.add(room)
    }
    next = all.filter((one) => !met.has(one.number) && [one.room, one.newRoom].some((room) => room !== null && touched.has(room)))
  }
  return all.filter((one) => one.number !== number && met.has(one.number)).map(({ number: own, version, subject }) => ({ number: own, version, subject }))
}

/** Everybody moves first, then each is judged; all or none. @throws Problem bad-input for one that is not under way; as the step does. */
export async function concludeTogether(tx: Tx, system: System, actor: Actor, asked: readonly { readonly number: string; readonly version: number }[]): Promise<readonly MatterWire[]> {
  const known = new Map((await ordered(tx)).map((one) => [one.number, one]))
  const missing = asked.filter(({ number }) => !known.has(number))
  if (missing.length > 0) throw new Problem('bad-input', say(`${missing.map(({ number }) => number).join('、')} 不在整改中，或不是调换、腾退。`, `${missing.map(({ number }) => number).join(', ')} is not under way, or moves nobody.`))
  for (const { number } of asked) {
    const one = known.get(number)
    if (one) await moveAsDecided(system, tx, actor, one)
  }
  const concluded: MatterWire[] = []
  for (const { number, version } of asked) concluded.push(await system.matters.step(tx, actor, redress, number, 'conclude', { input: {}, version }))
  return concluded
}
