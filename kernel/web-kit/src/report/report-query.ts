// A report as the server answers it, for a period.
import type { ReportAnswer } from '@houqin/wire'
import { queryOptions } from '@tanstack/react-query'
import { call, queryText } from '../api/call.ts'
import { serverNow } from '../clock.ts'
import { dayOf, instantOf } from '../format/when.ts'

export interface Period {
  /** Instants, ISO 8601 in UTC; the first belongs to the period, the second no more. */
  readonly from: string
  readonly to: string
}

/** @param period of what happened; a report of what stands today needs none. */
export function reportQuery(report: string, period?: Period) {
  return queryOptions({
    queryKey: ['reports', report, period ?? null],
    staleTime: 30_000,
    queryFn: ({ signal }) => call<ReportAnswer>(`/reports/${report}${queryText({ ...period })}`, { signal }),
  })
}
/** What happened until now, under one key however time goes on, so that what was read last still stands when the next reading fails. @param from the first day, told today's. */
export function reportSoFar(report: string, from: (today: string) => string) {
  return queryOptions({
    queryKey: ['reports', report, 'so far'],
    queryFn: ({ signal }) => {
      const now = serverNow()
      return call<ReportAnswer>(`/reports/${report}${queryText({ from: instantOf(`${from(dayOf(now))}T00:00`), to: now.toISOString() })}`, { signal })
    },
  })
}
