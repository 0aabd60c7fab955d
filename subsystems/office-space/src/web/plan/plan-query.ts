// The floors that are drawn, one of them on a day, and where somebody sits, as the server tells it.
import { askEarly, call, queryText } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import type { Rank } from '@houqin/people'
import type { RoomPurpose, RoomUse } from '@houqin/places'
import { queryOptions } from '@tanstack/react-query'

type Ring = readonly (readonly [x: number, y: number])[]
export interface PlannedFloor extends Ref {
  readonly number: number
  readonly building: Ref
  readonly site: Ref
}
export interface PlannedRoom {
  readonly room: Ref | null
  readonly number: string | null
  readonly title: string | null
  readonly use: RoomUse | null
  readonly purpose: RoomPurpose | null
  readonly area: string | null
  readonly drawnArea: string
  readonly ring: Ring
  readonly holes: readonly Ring[]
  readonly organs: readonly Ref[]
  readonly people: readonly (Ref & { readonly rank: Rank; readonly since: string })[]
  readonly over: readonly { readonly person: string; readonly says: string }[]
}
export interface FloorPlan {
  readonly day: string
  readonly floor: Ref
  readonly plan: { readonly id: string; readonly source: string; readonly from: string; readonly to: string | null; readonly kept: boolean }
  readonly rooms: readonly PlannedRoom[]
}
export interface FoundSeat {
  readonly person: Ref
  readonly organ: string
  readonly room: Ref
  readonly floor: string
}

export interface PlannedFloors {
  /** Of one site. */
  readonly rows: readonly PlannedFloor[]
  /** All sites that are drawn, each with the floor it is opened at. */
  readonly sites: readonly (Ref & { readonly first: string })[]
}

/** @param day YYYY-MM-DD, empty for today; the same below. @param near a floor of the site, empty for the one with the most. */
export const floorsQuery = ({ near, day }: { near: string; day: string }) =>
  queryOptions({ queryKey: ['office-space', 'floors', near, day], queryFn: ({ signal }) => call<PlannedFloors>(floorsPath({ near, day }), { signal }) })
export const floorQuery = ({ floor, day }: { floor: string; day: string }) =>
  queryOptions({
    queryKey: ['office-space', 'plan', floor, day], enabled: floor !== '',
    queryFn: ({ signal }) => call<FloorPlan>(floorPath({ floor, day }), { signal }),
  })
const floorsPath = ({ near, day }: { near: string; day: string }): string => `/office-space/floors${queryText({ near: near === '' ? 'most' : near, day })}`
const floorPath = ({ floor, day }: { floor: string; day: string }): string => `/office-space/floors/${floor}/plan${queryText({ day })}`

/** Asks for a floor and its neighbours before the page is drawn. */
export function askAhead(of: { floor: string; day: string }): void {
  for (const path of [...(of.floor === '' ? [] : [floorPath(of)]), floorsPath({ near: of.floor, day: of.day })]) askEarly(path)
}

const kept = 'houqin.floor'
/** The floor that was looked at last on this device, empty before the first. */
export const lastFloor = (): string => localStorage.getItem(kept) ?? ''
export const keepFloor = (floor: string): void => localStorage.setItem(kept, floor)
/** The first day of the floor's newest version, which may be to come; null for a floor that has none. */
export const newestPlanQuery = (floor: string) =>
  queryOptions({ queryKey: ['office-space', 'newest', floor], enabled: floor !== '', queryFn: async () => (await call<{ plan: { readonly from: string } | null }>(`/office-space/floors/${floor}/newest-plan`)).plan })
export const seatsQuery = ({ q, day }: { q: string; day: string }) =>
  queryOptions({
    queryKey: ['office-space', 'seats', q, day], enabled: q !== '',
    queryFn: ({ signal }) => call<{ rows: readonly FoundSeat[] }>(`/office-space/seats${queryText({ q, day })}`, { signal }),
  })
