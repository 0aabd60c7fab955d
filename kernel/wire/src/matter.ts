// A matter 事项: the line of it that lists and the inbox show, and what its page shows to one reader.
import type { Matter } from '@houqin/define'
import type { WireRoute } from './route.ts'
import type { WireLines } from './rows.ts'
import type { KeptFinding } from './standard.ts'
import type { Ref, Somebody, WireValues } from './values.ts'

export type Tone = Matter['states'][string]['tone']
/** What an entry of the timeline is about. */
export type TimelineKind = 'start' | 'step' | 'comment' | 'link' | 'overdue' | 'approval'
export type LinkKind = 'duplicate-of' | 'follows' | 'part-of'

export interface MatterSummary {
  readonly number: string
  readonly version: number
  readonly matter: string
  /** What kind of matter it is. */
  readonly title: string
  readonly subject: string
  readonly state: string
  readonly stateTitle: string
  readonly tone: Tone
  readonly requester: Somebody
  readonly organ: Ref | null
  readonly site: Ref | null
  readonly holder: { readonly person?: Ref; readonly role?: { readonly role: string; readonly title: string } }
  /** A step of it waits for approval: shown instead of its state, which it keeps meanwhile. */
  readonly approving: boolean
  /** Whose approval it waits for. */
  readonly awaits: readonly Ref[]
  readonly dueAt: string | null
  readonly overdue: boolean
  readonly openedAt: string
  readonly closedAt: string | null
  readonly rating: { readonly stars: number; readonly words: string | null } | null
}
export interface WireMatter<V = WireValues> extends MatterSummary {
  readonly form: V
  readonly facts: V
  readonly lines: Readonly<Record<string, WireLines<V>>>
  readonly steps: readonly StepOffer<V>[]
  readonly findings: readonly KeptFinding[]
  readonly timeline: readonly TimelineEntry<V>[]
  readonly links: readonly WireLink[]
  readonly code: string
  /** The approval that is open, or the last there was. */
  readonly route?: WireRoute<V>
  /** Fields shown without what only those may read whose work it is. */
  readonly masked?: readonly string[]
}
export interface TimelineEntry<V = WireValues> {
  readonly at: string
  readonly what: TimelineKind
  readonly by: Somebody
  readonly step: string | null
  readonly label: string
  readonly from: string | null
  readonly to: string | null
  readonly comment: string | null
  readonly input: V | null
  readonly files: readonly string[]
}
export interface WireLink {
  readonly kind: LinkKind
  readonly number: string
  readonly matter: string
  readonly subject: string
  readonly state: string
  readonly stateTitle: string
  /** A step of it waits for approval: shown instead of its state. */
  readonly approving: boolean
  /** Whether the other matter is the one that points here. */
  readonly here: boolean
}
export interface StepOffer<V = WireValues> {
  readonly step: string
  readonly label: string
  readonly primary: boolean
  readonly destructive: boolean
  readonly comment: 'required' | 'none' | 'optional'
  readonly rates: boolean
  /** Closes the matter into another: offered as a link to a duplicate. */
  readonly merges: boolean
  readonly input: readonly V[]
  readonly lines: readonly string[]
  readonly settles: Readonly<Record<string, readonly string[]>>
}
