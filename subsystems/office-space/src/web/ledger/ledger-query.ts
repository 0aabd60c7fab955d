// What the ledger's pages read: an organ, the district, free rooms, people without a seat, and the basis of a decision.
import { call, queryText } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import type { Rank } from '@houqin/people'
import type { RoomPurpose, RoomUse } from '@houqin/places'
import { queryOptions } from '@tanstack/react-query'

export interface StandingLine {
  readonly kind: 'office' | 'service' | 'equipment' | 'all'
  readonly has: string
  readonly may: string
  readonly gap: string
  readonly cite: string
}
export interface Standing {
  readonly organ: Ref
  readonly establishment: number
  readonly posts: Readonly<Partial<Record<Rank, number>>>
  readonly lines: readonly StandingLine[]
  readonly beside: string
}
export interface OrganLedger extends Standing {
  readonly day: string
  readonly rooms: readonly (Ref & { readonly site: Ref; readonly floor: string; readonly use: RoomUse; readonly purpose: RoomPurpose; readonly area: string; readonly kind: 'own' | 'joint'; readonly certificate: string | null; readonly people: number; readonly drawn: boolean })[]
  readonly people: readonly (Ref & { readonly rank: Rank; readonly rooms: readonly (Ref & { readonly area: string; readonly people: number })[]; readonly over: string | null })[]
  readonly seated: number
  readonly perPerson: string | null
}
export interface FreeRoom extends Ref {
  readonly site: Ref
  readonly floor: string
  readonly use: RoomUse
  readonly purpose: RoomPurpose
  readonly area: string
  readonly near: boolean
}
export interface Pool { readonly count: number; readonly area: string; readonly rooms: readonly FreeRoom[] }
export interface DistrictLedger {
  readonly day: string
  readonly totals: { readonly sites: number; readonly organs: number; readonly area: string }
  readonly opens: Readonly<Record<'sites' | 'organs' | 'area' | 'rooms' | 'states', string>>
  readonly uses: readonly { readonly use: RoomUse; readonly rooms: number; readonly area: string; readonly pooled: boolean; readonly free: number; readonly freeArea: string }[]
  readonly states: readonly { readonly state: string; readonly rooms: number; readonly area: string }[]
  readonly people: { readonly all: number; readonly seated: number; readonly without: number }
}
export interface RequestBasis {
  readonly standing: Standing
  readonly pool: Pool | null
  readonly proposed: readonly (Ref & { readonly area: string; readonly use: RoomUse; readonly kind: 'own' | 'joint'; readonly free: boolean; readonly floor: string; readonly drawn: boolean })[]
}

export const organLedgerQuery = (organ: string) =>
  queryOptions({ queryKey: ['office-space', 'organ', organ], enabled: organ !== '', queryFn: ({ signal }) => call<OrganLedger>(`/office-space/organs/${organ}/ledger`, { signal }) })
export const districtQuery = queryOptions({ queryKey: ['office-space', 'district'], queryFn: ({ signal }) => call<DistrictLedger>('/office-space/district', { signal }) })
/** @param listed how many of them, at most 1,000. */
export const freeRoomsQuery = (use: RoomUse, site: string | null, listed: number) =>
  queryOptions({ queryKey: ['office-space', 'free', use, site, listed], queryFn: ({ signal }) => call<Pool>(`/office-space/free-rooms${queryText({ use, site, limit: listed })}`, { signal }) })
export const unseatedQuery = queryOptions({
  queryKey: ['office-space', 'unseated'],
  queryFn: ({ signal }) => call<{ rows: readonly { readonly person: Ref; readonly organ: Ref; readonly since: string | null }[] }>('/office-space/unseated', { signal }),
})
export const basisQuery = (number: string, version: number) =>
  queryOptions({ queryKey: ['office-space', 'basis', number, version], queryFn: ({ signal }) => call<RequestBasis>(`/office-space/requests/${number}/basis`, { signal }) })
export const planPath = ({ floor, id }: { floor: string; id: string }): string => `/office-space/plan${queryText({ floor, room: id })}`
