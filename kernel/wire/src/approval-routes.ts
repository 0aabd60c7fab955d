// Routes of approval 审批路线: who is asked for which step, from which day; who stands in; an example tried; what is stuck.
import type { ApprovalMode, SignatureRule } from './route.ts'
import type { Ref } from './values.ts'

/**
 * Who sits there: a person; everybody with a role that reaches the matter's organ and site; or whoever holds a post, in
 * the organ named, else in the matter's own or the nearest above it that has one.
 */
export type Seat =
  | { readonly person: string }
  | { readonly role: string }
  /** @property post a choice field of a dated register of posts, such as `people.post.duty`. */
  | { readonly post: string; readonly value: string; readonly organ?: string | null }
export type LateDeed = 'remind' | 'escalate' | 'pass' | 'return'
export interface Stage {
  readonly title: string
  readonly mode: ApprovalMode
  /** With `percent`: how many of a hundred must agree. */
  readonly percent?: number
  readonly who: readonly Seat[]
  /** Working hours each has to answer. */
  readonly hours?: number
  readonly late?: LateDeed
  /** With `late: escalate`: who decides then. */
  readonly escalate?: Seat
  /** Whether who agrees must sign: with the signature he keeps, or with one drawn on the spot. */
  readonly signature?: SignatureRule
}
export interface RouteRow {
  readonly id: string
  readonly route: string
  readonly version: number
  /** The row it took the place of. */
  readonly replaces: string | null
  readonly organ: Ref | null
  readonly kind: string | null
  readonly amountFrom: string | null
  readonly amountBelow: string | null
  readonly from: string
  readonly to: string | null
  readonly state: 'in-force' | 'to-come' | 'over' | 'replaced'
  readonly stages: readonly (Stage & { readonly words: readonly string[] })[]
  readonly copies: readonly Seat[]
  /** Whom `copies` name, in words, in their order. */
  readonly copyWords: readonly string[]
  readonly source: string
  readonly writtenAt: string
  readonly writtenBy: string
}
/** A step that asks for approval. */
export interface DeclaredRoute {
  readonly route: string
  readonly matter: string
  readonly title: string
  readonly step: string
  readonly byAmount: boolean
  readonly kinds: Readonly<Record<string, string>>
}
export interface RouteList {
  readonly rows: readonly RouteRow[]
  readonly routes: readonly DeclaredRoute[]
  readonly roles: readonly { readonly role: string; readonly title: string }[]
  readonly posts: readonly { readonly post: string; readonly label: string; readonly options: Readonly<Record<string, string>> }[]
}
export interface TriedRoute {
  /** The row that would hold; null where none does, and the step would be refused. */
  readonly row: { readonly id: string; readonly version: number; readonly source: string } | null
  readonly stages: readonly (Pick<Stage, 'title' | 'mode' | 'percent' | 'hours' | 'late' | 'signature'> & {
    readonly seats: readonly { readonly who: string; readonly persons: readonly { readonly person: Ref; readonly for: Ref | null }[]; readonly vacancy: string | null }[]
  })[]
  /** Who would receive a copy once it has passed; nobody where the seat stands empty. */
  readonly copies: readonly { readonly who: string; readonly persons: readonly Ref[] }[]
}
/** One range of amounts, with who would decide there. */
export interface WouldDecide extends TriedRoute {
  /** From this amount, included, to that, not included; null: without end. Both null where the amount chose the row or chooses none. */
  readonly amountFrom: string | null
  readonly amountBelow: string | null
}
/** A step that asks for approval, and who would decide. */
export interface StepDecided {
  readonly step: string
  readonly label: string
  readonly ranges: readonly WouldDecide[]
}
/** What became of one of several that were agreed to at once. */
export interface AgreedRow {
  readonly number: string
  readonly subject: string | null
  /** Agreed, and perhaps others are still waited for; passed, and the step has happened; or not done, as `says` says. */
  readonly outcome: 'agreed' | 'passed' | 'not-done'
  readonly problem: string | null
  readonly says: string
}
export interface DeputyRow {
  readonly id: string
  readonly person: Ref
  readonly deputy: Ref
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly state: 'in-force' | 'to-come' | 'over' | 'withdrawn'
}
export interface StuckRow {
  readonly matter: string
  readonly title: string
  readonly number: string
  readonly step: string
  readonly stage: string
  readonly reason: string
  readonly since: string
}
