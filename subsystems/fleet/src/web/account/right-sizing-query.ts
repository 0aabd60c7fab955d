// What the page of right-sizing asks the server.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { OutOnADay, RightSizing } from '../../contract/answers.ts'
import type { VehicleUse } from '../../contract/index.ts'

interface Asked {
  readonly use: VehicleUse
  readonly organs: readonly string[]
}
const of = ({ use, organs }: Asked): { use: string; organs?: string } => ({ use, ...(organs.length > 0 && { organs: organs.join(',') }) })

export const rightSizingQuery = (asked: Asked) =>
  queryOptions({ queryKey: ['fleet', 'right-sizing', asked], staleTime: 300_000, queryFn: ({ signal }) => call<RightSizing<string>>(`/fleet/right-sizing${queryText(of(asked))}`, { signal }) })
export const outOnADayQuery = (asked: Asked & { readonly day: string; readonly size: string }) =>
  queryOptions({ queryKey: ['fleet', 'right-sizing-day', asked], staleTime: 300_000, queryFn: ({ signal }) => call<{ rows: readonly OutOnADay<string>[] }>(`/fleet/right-sizing/day${queryText({ ...of(asked), day: asked.day, size: asked.size })}`, { signal }) })
