// The floors that are drawn, one of them on a day, and where somebody sits, as the server tells it.
import { call, queryText } from '@houqin/web-kit'
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

/** @param day YYYY-MM-DD, empty for today; the same below. */
export const floorsQuery = (day: string) =>
  queryOptions({ queryKey: ['office-space', 'floors', day], queryFn: () => call<{ rows: readonly PlannedFloor[] }>(`/office-space/floors${queryText({ day })}`) })
export const floorQuery = ({ floor, day }: { floor: string; day: string }) =>
  queryOptions({
    queryKey: ['office-space', 'plan', floor, day], enabled: floor !== '',
    queryFn: ({ signal }) => call<FloorPlan>(`/office-space/floors/${floor}/plan${queryText({ day })}`, { signal }),
  })
/** The first day of the floor's newest version, which may be to come; null for a floor that has none. */
export const newestPlanQuery = (floor: string) =>
  queryOptions({ queryKey: ['office-space', 'newest', floor], enabled: floor !== '', queryFn: async () => (await call<{ plan: { readonly from: string } | null }>(`/office-space/floors/${floor}/newest-plan`)).plan })
export const seatsQuery = ({ q, day }: { q: string; day: string }) =>
  queryOptions({
    queryKey: ['office-space', 'seats', q, day], enabled: q !== '',
    queryFn: ({ signal }) => call<{ rows: readonly FoundSeat[] }>(`/office-space/seats${queryText({ q, day })}`, { signal }),
  })
