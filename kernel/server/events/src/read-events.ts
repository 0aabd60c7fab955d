// 读事件: in order of transaction, and only when no older transaction can still add one.
import type { Db } from '@houqin/db'
import { sql } from 'kysely'
import { eventOf, type EventRow, type HouseEvent, type Place, placeOf } from './event.ts'

/**
 * The next events after an id, in the order every reader sees. `waiting` tells that some are committed but must wait
 * for an older transaction to end. An `after` that is no id, or is of another database, reads from the oldest kept.
 */
export async function readEvents(db: Db, { after, limit = 500 }: { after?: string; limit?: number } = {}): Promise<{ events: HouseEvent[]; waiting: boolean }> {
  const place = (after === undefined ? undefined : placeOf(after)) ?? { xid: '0', id: '0' }
  return readAfter(db, { place, limit })
}

export async function readAfter(db: Db, { place, limit }: { place: Place; limit: number }): Promise<{ events: HouseEvent[]; waiting: boolean }> {
  const { rows } = await sql<EventRow & { settled: boolean }>`
    select xid::text as xid, id, at, topic, accounts, persons, roles, organ, site, payload, xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
    from events.event
    where (xid, id) > (${place.xid}::xid8, ${place.id}::bigint)
    order by events.event.xid, id limit ${limit}`.execute(db)
  const events = rows.filter(({ settled }) => settled).map(eventOf)
  return { events, waiting: events.length < rows.length }
}

/** Where one stands who wants only what happens from now on: what commits after this call is never before it. */
export async function placeNow(db: Db): Promise<Place> {
  const { rows: [now] } = await sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db)
  if (!now) throw new Error('PostgreSQL gave no snapshot.')
  return { xid: now.xid, id: '0' }
}

/** True when events after this id were swept away, or the id is of another database: the reader must load afresh. */
export async function missedSince(db: Db, eventId: string): Promise<boolean> {
  const place = placeOf(eventId)
  if (!place) return true
  const { rows } = await sql`
    select where ${place.xid}::xid8 >= pg_snapshot_xmax(pg_current_snapshot())
      or exists (select from events.horizon where (xid, id) > (${place.xid}::xid8, ${place.id}::bigint))`.execute(db)
  return rows.length > 0
}
