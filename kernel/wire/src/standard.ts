// Standards 依据: what a check finds and where its figures are written, a standard with its figures, a ledger held against it, its past.
import type { Finding, Level, Mark } from '@houqin/define'
import type { Ref } from './values.ts'

export interface WireCite {
  /** As it may be printed. */
  readonly text: string
  readonly document: string
  readonly number: string | null
  /** Null while the source must still be checked. */
  readonly clause: string | null
  readonly mark: Mark | null
  readonly level: Level | null
  /** 待核: somebody must read the source before this binds. */
  readonly unconfirmed: boolean
}
export interface WireFinding {
  readonly level: Finding['level']
  readonly says: string
  readonly measured: string | null
  readonly limit: string | null
  readonly unit: string | null
  readonly advice: string
  readonly en: Finding['en']
  readonly standard: string
  readonly cite: WireCite
  /** The matter to start, and what its form knows already: fields by name, references by id. */
  readonly mend: { readonly matter: string; readonly title: string; readonly fill: Readonly<Record<string, string>> } | null
}
/** A finding as it was kept; without English before findings were told in two languages. */
export interface KeptFinding extends Omit<WireFinding, 'en'> {
  readonly en?: Finding['en']
}
export interface WireStandard {
  readonly id: string
  readonly title: string
  readonly explain: string
  readonly parameters: readonly {
    readonly parameter: string
    readonly title: string
    /** The row of a table of values, such as a rank. */
    readonly key: string | null
    readonly keyTitle: string | null
    readonly value: string
    readonly unit: string
    readonly from: string
    readonly to: string | null
    readonly cite: WireCite
  }[]
  readonly mend: WireFinding['mend']
  /** Whether its whole ledger can be checked in one call. */
  readonly ledger: boolean
}
export interface AuditedSubject {
  readonly subject: Ref
  readonly organ: Ref | null
  readonly site: Ref | null
  /** Path of the console; null where the reader may not open it. */
  readonly opens: string | null
  readonly findings: readonly WireFinding[]
}
export interface LedgerAudit<S = AuditedSubject> {
  readonly asOf: string
  /** How many subjects the reader may see were checked. */
  readonly checked: number
  /** How many of them the standard breaches, and how many it only warns of or notes. */
  readonly breaches: number
  readonly warnings: number
  /** Organs with findings, those with most first. */
  readonly organs: readonly (Ref & { readonly found: number })[]
  /** Those with findings, in the order of the ledger. */
  readonly rows: readonly S[]
}
/** Since when something stands in breach, YYYY-MM-DD. */
export interface Since {
  readonly since: string
  /** Whether it was found on the first day that was ever run, so that it may be older. */
  readonly orOlder: boolean
}
export interface WireBreach extends Since {
  readonly subject: Ref
  readonly organ: Ref | null
  readonly site: Ref | null
  /** Path of the console; null where the reader may not open it. */
  readonly opens: string | null
  /** The last day it was found. */
  readonly lastSeen: string
  /** The first day it was found no more; null while it stands. */
  readonly ended: string | null
  /** Days on which it stood, the first and the last included. */
  readonly days: number
  readonly atFirst: KeptFinding
  readonly atLast: KeptFinding
}
export interface WireBreaches {
  /** The last day that was run; null before the first. */
  readonly asOf: string | null
  readonly from: string | null
  readonly rows: readonly WireBreach[]
}
export interface StandingCount {
  /** As they stood on `asOf`. */
  readonly breaches: number
  /** The last day that was run; null before the first. */
  readonly asOf: string | null
  /** Whether days that have passed are still to be run, as while the first run tells the days before. */
  readonly behind: boolean
}
/** A standard as its page shows it. */
export interface StandardAnswer extends WireStandard {
  /** What stood in breach on the last day that was run, within the reader's reach. */
  readonly standing: StandingCount | null
  /** Whether the reader may look at drafts of new versions; told of one alone. */
  readonly drafts?: boolean
}
