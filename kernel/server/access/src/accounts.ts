// 账号: who may sign in. The system administrator makes, changes, disables and resets them; roles are not his to give.
import { record } from '@houqin/audit'
import { constraintOf } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { auditAdmin, securityAdmin, systemAdmin } from '@houqin/define'
import { isId, newId } from '@houqin/fields'
import { handoverPassword } from '@houqin/password'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { lockedUsernames, unlock } from './attempts.ts'
import { badInput } from './bad-input.ts'
import { nameIn, requireRow } from './dimension.ts'
import type { House } from './house.ts'
import { changePassword, requireGoodPassword, storePassword } from './passwords.ts'
import { isSystem, signature } from '@houqin/callers'
import type { Actor } from '@houqin/callers'
import type { Page, WireAccount } from '@houqin/wire'
import { tellRights } from './rights-told.ts'
import { requireRole } from './scope.ts'
import { endSessions, usernameOf } from './sessions.ts'

export interface NewAccount {
  readonly username: string
  readonly name: string
  readonly person?: string | null
  /** Made up when left out, and given back once; null for none, so that nobody signs in before a reset hands one over. */
  readonly password?: string | null
  /** False only where the owner chose the password himself. */
  readonly mustChangePassword?: boolean
}
export interface AccountChanges {
  readonly name?: string
  readonly person?: string | null
  readonly disabled?: boolean
}
export interface AccountQuery {
  /** Part of a username or a name. */
  readonly q?: string
  /** 1–200, 50 unless told. */
  readonly limit?: number
  readonly after?: string
}
export type Accounts = ReturnType<typeof createAccounts>

const manage = { roles: [systemAdmin], deed: say('管理账号', 'manage accounts') }
const look = { roles: [systemAdmin, securityAdmin], deed: say('查看账号', 'see accounts') }
const subject = (id: string) => ({ kind: 'access.account', id })

export function createAccounts(house: House) {
  return Object.freeze({
    /** @throws Problem `not-allowed`, `bad-input`, `conflict` when the username or the person has an account. */
    create: (tx: Tx, actor: Actor, account: NewAccount) => create(tx, house, { actor, account }),
    /** A disabled account's sessions end at once. @throws Problem `not-allowed`, `not-found`, `stale-version`, `conflict`, `bad-input`. */
    change: (tx: Tx, actor: Actor, id: string, changes: AccountChanges, version: number) => change(tx, house, { actor, id, changes, version }),
    /** A new password to hand over, changed at the next sign-in; sessions end, a lock is lifted. @throws Problem `not-allowed`, `not-found`. */
    reset: (tx: Tx, actor: Actor, id: string) => reset(tx, house, { actor, id }),
    /** One's own; all other sessions end. @throws Problem `bad-input` at `current` or `next`, `too-many-requests`. */
    changePassword: (db: Db, actor: Actor, passwords: { readonly current: string; readonly next: string }) => changePassword(db, house, { actor, ...passwords }),
    /** By username; `next` is the cursor of the following page. @throws Problem `not-allowed`. */
    list: (db: Db | Tx, actor: Actor, query: AccountQuery = {}) => list(db, house, { actor, query }),
    /** @throws Problem `not-allowed`, `not-found`. */
    get: (db: Db | Tx, actor: Actor, id: string) => get(db, house, { actor, id }),
  })
}

