// Rows of registers 台账行: what every row carries, its lines, its past and what points to it.
import type { Ref, WireValues } from './values.ts'

export interface WireLines<V = WireValues> {
  readonly rows: readonly V[]
  /** Exact sums of the columns that have one, as decimal strings. */
  readonly totals: Readonly<Record<string, string>>
}
export interface WireRowMeta<V = WireValues> {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly retiredAt: string | null
  readonly from?: string
  readonly to?: string | null
  /** The row this one was merged into. */
  readonly mergedInto?: Ref
  /** Fields that are not shown whole. */
  readonly masked?: readonly string[]
  /** This reader may ask for them whole. */
  readonly revealable?: boolean
  readonly lines?: Readonly<Record<string, WireLines<V>>>
}
/** A row: what every row carries and its own fields; a field called `name` stands in the place of the row's name. */
export interface WireRow<V = WireValues> extends WireRowMeta<V> {
  readonly [field: string]: unknown
}
export interface Summary {
  readonly count: number
  /** Exact, as decimal strings, by field. */
  readonly sums: Readonly<Record<string, string>>
}
export interface HistoryEntry<D extends string = string> {
  readonly at: string
  /** The name as it was that day. */
  readonly by: string
  readonly action: D
  readonly changes: readonly { readonly field: string; readonly label: string; readonly before: unknown; readonly after: unknown }[]
  readonly reason?: string
  /** The other row of a merge. */
  readonly with?: Ref
}
/** How many rows of a register point here by one field. */
export interface LinkCount {
  readonly register: string
  readonly title: string
  readonly field: string
  readonly label: string
  readonly count: number
}
