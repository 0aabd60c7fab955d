// What groups are told 群通知: the rules, the robots that speak, and what a new rule may choose from.
import type { Ref } from './values.ts'

/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface RobotShown<At = string> {
  readonly id: string
  readonly title: string
  readonly label: string
  readonly open: boolean
  /** Why the last message did not arrive; null when it did. */
  readonly problem: { readonly at: At; readonly says: string } | null
}
export interface GroupRow<At = string, K extends string = string> {
  readonly id: string
  /** Null once its channel was removed: nothing is sent. */
  readonly robot: RobotShown<At> | null
  readonly kinds: readonly K[]
  readonly locale: 'zh' | 'en'
  /** Null: of any kind. */
  readonly matter: string | null
  /** Null: of any organ; else this one and those below it. */
  readonly organ: Ref | null
  /** A row that the matter must name, such as a team. */
  readonly about: (Ref & { readonly register: string }) | null
  readonly writtenAt: At
  readonly writtenBy: string
}
export interface GroupList<At = string, K extends string = string> {
  readonly rows: readonly GroupRow<At, K>[]
  /** What a new one may choose from. */
  readonly robots: readonly RobotShown<At>[]
  readonly kinds: readonly { readonly kind: K; readonly label: string }[]
  readonly matters: readonly { readonly matter: string; readonly title: string }[]
  readonly registers: readonly { readonly register: string; readonly title: string }[]
}
