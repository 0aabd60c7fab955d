// What the pages of driving days ask the server.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { CarDay, CarOfDay, DayOfCar } from '../../contract/road-answers.ts'

export const daysQuery = (day: string) =>
  queryOptions({ queryKey: ['fleet', 'days', day], queryFn: ({ signal }) => call<{ rows: readonly CarOfDay<string>[] }>(`/fleet/days${queryText({ day })}`, { signal }) })
export const dayQuery = (vehicle: string, day: string) =>
  queryOptions({ queryKey: ['fleet', 'day', vehicle, day], queryFn: ({ signal }) => call<DayOfCar<string>>(`/fleet/day${queryText({ vehicle, day })}`, { signal }) })

export const carDaysQuery = (asked: { vehicle: string; organ: string; from: string; to: string }) =>
  queryOptions({ queryKey: ['fleet', 'car-days', asked], queryFn: ({ signal }) => call<{ rows: readonly CarDay<string>[] }>(`/fleet/car-days${queryText(asked)}`, { signal }) })
