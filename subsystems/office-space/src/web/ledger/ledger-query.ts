// What the ledger's pages read: an organ, the district, free rooms, people without a seat, and the basis of a decision.
import { call, queryText } from '@houqin/web-kit'
import type { RoomUse } from '@houqin/places'
import { queryOptions } from '@tanstack/react-query'
import type { DistrictLedger, OrganLedger, Pool, RequestBasis, Unseated } from '../../contract/answers.ts'

export const organLedgerQuery = (organ: string) =>
  queryOptions({ queryKey: ['office-space', 'organ', organ], enabled: organ !== '', queryFn: ({ signal }) => call<OrganLedger>(`/office-space/organs/${organ}/ledger`, { signal }) })
export const districtQuery = queryOptions({ queryKey: ['office-space', 'district'], queryFn: ({ signal }) => call<DistrictLedger>('/office-space/district', { signal }) })
/** @param site empty for all. @param listed how many of them, at most 1,000. */
export const freeRoomsQuery = (use: RoomUse, site: string, listed: number) =>
  queryOptions({ queryKey: ['office-space', 'free', use, site, listed], queryFn: ({ signal }) => call<Pool>(`/office-space/free-rooms${queryText({ use, site, limit: listed })}`, { signal }) })
export const unseatedQuery = queryOptions({
  queryKey: ['office-space', 'unseated'],
  queryFn: ({ signal }) => call<{ rows: readonly Unseated[] }>('/office-space/unseated', { signal }),
})
export const basisQuery = (number: string, version: number) =>
  queryOptions({ queryKey: ['office-space', 'basis', number, version], queryFn: ({ signal }) => call<RequestBasis>(`/office-space/requests/${number}/basis`, { signal }) })
export const planPath = ({ floor, id }: { floor: string; id: string }): string => `/office-space/plan${queryText({ floor, room: id })}`
