// The day of a site as the server tells it.
import { call, queryText } from '@houqin/web-kit'
import type { ListedMatter, Ref, WireAlarm } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { HandedOver, OnDuty } from '../../contract/answers.ts'

export interface StewardDay {
  readonly site: Ref
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly day: string
  readonly stewards: readonly Ref[]
  readonly onDuty: readonly OnDuty[]
  readonly matters: readonly ListedMatter[]
  readonly overdue: number
  readonly alarms: readonly WireAlarm[]
  readonly expiring: readonly { readonly register: string; readonly row: Ref; readonly day: string; readonly says: string }[]
  readonly handovers: readonly HandedOver[]
  /** A hand-over note written from what the day holds. */
  readonly draft: string
}

/** What happens elsewhere shows within this time, besides what events bring at once. */
const freshFor = 30_000

/** @param site empty for the first that is the reader's. @param day empty for today. */
export function stewardDayQuery({ site, day }: { site: string; day: string }) {
  return queryOptions({
    queryKey: ['alarms', 'steward-day', site, day],
    refetchInterval: freshFor,
    queryFn: ({ signal }) => call<StewardDay>(`/places/steward-day${queryText({ site, day })}`, { signal }),
  })
}
