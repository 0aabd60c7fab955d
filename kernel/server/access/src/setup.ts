// 初始化: an empty system has no password to guess. A one-time link, shown where it is started, makes its three administrators.
import { randomBytes, createHash } from 'node:crypto'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { auditAdmin, securityAdmin, systemAdmin } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { badInput } from './bad-input.ts'
import type { Accounts } from './accounts.ts'
import type { Grants } from './grants.ts'
import { systemActor } from '@houqin/callers'
import { usernameOf } from './sessions.ts'

export interface Administrator {
  readonly role: string
  readonly username: string
  readonly name: string
  readonly password: string
}

const validMs = 24 * 3_600_000
/** The three among whom the power over the system is divided (三员分立). */
export const threeAdministrators = Object.freeze([systemAdmin, securityAdmin, auditAdmin])

/** A token for the link of an empty system, in place of every earlier one; undefined once there is an account. */
export async function openSetup(db: Db, clock: Clock): Promise<{ readonly token: string; readonly expiresAt: Date } | undefined> {
  return db.transaction().execute(async (tx) => {
    if (await isTaken(tx)) return undefined
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(clock.now().getTime() + validMs)
    await sql`delete from access.setup where used_at is null`.execute(tx)
    await sql`insert into access.setup (token_hash, expires_at) values (${hashOf(token)}, ${expiresAt})`.execute(tx)
    return { token, expiresAt }
  })
}

/** Whether the system still waits for its administrators. */
export async function isSetupOpen(db: Db | Tx, clock: Clock): Promise<boolean> {
  const { rows } = await sql`select from access.setup where used_at is null and expires_at > ${clock.now()} limit 1`.execute(db)
  return rows.length > 0 && !await isTaken(db)
}

/**
 * Makes the three accounts, one role each, and uses the token up.
 * @throws Problem `gone` for a token that is used, expired, replaced or unknown; `bad-input` at `administrators[i].…`.
 */
export async function completeSetup(tx: Tx, { clock, accounts, grants, token, administrators, ip }: {
  clock: Clock
  accounts: Accounts
  grants: Grants
  token: string
  administrators: readonly Administrator[]
  ip: string
}): Promise<void> {
  const now = clock.now()
  const { rows } = await sql`
    update access.setup set used_at = ${now} where token_hash = ${hashOf(token)} and used_at is null and expires_at > ${now} returning token_hash`.execute(tx)
  if (rows.length === 0 || await isTaken(tx)) throw new Problem('gone', say(
    '初始化链接已使用或已过期。如系统尚无管理员，请重新启动程序取得新链接。',
    'This set-up link was used or has expired. If the system has no administrators yet, start it again for a new one.',
  ))
  requireThree(administrators)
  const actor = { ...systemActor, ip }
  for (const [index, { role, ...account }] of administrators.entries()) {
    const { id } = await accounts.create(tx, actor, { ...account, mustChangePassword: false }).catch((error: unknown) => { throw within(index, error) })
    await grants.give(tx, actor, { account: id, role, reason: '系统初始化' })
  }
}

function requireThree(administrators: readonly Administrator[]): void {
  const roles = new Set(administrators.map(({ role }) => role))
  if (administrators.length !== 3 || !threeAdministrators.every(({ role }) => roles.has(role))) {
    throw badInput('administrators', say(
      '请恰好设置三位管理员：系统管理员、安全管理员、安全审计员各一位。',
      `Name exactly three administrators, one for each of ${threeAdministrators.map(({ role }) => role).join(', ')}.`,
    ))
  }
  if (new Set(administrators.map(({ username }) => usernameOf(username))).size !== 3) {
    throw badInput('administrators', say('三位管理员的用户名不能相同。', 'The three administrators need different usernames.'))
  }
}
/** Says which of the three an issue is about. */
function within(index: number, error: unknown): unknown {
  if (!(error instanceof Problem)) return error
  return new Problem(error.type, error.detail, {
    issues: error.issues.map(({ at, says }) => ({ at: `administrators[${index}].${at}`, says })), more: error.more, cause: error,
  })
}
async function isTaken(db: Db | Tx): Promise<boolean> {
  return (await sql`select from access.account limit 1`.execute(db)).rows.length > 0
}
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
