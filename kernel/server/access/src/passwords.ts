// 口令: set, changed by its owner, reset by an administrator; never one of the last few, never kept in clear.
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import { passwordFaults } from '@houqin/password'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { countFailure, forgetFailures, refuseLocked } from './attempts.ts'
import { badInput } from './bad-input.ts'
import type { House } from './house.ts'
import { signature } from '@houqin/callers'
import type { Actor } from '@houqin/callers'
import { endSessions } from './sessions.ts'

/** @param at where the password stands in the body. @throws Problem `bad-input` with a sentence for each fault. */
export function requireGoodPassword({ at, ...given }: { at: string; password: string; username: string; name: string }): void {
  const faults = passwordFaults(given)
  if (faults.length > 0) throw badInput(at, ...faults)
}

/**
 * Changes one's own password; all other sessions end.
 * @throws Problem `bad-input` at `current` or `next`; `too-many-requests` after too many wrong ones.
 */
export async function changePassword(db: Db, house: House, { actor, current, next }: { actor: Actor; current: string; next: string }): Promise<void> {
  const { hashing } = house
  const { account: id, session } = actor.principal
  const { rows: [account] } = await sql<{ username: string; name: string; password_hash: string }>`
    select username, name, password_hash from access.account where id = ${id}`.execute(db)
  if (!account) throw new Error(`access.account has no row ${id}, which is signed in.`)
  const counted = { kind: 'username', text: account.username } as const
  await refuseLocked(db, house, [counted])
  if (!await hashing.verify(account.password_hash, current)) {
    await db.transaction().execute(async (tx) => {
      const deed = { at: house.clock.now(), ...signature(actor), subject: { kind: 'access.account', id } }
      await record(tx, { ...deed, action: 'access.password-refused', summary: '修改密码时原密码不正确' })
      const until = await countFailure(tx, house, counted)
      if (until) await record(tx, { ...deed, action: 'access.lock', after: { until }, summary: '修改密码时连续输错原密码，用户名暂时锁定' })
    })
    throw badInput('current', say('原密码不正确，请重新输入。', 'This is not your present password: type it again.'))
  }
  requireGoodPassword({ at: 'next', password: next, username: account.username, name: account.name })
  await refuseKnown(db, house, { account: id, next })
  const hash = await hashing.hash(next)
  await db.transaction().execute(async (tx) => {
    const locked = await forgetFailures(tx, house, counted)
    if (locked) throw locked
    const { rows: [changed] } = await sql`
      update access.account set must_change = false where id = ${id} and password_hash = ${account.password_hash} returning id`.execute(tx)
    if (!changed) throw new Problem('conflict', say('密码刚刚在别处被修改，请重新登录。', 'The password was changed elsewhere a moment ago: sign in again.'))
    await storePassword(tx, house, { account: id, hash })
    await endSessions(tx, house, { account: id, except: session })
    await record(tx, { at: house.clock.now(), ...signature(actor), action: 'access.change-password', subject: { kind: 'access.account', id }, summary: '修改了自己的密码，其他登录会话已结束' })
  })
}

/** Puts a digest in force and keeps the last few, against their return. */
export async function storePassword(tx: Tx, { clock, settings }: House, { account, hash }: { account: string; hash: string }): Promise<void> {
  const at = clock.now()
  await sql`update access.account set password_hash = ${hash}, password_changed_at = ${at} where id = ${account}`.execute(tx)
  await sql`
    insert into access.past_password (account, set_at, password_hash) values (${account}, ${at}, ${hash})
    on conflict (account, set_at) do update set password_hash = excluded.password_hash`.execute(tx)
  await sql`
    delete from access.past_password where account = ${account} and set_at not in (
      select set_at from access.past_password where account = ${account} order by set_at desc limit ${settings.passwordsRemembered})`.execute(tx)
}

async function refuseKnown(db: Db, { hashing, settings }: House, { account, next }: { account: string; next: string }): Promise<void> {
  const { rows } = await sql<{ password_hash: string }>`
    select password_hash from access.past_password where account = ${account} order by set_at desc`.execute(db)
  for (const { password_hash: known } of rows)
    if (await hashing.verify(known, next)) throw badInput('next', say(
      `不能使用最近 ${settings.passwordsRemembered} 次用过的密码。`, `None of the last ${settings.passwordsRemembered} passwords may be used again.`,
    ))
}
