// How the pages of places ask for their plans.
import { call } from '@houqin/web-kit'
import type { PlanList } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export const plansKey = ['places', 'plans'] as const
export const plansQuery = queryOptions({
  queryKey: plansKey,
  queryFn: ({ signal }) => call<PlanList>('/places/plans', { signal }),
})
