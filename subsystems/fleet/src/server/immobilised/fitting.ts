// What fits a look at a sealed car, and when an immobilisation may be concluded 核对与结论成形.
import { formatDate, localDate } from '@houqin/clock'
import type { Fitting } from '@houqin/compose'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { immobilisation, sealCheck } from '../../contract/index.ts'
import { openOf, sealedCars } from './sealed-cars.ts'

/** Looked at while it is sealed or afterwards; whoever saw the car read its odometer. */
export const sealChecksFit: Fitting = Object.freeze({
  register: sealCheck,
  async refuse(tx: Parameters<Fitting['refuse']>[0], ids: readonly string[]) {
    const { rows } = await sql<{ plate: string; notice: string; begins: string; seen: Date; found: string; odometer: number | null }>`
      select v.plate, i.name as notice, i.begins::text as begins, k.seen_at as seen, k.found, k.odometer from fleet.seal_check k join fleet.vehicle v on v.id = k.vehicle join fleet.immobilisation i on i.id = k.immobilisation
       where k.id = any(${ids}::uuid[]) and k.retired_at is null`.execute(tx)
    for (const { plate, notice, begins, seen, found, odometer } of rows) {
      if (localDate(seen) < begins) throw refused('seenAt', `“${notice}”${formatDate(begins)} 才开始，${plate} 在这以前看的不算。`, `“${notice}” begins on ${begins}; ${plate} was looked at before.`)
      if (found !== 'missing' && odometer === null) throw refused('odometer', `看到了 ${plate}，请填里程表读数。`, `${plate} was seen; enter its odometer.`)
    }
  },
})

/** Once it is over, and of every car it is known what it did. */
export const immobilisationsFit: Fitting = Object.freeze({
  register: immobilisation,
  async refuse(tx: Parameters<Fitting['refuse']>[0], ids: readonly string[]) {
    const { rows: [early] } = await sql<{ name: string; ends: string }>`select name, ends::text as ends from fleet.immobilisation where id = any(${ids}::uuid[]) and verify_by <= ends and retired_at is null limit 1`.execute(tx)
    if (early) throw refused('verifyBy', `“${early.name}”到 ${formatDate(early.ends)} 才结束，核验期限应在这以后。`, `“${early.name}” ends on ${early.ends}; it is verified afterwards.`)
    const { rows } = await sql<{ id: string; name: string; begins: string; ends: string; concluded: string }>`
      select id, name, begins::text as begins, ends::text as ends, concluded_on::text as concluded from fleet.immobilisation where id = any(${ids}::uuid[]) and concluded_on is not null and retired_at is null`.execute(tx)
    for (const { concluded, ...one } of rows) {
      if (concluded <= one.ends) throw refused('concludedOn', `“${one.name}”到 ${formatDate(one.ends)} 才结束，结束以后才能登记核验完成。`, `“${one.name}” ends on ${one.ends}; it is concluded afterwards.`)
      const open = openOf(await sealedCars(tx, one, sql<boolean>`true`))
      if (open.moved + open.unheard > 0) throw refused('concludedOn', `还有 ${open.moved} 辆行驶过没有核查、${open.unheard} 辆没有消息也没有现场看过，都清楚了再登记。`, `${open.moved} cars moved and nobody asked why, of ${open.unheard} nothing was heard and nobody looked; conclude it once that is known.`)
    }
  },
})
function refused(at: string, zh: string, en: string): Problem {
  return new Problem('bad-input', say(zh, en), { issues: [{ at, says: say(zh, en) }] })
}
