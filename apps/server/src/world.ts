// The world's clock 世界时钟: the machine's own, or that of the demonstration, which may be ahead of it and never goes back.
import { sql } from 'kysely'
import { instantOf, localDate, localTime, systemClock, worldClock } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { fault } from '@houqin/fault'
import type { Tick } from '@houqin/jobs'

export const worldTables = Object.freeze({ schema: 'world', folder: new URL('../migrations/', import.meta.url) })

/**
 * The demonstration stands at the machine's own day, or at the day asked for, and never before where it was last seen;
 * a bureau's own database has no world and lives by the machine's clock.
 * @param held stays where it was last seen, for a program beside the server. @throws Fault `server.world-goes-back` for a day that has passed there.
 */
export async function worldClockOf(db: Db, asked: string | undefined, { held = false }: { readonly held?: boolean } = {}): Promise<Clock> {
  const { rows } = await sql<{ last_at: Date }>`select last_at from world.world`.execute(db)
  const last = rows[0]?.last_at
  if (asked === undefined) return last === undefined || (!held && last <= systemClock.now()) ? systemClock : startingAt(last)
  if (last !== undefined && asked < localDate(last))
    throw fault({
      code: 'server.world-goes-back',
      zh: `演示世界已经走到 ${localDate(last)}，不能回到 ${asked}：请用更晚的 --world-date，或换一个 --data 目录。`,
      en: `The demonstration has come to ${localDate(last)} and cannot go back to ${asked}: give a later --world-date, or another --data folder.`,
    })
  if (last !== undefined && asked === localDate(last)) return startingAt(last)
  return startingAt(instantOf({ date: asked, time: localTime(systemClock.now()) }))
}
function startingAt(anchor: Date): Clock {
  return worldClock({ anchor, startedAt: systemClock.now() })
}

export async function openWorld(tx: Tx, clock: Clock): Promise<void> {
  await sql`insert into world.world (opened_at, last_at) values (${clock.now()}, ${clock.now()})`.execute(tx)
}
/** From there on a part of the world is to be continued. */
export async function beginToLive(tx: Tx, { part, at }: { readonly part: string; readonly at: Date }): Promise<void> {
  await sql`insert into world.lived (part, until) values (${part}, ${at}) on conflict (part) do update set until = excluded.until`.execute(tx)
}
/** Remembers how far the world has come. */
export function worldTick(clock: Clock): Tick {
  return {
    name: 'world.remember',
    every: 10_000,
    run: (db) => sql`update world.world set last_at = greatest(last_at, ${clock.now()})`.execute(db),
  }
}
