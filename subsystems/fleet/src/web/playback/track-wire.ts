// A track as the server answers it 轨迹.
import { call, dayAfter, instantOf, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { Track } from '../../contract/road-answers.ts'

/** @param day in Asia/Shanghai. */
export const trackQuery = ({ car, day }: { car: string; day: string }) => queryOptions({
  queryKey: ['fleet', 'track', car, day], enabled: car !== '',
  queryFn: ({ signal }) => call<Track>(`/fleet/track${queryText({ vehicle: car, from: instantOf(`${day}T00:00`), to: instantOf(`${dayAfter(day, 1)}T00:00`) })}`, { signal }),
})
