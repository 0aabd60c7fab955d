// How the console asks for what ends 到期.
import { call, queryText } from '@houqin/web-kit'
import type { DueAnswer } from '@houqin/web-kit'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

export interface DueFilter {
  readonly state: 'open' | 'aside'
  readonly register: string
  readonly within: string
}

export const duePages = (filter: DueFilter) =>
  infiniteQueryOptions({
    queryKey: ['due', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call<DueAnswer>(`/due${queryText({ ...filter, after: pageParam })}`, { signal }),
    getNextPageParam: ({ next }) => next,
  })
/** How many there are to see to, for the first screen. */
export const dueCount = queryOptions({
  queryKey: ['due', 'count'],
  staleTime: 60_000,
  queryFn: ({ signal }) => call<DueAnswer>('/due?limit=1', { signal }),
})
