// What the page of the yearly publication reads.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { FleetEdition, PublishedCar, PublishedFleet } from '../../../contract/index.ts'

export const editionsQuery = queryOptions({ queryKey: ['fleet', 'publications'], queryFn: ({ signal }) => call<{ rows: readonly FleetEdition[] }>('/fleet/publications', { signal }) })
export const sheetQuery = (number: string) =>
  queryOptions({ queryKey: ['fleet', 'publications', number], enabled: number !== '', queryFn: ({ signal }) => call<FleetEdition & { rows: readonly PublishedFleet[] }>(`/fleet/publications/${number}`, { signal }) })
export const carsQuery = (number: string, organ: string) =>
  queryOptions({ queryKey: ['fleet', 'publications', number, organ], queryFn: ({ signal }) => call<{ rows: readonly PublishedCar[] }>(`/fleet/publications/${number}/cars${queryText({ organ })}`, { signal }) })
