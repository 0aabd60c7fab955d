// What the pages of the goals ask the server.
import { call, dayOf, daysIn, periodOf, queryText, serverNow } from '@houqin/web-kit'
import type { Period } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { Goals, OverdueLine, SurveyRound, WorkReport } from '../contract/index.ts'

export const goalsQuery = (period: Period) =>
  queryOptions({ queryKey: ['goals', period], staleTime: 30_000, queryFn: ({ signal }) => call<Goals>(`/goals${queryText({ ...period })}`, { signal }) })
/** Of the last thirty days, under one key however time goes on, so that a wall keeps what it read last. */
export const latestGoalsQuery = queryOptions({
  queryKey: ['goals', 'thirty days'],
  staleTime: 30_000,
  queryFn: ({ signal }) => call<Goals>(`/goals${queryText({ ...periodOf(daysIn('', dayOf(serverNow()))) })}`, { signal }),
})
export const overdueQuery = queryOptions({ queryKey: ['goals', 'overdue'], queryFn: ({ signal }) => call<{ rows: readonly OverdueLine[] }>('/goals/overdue', { signal }) })
export const workReportQuery = (period: Period) =>
  queryOptions({ queryKey: ['goals', 'work-report', period], queryFn: ({ signal }) => call<WorkReport>(`/goals/work-report${queryText({ ...period })}`, { signal }) })
export const surveysQuery = queryOptions({ queryKey: ['goals', 'surveys'], queryFn: ({ signal }) => call<{ rows: readonly SurveyRound[] }>('/goals/surveys', { signal }) })
