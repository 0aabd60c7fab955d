// The cars one may choose from 可选车辆.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { LastPosition } from '../../contract/road-answers.ts'

export const carsQuery = queryOptions({ queryKey: ['fleet', 'cars'], queryFn: ({ signal }) => call<{ rows: readonly LastPosition<string>[] }>('/fleet/positions', { signal }) })
