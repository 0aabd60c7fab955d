// An approval as the server answers it, as docs/api.md says.
import type { Ref, WireValues } from '../api/wire.ts'

type Somebody = { readonly id: string | null; readonly name: string }

export interface WireTask {
  readonly id: string
  readonly version: number
  readonly kind: 'seat' | 'before' | 'after' | 'delegated' | 'copy'
  readonly person: Ref | null
  readonly for: Ref | null
  readonly state: 'waiting' | 'open' | 'agreed' | 'refused' | 'closed' | 'told'
  readonly dueAt: string | null
  readonly decidedAt: string | null
  readonly decidedBy: Somebody | null
  readonly comment: string | null
  readonly vacancy: string | null
  readonly signature: { readonly manner: 'stored' | 'drawn'; readonly file: string; readonly at: string; readonly digest: string } | null
  readonly may: readonly string[]
}
export interface WireStage {
  readonly title: string
  readonly mode: ApprovalMode
  readonly percent: number | null
  readonly state: 'to-come' | 'open' | 'passed' | 'stopped'
  readonly signature: SignatureRule
  readonly who: readonly string[]
  readonly tasks: readonly WireTask[]
}
export type SignatureRule = 'none' | 'stored' | 'drawn'
export type ApprovalMode = 'all' | 'any' | 'turn' | 'percent'
export interface WireRoute {
  readonly id: string
  readonly version: number
  readonly step: string
  readonly label: string
  readonly askedBy: Somebody
  readonly askedAt: string
  readonly comment: string | null
  readonly input: WireValues
  readonly lines: Readonly<Record<string, readonly WireValues[]>>
  readonly outcome: 'open' | 'passed' | 'refused' | 'returned' | 'withdrawn' | 'ended'
  readonly ended: { readonly at: string; readonly by: Somebody; readonly words: string | null; readonly to: string | null } | null
  readonly stages: readonly WireStage[]
  readonly copies: { readonly who: readonly string[]; readonly persons: readonly Ref[] }
  readonly stuck: { readonly reason: string; readonly helpers: readonly Ref[] } | null
  readonly digest: string | null
  readonly visited: readonly { readonly state: string; readonly title: string }[]
  readonly may: readonly string[]
}
