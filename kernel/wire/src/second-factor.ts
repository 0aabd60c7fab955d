// The second factor 动态口令: how one's own stands, what a phone is enrolled by, and resets that wait for a second administrator.
import type { NamedAccount } from './accounts.ts'
import type { Ref } from './values.ts'

/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface SecondFactorState<At = string> {
  readonly on: boolean
  readonly since: At | null
  /** By his roles. */
  readonly required: boolean
  /** Recovery codes that are left. */
  readonly recovery: number
}
/** The secret in base32, and as the address an authenticator reads. */
export interface BegunSecondFactor {
  readonly secret: string
  readonly uri: string
}
/** Shown this once. */
export interface RecoveryCodes {
  readonly recovery: readonly string[]
}
export interface SecondFactorReset<At = string> {
  readonly id: string
  readonly account: NamedAccount
  readonly reason: string
  readonly askedBy: Ref
  readonly askedAt: At
  /** The caller may agree: he is neither who asked nor whose phone it is. */
  readonly mayAgree: boolean
}
