// The desk of the second factor 动态口令: enrolled by its owner, asked for at the door, given up with a code, reset by two administrators.
import { holds } from '@houqin/access'
import type { Actor, Alongside, Principal } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { BegunSecondFactor, SecondFactorReset, SecondFactorState } from '@houqin/wire'
import { sql } from 'kysely'
import { begin, confirm, giveUp, renewRecovery } from './enrol.ts'
import type { House } from './house.ts'
import { countWrong, prove } from './prove.ts'
import { agreeToReset, askForReset, listResets } from './resets.ts'

/** All throw Problems: `bad-input` at `code`, `conflict`, `not-allowed`, `not-found`, `too-many-requests` as their names say. */
export interface SecondFactor {
  state(db: Db | Tx, principal: Principal): Promise<SecondFactorState<Date>>
  /** By his roles. */
  requires(principal: Principal): boolean
  /** Whether he may do nothing before he has enrolled a phone. */
  owes(db: Db | Tx, principal: Principal): Promise<boolean>
  /** @returns the secret in base32 and as the address an authenticator reads; nothing counts before `confirm`. */
  begin(tx: Tx, actor: Actor, label: { readonly username: string; readonly issuer: string }): Promise<BegunSecondFactor>
  /** @returns ten recovery codes, shown this once. */
  confirm(tx: Tx, actor: Actor, code: string): Promise<readonly string[]>
  /** Counts a wrong code as at the door: a session somebody else got hold of must not be a place to try codes. */
  renewRecovery(db: Db, actor: Actor, code: string): Promise<readonly string[]>
  /** Counts a wrong code like `renewRecovery`. */
  giveUp(db: Db, actor: Actor, code: string): Promise<void>
  /** Signs in by what `signIn` does with the password, if the code fits too. @throws `sign-in-refused` with `secondFactor` when one is wanted. */
  atTheDoor<T>(db: Db, given: { readonly code?: string | undefined; readonly ip: string }, signIn: (alongside: Alongside) => Promise<T>): Promise<T>
  /** What must hold inside another sign-in, such as a link to the city's identity. */
  prove(tx: Tx, account: string, code: string | undefined): Promise<void>
  listResets(db: Db | Tx, actor: Actor): Promise<readonly SecondFactorReset<Date>[]>
  askForReset(tx: Tx, actor: Actor, given: { readonly account: string; readonly reason: string }): Promise<{ readonly id: string }>
  /** By another administrator than who asked; the account's sessions end. @returns those that are over. */
  agreeToReset(tx: Tx, actor: Actor, id: string): Promise<{ readonly account: string; readonly sessions: readonly string[] }>
}

export function createSecondFactor(house: House): SecondFactor {
  const { requiredFor } = house
  const required = (principal: Principal): boolean => requiredFor.length > 0 && holds(principal, requiredFor)
  const state = async (db: Db | Tx, principal: Principal): Promise<SecondFactorState<Date>> => {
    const { rows: [found] } = await sql<{ since: Date | null; recovery: number }>`
      select confirmed_at as since, (select count(*)::int from second_factor.recovery r where r.account = d.account and r.used_at is null) as recovery
      from second_factor.device d where account = ${principal.account} and confirmed_at is not null`.execute(db)
    return { on: found !== undefined, since: found?.since ?? null, required: required(principal), recovery: found?.recovery ?? 0 }
  }
  /** What was tried is undone when a code is wrong; that somebody tried must stand. */
  async function counting<T>(db: Db, { ip, known }: { ip: string; known: string }, work: (onWrong: (account: string) => void) => Promise<T>): Promise<T> {
    let wrong: string | undefined
    try {
      return await work((account) => { wrong = account })
    } catch (error) {
      if (wrong !== undefined) await countWrong(db, house, { account: wrong, ip, known })
      throw error
    }
  }

  return Object.freeze<SecondFactor>({
    state,
    requires: required,
    owes: async (db, principal) => required(principal) && !(await state(db, principal)).on,
    begin: (tx, actor, label) => begin(tx, house, { actor, ...label }),
    confirm: (tx, actor, code) => confirm(tx, house, { actor, code }),
    renewRecovery: (db, actor, code) => counting(db, { ip: actor.ip, known: '已登录' }, (onWrong) =>
      db.transaction().execute((tx) => renewRecovery(tx, house, { actor, code, onWrong: () => onWrong(actor.principal.account) }))),
    giveUp: (db, actor, code) => counting(db, { ip: actor.ip, known: '已登录' }, (onWrong) =>
      db.transaction().execute((tx) => giveUp(tx, house, { actor, code, required: required(actor.principal), onWrong: () => onWrong(actor.principal.account) }))),
    atTheDoor: (db, { code, ip }, signIn) => counting(db, { ip, known: '密码正确' }, (onWrong) => signIn(async (tx, { account }) => {
      const refused = await prove(tx, house, { account, code })
      if (refused === undefined) return undefined
      if (refused.counts) onWrong(account)
      throw refused.problem
    })),
    async prove(tx, account, code) {
      const refused = await prove(tx, house, { account, code })
      if (refused) throw refused.problem
    },
    listResets: (db, actor) => listResets(db, house, actor),
    askForReset: (tx, actor, given) => askForReset(tx, house, { actor, ...given }),
    agreeToReset: (tx, actor, id) => agreeToReset(tx, house, { actor, id }),
  })
}
