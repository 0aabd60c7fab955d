// An approval 审批: its stages and tasks, who decided what and when, and what one reader may do now.
import type { Ref, Somebody, WireValues } from './values.ts'

/** How an approval stands, or how it ended. */
export type RouteOutcome = 'open' | 'passed' | 'refused' | 'returned' | 'withdrawn' | 'ended'

/** Who of a stage must agree. */
export type ApprovalMode = 'all' | 'any' | 'turn' | 'percent'
/** What who agrees must sign with. */
export type SignatureRule = 'none' | 'stored' | 'drawn'

export interface WireTask {
  readonly id: string
  readonly version: number
  readonly kind: 'seat' | 'before' | 'after' | 'delegated' | 'copy'
  /** Nobody where the route found none; `vacancy` says why. */
  readonly person: Ref | null
  /** Whom he decides for while that person is on leave. */
  readonly for: Ref | null
  readonly state: 'waiting' | 'open' | 'agreed' | 'refused' | 'closed' | 'told'
  readonly dueAt: string | null
  readonly decidedAt: string | null
  readonly decidedBy: Somebody | null
  readonly comment: string | null
  readonly vacancy: string | null
  /** Under which his decision stands. */
  readonly signature: { readonly manner: 'stored' | 'drawn'; readonly file: string; readonly at: string; readonly digest: string } | null
  readonly may: readonly string[]
}
export interface WireStage {
  readonly title: string
  readonly mode: ApprovalMode
  readonly percent: number | null
  readonly state: 'to-come' | 'open' | 'passed' | 'stopped'
  readonly signature: SignatureRule
  /** Whom the route names, in words. */
  readonly who: readonly string[]
  readonly tasks: readonly WireTask[]
}
export interface WireRoute<V = WireValues> {
  readonly id: string
  readonly version: number
  readonly step: string
  readonly label: string
  readonly askedBy: Somebody
  readonly askedAt: string
  readonly comment: string | null
  /** What the step will be given once it is passed. */
  readonly input: V
  /** Lines it will add or settle then, by their set. */
  readonly lines: Readonly<Record<string, readonly V[]>>
  readonly outcome: RouteOutcome
  /** Who ended it, when, why, and where the matter went. */
  readonly ended: { readonly at: string; readonly by: Somebody; readonly words: string | null; readonly to: string | null } | null
  readonly stages: readonly WireStage[]
  /** 抄送: whom the route sends a copy once it has passed, in words, and who received one. */
  readonly copies: { readonly who: readonly string[]; readonly persons: readonly Ref[] }
  /** Why nobody can decide it now, and who sees to that; null when somebody can. */
  readonly stuck: { readonly reason: string; readonly helpers: readonly Ref[] } | null
  /** The fingerprint of what is to be signed; null where nothing is. */
  readonly digest: string | null
  /** States it may be sent back to: those it has been in. */
  readonly visited: readonly { readonly state: string; readonly title: string }[]
  readonly may: readonly string[]
}
