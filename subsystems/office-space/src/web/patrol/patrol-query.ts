// What the page of patrols of rooms reads: the board, the sheet of one, and the buildings that come round.
import { call } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { PatrolBoard, PatrolSheet } from '../../contract/index.ts'

export const boardQuery = queryOptions({ queryKey: ['office-space', 'patrol'], queryFn: ({ signal }) => call<PatrolBoard>('/office-space/room-patrols', { signal }) })
/** Others walk at the same time: read again now and then. */
const freshness = 20_000
export const patrolQuery = (number: string) =>
  queryOptions({ queryKey: ['office-space', 'patrol', number], refetchInterval: freshness, queryFn: ({ signal }) => call<PatrolSheet>(`/office-space/room-patrols/${number}`, { signal }) })
export const visitPath = (room: string): string => `/office-space/rooms/${room}/visits`

export interface Round {
  readonly id: string
  readonly title: string
  readonly site: Ref | null
  readonly state: 'in-force' | 'over' | 'stopped'
  readonly rule: { readonly every: string; readonly interval: number }
  readonly next: readonly { readonly day: string }[]
  readonly done: readonly { readonly day: string; readonly outcome: 'made' | 'skipped' | 'failed'; readonly problem: string | null }[]
}
export const roundsKey = ['office-space', 'plans'] as const
export const roundsQuery = queryOptions({ queryKey: roundsKey, queryFn: ({ signal }) => call<{ rows: readonly Round[] }>('/office-space/plans', { signal }) })
