// 发布: an event that is told when, and only when, the writer's transaction commits.
import { together, waking } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { type Audience, channel } from './event.ts'

export interface NewEvent {
  readonly at: Date
  readonly topic: string
  /** Its persons may be a `uuid[]` that the database works out. */
  readonly audience?: Omit<Audience, 'persons'> & { readonly persons?: Audience['persons'] | RawBuilder<unknown> }
  /** JSON and small: ids and a sentence, which the reader opens with its own rights. */
  readonly payload: unknown
}

export async function publish(tx: Tx, event: NewEvent): Promise<void> {
  await together(tx, [eventsWrite([event])], told)
}

/** Several as one of several writes made together, whose answer is to be `told`. */
export function eventsWrite(events: readonly [NewEvent, ...NewEvent[]]): RawBuilder<unknown> {
  const rows = events.map(({ at, topic, audience = {}, payload }) => sql`(
    ${at}::timestamptz, ${topic}, ${audience.accounts ?? null}::uuid[], ${audience.persons ?? null}::uuid[], ${audience.roles ?? null}::text[],
    ${audience.organ ?? null}::uuid, ${audience.site ?? null}::uuid, ${JSON.stringify(payload)}::jsonb)`)
  return sql`insert into events.event (at, topic, accounts, persons, roles, organ, site, payload) values ${sql.join(rows)}`
}

/** Wakes whoever listens, once the transaction commits. */
export const told: RawBuilder<unknown> = waking(channel)
