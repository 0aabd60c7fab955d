// 提醒: what has come within a declared number of days is told once for that number, and once more when the day is past.
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { daysBetween } from '@houqin/clock'
import { publish } from '@houqin/events'
import { tableSqlOf } from '@houqin/fields'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { expiringOf, placeOfRow } from './expiring.ts'
import type { Expiring } from './expiring.ts'

/** The event's payload: `due.warned` while it still holds, `due.lapsed` when the day is past. */
export interface Warning {
  readonly due: string
  readonly register: string
  readonly row: string
  readonly field: string
  readonly day: string
  /** Negative when the day is past. */
  readonly daysLeft: number
  /** The declared number of days ahead; -1 for the day past. */
  readonly threshold: number
  readonly says: string
}
const lapsed = -1

/** Whoever missed several numbers hears the narrowest alone. Several processes share the work: a row is locked by one. @returns how many were told. */
export async function warnOfExpiries(system: System): Promise<number> {
  let told = 0
  for (const expiring of expiringOf(system.catalogue)) told += await transaction(system.db, (tx) => warn(tx, system, expiring))
  return told
}

interface Ripe {
  readonly id: string
  readonly row: string
  readonly day: string
  readonly warned: number
  readonly organ: string | null
  readonly site: string | null
  readonly person: string | null
}
async function warn(tx: Tx, { clock }: System, { register, field, expires, lapses }: Expiring): Promise<number> {
  const today = clock.today()
  const thresholds = lapses ? [...expires.warnDays, lapsed] : expires.warnDays
  const { organ, site, person } = placeOfRow(register)
  const { rows } = await sql<Ripe>`
    with ripe as (
      select e.id, n.narrowest from due.expiry e
        cross join lateral (select min(threshold) as narrowest from unnest(${thresholds}::int[]) threshold where e.day - ${today}::date <= threshold) n
       where e.register = ${register.id} and e.field = ${field} and e.day <= ${today}::date + ${Math.max(...thresholds)}::int
         and (${lapses} or e.day >= ${today}::date) and n.narrowest < coalesce(e.warned, 2147483647)
         and (e.put_aside is null or e.day < ${today}::date or (e.put_aside = 'snoozed' and e.put_aside_until <= ${today}::date))
       for update of e skip locked
    )
    update due.expiry e set warned = ripe.narrowest from ripe, ${tableSqlOf(register.id)} t where e.id = ripe.id and t.id = e.row
    returning e.id, e.row, e.day::text, e.warned, ${organ} as organ, ${site} as site, ${person} as person`.execute(tx)
  for (const { id, row, day, warned, ...place } of rows) {
    const payload: Warning = { due: id, register: register.id, row, field, day, daysLeft: daysBetween(today, day), threshold: warned, says: expires.says }
    await publish(tx, {
      at: clock.now(), topic: warned === lapsed ? 'due.lapsed' : 'due.warned', payload,
      audience: {
        roles: register.access.write.map(({ role }) => role),
        ...(place.organ !== null && { organ: place.organ }), ...(place.site !== null && { site: place.site }), ...(place.person !== null && { persons: [place.person] }),
      },
    })
  }
  return rows.length
}
