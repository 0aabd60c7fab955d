// Attempts 发送记录: how many a minute a way may bear, how many went today, and what went wrong last.
import { instantOf } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { Sentence } from '@houqin/problem'
import type { SentToday } from '@houqin/wire'
import { sql } from 'kysely'


const minute = 60_000
const keptDays = 30

/** Takes a place within the last sixty seconds. @returns the attempt, or when the next place is free. */
export async function beginAttempt(db: Db, clock: Clock, { setup, perMinute }: { setup: string; perMinute: number }): Promise<{ readonly id: string } | { readonly freeAt: Date }> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now()
    // one after the other: two who count at once would both find the last place
    await sql`select 1 from channel.setup where id = ${setup}::uuid for update`.execute(tx)
    const { rows: busy } = await sql<{ at: Date }>`
      select at from channel.attempt where setup = ${setup}::uuid and at > ${new Date(at.getTime() - minute)} order by at desc limit 1 offset ${perMinute - 1}`.execute(tx)
    if (busy[0]) return { freeAt: new Date(busy[0].at.getTime() + minute) }
    const { rows } = await sql<{ id: string }>`insert into channel.attempt (setup, at) values (${setup}::uuid, ${at}) returning id`.execute(tx)
    return { id: rows[0]?.id ?? '' }
  })
}

export async function endAttempt(db: Db, id: string, came: { readonly receipt: string } | { readonly problem: Sentence }): Promise<void> {
  const [receipt, problem] = 'receipt' in came ? [came.receipt, null] : [null, JSON.stringify(came.problem)]
  await sql`update channel.attempt set sent = ${receipt !== null}, receipt = ${receipt}, problem = ${problem}::jsonb where id = ${id}::bigint`.execute(db)
}

/** By setup; those that were never used are missing. */
export async function todayOf(db: Db | Tx, clock: Clock, setup: string | null = null): Promise<ReadonlyMap<string, SentToday<Date>>> {
  const midnight = instantOf({ date: clock.today() })
  const { rows } = await sql<{ setup: string; sent: string; failed: string; lastAt: Date | null; receipt: string | null; problemAt: Date | null; problem: Sentence | null }>`
    select s.id as setup, day.sent, day.failed, ok.at as "lastAt", ok.receipt, bad.at as "problemAt", bad.problem
    from channel.setup s
    cross join lateral (
      select count(*) filter (where a.sent) as sent, count(*) filter (where not a.sent) as failed from channel.attempt a where a.setup = s.id and a.at >= ${midnight}
    ) day
    left join lateral (select a.id, a.at, a.receipt from channel.attempt a where a.setup = s.id and a.sent order by a.id desc limit 1) ok on true
    left join lateral (select a.at, a.problem from channel.attempt a where a.setup = s.id and not a.sent and a.id > coalesce(ok.id, 0) order by a.id desc limit 1) bad on true
    where ${setup}::uuid is null or s.id = ${setup}::uuid`.execute(db)
  return new Map(rows.map(({ setup: id, sent, failed, lastAt, receipt, problemAt, problem }) => [id, {
    sent: Number(sent), failed: Number(failed),
    last: lastAt === null ? null : { at: lastAt, receipt: receipt ?? '' },
    problem: problemAt === null || problem === null ? null : { at: problemAt, says: problem },
  }]))
}

export async function sweepAttempts(db: Db, clock: Clock): Promise<void> {
  await sql`delete from channel.attempt where at < ${new Date(clock.now().getTime() - keptDays * 24 * 60 * minute)}`.execute(db)
}
