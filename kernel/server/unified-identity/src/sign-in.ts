// 经统一身份登录: out to the provider, back with its word, and in by the account that word opens.
import { isAdministrator } from '@houqin/access'
import type { Actor, NewSession } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { WireProvider } from '@houqin/wire'
import { sql } from 'kysely'
import { keepArrival, keepAttempt, ownPath, takeArrival, takeAttempt } from './attempts.ts'
import { accountClaimed, accountLinked, makeLink } from './links.ts'
import { openProvider } from './providers.ts'
import { ask, discover, leaveAddress, vouch } from './relying-party.ts'
import { TurnedAway } from './turned-away.ts'

export interface Caller {
  readonly browser: string
  readonly ip: string
  readonly agent: string
}
export type Outcome =
  | { readonly kind: 'in'; readonly session: NewSession; readonly to: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'linked' }

/** The one address a provider may send the browser back to: made of how people reach us, never of what a request says. */
export const redirectOf = ({ publicUrl }: Pick<System, 'publicUrl'>, provider: string): string => `${publicUrl}/api/identity/${provider}/callback`

/**
 * Begins a sign-in, or the linking of one's identity when `actor` is signed in; gives the provider's address.
 * @throws TurnedAway, or what `reasonOf` names.
 */
export async function begin(system: System, { id, to, browser, actor = null }: { id: string; to: string | undefined; browser: string; actor?: Actor | null }): Promise<string> {
  const { provider, secret } = await usable(system, id)
  const config = await discover({ provider, secret, clock: system.clock })
  const { address, state, nonce, verifier } = await ask(config, { redirect: redirectOf(system, provider.id), scopes: provider.scopes })
  await keepAttempt(system.db, system.clock, {
    state, browser, attempt: { provider: provider.id, nonce, verifier, returnTo: ownPath(to), linkingSession: actor?.principal.session ?? null },
  })
  return address.href
}

/**
 * What becomes of the provider's answer. @param query of the address the browser came back to.
 * @throws TurnedAway, or what `reasonOf` names.
 */
export async function finish(system: System, { id, query, caller }: { id: string; query: string; caller: Caller }): Promise<Outcome> {
  const { db, clock } = system
  const came = new URL(`${redirectOf(system, id)}?${query}`)
  const state = came.searchParams.get('state') ?? ''
  const attempt = await takeAttempt(db, clock, { state, browser: caller.browser })
  if (attempt.provider !== id) throw new TurnedAway('untrusted')
  const { provider, secret } = await usable(system, id)
  const config = await discover({ provider, secret, clock })
  const vouched = await vouch(config, { provider, came, state, nonce: attempt.nonce, verifier: attempt.verifier })
  const { subject, shown } = vouched
  return db.transaction().execute(async (tx): Promise<Outcome> => {
    if (attempt.linkingSession !== null) {
      const principal = await system.access.sessions.present(tx, attempt.linkingSession)
      if (!principal) throw new TurnedAway('expired')
      const actor: Actor = { principal, locale: 'zh', ip: caller.ip, request: state }
      await makeLink(tx, clock, { provider, subject, shown, account: principal.account, how: 'signed-in', ip: caller.ip, actor })
      return { kind: 'linked' }
    }
    const known = await accountLinked(tx, { provider: provider.id, subject })
    if (known) return { kind: 'in', to: attempt.returnTo, session: await openBy(tx, system, { ...known, provider, caller }) }
    const account = await accountClaimed(tx, system.catalogue, { provider, claims: vouched.claims })
    if (account === undefined) {
      await keepArrival(tx, clock, { browser: caller.browser, arrival: { provider: provider.id, subject, shown, returnTo: attempt.returnTo } })
      return { kind: 'unknown' }
    }
    const link = await makeLink(tx, clock, { provider, subject, shown, account, how: 'claim', ip: caller.ip })
    return { kind: 'in', to: attempt.returnTo, session: await openBy(tx, system, { link, account, provider, caller }) }
  })
}

/**
 * Links who arrived to the account whose password he knows, and signs him in; a wrong password counts as at the door.
 * @throws Problem `sign-in-refused`, `too-many-requests`; TurnedAway.
 */
export async function linkByPassword(system: System, { username, password, code, caller }: { username: string; password: string; code?: string | undefined; caller: Caller }): Promise<{ session: NewSession; to: string }> {
  const { db, clock } = system
  let to = '/'
  const session = await system.secondFactor.atTheDoor(db, { code, ip: caller.ip }, (proved) => system.access.sessions.signIn(db, { username, password, ip: caller.ip, agent: caller.agent }, async (tx, opened) => {
    await proved(tx, opened)
    const arrival = await takeArrival(tx, clock, caller.browser)
    const { provider } = await usable(system, arrival.provider, tx)
    const link = await makeLink(tx, clock, { provider, subject: arrival.subject, shown: arrival.shown, account: opened.account, how: 'password', ip: caller.ip })
    await sql`insert into identity.session (session, link) values (${opened.session}, ${link})`.execute(tx)
    to = arrival.returnTo
    return provider.title
  }))
  return { session, to }
}

/** Where the browser goes to end its session at the provider by which this session came in; undefined for any other. */
export async function leaveOf(system: System, session: string): Promise<string | undefined> {
  const { rows: [came] } = await sql<{ provider: string }>`
    select l.provider from identity.session s join identity.link l on l.id = s.link where s.session = ${session}`.execute(system.db)
  if (!came) return undefined
  const { provider, secret } = await openProvider(system.db, system.secrets, came.provider)
  return leaveAddress(await discover({ provider, secret, clock: system.clock }), `${system.publicUrl}/sign-in`)
}

async function openBy(tx: Tx, { access, clock }: System, { link, account, provider, caller }: { link: string; account: string; provider: WireProvider; caller: Caller }): Promise<NewSession> {
  // whoever keeps the provider's row could otherwise come in as who oversees him
  if (await isAdministrator(tx, account)) throw new TurnedAway('administrator')
  const { session, ...opened } = await access.sessions.openProven(tx, { account, ip: caller.ip, agent: caller.agent, via: provider.title })
  await sql`update identity.link set last_used_at = ${clock.now()} where id = ${link}`.execute(tx)
  await sql`insert into identity.session (session, link) values (${session}, ${link})`.execute(tx)
  return opened
}
async function usable({ db, secrets }: System, id: string, tx: Tx | null = null): Promise<{ provider: WireProvider; secret: string | null }> {
  const found = await openProvider(tx ?? db, secrets, id)
  if (!found.provider.enabled) throw new TurnedAway('off')
  return found
}