async function create(tx: Tx, house: House, { actor, account }: { actor: Actor; account: NewAccount }): Promise<{ id: string; handoverPassword: string | null }> {
  requireRole(actor.principal, manage)
  const { catalogue, clock, hashing } = house
  const username = usernameOf(account.username)
  const name = requireName(account.name)
  if (!/^[a-z0-9][a-z0-9._-]{1,63}$/.test(username)) throw badInput('username', say(
    '用户名应为 2–64 个小写字母、数字或 . _ -，以字母或数字开头。', 'A username has 2–64 lower-case letters, digits or . _ - and starts with a letter or digit.',
  ))
  await requireRow(tx, { register: catalogue.dimensions.person, id: account.person ?? null, at: 'person' })
  const password = account.password === undefined ? handoverPassword() : account.password
  if (typeof account.password === 'string') requireGoodPassword({ at: 'password', password: account.password, username, name })
  const id = newId(clock)
  const hash = password === null ? hashing.nobody : await hashing.hash(password)
  const at = clock.now()
  const mustChange = typeof account.password !== 'string' || (account.mustChangePassword ?? true)
  await sql`
    insert into access.account (id, username, name, person, password_hash, must_change, password_changed_at, created_at)
    values (${id}, ${username}, ${name}, ${account.person ?? null}, ${hash}, ${mustChange}, ${at}, ${at})`.execute(tx).catch(taken)
  if (password !== null) await storePassword(tx, house, { account: id, hash })
  await record(tx, { at, ...signature(actor), action: 'access.create-account', subject: subject(id), summary: `建立账号 ${username}（${name}）`, after: { username, name, person: account.person ?? null } })
  return { id, handoverPassword: account.password === undefined ? password : null }
}

async function change(tx: Tx, house: House, { actor, id, changes, version }: { actor: Actor; id: string; changes: AccountChanges; version: number }): Promise<WireAccount<Date>> {
  requireRole(actor.principal, manage)
  const { catalogue, clock } = house
  const before = await lockAccount(tx, id)
  if (before.version !== version) throw new Problem('stale-version', say('账号已被他人修改，请刷新后再改。', 'Somebody changed this account meanwhile: reload and change it again.'))
  if (changes.disabled && id === actor.principal.account) throw new Problem('conflict', say('不能停用自己的账号，请由另一位系统管理员办理。', 'Nobody disables his own account; another system administrator does it.'))
  const name = requireName(changes.name ?? before.name)
  const person = changes.person === undefined ? before.person : changes.person
  if (person !== before.person) await requireRow(tx, { register: catalogue.dimensions.person, id: person, at: 'person' })
  const at = clock.now()
  const disabledAt = changes.disabled === undefined ? before.disabled_at : changes.disabled ? before.disabled_at ?? at : null
  await sql`
    update access.account set name = ${name}, person = ${person}, disabled_at = ${disabledAt}, version = version + 1 where id = ${id}`.execute(tx).catch(taken)
  if (disabledAt) await endSessions(tx, house, { account: id })
  else await tellRights(tx, { clock, account: id })
  await record(tx, {
    at, ...signature(actor), action: 'access.change-account', subject: subject(id), summary: `修改账号 ${before.username}${disabledAt && !before.disabled_at ? '：停用' : !disabledAt && before.disabled_at ? '：启用' : ''}`,
    before: { name: before.name, person: before.person, disabledAt: before.disabled_at }, after: { name, person, disabledAt },
  })
  return get(tx, house, { actor, id })
}

async function reset(tx: Tx, house: House, { actor, id }: { actor: Actor; id: string }): Promise<{ handoverPassword: string }> {
  requireRole(actor.principal, manage)
  const { username, name } = await lockAccount(tx, id)
  // Whoever could reset an overseer's password could sign in as him, and the three would be one.
  if (!isSystem(actor.principal) && await holdsOneOf(tx, id, [securityAdmin.role, auditAdmin.role])) throw new Problem('not-allowed', say(
    `${name}是安全管理员或安全审计员，系统管理员不能重置其密码，请由服务器的运维人员办理。`,
    `${name} is a security or audit administrator, whose password the system administrator may not reset; whoever runs the server does it.`,
  ))
  const password = handoverPassword()
  const hash = await house.hashing.hash(password)
  await storePassword(tx, house, { account: id, hash })
  await sql`update access.account set must_change = true, version = version + 1 where id = ${id}`.execute(tx)
  await unlock(tx, { kind: 'username', text: username })
  await endSessions(tx, house, { account: id })
  await record(tx, { at: house.clock.now(), ...signature(actor), action: 'access.reset-password', subject: subject(id), summary: `重置账号 ${username}（${name}）的密码，其登录会话已结束` })
  return { handoverPassword: password }
}

