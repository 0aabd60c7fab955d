// The plans of places, as the server tells them.
import { call } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export interface Rule {
  readonly every: 'day' | 'week' | 'month' | 'working-day'
  readonly interval: number
  readonly weekdays?: readonly number[]
  readonly on?: number | 'last' | 'last-working'
  readonly daysOff: 'keep' | 'skip' | 'before' | 'after'
}
export interface PlannedDay {
  readonly day: string
  readonly working: boolean
  readonly note: string | null
  readonly whose: Ref | null
}
export interface Plan {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly title: string
  readonly rule: Rule
  readonly starts: string
  readonly ends: string | null
  readonly missed: 'skip' | 'once' | 'each'
  readonly site: Ref | null
  readonly input: Readonly<Record<string, string>>
  readonly state: 'in-force' | 'over' | 'stopped'
  readonly madeUntil: string
  readonly next: readonly PlannedDay[]
  readonly done: readonly { readonly day: string; readonly outcome: 'made' | 'skipped' | 'failed'; readonly made: string | null; readonly problem: string | null }[]
  readonly names: Readonly<Record<string, string>>
}
export const plansKey = ['places', 'plans'] as const
export const plansQuery = queryOptions({
  queryKey: plansKey,
  queryFn: ({ signal }) => call<{ rows: readonly Plan[]; kinds: readonly { readonly id: string; readonly title: string; readonly ahead: number }[] }>('/places/plans', { signal }),
})
