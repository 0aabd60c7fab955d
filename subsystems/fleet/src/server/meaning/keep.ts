// How long positions are kept 位置保存: a day whose time is over is dropped whole; its trips and its summary stay.
import { addDays, instantOf } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { figuresAsOf } from '@houqin/standards'
import { sql } from 'kysely'
import { trackReckoning } from '../../contract/index.ts'

export function keeping({ clock }: System): Tick {
  return { name: 'fleet.keep', every: 3_600_000, run: (db) => dropOldDays(db, clock.today()) }
}

/** @returns the first day of which positions are kept, YYYY-MM-DD. */
export async function keptSince(db: Db | Tx, today: string): Promise<string> {
  const { figures } = await figuresAsOf(db, trackReckoning, today)
  return addDays(today, -Number((figures as Readonly<Record<string, string>>)['keepDays']))
}

/** Safe to call at any time, by several processes: whoever comes second finds the day gone. @returns the days dropped. */
export async function dropOldDays(db: Db, today: string): Promise<readonly string[]> {
  const since = await keptSince(db, today)
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'fleet.position'::regclass and c.relname < ${`position_${since.replaceAll('-', '_')}`} and c.relname ~ '^position_\\d{4}_\\d\\d_\\d\\d$' order by 1`.execute(db)
  for (const { name } of rows) await db.transaction().execute(async (tx) => {
    // a gateway that writes goes first; the next hour tries again
    await sql`set local lock_timeout = '2s'`.execute(tx)
    await sql`drop table if exists ${sql.table(`fleet.${name}`)}`.execute(tx)
  })
  // what came too late for a day of its own, or with a clock that is years off
  await sql`delete from fleet.position_other where received_at < ${instantOf({ date: since })}`.execute(db)
  return rows.map(({ name }) => name.slice('position_'.length).replaceAll('_', '-'))
}
