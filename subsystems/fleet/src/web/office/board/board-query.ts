// What the dispatch board reads: a day of cars, drivers and slips, and what is proposed for one request.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { use } from '../../../contract/index.ts'
import type { UsePurpose, Vehicle, VehicleUse } from '../../../contract/index.ts'

export interface BoardCar {
  readonly id: string
  readonly plate: string
  readonly brand: string
  readonly seats: number
  readonly use: VehicleUse
  readonly kind: Vehicle['kind']
  readonly energy: Vehicle['energy']
  readonly organName: string
  readonly shared: boolean
  readonly against: readonly string[]
}
export interface BoardDriver {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly licenceClass: string
  readonly against: readonly string[]
}
export interface BoardSlip {
  readonly matter: string
  readonly number: string
  readonly version: number
  readonly state: string
  readonly vehicle: string
  readonly driver: string
  readonly driverName: string
  readonly whence: string
  readonly whither: string
  readonly why: string
  readonly passengers: number
  readonly from: string
  readonly to: string
  readonly leftAt: string | null
  readonly cameAt: string | null
  /** Out past its plan and not back. */
  readonly lateUntil: string | null
}
export interface Waiting {
  readonly number: string
  readonly version: number
  readonly whence: string
  readonly whither: string
  readonly why: string
  readonly purpose: UsePurpose
  readonly passengers: number
  readonly leavesAt: string
  readonly returnsAt: string
  readonly asker: string
  readonly organ: string | null
  readonly dueAt: string | null
}
export interface Board {
  readonly day: string
  readonly cars: readonly BoardCar[]
  readonly drivers: readonly BoardDriver[]
  readonly slips: readonly BoardSlip[]
  readonly waiting: readonly Waiting[]
}
export const boardQuery = (day: string) =>
  queryOptions({ queryKey: ['matters', use.id, 'board', day], refetchInterval: 60_000, queryFn: ({ signal }) => call<Board>(`/fleet/dispatch-board${queryText({ day })}`, { signal }) })

interface Named {
  readonly id: string
  readonly name: string
}
export interface Proposals {
  readonly cars: readonly { readonly vehicle: Named; readonly driver: Named; readonly reasons: readonly string[] }[]
  readonly drivers: readonly (Named & { readonly licenceClass: string })[]
  readonly pools: readonly { readonly number: string; readonly plate: string; readonly driver: string; readonly reasons: readonly string[] }[]
  readonly hire: string | null
  readonly not: readonly { readonly vehicle: Named; readonly against: readonly string[] }[]
}
export const proposalsQuery = (number: string) =>
  queryOptions({ queryKey: ['matters', use.id, 'proposals', number], enabled: number !== '', queryFn: ({ signal }) => call<Proposals>(`/fleet/uses/${number}/proposals`, { signal }) })
