// What the server answers, as docs/api.md freezes it.
import type { Preferences } from '../look/kept-preferences.ts'
import type { WireRoute } from '../approval/route-wire.ts'

/** A row of another register, as it is read. */
export interface Ref {
  readonly id: string
  readonly name: string
}
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly width?: number
  readonly height?: number
}
/** A value of a field as it is read; files may come as ids alone. */
export type WireValue = string | number | boolean | null | Ref | readonly string[] | readonly StoredFile[]
export type WireValues = Readonly<Record<string, WireValue | undefined>>

export interface WireLines {
  readonly rows: readonly WireValues[]
  readonly totals: Readonly<Record<string, string | number>>
}
export interface RowMeta {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly retiredAt: string | null
  readonly from?: string
  readonly to?: string | null
  /** Fields that are shown in part. */
  readonly masked?: readonly string[]
  /** The reader may ask for them whole. */
  readonly revealable?: boolean
  readonly lines?: Readonly<Record<string, WireLines | readonly WireValues[]>>
  readonly mergedInto?: Ref | null
}
/** A row: what every row carries, and its own fields beside it. */
export interface WireRow extends RowMeta {
  readonly [field: string]: unknown
}
export interface Page<T> {
  readonly rows: readonly T[]
  readonly next: string | null
  readonly total?: number
}
export interface Summary {
  readonly count: number
  readonly sums: Readonly<Record<string, string>>
}
export interface HistoryEntry {
  readonly at: string
  readonly by: Ref | string | null
  readonly action: string
  readonly changes: readonly { readonly field: string; readonly label: string; readonly before: unknown; readonly after: unknown }[]
}
export interface LinkCount {
  readonly register: string
  readonly title: string
  readonly field: string
  readonly count: number
}

