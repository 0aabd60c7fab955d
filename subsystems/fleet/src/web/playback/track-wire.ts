// A track as the server answers it 轨迹.
import { call, dayAfter, instantOf, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export type TrackPoint = readonly [at: string, longitude: number, latitude: number, speed: number, direction: number, quality: number]
export interface Track {
  readonly vehicle: { readonly id: string; readonly name: string }
  readonly points: readonly TrackPoint[]
  readonly alarms: readonly { readonly at: string; readonly longitude: number | null; readonly latitude: number | null; readonly names: readonly string[] }[]
  readonly seen: readonly { readonly at: string; readonly title: string; readonly matter: string | null }[]
  readonly every: number
}
/** @param day in Asia/Shanghai. */
export const trackQuery = ({ car, day }: { car: string; day: string }) => queryOptions({
  queryKey: ['fleet', 'track', car, day], enabled: car !== '',
  queryFn: ({ signal }) => call<Track>(`/fleet/track${queryText({ vehicle: car, from: instantOf(`${day}T00:00`), to: instantOf(`${dayAfter(day, 1)}T00:00`) })}`, { signal }),
})
