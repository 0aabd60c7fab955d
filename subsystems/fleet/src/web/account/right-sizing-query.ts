// What the page of right-sizing asks the server.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { VehicleUse } from '../../contract/index.ts'

export interface Named {
  readonly id: string
  readonly name: string
}
export interface PoolCar {
  readonly id: string
  readonly plate: string
  readonly brand: string
  readonly organ: Named
  readonly age: number
  readonly days: number
  readonly hours: number
  readonly km: string | null
  readonly total: string | null
  readonly fixed: string
  readonly unproven: boolean
}
export interface DayPeak {
  readonly day: string
  readonly most: number
  /** Milliseconds. */
  readonly at: number
}
export interface Pool {
  readonly size: string
  readonly cars: readonly PoolCar[]
  readonly peaks: readonly DayPeak[]
  readonly organs: readonly { readonly organ: Named; readonly cars: number; readonly peak: number }[]
  readonly week: readonly (readonly number[])[]
  readonly rent: string | null
}
export interface RightSizing {
  readonly days: { readonly from: string; readonly to: string }
  readonly organs: readonly (Named & { readonly cars: number })[]
  readonly unmet: readonly { readonly number: string; readonly why: string; readonly from: string; readonly passengers: number; readonly hired: boolean }[]
  readonly pools: readonly Pool[]
}
interface Out {
  readonly car: Named
  readonly organ: string
  readonly from: string
  readonly to: string
  readonly number: string | null
}
interface Asked {
  readonly use: VehicleUse
  readonly organs: readonly string[]
}
const of = ({ use, organs }: Asked): { use: string; organs?: string } => ({ use, ...(organs.length > 0 && { organs: organs.join(',') }) })

export const rightSizingQuery = (asked: Asked) =>
  queryOptions({ queryKey: ['fleet', 'right-sizing', asked], staleTime: 300_000, queryFn: ({ signal }) => call<RightSizing>(`/fleet/right-sizing${queryText(of(asked))}`, { signal }) })
export const outOnADayQuery = (asked: Asked & { readonly day: string; readonly size: string }) =>
  queryOptions({ queryKey: ['fleet', 'right-sizing-day', asked], staleTime: 300_000, queryFn: ({ signal }) => call<{ rows: readonly Out[] }>(`/fleet/right-sizing/day${queryText({ ...of(asked), day: asked.day, size: asked.size })}`, { signal }) })
