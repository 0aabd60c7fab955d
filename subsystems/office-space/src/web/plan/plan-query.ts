// The floors that are drawn, one of them on a day, and where somebody sits, as the server tells it.
import { askEarly, call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { FloorOnADay, FoundSeat, PlannedFloors } from '../../contract/answers.ts'

/** @param day YYYY-MM-DD, empty for today; the same below. @param near a floor of the site, empty for the one with the most. */
export const floorsQuery = ({ near, day }: { near: string; day: string }) =>
  queryOptions({ queryKey: ['office-space', 'floors', near, day], queryFn: ({ signal }) => call<PlannedFloors>(floorsPath({ near, day }), { signal }) })
export const floorQuery = ({ floor, day }: { floor: string; day: string }) =>
  queryOptions({
    queryKey: ['office-space', 'plan', floor, day], enabled: floor !== '',
    queryFn: ({ signal }) => call<FloorOnADay>(floorPath({ floor, day }), { signal }),
  })
const floorsPath = ({ near, day }: { near: string; day: string }): string => `/office-space/floors${queryText({ near: near === '' ? 'most' : near, day })}`
const floorPath = ({ floor, day }: { floor: string; day: string }): string => `/office-space/floors/${floor}/plan${queryText({ day })}`

/** Asks for a floor and its neighbours before the page is drawn. */
export function askAhead(of: { floor: string; day: string }): void {
  for (const path of [...(of.floor === '' ? [] : [floorPath(of)]), floorsPath({ near: of.floor, day: of.day })]) askEarly(path)
}

const kept = 'houqin.floor'
/** The floor that was looked at last on this device, empty before the first. @param site empty for whichever it was; of another one there is none. */
export function lastFloor(site = ''): string {
  const [floor = '', at] = (localStorage.getItem(kept) ?? '').split(' ')
  return site === '' || site === at ? floor : ''
}
export const keepFloor = ({ id, site }: { readonly id: string; readonly site: { readonly id: string } }): void => localStorage.setItem(kept, `${id} ${site.id}`)
/** The first day of the floor's newest version, which may be to come; null for a floor that has none. */
export const newestPlanQuery = (floor: string) =>
  queryOptions({ queryKey: ['office-space', 'newest', floor], enabled: floor !== '', queryFn: async () => (await call<{ plan: { readonly from: string } | null }>(`/office-space/floors/${floor}/newest-plan`)).plan })
export const seatsQuery = ({ q, day }: { q: string; day: string }) =>
  queryOptions({
    queryKey: ['office-space', 'seats', q, day], enabled: q !== '',
    queryFn: ({ signal }) => call<{ rows: readonly FoundSeat[] }>(`/office-space/seats${queryText({ q, day })}`, { signal }),
  })
