// What the pages of accounts ask the server.
import { call, queryText } from '@houqin/web-kit'
import type { Days, LedgerAudit } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { CarAccount } from '../../contract/answers.ts'
import { singleCarKept } from '../../contract/index.ts'

export const accountQuery = (vehicle: string, days: Days) =>
  queryOptions({ queryKey: ['fleet', 'account', vehicle, days], queryFn: ({ signal }) => call<CarAccount>(`/fleet/account${queryText({ vehicle, ...days })}`, { signal }) })
/** What is held against the accounts of the last twelve months. */
export const heldQuery = queryOptions({ queryKey: ['fleet', 'accounts-held'], staleTime: 60_000, queryFn: ({ signal }) => call<LedgerAudit>(`/standards/${singleCarKept.id}/audit`, { signal }) })
