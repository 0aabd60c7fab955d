// Places one is likely to mean 常用地点: my own room, where I reported before, and where my organ sits.
import { call, dayOf, queryText, serverNow } from '@houqin/web-kit'
import type { ListedMatter, Me, Page, Ref, WireRow } from '@houqin/web-kit'
import { person } from '@houqin/people'
import { outdoorArea, room, seat, site } from '@houqin/places'
import { queryOptions } from '@tanstack/react-query'
import { repair } from '../../contract/index.ts'
import { readRepair, refOf } from '../read-repair.ts'

export type PlaceKind = 'room' | 'area' | 'site'
export interface Place extends Ref {
  readonly kind: PlaceKind
}
export const placeRegisters: Readonly<Record<PlaceKind, string>> = Object.freeze({ room: room.id, area: outdoorArea.id, site: site.id })

/** The places of my last reports, the newest first, each once. */
export const recentPlacesQuery = (me: Pick<Me, 'person'>) =>
  queryOptions({
    queryKey: ['matters', repair.id, 'places', me.person?.id ?? ''],
    enabled: me.person !== null,
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<readonly Place[]> => {
      const { rows } = await call<Page<ListedMatter>>(`/matters/${repair.id}${queryText({ 'where.requester': me.person?.id, sort: '-openedAt', limit: 40 })}`, { signal })
      return once(rows.map(readRepair).flatMap(({ room, area }): readonly Place[] => (room ? [{ ...room, kind: 'room' }] : area ? [{ ...area, kind: 'area' }] : [])))
    },
  })
/** The sites where my organ sits today, the main one first. */
export const ownSitesQuery = (me: Pick<Me, 'person'>) =>
  queryOptions({
    queryKey: ['rows', seat.id, 'mine', me.person?.id ?? ''],
    enabled: me.person !== null,
    staleTime: 600_000,
    queryFn: async ({ signal }): Promise<readonly Place[]> => {
      const self = await call<WireRow>(`/registers/${person.id}/${me.person?.id ?? ''}`, { signal })
      const organ = refOf(self['organ'] as Ref | null) // a reference is read with its name
      if (!organ) return []
      const { rows } = await call<Page<WireRow>>(`/registers/${seat.id}${queryText({ 'where.organ': organ.id, asOf: dayOf(serverNow()) })}`, { signal })
      const seats = rows.toSorted((a, b) => Number(b['main'] === true) - Number(a['main'] === true))
      return once(seats.flatMap((row): readonly Place[] => {
        const at = refOf(row['site'] as Ref | null)
        return at ? [{ ...at, kind: 'site' }] : []
      }))
    },
  })
function once(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [place.id, place])).values()]
}

const pinKey = 'houqin.my-room'
/** My room, remembered on this device. */
export function pinnedPlace(): Place | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(pinKey) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('name' in kept) || !('kind' in kept)) return null
    const { id, name, kind } = kept
    return (kind === 'room' || kind === 'area' || kind === 'site') && typeof id === 'string' && typeof name === 'string' ? { id, name, kind } : null
  } catch {
    return null
  }
}
export function pinPlace(place: Place | null): void {
  try {
    if (place) localStorage.setItem(pinKey, JSON.stringify(place))
    else localStorage.removeItem(pinKey)
  } catch {
    // A device that keeps nothing asks again next time.
  }
}
/** `机关大院 2号楼 319` → `2号楼 319` where the site is understood. */
export function shortName({ name }: Ref, sites: readonly Ref[]): string {
  const at = sites.find((one) => name.startsWith(`${one.name} `))
  return at ? name.slice(at.name.length + 1) : name
}
