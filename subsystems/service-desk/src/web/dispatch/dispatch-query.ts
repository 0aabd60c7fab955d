// What the dispatch board reads: open repairs by deadline, and who may be sent to one of them.
import { call, queryText } from '@houqin/web-kit'
import type { ListedMatter, Page } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { repair } from '../../contract/index.ts'
import type { Hand } from '../../contract/answers.ts'

/** The server hands out no more at once; the list behind the board shows the rest. */
const most = 200
const open = ['asked', 'dispatched', 'working', 'paused'] as const

/** @param site empty for all one may see. */
export const openRepairsQuery = (site: string) =>
  queryOptions({
    queryKey: ['matters', repair.id, 'open', site],
    queryFn: ({ signal }) =>
      call<Page<ListedMatter>>(`/matters/${repair.id}${queryText({ 'where.state.in': open.join(','), 'where.site': site, sort: 'dueAt', limit: most, total: true })}`, { signal }),
  })

/** Who may be sent, the best first. */
export const handsQuery = (number: string) =>
  queryOptions({
    queryKey: ['matters', repair.id, 'hands', number],
    enabled: number !== '',
    queryFn: ({ signal }) => call<{ rows: readonly Hand[] }>(`/service-desk/hands${queryText({ number })}`, { signal }),
  })
