// Posting 投递: a delivery is written in the transaction of what causes it, and sent when, and only when, that commits.
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import { sql } from 'kysely'

export interface Posting {
  /** Whose handler sends it. */
  readonly topic: string
  /** The same key in the same topic is the same delivery: posted twice, it is sent as one. */
  readonly key: string
  /** JSON, read back by the handler. */
  readonly payload: unknown
  /** Not before; at once unless said. */
  readonly at?: Date
}

/** @returns how many are new; the others had been posted before. */
export async function post(tx: Tx, clock: Clock, postings: readonly Posting[]): Promise<number> {
  if (postings.length === 0) return 0
  const now = clock.now()
  const rows = postings.map(({ topic, key, payload, at = now }) => ({ id: newId(clock), topic, key, payload: payload ?? null, next_at: at }))
  const { numAffectedRows } = await sql`
    insert into outbox.delivery (id, topic, key, payload, written_at, next_at)
    select p.id, p.topic, p.key, p.payload, ${now}::timestamptz, p.next_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(id uuid, topic text, key text, payload jsonb, next_at timestamptz)
    on conflict (topic, key) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
