// New versions of a standard on the wire, and what is asked about them.
import type { DraftOutcome, WireDraft, WireUnitCost } from '@houqin/wire'
import { queryOptions } from '@tanstack/react-query'
import { call, queryText } from '../api/call.ts'


export const draftsQuery = (standard: string) =>
  queryOptions({
    queryKey: ['standard-versions', standard],
    queryFn: ({ signal }) => call<{ rows: readonly WireDraft[]; mayKeep: boolean; costs: readonly WireUnitCost[] }>(`/standard-versions${queryText({ standard })}`, { signal }),
  })
export const triedQuery = (draft: WireDraft, unitCost: string) =>
  queryOptions({
    queryKey: ['standard-tried', draft.id, draft.version, unitCost],
    queryFn: ({ signal }) => call<DraftOutcome>(`/standard-versions/${draft.id}/outcome${queryText({ unitCost })}`, { signal }),
  })