/** Whether an account holds one of the three administrators' roles, today or on a day to come. */
export function isAdministrator(db: Db | Tx, account: string): Promise<boolean> {
  return holdsOneOf(db, account, [systemAdmin.role, securityAdmin.role, auditAdmin.role])
}
async function holdsOneOf(db: Db | Tx, account: string, roles: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from access.grant where account = ${isId(account) ? account : null} and withdrawn_at is null and role = any(${roles}) limit 1`.execute(db)
  return rows.length > 0
}

interface AccountRow {
  readonly id: string
  readonly version: number
  readonly username: string
  readonly name: string
  readonly person: string | null
  readonly person_name: string | null
  readonly must_change: boolean
  readonly disabled_at: Date | null
  readonly created_at: Date
  readonly password_changed_at: Date
}

/** The account, held until the transaction ends. @throws Problem `not-found`. */
export async function lockAccount(tx: Tx, id: string): Promise<Pick<AccountRow, 'username' | 'name' | 'person' | 'disabled_at' | 'version'>> {
  const { rows: [row] } = await sql<AccountRow>`
    select username, name, person, disabled_at, version from access.account where id = ${isId(id) ? id : null} for update`.execute(tx)
  if (!row) throw noAccount()
  return row
}

async function get(db: Db | Tx, house: House, { actor, id }: { actor: Actor; id: string }): Promise<WireAccount<Date>> {
  requireRole(actor.principal, look)
  const [found] = await read(db, house, { where: sql`account.id = ${isId(id) ? id : null}`, limit: 1 })
  if (!found) throw noAccount()
  return found
}

async function list(db: Db | Tx, house: House, { actor, query: { q = '', limit = 50, after = '' } }: { actor: Actor; query: AccountQuery }): Promise<Page<WireAccount<Date>>> {
  requireRole(actor.principal, look)
  const like = `%${q.trim().toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await read(db, house, { where: sql`username > ${after} and (username like ${like} or lower(account.name) like ${like})`, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? page.at(-1)?.username ?? null : null }
}

async function read(db: Db | Tx, house: House, { where, limit }: { where: RawBuilder<unknown>; limit: number }): Promise<WireAccount<Date>[]> {
  const { rows } = await sql<AccountRow>`
    select account.id, version, username, account.name, person, ${nameIn(house.catalogue.dimensions.person, sql.ref('account.person'))} as person_name,
           must_change, disabled_at, created_at, password_changed_at
    from access.account where ${where} order by username limit ${limit}`.execute(db)
  const locked = await lockedUsernames(db, house, rows.map(({ username }) => username))
  return rows.map((row) => Object.freeze({
    id: row.id,
    version: row.version,
    username: row.username,
    name: row.name,
    person: row.person === null ? null : { id: row.person, name: row.person_name ?? row.name },
    mustChangePassword: row.must_change,
    lockedUntil: locked.get(row.username) ?? null,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
    passwordChangedAt: row.password_changed_at,
  }))
}

function requireName(given: string): string {
  const name = given.trim()
  if (name === '' || Array.from(name).length > 100) throw badInput('name', say('请填写姓名，最多 100 个字。', 'Give a name of at most 100 characters.'))
  return name
}
function taken(error: unknown): never {
  const violated = constraintOf(error)
  if (violated?.kind === 'unique' && violated.name === 'account_username_key') throw conflict('username', say('这个用户名已被使用，请换一个。', 'This username is taken: choose another.'))
  if (violated?.kind === 'unique' && violated.name === 'account_person_key') throw conflict('person', say('这个人已有账号，一人只有一个账号。', 'This person has an account already: one account a person.'))
  throw error
}
function conflict(at: string, says: Sentence): Problem {
  return new Problem('conflict', says, { issues: [{ at, says }] })
}
function noAccount(): Problem {
  return new Problem('not-found', say('没有这个账号。', 'There is no such account.'))
}
