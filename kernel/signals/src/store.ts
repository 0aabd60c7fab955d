// Readings on disk: each (device, sequence) once, the latest of each subject beside them, months as partitions.
import { sql } from 'kysely'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { CheckedReading } from './reading.ts'

export interface Stored {
  readonly accepted: number
  /** Those that tell something newer than what was known of their subject, in the order of device time. */
  readonly news: readonly CheckedReading[]
  /** Those of something that was over when it was told: news whenever it comes. */
  readonly past: readonly CheckedReading[]
}

/** Stores what has not been stored before. */
export async function storeReadings(tx: Tx, given: readonly CheckedReading[], receivedAt: Date): Promise<Stored> {
  if (given.length === 0) return { accepted: 0, news: [], past: [] }
  // in one order whoever sends them: two gateways repeating each other wait, and never for one another
  const readings = given.toSorted((a, b) => (a.device === b.device ? a.sequence - b.sequence : a.device < b.device ? -1 : 1))
  const { rows: fresh } = await sql<{ device: string; sequence: number }>`
    insert into signal.seen (device, sequence, received_at)
    select device, sequence, ${receivedAt} from unnest(
      ${readings.map((r) => r.device)}::text[], ${readings.map((r) => r.sequence)}::bigint[]) as given(device, sequence)
    on conflict do nothing returning device, sequence`.execute(tx)
  const unseen = new Set(fresh.map(({ device, sequence }) => `${device} ${sequence}`))
  const stored = readings
    .filter(({ device, sequence }) => unseen.delete(`${device} ${sequence}`))
    .sort((a, b) => toldAt(a, receivedAt) - toldAt(b, receivedAt) || a.at.getTime() - b.at.getTime())
  if (stored.length === 0) return { accepted: 0, news: [], past: [] }
  const known = await knownUntil(tx, stored)
  await insert(tx, stored, receivedAt)
  const [past, present] = [stored.filter(({ until }) => until !== undefined), stored.filter(({ until }) => until === undefined)]
  return { accepted: stored.length, past, news: present.filter((reading) => toldAt(reading, receivedAt) > (known.get(keyOf(reading))?.getTime() ?? 0)) }
}

/** By the device's clock, and never later than ours: one that runs ahead must not silence what it says once it is set right. */
export function toldAt({ at }: Pick<CheckedReading, 'at'>, receivedAt: Date): number {
  return Math.min(at.getTime(), receivedAt.getTime())
}

const keyOf = ({ signal, subject }: Pick<CheckedReading, 'signal' | 'subject'>): string => `${signal.id} ${subject.id}`
async function knownUntil(tx: Tx, stored: readonly CheckedReading[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ signal: string; subject: string; at: Date }>`
    select l.signal, l.subject, least(l.at, l.received_at) as at from signal.latest l
    join (select distinct * from unnest(${stored.map((r) => r.signal.id)}::text[], ${stored.map((r) => r.subject.id)}::uuid[]) as r(signal, subject)) r
      on r.signal = l.signal and r.subject = l.subject
    order by l.signal, l.subject for update of l`.execute(tx)
  return new Map(rows.map(({ signal, subject, at }) => [`${signal} ${subject}`, at]))
}

async function insert(tx: Tx, stored: readonly CheckedReading[], receivedAt: Date): Promise<void> {
  const columns = sql`
    ${stored.map((r) => r.signal.id)}::text[], ${stored.map((r) => r.subject.id)}::uuid[], ${stored.map((r) => r.device)}::text[],
    ${stored.map((r) => r.sequence)}::bigint[], ${stored.map((r) => r.at)}::timestamptz[], ${stored.map((r) => r.value)}::float8[],
    ${stored.map((r) => JSON.stringify(r.attributes))}::jsonb[], ${stored.map((r) => r.subject.organ)}::uuid[], ${stored.map((r) => r.subject.site)}::uuid[],
    ${stored.map((r) => r.until !== undefined)}::boolean[]`
  const given = sql`unnest(${columns}) as r(signal, subject, device, sequence, at, value, attributes, organ, site, past)`
  await sql`
    insert into signal.reading (signal, subject, device, sequence, at, received_at, value, attributes)
    select signal, subject, device, sequence, at, ${receivedAt}, value, attributes from ${given}`.execute(tx)
  await sql`
    insert into signal.latest as l (signal, subject, device, at, received_at, value, attributes, organ, site)
    select distinct on (signal, subject) signal, subject, device, at, ${receivedAt}, value, attributes, organ, site
    from ${given} where not past order by signal, subject, least(at, ${receivedAt}) desc, at desc
    on conflict (signal, subject) do update set device = excluded.device, at = excluded.at, received_at = excluded.received_at,
      value = excluded.value, attributes = excluded.attributes, organ = excluded.organ, site = excluded.site
    where least(l.at, l.received_at) <= least(excluded.at, excluded.received_at)`.execute(tx)
}

/** Makes this month's partition and the next one's; safe to call at any time, by several processes. */
export async function ensureMonths(db: Db, clock: Clock): Promise<void> {
  const [year = 1970, month = 1] = clock.today().split('-').map(Number)
  for (const offset of [0, 1]) {
    const from = new Date(Date.UTC(year, month - 1 + offset, 1))
    const to = new Date(Date.UTC(year, month + offset, 1))
    const name = `reading_${from.toISOString().slice(0, 7).replace('-', '_')}`
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('signal.reading months'))`.execute(tx)
      const { rows } = await sql`select 1 from pg_class where oid = to_regclass(${`signal.${name}`})`.execute(tx)
      if (rows.length > 0) return
      // readings of that month that came before it had a partition move out of the rest first
      await sql`create table ${sql.table(`signal.${name}`)} (like signal.reading including defaults)`.execute(tx)
      await sql`with moved as (delete from signal.reading_other where at >= ${from} and at < ${to} returning *)
        insert into ${sql.table(`signal.${name}`)} select * from moved`.execute(tx)
      await sql`alter table signal.reading attach partition ${sql.table(`signal.${name}`)}
        for values from (${sql.lit(from.toISOString())}) to (${sql.lit(to.toISOString())})`.execute(tx)
    })
  }
}

/** Forgets raw readings older than each signal keeps them, and sequences no device will repeat any more. */
export async function forgetReadings(db: Db, keep: readonly { signal: string; days: number }[], now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
  for (const { signal, days } of keep)
    await sql`delete from signal.reading where signal = ${signal} and at < ${before(days)}`.execute(db)
  await sql`delete from signal.seen where received_at < ${before(90)}`.execute(db)
}
