// What a worker has in hand, what nobody has, and what he has finished today.
import { call, dayOf, instantOf, queryText, serverNow } from '@houqin/web-kit'
import type { ListedMatter, Page, WireRow } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { material, repair } from '../../contract/index.ts'
import { byUrgencyThenDue, readRepair, text } from '../read-repair.ts'
import type { RepairLine } from '../read-repair.ts'

const most = 100

function repairs(name: string, where: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: ['matters', repair.id, name, where],
    queryFn: ({ signal }) => call<Page<ListedMatter>>(`/matters/${repair.id}${queryText({ ...where, limit: most, total: true })}`, { signal }),
  })
}
export const inHandQuery = (person: string) => repairs('in-hand', { 'where.worker': person, 'where.state.in': 'dispatched,working,paused', sort: 'dueAt' })
/** Reports of his sites to which nobody has been sent: he may take one himself. */
export const freeQuery = () => repairs('free', { 'where.state': 'asked', sort: 'dueAt' })
export const finishedTodayQuery = (person: string) => repairs('finished', finishedToday(person))
export function finishedToday(person: string): Readonly<Record<string, string>> {
  return { 'where.worker': person, 'where.finishedAt.gte': instantOf(`${dayOf(serverNow())}T00:00`) }
}

/** What he is at comes first, what he has put off last. */
export function inOrder(matters: readonly ListedMatter[]): readonly RepairLine[] {
  const rank = ({ state }: RepairLine): number => (state === 'working' ? 0 : state === 'paused' ? 2 : 1)
  return matters.map(readRepair).toSorted((a, b) => rank(a) - rank(b) || byUrgencyThenDue(a, b))
}

export interface MaterialRow {
  readonly id: string
  readonly name: string
  readonly unit: string
  /** 元, a decimal string. */
  readonly price: string
}
export const materialsQuery = queryOptions({
  queryKey: ['rows', material.id, 'all'],
  staleTime: 600_000,
  queryFn: async ({ signal }): Promise<readonly MaterialRow[]> => {
    const { rows } = await call<Page<WireRow>>(`/registers/${material.id}${queryText({ limit: 200 })}`, { signal })
    return rows.map((row) => ({ id: row.id, name: row.name, unit: text(row['unit'] as string), price: text(row['price'] as string) || '0' }))
  },
})
