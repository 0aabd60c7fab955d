// 显示: language, dark and large type as one chose them, the same on every device one signs in at.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { Display } from '@houqin/wire'
import { sql } from 'kysely'


/** Null until he has chosen anything. */
export async function displayOf(db: Db | Tx, account: string): Promise<Display | null> {
  const { rows: [kept] } = await sql<Display>`select locale, theme, large from personal.display where account = ${account}::uuid`.execute(db)
  return kept ?? null
}
export async function keepDisplay(tx: Tx, clock: Clock, { actor, display: { locale, theme, large } }: { actor: Actor; display: Display }): Promise<Display> {
  const { account } = actor.principal
  await sql`insert into personal.display (account, locale, theme, large) values (${account}::uuid, ${locale}, ${theme}, ${large})
    on conflict (account) do update set locale = excluded.locale, theme = excluded.theme, large = excluded.large`.execute(tx)
  await record(tx, { at: clock.now(), ...signature(actor), action: 'personal.display', subject: { kind: 'account', id: account }, summary: '调整本人的显示设置', after: { locale, theme, large } })
  return { locale, theme, large }
}
