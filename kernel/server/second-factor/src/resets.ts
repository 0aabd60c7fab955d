// Reset by two 双人重置: whoever lost phone and recovery codes is let in anew when one administrator asks and another one agrees.
import { requireRole, signature, threeAdministrators } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import { isId, newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { SecondFactorReset } from '@houqin/wire'
import { sql } from 'kysely'
import { forget } from './enrol.ts'
import type { House } from './house.ts'
import { nameOf } from './prove.ts'

const dayMs = 86_400_000
const among = { roles: threeAdministrators, deed: say('重置动态口令', 'reset a second factor') }

/** Those of the last day that wait for the second. */
export async function listResets(db: Db | Tx, { clock }: House, { principal }: Actor): Promise<readonly SecondFactorReset<Date>[]> {
  requireRole(principal, among)
  const { rows } = await sql<SecondFactorReset<Date>>`
    select r.id, jsonb_build_object('id', a.id, 'name', a.name, 'username', a.username) as account, r.reason,
           jsonb_build_object('id', b.id, 'name', b.name) as "askedBy", r.asked_at as "askedAt", ${principal.account}::uuid not in (r.asked_by, r.account) as "mayAgree"
    from second_factor.reset r join access.account a on a.id = r.account join access.account b on b.id = r.asked_by
    where r.agreed_at is null and r.asked_at > ${new Date(clock.now().getTime() - dayMs)} order by r.asked_at`.execute(db)
  return rows
}

export async function askForReset(tx: Tx, { clock }: House, { actor, account, reason }: { actor: Actor; account: string; reason: string }): Promise<{ id: string }> {
  requireRole(actor.principal, among)
  if (account === actor.principal.account) throw new Problem('not-allowed', say('不能为自己申请重置，请由其他管理员办理。', 'Nobody asks for his own; another administrator does.'))
  const { rows: [found] } = await sql`select from second_factor.device where account = ${isId(account) ? account : null} and confirmed_at is not null`.execute(tx)
  if (!found) throw new Problem('not-found', say('这个账号没有绑定动态口令。', 'That account has no second factor.'))
  const id = newId(clock)
  const at = clock.now()
  // an earlier one that nobody agreed to gives way
  await sql`delete from second_factor.reset where account = ${account} and agreed_at is null`.execute(tx)
  await sql`insert into second_factor.reset (id, account, reason, asked_by, asked_at) values (${id}, ${account}, ${reason}, ${actor.principal.account}, ${at})`.execute(tx)
  await record(tx, { at, ...signature(actor), action: 'second-factor.ask-reset', subject: { kind: 'access.account', id: account }, summary: `申请重置 ${await nameOf(tx, account)} 的动态口令：${reason}` })
  return { id }
}

export async function agreeToReset(tx: Tx, { clock }: House, { actor, id }: { actor: Actor; id: string }): Promise<{ account: string; sessions: readonly string[] }> {
  requireRole(actor.principal, among)
  const at = clock.now()
  const { rows: [asked] } = await sql<{ account: string; asked_by: string }>`
    select account, asked_by from second_factor.reset
    where id = ${isId(id) ? id : null} and agreed_at is null and asked_at > ${new Date(at.getTime() - dayMs)} for update`.execute(tx)
  if (!asked) throw new Problem('not-found', say('没有待办理的重置申请，可能已办理或已过一天。', 'Nothing waits there; it was done, or a day has passed.'))
  if ([asked.asked_by, asked.account].includes(actor.principal.account)) throw new Problem('not-allowed', say(
    '须由另一位管理员同意：申请人和账号本人都不能。', 'Another administrator agrees: neither who asked nor whose account it is.',
  ))
  await forget(tx, asked.account)
  await sql`update second_factor.reset set agreed_by = ${actor.principal.account}, agreed_at = ${at} where id = ${id}`.execute(tx)
  const { rows: sessions } = await sql<{ id: string }>`select id from access.session where account = ${asked.account} and ended_at is null`.execute(tx)
  await record(tx, { at, ...signature(actor), action: 'second-factor.reset', subject: { kind: 'access.account', id: asked.account }, summary: `同意重置 ${await nameOf(tx, asked.account)} 的动态口令，他的登录已结束` })
  return { account: asked.account, sessions: sessions.map(({ id: session }) => session) }
}
