// What a driver has in hand, the nearest first, and what he needs to know of one journey.
import { call, queryText } from '@houqin/web-kit'
import type { ListedMatter, Page } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { use } from '../../../contract/index.ts'
import { readUse } from '../read-use.ts'
import type { UseLine } from '../read-use.ts'
import type { Journey } from '../../../contract/dispatch-answers.ts'

const most = 50

export const inHandQuery = (person: string) =>
  queryOptions({
    queryKey: ['matters', use.id, 'in-hand', person],
    enabled: person !== '',
    queryFn: ({ signal }) => call<Page<ListedMatter>>(`/matters/${use.id}${queryText({ 'where.person': person, 'where.state.in': 'dispatched,underway', limit: most })}`, { signal }),
  })

/** What he is driving comes first, then by when it leaves. */
export function inOrder(matters: readonly ListedMatter[]): readonly UseLine[] {
  const rank = ({ state }: UseLine): number => (state === 'underway' ? 0 : 1)
  return matters.map(readUse).toSorted((a, b) => rank(a) - rank(b) || a.outAt.localeCompare(b.outAt))
}

export const journeyQuery = (number: string) =>
  queryOptions({ queryKey: ['matters', use.id, number, 'journey'], queryFn: ({ signal }) => call<Journey>(`/fleet/uses/${number}/journey`, { signal }) })
