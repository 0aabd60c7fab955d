// The ground of the map 底图, asked once while the console is open.
import { call } from '@houqin/web-kit'
import type { MapGround } from '@houqin/web-kit/map'
import { queryOptions } from '@tanstack/react-query'

export const groundQuery = queryOptions({ queryKey: ['fleet', 'ground'], staleTime: Infinity, queryFn: ({ signal }) => call<MapGround>('/fleet/ground', { signal }) })
