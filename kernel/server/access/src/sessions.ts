// 会话: signing in, being known by a token, and ending it; nobody learns from the answer whether an account exists.
import { record } from '@houqin/audit'
import { csrfOf, newToken, signature, tokenHash } from '@houqin/callers'
import type { Actor, Principal } from '@houqin/callers'
import type { Db, Tx } from '@houqin/db'
import { isId, newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { OpenedDoor, WireSession } from '@houqin/wire'
import { sql } from 'kysely'
import { countFailure, forgetFailures, refuseLocked } from './attempts.ts'
import type { Counted } from './attempts.ts'
import type { House } from './house.ts'
import { tellRights } from './rights-told.ts'

/** Behind the door, with the token that its caller keeps. */
export interface NewSession extends OpenedDoor<Date> {
  readonly token: string
}
export type OpenedSession = NewSession & { readonly session: string }
/** What is to be done in the transaction of a sign-in, such as a link; gives what the session is said to have come in by. */
export type Alongside = (tx: Tx, opened: { readonly account: string; readonly session: string }) => Promise<string | undefined>
export interface Credentials {
  readonly username: string
  readonly password: string
  readonly ip: string
  readonly agent: string
}
interface AccountRow {
  readonly id: string
  readonly name: string
  readonly password_hash: string
  readonly must_change: boolean
  readonly disabled_at: Date | null
}

export type Sessions = ReturnType<typeof createSessions>

const minuteMs = 60_000
const longestText = 1_000

export function createSessions(house: House) {
  const { callers } = house
  return Object.freeze({
    /**
     * @throws Problem `sign-in-refused`, whatever was wrong; `too-many-requests` with `retryAfter` in seconds while the
     * username or the address is locked, or the line for hashing is full.
     * @param alongside when it throws, nobody is signed in.
     */
    signIn: (db: Db, credentials: Credentials, alongside?: Alongside) => signIn(db, house, { credentials, alongside }),
    /**
     * For an account that somebody else vouches for; a lock and a password that must be changed stand as ever.
     * @throws Problem `sign-in-refused` for a closed account; `too-many-requests` while its username is locked.
     */
    openProven: (tx: Tx, given: { readonly account: string; readonly ip: string; readonly agent: string; readonly via: string }) => openProven(tx, house, given),
    /** Ends those of an account's sessions, and tells its consoles. */
    endAll: (tx: Tx, given: { readonly account: string; readonly sessions: readonly string[] }) => endSessions(tx, house, given),
    /**
     * Who shows this token, read anew for every request.
     * @param shown `changingPassword` lets a caller in who must change his password first.
     * @throws Problem `not-signed-in`, `password-change-required`.
     */
    authenticate: callers.authenticate,
    /** Who showed this token within the last minute, for a transaction that begins with proving it; undefined where he must be read. */
    recall: callers.recall,
    /** Who he is by now, for what stays open longer than a request; undefined once the session is over. Does not count as use. */
    present: callers.present,
    /** His living sessions, the latest used first. */
    list: (db: Db | Tx, principal: Principal) => list(db, house, principal),
    /** Ends one of his own sessions; the present one to sign out. @throws Problem `not-found`. */
    end: (tx: Tx, actor: Actor, id: string) => end(tx, house, { actor, id }),
  })
}

/** How a username is stored and counted, however it was typed. */
export function usernameOf(typed: string): string {
  return typed.slice(0, longestText).normalize('NFKC').trim().toLowerCase()
}

async function signIn(db: Db, house: House, { credentials, alongside }: { credentials: Credentials; alongside: Alongside | undefined }): Promise<NewSession> {
  const username = usernameOf(credentials.username)
  const counted: readonly [Counted, Counted] = [{ kind: 'username', text: username }, { kind: 'address', text: credentials.ip }]
  await refuseLocked(db, house, counted)
  const account = await accountNamed(db, username)
  // Hashed either way, so that an answer takes as long without an account as with one.
  const matches = await house.hashing.verify(account?.password_hash ?? house.hashing.nobody, credentials.password.slice(0, longestText))
  const outcome = await db.transaction().execute(async (tx) => {
    const now = matches && account ? await accountNamed(tx, username) : undefined
    if (!now || now.disabled_at || now.password_hash !== account?.password_hash)
      return refusal(tx, house, { counted, account, ip: credentials.ip })
    const locked = await forgetFailures(tx, house, counted[0])
    if (locked) return locked
    const { session, ...opened } = await open(tx, house, { ip: credentials.ip, agent: credentials.agent, account: now, via: null })
    const via = await alongside?.(tx, { account: now.id, session })
    if (via !== undefined) await sql`update access.session set via = ${via} where id = ${session}`.execute(tx)
    return opened
  })
  // Thrown only now: the failure that was counted must stand.
  if (outcome instanceof Problem) throw outcome
  return outcome
}

async function accountNamed(db: Db | Tx, username: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    select id, name, password_hash, must_change, disabled_at from access.account where username = ${username}`.execute(db)
  return rows[0]
}

async function refusal(tx: Tx, house: House, { counted, account, ip }: { counted: readonly Counted[]; account: AccountRow | undefined; ip: string }): Promise<Problem> {
  const at = house.clock.now()
  // A name no account bears may be a password typed into the wrong box: the audit keeps that it happened, not the text.
  const who = account ? { actor: account.id, actorName: account.name, subject: { kind: 'access.account', id: account.id } } : { actorName: '未知用户' }
  const reason = account?.disabled_at ? '账号已停用' : account ? '密码不正确' : '没有这个账号'
  await record(tx, { at, ip, ...who, action: 'access.sign-in-refused', summary: `登录失败：${reason}` })
  for (const one of counted) {
    const until = await countFailure(tx, house, one)
    if (until) await record(tx, {
      at, ip, ...who, action: 'access.lock', after: { until },
      summary: `连续登录失败，${one.kind === 'username' ? '用户名' : `地址 ${ip} `}暂时锁定`,
    })
  }
  return new Problem('sign-in-refused', say(
    '用户名或密码不正确，或账号已停用。请核对后再试；忘记密码请找系统管理员重置。',
    'The username or the password is not right, or the account is disabled. Check both; if the password is forgotten, ask the system administrator to reset it.',
  ))
}

async function openProven(tx: Tx, house: House, { account: id, ...from }: { account: string; ip: string; agent: string; via: string }): Promise<OpenedSession> {
  const { rows: [account] } = await sql<AccountRow & { username: string }>`
    select id, username, name, must_change, disabled_at from access.account where id = ${isId(id) ? id : null}`.execute(tx)
  if (!account || account.disabled_at) throw new Problem('sign-in-refused', say('账号已停用，请找系统管理员。', 'The account is closed: ask the system administrator.'))
  await refuseLocked(tx, house, [{ kind: 'username', text: account.username }])
  return open(tx, house, { account, ...from })
}

async function open(tx: Tx, { clock, settings }: House, { account, ip, agent, via }: { account: Pick<AccountRow, 'id' | 'name' | 'must_change'>; ip: string; agent: string; via: string | null }): Promise<OpenedSession> {
  const now = clock.now()
  const token = newToken()
  const session = newId(clock)
  const expiresAt = new Date(now.getTime() + settings.absoluteHours * 60 * minuteMs)
  await sql`
    insert into access.session (id, account, token_hash, ip, agent, via, created_at, last_seen_at, expires_at)
    values (${session}, ${account.id}, ${tokenHash(token)}, ${ip}, ${agent.slice(0, 200)}, ${via}, ${now}, ${now}, ${expiresAt})`.execute(tx)
  await record(tx, {
    at: now, actor: account.id, actorName: account.name, session, ip,
    action: 'access.sign-in', subject: { kind: 'access.account', id: account.id }, summary: via === null ? '登录' : `登录（经“${via}”）`,
  })
  return Object.freeze({ session, token, csrf: csrfOf(token), expiresAt, mustChangePassword: account.must_change })
}

async function list(db: Db | Tx, { clock, callers }: House, { account, session }: Principal): Promise<readonly WireSession<Date>[]> {
  const { rows } = await sql<WireSession<Date>>`
    select id, created_at as "createdAt", last_seen_at as "lastSeenAt", ip, agent, via, id = ${session} as current
    from access.session
    where account = ${account} and ended_at is null and expires_at > ${clock.now()} and last_seen_at > ${callers.idleSince()}
    order by last_seen_at desc, id desc`.execute(db)
  return rows
}

async function end(tx: Tx, { clock }: House, { actor, id }: { actor: Actor; id: string }): Promise<void> {
  const at = clock.now()
  const { rows } = await sql`
    update access.session set ended_at = ${at}
    where id = ${isId(id) ? id : null} and account = ${actor.principal.account} and ended_at is null returning id`.execute(tx)
  if (rows.length === 0) throw new Problem('not-found', say(
    '没有这个登录会话，可能已经退出。', 'There is no such session of yours; it may have ended already.',
  ))
  await tellRights(tx, { clock, account: actor.principal.account })
  const own = id === actor.principal.session
  await record(tx, {
    at, ...signature(actor), action: own ? 'access.sign-out' : 'access.revoke-session',
    subject: { kind: 'access.account', id: actor.principal.account }, summary: own ? '退出登录' : '结束了自己的另一个登录会话',
  })
}

/** Ends the sessions of an account, or only those named, but for one that is to stay, and tells its consoles. */
export async function endSessions(tx: Tx, { clock }: House, { account, except = null, sessions = null }: { account: string; except?: string | null; sessions?: readonly string[] | null }): Promise<void> {
  await sql`
    update access.session set ended_at = ${clock.now()}
    where account = ${account} and ended_at is null and id is distinct from ${except}::uuid and (${sessions}::uuid[] is null or id = any(${sessions}::uuid[]))`.execute(tx)
  await tellRights(tx, { clock, account })
}
