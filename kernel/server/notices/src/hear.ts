// Hearing 听取: the log of events read from where it was left, each happening made into notices exactly once.
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { readEvents } from '@houqin/events'
import type { HouseEvent } from '@houqin/events'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { tellOfMatter } from './matter-news.ts'

const batch = 200

/** Of several processes one hears at a time; place and notices are kept in one transaction. @returns how many events. */
export async function hear(db: Db, desk: Desk): Promise<number> {
  let heard = 0
  for (;;) {
    // Looked at first without a lock: most of the time there is nothing.
    const { rows: [ear] } = await sql<{ heard: string | null }>`select heard from notice.ear`.execute(db)
    const { events } = await readEvents(db, { ...(ear?.heard != null && { after: ear.heard }), limit: 1 })
    if (events.length === 0) return heard
    const count = await transaction(db, (tx) => hearSome(tx, desk))
    if (count === 0) return heard
    heard += count
  }
}

async function hearSome(tx: Tx, desk: Desk): Promise<number> {
  const { rows: [ear] } = await sql<{ heard: string | null }>`select heard from notice.ear for update skip locked`.execute(tx)
  if (ear === undefined) return 0
  const { events } = await readEvents(tx, { ...(ear.heard !== null && { after: ear.heard }), limit: batch })
  for (const event of events) await attempt(tx, desk, event)
  const last = events.at(-1)
  if (last) await sql`update notice.ear set heard = ${last.id}`.execute(tx)
  return events.length
}

/** One that cannot be told of is undone alone, or it would be heard again for ever. */
async function attempt(tx: Tx, desk: Desk, event: HouseEvent): Promise<void> {
  if (event.topic !== 'matter' && event.topic !== 'inbox') return
  await sql`savepoint one_event`.execute(tx)
  try {
    await tellOfMatter(tx, desk, event)
  } catch (error) {
    await sql`rollback to savepoint one_event`.execute(tx)
    desk.failed(`notices of event ${event.id}`, error)
  }
  await sql`release savepoint one_event`.execute(tx)
}
