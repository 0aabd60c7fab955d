// New versions of a standard 新版草案: their figures, what they would change in a ledger, and what a unit over the limit costs.
import type { Level, Mark } from '@houqin/define'
import type { WireCite, WireFinding } from './standard.ts'
import type { Ref } from './values.ts'

export interface DraftFigure {
  readonly parameter: string
  readonly key: string
  readonly value: string
  readonly level: Level
  readonly document: string
  readonly number: string | null
  readonly clause: string | null
  readonly mark: Mark
}
/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface WireDraft<At = string> {
  readonly id: string
  readonly standard: string
  /** The first day it is to hold, YYYY-MM-DD. */
  readonly startsOn: string
  /** 元 for each unit over the limit. */
  readonly unitCost: string | null
  readonly state: 'draft' | 'proposed' | 'issued' | 'discarded'
  readonly version: number
  readonly madeBy: string
  readonly madeName: string
  readonly madeAt: At
  readonly decidedName: string | null
  readonly decidedAt: At | null
  readonly figures: readonly DraftFigure[]
}
export interface OutcomeRow {
  readonly subject: Ref
  readonly organ: Ref | null
  readonly site: Ref | null
  /** Path of the console; null where the reader may not open it. */
  readonly opens: string | null
  /** Breaches newly, breaches no longer, breaches still. */
  readonly change: 'newly' | 'noLonger' | 'still'
  readonly before: WireFinding | null
  readonly after: WireFinding | null
  /** |measured − limit| under the new figures, exact; null where it breaches no longer or has no number. */
  readonly over: string | null
  /** 元: `over` times the unit cost. */
  readonly cost: string | null
}
export interface DraftOutcome {
  /** The day of the ledger and of the figures: the first on which the draft would hold. */
  readonly asOf: string
  readonly checked: number
  readonly newly: number
  readonly noLonger: number
  readonly still: number
  readonly unit: string | null
  /** Sums over all that would breach. */
  readonly over: string | null
  readonly cost: string | null
  /** What the cost was reckoned by: the cost kept for the standard with its source, or one typed, which has none. */
  readonly unitCost: { readonly price: string; readonly basis: 'kept' | 'draft' | 'typed'; readonly startsOn: string | null; readonly cite: WireCite | null } | null
  /** Newly first. */
  readonly rows: readonly OutcomeRow[]
}
export interface WireUnitCost<At = string> {
  readonly price: string
  /** Holds from that day until the next one begins. */
  readonly startsOn: string
  readonly madeName: string
  readonly madeAt: At
  readonly cite: WireCite
}
