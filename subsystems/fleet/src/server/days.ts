// The days of positions 按日分区: today's partition and those of the coming week stand before the first position of theirs comes.
import { addDays, instantOf } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { Db } from '@houqin/db'
import { sql } from 'kysely'

const ahead = 7
const behind = 1

/** Safe to call at any time, by several processes. Positions of a day that came before its partition move into it. */
export async function ensureDays(db: Db, clock: Clock): Promise<void> {
  for (let offset = -behind; offset <= ahead; offset += 1) await ensureDay(db, addDays(clock.today(), offset))
}

/** @param day YYYY-MM-DD of the district. */
export async function ensureDay(db: Db, day: string): Promise<void> {
  const name = `fleet.position_${day.replaceAll('-', '_')}`
  const from = instantOf({ date: day })
  const to = instantOf({ date: addDays(day, 1) })
  const { rows: known } = await sql`select 1 from pg_class where oid = to_regclass(${name})`.execute(db)
  if (known.length > 0) return
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('fleet.position days'))`.execute(tx)
    const { rows } = await sql`select 1 from pg_class where oid = to_regclass(${name})`.execute(tx)
    if (rows.length > 0) return
    await sql`lock table fleet.position_other in share row exclusive mode`.execute(tx)
    await sql`create table ${sql.table(name)} (like fleet.position including defaults including indexes)`.execute(tx)
    await sql`with moved as (delete from fleet.position_other where at >= ${from} and at < ${to} returning *) insert into ${sql.table(name)} select * from moved`.execute(tx)
    await sql`alter table fleet.position attach partition ${sql.table(name)} for values from (${sql.lit(from.toISOString())}) to (${sql.lit(to.toISOString())})`.execute(tx)
  })
}
