// New versions of a standard on the wire, and what is asked about them.
import { queryOptions } from '@tanstack/react-query'
import { call, queryText } from '../api/call.ts'
import type { Cite, Finding, Ref } from '../api/wire.ts'

export interface DraftFigure {
  readonly parameter: string
  readonly key: string
  readonly value: string
  readonly level: string
  readonly document: string
  readonly number: string | null
  readonly clause: string | null
  readonly mark: string
}
export interface Draft {
  readonly id: string
  readonly standard: string
  readonly startsOn: string
  readonly unitCost: string | null
  readonly state: 'draft' | 'proposed' | 'issued' | 'discarded'
  readonly version: number
  readonly madeBy: string
  readonly madeName: string
  readonly madeAt: string
  readonly decidedName: string | null
  readonly decidedAt: string | null
  readonly figures: readonly DraftFigure[]
}
export interface TriedRow {
  readonly subject: Ref
  readonly organ: Ref | null
  readonly site: Ref | null
  /** The record it tells of; null where the reader may not open it. */
  readonly opens: string | null
  readonly change: 'newly' | 'noLonger' | 'still'
  readonly before: Finding | null
  readonly after: Finding | null
  readonly over: string | null
  readonly cost: string | null
}
export interface UnitCost {
  readonly price: string
  /** Holds from that day until the next one begins. */
  readonly startsOn: string
  readonly madeName: string
  readonly cite: Cite
}
export interface Tried {
  readonly asOf: string
  readonly checked: number
  readonly newly: number
  readonly noLonger: number
  readonly still: number
  readonly unit: string | null
  readonly over: string | null
  readonly cost: string | null
  /** Typed where it has no source. */
  readonly unitCost: { readonly price: string; readonly basis: 'kept' | 'draft' | 'typed'; readonly startsOn: string | null; readonly cite: Cite | null } | null
  readonly rows: readonly TriedRow[]
}

export const draftsQuery = (standard: string) =>
  queryOptions({
    queryKey: ['standard-versions', standard],
    queryFn: ({ signal }) => call<{ rows: readonly Draft[]; mayKeep: boolean; costs: readonly UnitCost[] }>(`/standard-versions${queryText({ standard })}`, { signal }),
  })
export const triedQuery = (draft: Draft, unitCost: string) =>
  queryOptions({
    queryKey: ['standard-tried', draft.id, draft.version, unitCost],
    queryFn: ({ signal }) => call<Tried>(`/standard-versions/${draft.id}/outcome${queryText({ unitCost })}`, { signal }),
  })
