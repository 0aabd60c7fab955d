// What the pages of accounts ask the server.
import { call, queryText } from '@houqin/web-kit'
import type { Days, KeptFinding } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { CarAccount } from '../../contract/answers.ts'
import { singleCarKept } from '../../contract/index.ts'

interface Held {
  readonly rows: readonly { readonly subject: { readonly id: string; readonly name: string }; readonly organ: { readonly name: string } | null; readonly findings: readonly KeptFinding[] }[]
}

export const accountQuery = (vehicle: string, days: Days) =>
  queryOptions({ queryKey: ['fleet', 'account', vehicle, days], queryFn: ({ signal }) => call<CarAccount>(`/fleet/account${queryText({ vehicle, ...days })}`, { signal }) })
/** What is held against the accounts of the last twelve months. */
export const heldQuery = queryOptions({ queryKey: ['fleet', 'accounts-held'], staleTime: 60_000, queryFn: ({ signal }) => call<Held>(`/standards/${singleCarKept.id}/audit`, { signal }) })
