// The shapes of a matter on the wire 事项的样子: what its page shows to one reader, and the line of it that a list shows.
import type { Matter } from '@houqin/define'
import type { Reference } from '@houqin/rows'
import type { FindingWire } from '@houqin/standards'
import type { LinkKind } from './link-kind.ts'
import type { Named, RouteWire } from './route-wire.ts'

/** What an entry of the timeline is about. */
export type What = 'start' | 'step' | 'comment' | 'link' | 'overdue' | 'approval'
type Values = Readonly<Record<string, unknown>>

/** The line of a matter in a list and in the inbox. */
export interface MatterSummary {
  readonly number: string
  readonly matter: string
  readonly title: string
  readonly subject: string
  readonly state: string
  readonly stateTitle: string
  readonly tone: Matter['states'][string]['tone']
  readonly version: number
  readonly requester: Named
  readonly organ: Reference | null
  readonly site: Reference | null
  readonly holder: { readonly person?: Reference; readonly role?: { readonly role: string; readonly title: string } }
  /** A step of it waits for approval: shown instead of its state, which it keeps meanwhile. */
  readonly approving: boolean
  /** Whose approval it waits for. */
  readonly awaits: readonly Reference[]
  readonly dueAt: string | null
  readonly overdue: boolean
  readonly openedAt: string
  readonly closedAt: string | null
  readonly rating: { readonly stars: number; readonly words: string | null } | null
}
export interface MatterWire extends MatterSummary {
  readonly form: Values
  readonly facts: Values
  readonly lines: Readonly<Record<string, { readonly rows: readonly Values[]; readonly totals: Readonly<Record<string, string>> }>>
  readonly steps: readonly StepWire[]
  readonly findings: readonly FindingWire[]
  readonly timeline: readonly EventWire[]
  readonly links: readonly LinkWire[]
  readonly code: string
  /** The approval that is open, or the last there was. */
  readonly route?: RouteWire
  /** Fields shown without what only those may read whose work it is. */
  readonly masked?: readonly string[]
}
export interface EventWire {
  readonly at: string
  readonly what: What
  readonly by: Named
  readonly step: string | null
  readonly label: string
  readonly from: string | null
  readonly to: string | null
  readonly comment: string | null
  readonly input: Values | null
  readonly files: readonly string[]
}
export interface LinkWire {
  readonly kind: LinkKind
  readonly number: string
  readonly matter: string
  readonly subject: string
  readonly state: string
  readonly stateTitle: string
  /** Whether the other matter is the one that points here. */
  readonly here: boolean
}
export interface StepWire {
  readonly step: string
  readonly label: string
  readonly primary: boolean
  readonly destructive: boolean
  readonly comment: 'required' | 'none' | 'optional'
  readonly rates: boolean
  /** Closes the matter into another: offered as a link to a duplicate. */
  readonly merges: boolean
  readonly input: readonly Values[]
  readonly lines: readonly string[]
  readonly settles: Readonly<Record<string, readonly string[]>>
}
