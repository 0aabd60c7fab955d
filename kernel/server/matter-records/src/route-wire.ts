// The shape of an approval on the wire 审批的样子: its stages and tasks, who decided what and when, and what one reader may do now.
import type { Reference } from '@houqin/rows'

/** Somebody by the name he had that day; without an id when he had not signed in, or was the system. */
export interface Named { readonly id: string | null; readonly name: string }

/** What is done in an approval, in the office's words: `approvalWords` of step-words.ts. */
export type ApprovalDeed =
  | 'ask' | 'agree' | 'refuse' | 'return' | 'transfer' | 'delegate' | 'answer' | 'sign-before' | 'sign-after' | 'unsign' | 'copy'
  | 'withdraw' | 'urge' | 'end' | 'deputise' | 'assign' | 'remind' | 'escalate' | 'pass-late' | 'return-late' | 'stuck'

/** How an approval stands, or how it ended. */
export type RouteOutcome = 'open' | 'passed' | 'refused' | 'returned' | 'withdrawn' | 'ended'

export interface RouteTaskWire {
  readonly id: string
  readonly version: number
  readonly kind: 'seat' | 'before' | 'after' | 'delegated' | 'copy'
  /** Nobody where the route found none; `vacancy` says why. */
  readonly person: Reference | null
  /** Whom he decides for while that person is on leave. */
  readonly for: Reference | null
  readonly state: 'waiting' | 'open' | 'agreed' | 'refused' | 'closed' | 'told'
  readonly dueAt: string | null
  readonly decidedAt: string | null
  readonly decidedBy: Named | null
  readonly comment: string | null
  readonly vacancy: string | null
  /** Under which his decision stands. */
  readonly signature: { readonly manner: 'stored' | 'drawn'; readonly file: string; readonly at: string; readonly digest: string } | null
  readonly may: readonly string[]
}
export interface RouteStageWire {
  readonly title: string
  readonly mode: 'all' | 'any' | 'turn' | 'percent'
  readonly percent: number | null
  readonly state: 'to-come' | 'open' | 'passed' | 'stopped'
  /** What who agrees must sign with. */
  readonly signature: 'none' | 'stored' | 'drawn'
  /** Whom the route names, in words. */
  readonly who: readonly string[]
  readonly tasks: readonly RouteTaskWire[]
}
export interface RouteWire {
  readonly id: string
  readonly version: number
  readonly step: string
  readonly label: string
  readonly askedBy: Named
  readonly askedAt: string
  readonly comment: string | null
  /** What the step will be given once it is passed. */
  readonly input: Readonly<Record<string, unknown>>
  /** Lines it will add or settle then, by their set. */
  readonly lines: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  readonly outcome: RouteOutcome
  /** Who ended it, when, why, and where the matter went. */
  readonly ended: { readonly at: string; readonly by: Named; readonly words: string | null; readonly to: string | null } | null
  readonly stages: readonly RouteStageWire[]
  /** 抄送: whom the route sends a copy once it has passed, in words, and who received one. */
  readonly copies: { readonly who: readonly string[]; readonly persons: readonly Reference[] }
  /** Why nobody can decide it now, and who sees to that; null when somebody can. */
  readonly stuck: { readonly reason: string; readonly helpers: readonly Reference[] } | null
  /** The fingerprint of what is to be signed; null where nothing is. */
  readonly digest: string | null
  /** States it may be sent back to: those it has been in. */
  readonly visited: readonly { readonly state: string; readonly title: string }[]
  readonly may: readonly string[]
}
