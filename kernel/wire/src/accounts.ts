// Accounts and roles 账号与授权: who may sign in, who holds which role where and why, where somebody is signed in, and what the door answers.
import type { HeldRole, WireMe } from './personal.ts'
import type { Ref } from './values.ts'

/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface WireAccount<At = string> {
  readonly id: string
  readonly version: number
  readonly username: string
  readonly name: string
  readonly person: Ref | null
  readonly mustChangePassword: boolean
  readonly lockedUntil: At | null
  readonly disabledAt: At | null
  readonly createdAt: At
  readonly passwordChangedAt: At
}
/** An account as it is named beside something else. */
export interface NamedAccount extends Ref {
  readonly username: string
}
export interface WireGrant<At = string> extends HeldRole {
  readonly id: string
  readonly account: Ref
  /** Days, YYYY-MM-DD; without a last one until it is withdrawn. */
  readonly from: string
  readonly to: string | null
  readonly reason: string
  readonly state: 'in-force' | 'to-come' | 'over' | 'withdrawn'
  /** Null: by the system, when it was installed. */
  readonly grantedBy: Ref | null
  readonly grantedAt: At
  readonly withdrawnBy: Ref | null
  readonly withdrawnAt: At | null
  readonly withdrawalReason: string | null
  /** The matters that decided the one and the other, `kind/number`; null where somebody did it by itself. */
  readonly matter: string | null
  readonly withdrawalMatter: string | null
}
export interface WireSession<At = string> {
  readonly id: string
  readonly createdAt: At
  readonly lastSeenAt: At
  readonly ip: string
  readonly agent: string
  /** By whose word he came in, as the sign-in page calls it; null: by his password. */
  readonly via: string | null
  readonly current: boolean
}
/** What the door answers, whichever way somebody came in. */
export interface OpenedDoor<At = string> {
  readonly csrf: string
  readonly expiresAt: At
  readonly mustChangePassword: boolean
}
/** What it answers to a username and a password. */
export interface OpenedByPassword<At = string> extends OpenedDoor<At> {
  /** For scripts; a browser is given it as a cookie. */
  readonly token: string
  readonly me: WireMe
}
