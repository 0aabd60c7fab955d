// How the page of a steward's day asks for it.
import { call, queryText } from '@houqin/web-kit'
import type { ListedMatter } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { StewardDay } from '../../contract/answers.ts'

export type ShownDay = StewardDay<string, ListedMatter>

/** What happens elsewhere shows within this time, besides what events bring at once. */
const freshFor = 30_000

/** @param site empty for the first that is the reader's. @param day empty for today. */
export function stewardDayQuery({ site, day }: { site: string; day: string }) {
  return queryOptions({
    queryKey: ['alarms', 'steward-day', site, day],
    refetchInterval: freshFor,
    queryFn: ({ signal }) => call<ShownDay>(`/places/steward-day${queryText({ site, day })}`, { signal }),
  })
}
