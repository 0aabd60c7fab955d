// What the dispatch board reads: a day of cars, drivers and slips, and what is proposed for one request.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { use } from '../../../contract/index.ts'
import type { DispatchBoard, Proposals } from '../../../contract/dispatch-answers.ts'

export const boardQuery = (day: string) =>
  queryOptions({ queryKey: ['matters', use.id, 'board', day], refetchInterval: 60_000, queryFn: ({ signal }) => call<DispatchBoard<string>>(`/fleet/dispatch-board${queryText({ day })}`, { signal }) })

export const proposalsQuery = (number: string) =>
  queryOptions({ queryKey: ['matters', use.id, 'proposals', number], enabled: number !== '', queryFn: ({ signal }) => call<Proposals>(`/fleet/uses/${number}/proposals`, { signal }) })