export interface Cite {
  readonly text: string
  readonly document?: string
  readonly number?: string
  readonly clause?: string
  readonly mark?: string
  readonly level?: string
  readonly unconfirmed?: boolean
}
export interface Finding {
  readonly level: 'breach' | 'warning' | 'note'
  readonly says: string
  readonly measured?: string | null
  readonly limit?: string | null
  readonly unit?: string | null
  readonly advice: string
  /** Kept before findings were told in two languages: without. */
  readonly en?: { readonly says: string; readonly advice: string }
  readonly standard?: string | null
  readonly since?: string | null
  readonly cite?: Cite | null
  readonly mend?: { readonly matter: string; readonly title: string; readonly fill?: Readonly<Record<string, string>> } | null
}
export type Tone = 'draft' | 'running' | 'waiting' | 'done' | 'stopped'
export interface TimelineEntry {
  readonly at: string
  readonly what?: string
  readonly by?: Ref | string | null
  readonly step?: string | null
  readonly label: string
  readonly from?: string | null
  readonly to?: string | null
  readonly comment?: string | null
  readonly input?: WireValues | null
  readonly files?: readonly (StoredFile | string)[]
}
export interface StepOffer {
  readonly step: string
  readonly label: string
  readonly primary?: boolean
  readonly destructive?: boolean
  readonly comment?: 'required' | 'none' | null
  readonly rates?: boolean
}
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
  readonly requester: Ref | string | null
  readonly organ?: Ref | null
  readonly site?: Ref | null
  readonly holder: { readonly person?: Ref | null; readonly role?: string | { readonly role: string; readonly title: string } | null } | null
  /** A step of it waits for approval. */
  readonly approving: boolean
  /** Whose approval it waits for. */
  readonly awaits?: readonly Ref[]
  readonly dueAt: string | null
  readonly overdue: boolean
  readonly openedAt: string
  readonly closedAt: string | null
  readonly rating?: { readonly stars: number; readonly words?: string | null } | null
}
export interface WireMatter extends MatterSummary {
  readonly form: WireValues
  readonly facts: WireValues
  readonly lines: Readonly<Record<string, WireLines>>
  readonly steps: readonly StepOffer[]
  readonly findings: readonly Finding[]
  readonly timeline: readonly TimelineEntry[]
  readonly links: readonly { readonly kind: string; readonly number: string; readonly subject: string; readonly state: string; readonly stateTitle?: string; readonly matter?: string }[]
  readonly code: string | null
  /** The approval that is open, or the last there was. */
  readonly route?: WireRoute
}
export interface Alarm {
  readonly id: string
  readonly signal: string
  readonly alarm: string
  readonly title: string
  readonly severity: 'minor' | 'major' | 'critical'
  readonly state: 'open' | 'acknowledged' | 'cleared'
  readonly subject: Ref
  /** The register its subject stands in. */
  readonly register?: string | null
  readonly value?: number
  readonly unit?: string
  readonly since?: string
  readonly raisedAt: string
  readonly acknowledgedAt?: string | null
  readonly acknowledgedName?: string | null
  readonly comment?: string | null
  readonly clearedAt?: string | null
  readonly finding?: Finding | null
  /** Number of the matter it started. */
  readonly matter?: string | null
  /** It is open, and the reader's to acknowledge. */
  readonly mayAcknowledge: boolean
}
export interface Notice {
  readonly id: string
  readonly kind: string
  readonly importance: 'urgent' | 'important' | 'normal'
  readonly title: string
  readonly text: string
  readonly path: string | null
  readonly at: string
  readonly readAt: string | null
  /** It no longer waits for me. */
  readonly settledAt: string | null
}
export interface StandardOnWire {
  readonly id: string
  readonly title: string
  readonly explain: string
  readonly parameters: readonly {
    readonly parameter: string
    readonly title: string
    readonly key?: string | null
    readonly keyTitle?: string | null
    readonly value: string
    readonly unit: string
    readonly from: string
    readonly to: string | null
    readonly cite: Cite
  }[]
  readonly mend: { readonly matter: string; readonly title: string } | null
  /** Whether its whole ledger can be checked in one call. */
  readonly ledger?: boolean
  /** Whether the reader may look at drafts of new versions. */
  readonly drafts?: boolean
  /** What stood in breach on the last day that was run, within the reader's reach; `behind` while days that have passed are still to be run. */
  readonly standing?: { readonly breaches: number; readonly asOf: string | null; readonly behind: boolean } | null
}
export interface Audited {
  readonly asOf: string
  readonly checked: number
  readonly breaches: number
  readonly warnings: number
  readonly organs: readonly (Ref & { readonly found: number })[]
  readonly rows: readonly {
    readonly subject: Ref
    readonly organ?: Ref | null
    readonly site?: Ref | null
    readonly opens: string | null
    readonly findings: readonly Finding[]
    readonly since?: string
    /** It was in breach already when the records began. */
    readonly orOlder?: boolean
  }[]
}
export interface BreachHistory {
  readonly asOf: string | null
  readonly from: string | null
  readonly rows: readonly {
    readonly subject: Ref
    readonly organ: Ref | null
    readonly site: Ref | null
    readonly since: string
    readonly orOlder: boolean
    readonly lastSeen: string
    readonly ended: string | null
    readonly days: number
    readonly atFirst: Finding
    readonly atLast: Finding
  }[]
}
export interface Me {
  readonly account: string
  readonly username: string
  readonly name: string
  readonly person: Ref | null
  readonly roles: readonly { readonly role: string; readonly title: string; readonly organ: Ref | null; readonly site: Ref | null }[]
  readonly csrf: string
  readonly locale: 'zh' | 'en'
  /** How his screen looks; null before he has chosen. */
  readonly display: Preferences | null
  readonly can: Readonly<Record<string, readonly string[]>>
  readonly mustChangePassword?: boolean
  /** He may do nothing before he has enrolled a phone. */
  readonly secondFactorRequired?: boolean
}
export interface SearchHit {
  readonly kind: 'register' | 'matter' | 'clause'
  /** Of a row or a clause; of a matter, its number. */
  readonly id: string
  readonly name: string
  /** What it is, in the reader's language. */
  readonly title: string
  /** What tells apart two of one name. */
  readonly detail: string | null
  readonly path: string
}
