// What ends, as the server lists it.
import { call, queryText } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

export interface DueRow {
  readonly id: string
  readonly register: string
  readonly title: string
  readonly row: Ref
  readonly field: string
  readonly label: string
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly day: string
  readonly daysLeft: number
  readonly says: string
  readonly state: 'lapsed' | 'coming' | 'snoozed' | 'acknowledged'
  readonly aside: { readonly until: string | null; readonly reason: string; readonly by: string; readonly at: string } | null
  readonly organ: Ref | null
  readonly site: Ref | null
  readonly responsible: readonly Ref[]
  readonly roles: readonly string[]
  readonly renew: { readonly matter: string; readonly title: string; readonly field: string } | null
  readonly mayWrite: boolean
}
export interface DuePage {
  readonly rows: readonly DueRow[]
  readonly next: string | null
  readonly total: number
  readonly lapsed: number
  /** Every register that has some, whichever is asked for, and the one that is. */
  readonly registers: readonly { readonly register: string; readonly title: string; readonly count: number }[]
}
export interface DueFilter {
  readonly state: 'open' | 'aside'
  readonly register: string
  readonly within: string
}

export const duePages = (filter: DueFilter) =>
  infiniteQueryOptions({
    queryKey: ['due', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call<DuePage>(`/due${queryText({ ...filter, after: pageParam })}`, { signal }),
    getNextPageParam: ({ next }) => next,
  })
/** How many there are to see to, for the first screen. */
export const dueCount = queryOptions({
  queryKey: ['due', 'count'],
  staleTime: 60_000,
  queryFn: ({ signal }) => call<DuePage>('/due?limit=1', { signal }),
})
