// 失败登录: counted for a username and for an address alike, whether or not an account bears that name.
import { createHash } from 'node:crypto'
import type { Db, Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { House } from './house.ts'

/** What is counted: a username as typed (normalised), or an address. */
export interface Counted {
  readonly kind: 'username' | 'address'
  readonly text: string
}
const minuteMs = 60_000

/** @throws Problem `too-many-requests` with `retryAfter` in seconds while one of them is locked. */
export async function refuseLocked(db: Db | Tx, { clock }: House, counted: readonly Counted[]): Promise<void> {
  const now = clock.now()
  const { rows: [lock] } = await sql<{ until: Date | null }>`
    select max(locked_until) as until from access.attempt
    where key = any(${counted.map(keyOf)}::bytea[]) and locked_until > ${now}`.execute(db)
  if (lock?.until) throw locked(lock.until, now)
}

/**
 * Counts one failure; gives until when it locks, if it is the one that does. Each further round of failures locks for
 * longer. Rows are taken in the order given: username before address, always, so that two sign-ins never wait for each other.
 */
export async function countFailure(tx: Tx, { clock, settings }: House, { kind, text }: Counted): Promise<Date | undefined> {
  const now = clock.now()
  const forgotten = forgottenBefore({ clock, settings })
  const { rows: [row] } = await sql<{ failures: number }>`
    insert into access.attempt as attempt (key, failures, last_at) values (${keyOf({ kind, text })}, 1, ${now})
    on conflict (key) do update
      set failures = case when attempt.last_at < ${forgotten} then 1 else attempt.failures + 1 end, last_at = ${now}
    returning failures`.execute(tx)
  const failures = row?.failures ?? 1
  const round = kind === 'username' ? settings.failuresPerUsername : settings.failuresPerAddress
  if (failures % round !== 0) return undefined
  const minutes = settings.lockMinutes[Math.min(failures / round, settings.lockMinutes.length) - 1] ?? settings.lockMinutes[0]
  const until = new Date(now.getTime() + minutes * minuteMs)
  await sql`update access.attempt set locked_until = ${until} where key = ${keyOf({ kind, text })}`.execute(tx)
  return until
}

/**
 * Forgets the failures of a username after a success, unless it was locked while the password was being checked: then
 * nothing is forgotten and the answer is that lock. Guesses sent all at once gain nothing over guesses sent in turn.
 */
export async function forgetFailures(tx: Tx, { clock }: House, counted: Counted): Promise<Problem | undefined> {
  const now = clock.now()
  const { rows: [row] } = await sql<{ locked_until: Date | null }>`
    select locked_until from access.attempt where key = ${keyOf(counted)} for update`.execute(tx)
  if (row?.locked_until && row.locked_until > now) return locked(row.locked_until, now)
  if (row) await unlock(tx, counted)
  return undefined
}

/** Lifts a lock at once, as when a password was reset. */
export async function unlock(tx: Tx, counted: Counted): Promise<void> {
  await sql`delete from access.attempt where key = ${keyOf(counted)}`.execute(tx)
}

/** Until when each of these usernames is locked; only those that are. */
export async function lockedUsernames(db: Db | Tx, { clock }: House, usernames: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const byKey = new Map(usernames.map((text) => [keyOf({ kind: 'username', text }).toString('hex'), text]))
  const { rows } = await sql<{ key: string; locked_until: Date }>`
    select encode(key, 'hex') as key, locked_until from access.attempt
    where key = any(${usernames.map((text) => keyOf({ kind: 'username', text }))}::bytea[]) and locked_until > ${clock.now()}`.execute(db)
  return new Map(rows.map(({ key, locked_until }) => [byKey.get(key) ?? '', locked_until]))
}

/** Failures older than this count no more. */
export function forgottenBefore({ clock, settings }: Pick<House, 'clock' | 'settings'>): Date {
  return new Date(clock.now().getTime() - settings.forgottenAfterHours * 60 * minuteMs)
}

function keyOf({ kind, text }: Counted): Buffer {
  return createHash('sha256').update(`${kind}:${text}`).digest()
}
function locked(until: Date, now: Date): Problem {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000)
  const minutes = Math.ceil(seconds / 60)
  return new Problem('too-many-requests', say(
    `登录失败次数过多，已暂时锁定，请 ${minutes} 分钟后再试；忘记密码请找系统管理员重置。`,
    `Too many failed sign-ins: locked for now. Try again in ${minutes} min; if the password is forgotten, ask the system administrator to reset it.`,
  ), { more: { retryAfter: seconds } })
}
