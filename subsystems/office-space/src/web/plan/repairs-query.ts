// Open repairs by room 在修房间: of those the reader may see, through the list of repairs as anybody reads it.
import { call, queryText } from '@houqin/web-kit'
import type { ListedMatter, Page } from '@houqin/web-kit'
import { repair } from '@houqin/service-desk'
import { queryOptions } from '@tanstack/react-query'

const open = Object.entries(repair.states).filter(([, state]) => !('final' in state && state.final === true)).map(([key]) => key).join(',')
const most = 200

export interface OpenRepair {
  readonly number: string
  readonly subject: string
  readonly room: string
}
/** @param site whose rooms are looked at; empty asks for nothing. @returns at most two hundred. */
export const openRepairsQuery = (site: string) =>
  queryOptions({
    queryKey: ['matters', repair.id, 'open in rooms', site], enabled: site !== '', staleTime: 60_000,
    queryFn: async ({ signal }): Promise<readonly OpenRepair[]> => {
      const { rows } = await call<Page<ListedMatter>>(`/matters/${repair.id}${queryText({ 'where.site': site, 'where.state.in': open, 'where.room.null': false, limit: most })}`, { signal })
      return rows.flatMap(({ number, subject, form }) => {
        const room = form?.['room']
        return room !== null && typeof room === 'object' && 'id' in room && typeof room.id === 'string' ? [{ number, subject, room: room.id }] : []
      })
    },
  })
