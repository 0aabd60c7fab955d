// Terminals nobody hears 失联: the terminal in use of a car in use that has said nothing for too long raises, and is calm once it speaks again.
import { systemActor } from '@houqin/access'
import { formatInstant } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { figuresAsOf } from '@houqin/standards'
import { sql } from 'kysely'
import { silence, silenceLimit } from '../../contract/index.ts'

interface Silent {
  readonly vehicle: string
  readonly seenAt: Date
  readonly hours: number
}

export function listening(system: System): Tick {
  return { name: 'fleet.silence', every: 600_000, run: (db: Db) => db.transaction().execute((tx) => judgeSilence(tx, system)) }
}

/** Tells what is new: who has fallen silent and is not alarmed about yet, and who is heard again. @returns how many of both. */
export async function judgeSilence(tx: Tx, { clock, signals }: System): Promise<number> {
  const now = clock.now()
  const { figures } = await figuresAsOf(tx, silenceLimit, clock.today())
  const limit = new Date(now.getTime() - Number(figures['atMost']) * 3_600_000 - 60_000)
  const { rows } = await sql<Silent>`
    with heard as (
      select v.id as vehicle, l.received_at as seen_at, v.standing = 'inUse' and exists (select from fleet.terminal t where t.vehicle = v.id and t.retired_at is null and t.standing = 'inUse') as expected,
        exists (select from signal.alarm a where a.signal = ${silence.id} and a.subject = v.id and a.state <> 'cleared') as alarmed
      from fleet.vehicle v join fleet.latest_position l on l.vehicle = v.id where v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary')
    select vehicle, seen_at as "seenAt", case when expected then floor(extract(epoch from ${now}::timestamptz - seen_at) / 3600)::int else 0 end as hours
    from heard where (expected and seen_at < ${limit}) <> alarmed`.execute(tx)
  if (rows.length > 0)
    await signals.ingest(tx, systemActor, rows.map(({ vehicle, seenAt, hours }) => ({
      signal: silence.id, subject: vehicle, device: `${silence.id} ${vehicle}`, sequence: now.getTime(), at: now.toISOString(), value: hours,
      attributes: { evidence: `最后一次 ${formatInstant(seenAt)}`, over: seenAt >= limit },
    })))
  return rows.length
}
