// API keys 接口密钥: what programs may read and write, until when, and when one was used last.
import type { NamedAccount } from './accounts.ts'

/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface WireKey<At = string> {
  readonly id: string
  readonly title: string
  /** Whose rights it uses. */
  readonly account: NamedAccount
  /** The last four characters. */
  readonly ending: string
  readonly scopes: readonly string[]
  /** Nothing beyond this organ and those below it; null: whatever the account may. */
  readonly organ: string | null
  /** Addresses or networks it may be used from; none = from anywhere. */
  readonly addresses: readonly string[]
  readonly perMinute: number
  readonly expiresAt: At
  readonly createdAt: At
  readonly lastUsedAt: At | null
  readonly lastIp: string | null
  readonly revokedAt: At | null
}
/** A key as it is answered once and never again. */
export interface MadeKey {
  readonly id: string
  readonly key: string
}
