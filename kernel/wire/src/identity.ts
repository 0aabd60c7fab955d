// Unified identity 统一身份: whose word opens accounts, which identities open which, and who waits at the door.
import type { NamedAccount } from './accounts.ts'
import type { Ref } from './values.ts'

/** By which claim an account may be found: the claim's text equals this field of exactly one person. */
export interface Matching {
  readonly claim: string
  readonly field: string
  /** Linked without the password; the administrator says so for each claim. */
  readonly automatic: boolean
}
export interface ProviderValues {
  readonly title: string
  readonly issuer: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly subjectClaim: string
  readonly matching: readonly Matching[]
  readonly enabled: boolean
}
export interface WireProvider extends ProviderValues {
  readonly id: string
  readonly version: number
  readonly hasSecret: boolean
  /** Identities that are linked by it today. */
  readonly links: number
}
export interface ProviderList {
  /** Each with the address to register at the provider. */
  readonly rows: readonly (WireProvider & { readonly redirect: string })[]
  /** What of a person an account may be found by. */
  readonly fields: readonly { readonly field: string; readonly label: string }[]
}
/** What a provider says of itself, in words. */
export interface TriedProvider {
  readonly redirect: string
  readonly findings: readonly { readonly tone: 'good' | 'doubt' | 'bad'; readonly says: string }[]
}
/** A provider as the sign-in page offers it. */
export interface OfferedProvider {
  readonly id: string
  readonly title: string
}
/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface WireIdentity<At = string> {
  readonly id: string
  readonly provider: Ref
  /** What the provider calls him. */
  readonly shown: string
  readonly how: 'password' | 'signed-in' | 'claim'
  readonly linkedAt: At
  readonly lastUsedAt: At | null
}
/** With the account it opens. */
export interface LinkedAccount<At = string> extends WireIdentity<At> {
  readonly account: NamedAccount
}
export interface OwnIdentities<At = string> {
  readonly rows: readonly WireIdentity<At>[]
  /** Those that he may link; none for an administrator. */
  readonly providers: readonly OfferedProvider[]
}
/** Somebody the provider vouches for and no account answers to. */
export interface Arrival {
  readonly provider: OfferedProvider
  readonly shown: string
}
