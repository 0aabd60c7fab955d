// A tick 节拍: looks for what has become due. Of several processes one does it, once a period.
import { sql } from 'kysely'
import type { Clock } from '@houqin/clock'
import type { Db } from '@houqin/db'

export interface Tick {
  readonly name: string
  /** Milliseconds between two runs. */
  readonly every: number
  readonly run: (db: Db) => Promise<unknown>
}

/** Runs `tick` if its period has passed and nobody else is at it. @returns whether it ran. */
export async function runTick(db: Db, clock: Clock, tick: Tick): Promise<boolean> {
  const now = clock.now()
  const { rows } = await sql`
    insert into job.tick as t (name, last_at) values (${tick.name}, ${now})
    on conflict (name) do update set last_at = excluded.last_at
    where t.last_at <= ${new Date(now.getTime() - tick.every)} or t.last_at > ${now}
    returning name`.execute(db)
  if (rows.length === 0) return false
  await tick.run(db)
  return true
}
