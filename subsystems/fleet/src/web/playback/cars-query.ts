// The cars one may choose from 可选车辆.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { CarNow } from '../now/use-positions.ts'

export const carsQuery = queryOptions({ queryKey: ['fleet', 'cars'], queryFn: ({ signal }) => call<{ rows: readonly CarNow[] }>('/fleet/positions', { signal }) })
