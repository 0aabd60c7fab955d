// 清理事件: old news is thrown away; where it ended is remembered.
import type { Db } from '@houqin/db'
import { sql } from 'kysely'

/** Removes the events from before an instant; gives how many. */
export async function sweepEvents(db: Db, { before }: { before: Date }): Promise<number> {
  const { rows: [swept] } = await sql<{ count: string }>`
    with gone as (
      delete from events.event where at < ${before} and xid < pg_snapshot_xmin(pg_current_snapshot()) returning xid, id
    ), newest as (
      select xid, id from gone order by xid desc, id desc limit 1
    ), moved as (
      insert into events.horizon as horizon (xid, id) select xid, id from newest
      on conflict (single) do update set xid = excluded.xid, id = excluded.id
      where (excluded.xid, excluded.id) > (horizon.xid, horizon.id)
    )
    select count(*) as count from gone`.execute(db)
  return Number(swept?.count ?? 0)
}
