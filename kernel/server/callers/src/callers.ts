// 主体: who shows a token, read anew for every request, or known from a moment ago and proven with what he writes.
import type { Clock } from '@houqin/clock'
import { statementOf, takeForGranted } from '@houqin/db'
import type { Db, Statement, Tx } from '@houqin/db'
import type { Catalogue } from '@houqin/define'
import { isId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { Grant, Principal } from './principal.ts'
import { grantsInForce } from './reach.ts'
import { csrfOf, tokenHash } from './token.ts'
import { seenBy, turnedSince, watchTurns } from './turns.ts'

/** Who is behind a token. */
export interface SignedIn {
  readonly principal: Principal
  readonly username: string
  /** Until it is changed, everything but changing it is refused with `password-change-required`. */
  readonly mustChangePassword: boolean
  readonly csrf: string
  readonly expiresAt: Date
}
/** Who showed a token a moment ago. Whether he is still the same, in session, account and reach, is yet to be proven. */
export interface Recalled {
  readonly signedIn: SignedIn
  /**
   * For the beginning of a transaction: has it proven with what is asked next in it. Where nothing may be taken for granted
   * he is read anew. @returns who he is. @throws Problem `not-signed-in`, `password-change-required`.
   */
  readonly prove: (tx: Tx) => Promise<SignedIn>
}
interface House {
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly settings: { readonly idleMinutes: number; readonly absoluteHours: number }
}
export type Callers = ReturnType<typeof createCallers>

interface LivingSession {
  readonly session: string
  readonly account: string
  readonly username: string
  readonly name: string
  readonly person: string | null
  readonly must_change: boolean
  readonly last_seen_at: Date
  readonly expires_at: Date
  readonly ended_at: Date | null
  readonly disabled_at: Date | null
  readonly grants: readonly Grant[]
  /** Which transaction wrote the row of the session, and what this statement saw. */
  readonly by: string
  readonly seen: string
}
interface Known {
  readonly signedIn: SignedIn
  readonly row: LivingSession
  readonly day: string
}

const minuteMs = 60_000
const mostKnown = 5_000
const noLonger = 'somebody is not as he was and is read: '

export function createCallers(house: House) {
  const { catalogue, clock, settings } = house
  const behind = whoIsBehind(catalogue)
  const proving = stillTheSame()
  const known = new Map<string, Known>()
  let watched = false
  const idleSince = (): Date => new Date(clock.now().getTime() - settings.idleMinutes * minuteMs)

  /** @throws as `authenticate`. */
  async function read(db: Db | Tx, { token, changingPassword = false }: { token: string; changingPassword?: boolean }): Promise<Known> {
    const hash = tokenHash(token)
    if (!hash) throw notSignedIn()
    const now = clock.now()
    const day = clock.today()
    const [row] = await behind(db, { hash, day })
    if (!row || row.ended_at || row.disabled_at) throw notSignedIn()
    if (row.expires_at <= now) throw new Problem('not-signed-in', say(
      `登录已满 ${settings.absoluteHours} 小时，请重新登录。`, `You signed in ${settings.absoluteHours} hours ago: sign in again.`,
    ))
    if (row.last_seen_at <= idleSince()) throw new Problem('not-signed-in', say(
      `超过 ${settings.idleMinutes} 分钟没有操作，已自动退出，请重新登录。`, `Signed out after ${settings.idleMinutes} minutes without use: sign in again.`,
    ))
    // At most once a minute: a row written at every request would be the busiest in the house.
    if (row.last_seen_at <= new Date(now.getTime() - minuteMs))
      await sql`update access.session set last_seen_at = ${now} where id = ${row.session} and last_seen_at < ${now}`.execute(db)
    if (row.must_change && !changingPassword) throw new Problem('password-change-required', say(
      '首次登录或密码被重置后，须先修改密码。', 'Change your password first: it was given to you by somebody else.',
    ))
    const { account, person, name, session } = row
    const signedIn = Object.freeze({
      principal: Object.freeze({ account, person, name, session, grants: Object.freeze(row.grants) }),
      username: row.username,
      mustChangePassword: row.must_change,
      get csrf() { return csrfOf(token) },
      expiresAt: row.expires_at,
    })
    return { signedIn, row, day }
  }

  /** Once a minute the use of a session is written, and a day has its own grants. */
  function isRecent({ row: { last_seen_at: seenAt, expires_at: until }, day, signedIn }: Known): boolean {
    const now = clock.now()
    return until > now && seenAt <= now && seenAt.getTime() > now.getTime() - minuteMs && day === clock.today() && !signedIn.mustChangePassword
  }

  return Object.freeze({
    /** Looks whether the tables that matter note what changes them, without which nobody is recalled. Once at every start, after the migrations. */
    watch: async (db: Db): Promise<void> => {
      watched = await watchTurns(db, catalogue)
    },
    /**
     * Who shows this token, read anew for every request.
     * @param shown `changingPassword` lets a caller in who must change his password first.
     * @throws Problem `not-signed-in`, `password-change-required`.
     */
    authenticate: async (db: Db | Tx, shown: { readonly token: string; readonly changingPassword?: boolean }): Promise<SignedIn> => {
      const found = await read(db, shown)
      // What a transaction has read may be its own, and undone with it.
      if (watched && !db.isTransaction) keep(known, keyOf(shown.token), found)
      return found.signedIn
    },
    /** Who showed this token within the last minute; undefined where he must be read. Nothing of it counts before it is proven. */
    recall: (token: string): Recalled | undefined => {
      const found = known.get(keyOf(token))
      if (!found || !isRecent(found)) return undefined
      const { signedIn, row: { session, by, seen } } = found
      const [oldest = '0'] = seen.split(':', 1)
      return {
        signedIn,
        prove: async (tx) => {
          const proven = takeForGranted(tx)
          if (!proven) return (await read(tx, { token })).signedIn
          await proving(tx, { session, by, seen, oldest }, proven)
          return signedIn
        },
      }
    },
    /** Who he is by now, for what stays open longer than a request; undefined once the session is over. Does not count as use. */
    present: async (db: Db | Tx, session: string): Promise<Principal | undefined> => {
      const grants = grantsInForce({ catalogue, account: sql.ref('account.id'), day: clock.today() })
      const { rows: [found] } = await sql<Principal>`
        select account.id as account, person, name, session.id as session, ${grants} as grants
        from access.session join access.account on account.id = session.account
        where session.id = ${isId(session) ? session : null} and ended_at is null and disabled_at is null
          and expires_at > ${clock.now()} and last_seen_at > ${idleSince()}`.execute(db)
      return found && Object.freeze({ ...found, grants: Object.freeze(found.grants) })
    },
    /** A session last used before this has been idle too long. */
    idleSince,
  })
}

/** Nobody finds a token in the memory of the server either. */
function keyOf(token: string): string {
  return tokenHash(token)?.toString('latin1') ?? ''
}
function keep(known: Map<string, Known>, key: string, found: Known): void {
  known.delete(key)
  known.set(key, found)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
}

/** Put together once for a house: it is asked at every request. */
function whoIsBehind(catalogue: Catalogue): Statement<{ hash: Buffer; day: string }, LivingSession> {
  return statementOf((value) => sql`
    select session.id as session, account.id as account, username, name, person, must_change, last_seen_at, expires_at, ended_at, disabled_at,
           ${grantsInForce({ catalogue, account: sql.ref('account.id'), day: value('day') })} as grants,
           session.xmin::text as by, ${seenBy} as seen
    from access.session join access.account on account.id = session.account where token_hash = ${value('hash')}`)
}

/** Fails unless the row of the session is the one that was read, and neither the account nor anybody's reach has turned since. */
function stillTheSame(): Statement<{ session: string; by: string; seen: string; oldest: string }, unknown> {
  // No number at all is what fails: it is said in the log of the database.
  return statementOf((value) => sql`
    select case when exists (select from access.session where id = ${value('session')}::uuid and xmin = ${value('by')}::xid)
                 and not ${turnedSince(value('seen'), value('oldest'))} then 1 else concat(${sql.lit(noLonger)}, ${value('session')}::text)::integer end as same`, { waits: false })
}

function notSignedIn(): Problem {
  return new Problem('not-signed-in', say('尚未登录或登录已结束，请登录。', 'You are not signed in, or your session has ended: sign in.'))
}
