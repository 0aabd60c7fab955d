// What the second factor works with.
import type { Clock } from '@houqin/clock'
import type { Role } from '@houqin/define'
import type { Vault } from '@houqin/secrets'

export interface House {
  readonly clock: Clock
  /** What a phone's codes are judged by: the machine's own time, whatever day the house lives on. */
  readonly phoneClock: Clock
  readonly vault: Vault
  /** Whoever holds one of these may do nothing before he has one. */
  readonly requiredFor: readonly Role[]
}
export const sealedFor = (account: string): string => `second-factor:${account}`
