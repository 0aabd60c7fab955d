// What the pages of accounts ask the server.
import { call, queryText } from '@houqin/web-kit'
import type { Days, Finding } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { singleCarKept } from '../../contract/index.ts'
import type { VehicleUse } from '../../contract/index.ts'

type Figure = string | number | null
export interface AccountMonth {
  readonly month: string
  readonly terminal: string | null
  readonly slips: string | null
  readonly odometer: string | null
  readonly km: string | null
  readonly by: 'terminal' | 'slips' | 'odometer' | null
  readonly litres: string | null
  readonly kwh: string | null
  readonly fuelCost: string | null
  readonly repair: string | null
  readonly insurance: string | null
  readonly toll: string | null
  readonly other: string | null
  readonly total: string | null
  readonly perKm: string | null
  readonly perHundred: string | null
}
export interface CarAccount {
  readonly vehicle: {
    readonly id: string; readonly plate: string; readonly name: string; readonly organ: { readonly id: string; readonly name: string }
    readonly use: VehicleUse; readonly energy: 'petrol' | 'diesel' | 'electric' | 'plugIn' | 'fuelCell' | 'hybrid'; readonly boughtOn: string; readonly odometer: number | null; readonly tank: number | null
  }
  readonly sums: Readonly<Record<string, Figure>> | null
  readonly months: readonly AccountMonth[]
}
interface Held {
  readonly rows: readonly { readonly subject: { readonly id: string; readonly name: string }; readonly organ: { readonly name: string } | null; readonly findings: readonly Finding[] }[]
}

export const accountQuery = (vehicle: string, days: Days) =>
  queryOptions({ queryKey: ['fleet', 'account', vehicle, days], queryFn: ({ signal }) => call<CarAccount>(`/fleet/account${queryText({ vehicle, ...days })}`, { signal }) })
/** What is held against the accounts of the last twelve months. */
export const heldQuery = queryOptions({ queryKey: ['fleet', 'accounts-held'], staleTime: 60_000, queryFn: ({ signal }) => call<Held>(`/standards/${singleCarKept.id}/audit`, { signal }) })
