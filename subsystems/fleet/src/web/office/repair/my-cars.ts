// 我的车: the cars somebody may name on his telephone without reading the ledger.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export interface MyCar {
  readonly id: string
  readonly plate: string
  readonly brand: string
  readonly odometer: number | null
  /** Number of the repair that is under way. */
  readonly repair: string | null
}
export const myCars = queryOptions({ queryKey: ['fleet', 'my-cars'], staleTime: 60_000, queryFn: ({ signal }) => call<{ rows: readonly MyCar[] }>('/fleet/my-cars', { signal }) })
