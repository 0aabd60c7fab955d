// 发布: an event that is told when, and only when, the writer's transaction commits.
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'
import { type Audience, channel } from './event.ts'

/** Appends one event. `payload` is JSON and small: ids and a sentence, which the reader opens with its own rights. */
export async function publish(tx: Tx, { at, topic, audience = {}, payload }: {
  at: Date
  topic: string
  audience?: Audience
  payload: unknown
}): Promise<void> {
  await sql`
    with appended as (
      insert into events.event (at, topic, accounts, persons, roles, organ, site, payload)
      values (${at}, ${topic}, ${audience.accounts ?? null}::uuid[], ${audience.persons ?? null}::uuid[], ${audience.roles ?? null}::text[], ${audience.organ ?? null},
              ${audience.site ?? null}, ${JSON.stringify(payload)}::jsonb)
    )
    select pg_notify(${channel}, '')`.execute(tx)
}
