// 我的车: the cars somebody may name on his telephone without reading the ledger.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { MyCar } from '../../../contract/answers.ts'

export const myCars = queryOptions({ queryKey: ['fleet', 'my-cars'], staleTime: 60_000, queryFn: ({ signal }) => call<{ rows: readonly MyCar[] }>('/fleet/my-cars', { signal }) })
