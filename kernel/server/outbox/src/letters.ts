// Letters 投递记录: what has died and why, put back by an officer; what arrived is forgotten in time.
import type { Db, Tx } from '@houqin/db'
import type { Sentence } from '@houqin/problem'
import { sql } from 'kysely'

/** One that nobody will send any more. */
export interface DeadLetter {
  readonly id: string
  readonly topic: string
  readonly key: string
  readonly payload: unknown
  readonly attempts: number
  readonly writtenAt: Date
  readonly diedAt: Date
  readonly problem: Sentence
}

/** The latest first. @param after the last id of the page before. */
export async function deadLetters(db: Db | Tx, { limit = 50, after }: { limit?: number; after?: string | undefined } = {}): Promise<{ rows: readonly DeadLetter[]; next: string | null; total: number }> {
  const place = after === undefined ? sql`` : sql`and (ended_at, id) < (select d.ended_at, d.id from outbox.delivery d where d.id = ${after}::uuid)`
  const { rows } = await sql<DeadLetter>`
    select id, topic, key, payload, attempts, written_at as "writtenAt", ended_at as "diedAt", problem from outbox.delivery
    where state = 'dead' ${place} order by ended_at desc, id desc limit ${limit + 1}`.execute(db)
  const { rows: counted } = await sql<{ total: string }>`select count(*) as total from outbox.delivery where state = 'dead'`.execute(db)
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null, total: Number(counted[0]?.total ?? 0) }
}

/** Puts dead letters back, to be sent at once with attempts anew. @returns those that were dead. */
export async function requeue(tx: Tx, { ids, at }: { ids: readonly string[]; at: Date }): Promise<readonly { id: string; topic: string; key: string }[]> {
  const { rows } = await sql<{ id: string; topic: string; key: string }>`
    update outbox.delivery set state = 'waiting', attempts = 0, ended_at = null, next_at = ${at}
    where id = any(${[...ids]}::uuid[]) and state = 'dead' returning id, topic, key`.execute(tx)
  return rows
}

/** What came of deliveries, by key; those never posted are missing. */
export async function lettersOf(db: Db | Tx, { topic, keys }: { topic: string; keys: readonly string[] }): Promise<ReadonlyMap<string, { state: 'waiting' | 'sent' | 'dead'; receipt: string | null; problem: Sentence | null }>> {
  const { rows } = await sql<{ key: string; state: 'waiting' | 'sent' | 'dead'; receipt: string | null; problem: Sentence | null }>`
    select key, state, receipt, problem from outbox.delivery where topic = ${topic} and key = any(${[...keys]}::text[])`.execute(db)
  return new Map(rows.map(({ key, ...letter }) => [key, letter]))
}

/** Forgets what arrived before an instant; a key that old is a new delivery. Dead letters stay until somebody looks. */
export async function sweepDeliveries(db: Db, { before }: { before: Date }): Promise<void> {
  await sql`delete from outbox.delivery where state = 'sent' and ended_at < ${before}`.execute(db)
}
