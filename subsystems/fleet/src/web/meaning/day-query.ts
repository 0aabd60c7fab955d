// What the pages of driving days ask the server.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export interface DayFigures {
  readonly km: number
  readonly unseenKm: number
  readonly trips: number
  readonly drivingMinutes: number
  readonly idlingMinutes: number
  readonly fastest: number
  readonly firstAt: string
  readonly lastAt: string
  readonly positions: number
  readonly jumps: number
  readonly caughtUp: number
}
export interface CarOfDay extends DayFigures {
  readonly vehicle: string
  readonly plate: string
  readonly organ: string
}
export interface DayOfCar {
  readonly vehicle: { readonly id: string; readonly name: string }
  readonly day: string
  readonly figures: DayFigures | null
  readonly line: readonly { readonly at: string; readonly kind: string; readonly zh: string; readonly en: string }[]
}

export const daysQuery = (day: string) =>
  queryOptions({ queryKey: ['fleet', 'days', day], queryFn: ({ signal }) => call<{ rows: readonly CarOfDay[] }>(`/fleet/days${queryText({ day })}`, { signal }) })
export const dayQuery = (vehicle: string, day: string) =>
  queryOptions({ queryKey: ['fleet', 'day', vehicle, day], queryFn: ({ signal }) => call<DayOfCar>(`/fleet/day${queryText({ vehicle, day })}`, { signal }) })

export interface CarDay extends CarOfDay {
  readonly day: string
}
export const carDaysQuery = (asked: { vehicle: string; organ: string; from: string; to: string }) =>
  queryOptions({ queryKey: ['fleet', 'car-days', asked], queryFn: ({ signal }) => call<{ rows: readonly CarDay[] }>(`/fleet/car-days${queryText(asked)}`, { signal }) })
