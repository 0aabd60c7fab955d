// What one is told about oneself 本人: who one is and may do, how the screen looks, what stands in alarm, what was found.
import type { KeptFinding } from './standard.ts'
import type { Ref } from './values.ts'

/** How a screen looks. */
export interface Display {
  readonly locale: 'zh' | 'en'
  /** `system` follows the device. */
  readonly theme: 'light' | 'dark' | 'system'
  /** 关怀模式. */
  readonly large: boolean
}
export interface HeldRole {
  readonly role: string
  readonly title: string
  readonly organ: Ref | null
  readonly site: Ref | null
}
export interface WireMe {
  readonly account: string
  readonly username: string
  readonly name: string
  readonly person: Ref | null
  readonly roles: readonly HeldRole[]
  /** What may be done, by register or matter. */
  readonly can: Readonly<Record<string, readonly string[]>>
}
/** Whoever is signed in, with what his session needs. */
export interface Me extends WireMe {
  readonly csrf: string
  readonly locale: Display['locale']
  /** How his screen looks; null before he has chosen. */
  readonly display: Display | null
  readonly mustChangePassword: boolean
  /** He may do nothing before he has enrolled a phone. */
  readonly secondFactorRequired: boolean
}
/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface WireAlarm<At = string> {
  readonly id: string
  readonly signal: string
  readonly alarm: string
  readonly title: string
  readonly severity: 'minor' | 'major' | 'critical'
  readonly state: 'open' | 'acknowledged' | 'cleared'
  readonly subject: Ref
  /** The register its subject stands in. */
  readonly register: string | null
  readonly value: number
  readonly unit: string
  readonly since: At
  readonly raisedAt: At
  readonly acknowledgedAt: At | null
  readonly acknowledgedName: string | null
  readonly comment: string | null
  readonly clearedAt: At | null
  readonly finding: KeptFinding | null
  /** Number of the matter it started. */
  readonly matter: string | null
  /** It is open, and the reader's to acknowledge. */
  readonly mayAcknowledge: boolean
}
export interface WireHit {
  readonly kind: 'register' | 'matter' | 'clause'
  /** Of a row or a clause; of a matter, its number. */
  readonly id: string
  readonly register?: string
  readonly matter?: string
  readonly name: string
  /** What it is, in the reader's language. */
  readonly title: string
  /** What tells apart two of one name. */
  readonly detail: string | null
  /** In the console. */
  readonly path: string
}
/** A matter that one has in hand, for whoever takes over. */
export interface HeldMatter {
  /** The kind of matter. */
  readonly matter: string
  readonly number: string
  readonly subject: string
  readonly how: 'holder' | 'approver'
}
/** A list as one likes to look at it, kept under a name. */
export interface SavedView {
  readonly id: string
  /** The register or matter it is a list of. */
  readonly list: string
  readonly name: string
  /** What stands behind the question mark of its address. */
  readonly search: string
}
