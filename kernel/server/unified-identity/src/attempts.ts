// 进行中的登录: what is remembered between the way out to the provider and the way back, for one browser and a few minutes.
import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import { sql } from 'kysely'
import { TurnedAway } from './turned-away.ts'

export const validMinutes = 10
const shape = /^[\w-]{43}$/

export interface Attempt {
  readonly provider: string
  readonly nonce: string
  readonly verifier: string
  readonly returnTo: string
  readonly linkingSession: string | null
}
export interface Arrival {
  readonly provider: string
  readonly subject: string
  readonly shown: string
  readonly returnTo: string
}

/** What a browser is known by on its way; the one it shows when it has one, so that two tabs do not end each other. */
export function browserSecret(shown: string | undefined): string {
  return shown !== undefined && shape.test(shown) ? shown : randomBytes(32).toString('base64url')
}
/** Only our own relative addresses, and nothing a browser might take for another host. */
export function ownPath(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(wanted) && !wanted.startsWith('/api/') && wanted.length <= 1000 ? wanted : '/'
}

export async function keepAttempt(db: Db | Tx, clock: Clock, { state, browser, attempt }: { state: string; browser: string; attempt: Attempt }): Promise<void> {
  await sql`
    insert into identity.attempt (state_hash, browser_hash, provider, nonce, verifier, return_to, linking_session, expires_at)
    values (${hashOf(state)}, ${hashOf(browser)}, ${attempt.provider}, ${attempt.nonce}, ${attempt.verifier}, ${attempt.returnTo}, ${attempt.linkingSession}, ${until(clock)})`.execute(db)
}
/** Uses an attempt up; of two answers that come at once one is taken. @throws TurnedAway `used`, `expired`. */
export async function takeAttempt(db: Db | Tx, clock: Clock, { state, browser }: { state: string; browser: string }): Promise<Attempt> {
  const { rows: [attempt] } = await sql<Attempt>`
    update identity.attempt set used_at = ${clock.now()}
    where state_hash = ${hashOf(state)} and browser_hash = ${hashOf(browser)} and used_at is null and expires_at > ${clock.now()}
    returning provider, nonce, verifier, return_to as "returnTo", linking_session as "linkingSession"`.execute(db)
  if (attempt) return attempt
  const { rows: [known] } = await sql<{ used: boolean }>`
    select used_at is not null as used from identity.attempt where state_hash = ${hashOf(state)} and browser_hash = ${hashOf(browser)}`.execute(db)
  throw new TurnedAway(known?.used ? 'used' : 'expired')
}

/** Remembers somebody no account answers to, in place of who came by this browser before. */
export async function keepArrival(tx: Tx, clock: Clock, { browser, arrival }: { browser: string; arrival: Arrival }): Promise<void> {
  await sql`delete from identity.arrival where browser_hash = ${hashOf(browser)} and used_at is null`.execute(tx)
  await sql`
    insert into identity.arrival (id, browser_hash, provider, subject, shown, return_to, expires_at)
    values (${newId(clock)}, ${hashOf(browser)}, ${arrival.provider}, ${arrival.subject}, ${arrival.shown}, ${arrival.returnTo}, ${until(clock)})`.execute(tx)
}
/** Who waits in this browser to say which account is his. */
export async function waitingArrival(db: Db | Tx, clock: Clock, browser: string): Promise<Arrival | undefined> {
  const { rows: [arrival] } = await sql<Arrival>`
    select provider, subject, shown, return_to as "returnTo" from identity.arrival
    where browser_hash = ${hashOf(browser)} and used_at is null and expires_at > ${clock.now()} order by id desc limit 1`.execute(db)
  return arrival
}
/** Uses it up. @throws TurnedAway `expired`. */
export async function takeArrival(tx: Tx, clock: Clock, browser: string): Promise<Arrival> {
  const { rows: [arrival] } = await sql<Arrival>`
    update identity.arrival set used_at = ${clock.now()}
    where browser_hash = ${hashOf(browser)} and used_at is null and expires_at > ${clock.now()}
    returning provider, subject, shown, return_to as "returnTo"`.execute(tx)
  if (!arrival) throw new TurnedAway('expired')
  return arrival
}

function until(clock: Clock): Date {
  return new Date(clock.now().getTime() + validMinutes * 60_000)
}
function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
