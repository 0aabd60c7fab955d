// What the page of positions asks the server, every five seconds while it is looked at.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export interface CarNow {
  readonly vehicle: string
  readonly plate: string
  readonly label: string
  readonly at: string
  readonly receivedAt: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly speed: number
  readonly direction: number
  readonly ignition: boolean
  readonly quality: number
}
export const positionsQuery = queryOptions({
  queryKey: ['fleet', 'positions'], refetchInterval: 5000, queryFn: ({ signal }) => call<{ rows: readonly CarNow[] }>('/fleet/positions', { signal }),
})
