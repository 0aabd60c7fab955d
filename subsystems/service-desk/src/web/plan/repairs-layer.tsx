// Open repairs on a plan 在修图层: of those the reader may see, through the list of repairs as anybody reads it, each in its room.
import { call, pathOfNumber, PlanLayer, queryText, useNames, useSay } from '@houqin/web-kit'
import type { ListedMatter, Page, PlanMark, ShowMarks } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'

const open = Object.entries(repair.states).filter(([, state]) => !('final' in state && state.final === true)).map(([key]) => key).join(',')
/** Of a site; more would be no plan but a list. */
const most = 200
const fresh = 60_000

export function Fill({ site, show }: { site: string; show: ShowMarks }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data } = useQuery({
    queryKey: ['matters', repair.id, 'open in rooms', site], staleTime: fresh,
    queryFn: async ({ signal }) => (await call<Page<ListedMatter>>(`/matters/${repair.id}${queryText({ 'where.site': site, 'where.state.in': open, 'where.room.null': false, limit: most })}`, { signal })).rows,
  })
  const marks = useMemo(() => (data ?? []).flatMap(({ number, subject, overdue, form }): PlanMark[] => {
    const room = form?.['room']
    return room !== null && typeof room === 'object' && 'id' in room && typeof room.id === 'string'
      ? [{ id: number, room: room.id, says: say(`在修：${subject}`, `Being repaired: ${names.told(subject, repair)}`), to: pathOfNumber(repair.id, number), tone: overdue ? 'overdue' : 'running' }] : []
  }), [data, say, names])
  return <PlanLayer id={repair.id} title={say('在修', 'Repairs')} marks={marks} show={show} />
}
