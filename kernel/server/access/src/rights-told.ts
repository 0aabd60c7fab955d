// 权限变化: told to every open console of the account, in whichever process it stands, once what changed is committed.
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { publish } from '@houqin/events'
import { sql } from 'kysely'

/** The topic of the event: what he may do, or where he is signed in, is no longer what it was. */
export const rightsTopic = 'rights'

/** Tells the consoles of an account to look again. Call in the transaction of the change. */
export async function tellRights(tx: Tx, { clock, account }: { clock: Clock; account: string }): Promise<void> {
  await publish(tx, { at: clock.now(), topic: rightsTopic, audience: { accounts: [account] }, payload: { account } })
}

/** Tells those whose grants began or ended with a day since the last look; the first look only remembers the day. */
export async function tellTurnedGrants(db: Db, clock: Clock): Promise<void> {
  const today = clock.today()
  await db.transaction().execute(async (tx) => {
    const { rows: [last] } = await sql<{ day: string }>`select day::text from access.turn for update`.execute(tx)
    if (last && last.day >= today) return
    await sql`insert into access.turn (day) values (${today}) on conflict (single) do update set day = greatest(turn.day, excluded.day)`.execute(tx)
    if (!last) return
    const { rows } = await sql<{ account: string }>`
      select distinct account from access.grant
      where withdrawn_at is null
        and (lower(valid) > ${last.day}::date and lower(valid) <= ${today}::date or upper(valid) > ${last.day}::date and upper(valid) <= ${today}::date)`.execute(tx)
    for (const { account } of rows) await tellRights(tx, { clock, account })
  })
}
