// What the page of a driver's log asks the server.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { UsePurpose } from '../../contract/index.ts'

interface Named {
  readonly id: string
  readonly name: string
}
export interface LoggedJourney {
  readonly number: string
  readonly purpose: UsePurpose
  readonly why: string
  readonly whence: string
  readonly whither: string
  readonly asker: string | null
  readonly organ: string | null
  readonly car: Named
  readonly leftAt: string
  readonly cameAt: string | null
  readonly odometerOut: number | null
  readonly odometerBack: number | null
  readonly kilometres: number | null
  readonly terminalKm: string | null
  readonly cost: string | null
  readonly nature: 'duty' | 'private' | 'ask'
  readonly notes: readonly { readonly zh: string; readonly en: string }[]
}
export interface DriverLog {
  readonly month: string
  readonly driver: Named | null
  readonly drivers: readonly (Named & { readonly journeys: number })[]
  readonly journeys: readonly LoggedJourney[]
}
export const driverLogQuery = (month: string, driver: string | undefined) =>
  queryOptions({ queryKey: ['fleet', 'driver-log', month, driver ?? null], queryFn: ({ signal }) => call<DriverLog>(`/fleet/driver-log${queryText({ month, ...(driver !== undefined && { driver }) })}`, { signal }) })
