// What an address already says of a report: `?room=` `?area=` `?site=` `?code=` (a scanned door), `?what=` and `?category=`.
import { call, queryText } from '@houqin/web-kit'
import type { CodedMatter, CodedThing, Page, WireRow } from '@houqin/web-kit'
import { outdoorArea, room } from '@houqin/places'
import { queryOptions } from '@tanstack/react-query'
import { category } from '../../contract/index.ts'
import { placeRegisters } from './places-known.ts'
import type { Place, PlaceKind } from './places-known.ts'

export interface KnownStart {
  readonly place: Place | null
  readonly what: string
  readonly category: { readonly id: string; readonly name: string } | null
}
/** @param search the part of the address after `?`. */
export function knownStartQuery(search: string) {
  return queryOptions({
    queryKey: ['service-desk', 'known-start', search],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<KnownStart> => {
      const given = new URLSearchParams(search)
      const chosen = given.get('category')
      return {
        place: await placeIn(given, signal),
        what: given.get('what') ?? '',
        category: chosen ? await call<WireRow>(`/registers/${category.id}/${chosen}`, { signal }) : null,
      }
    },
  })
}

async function placeIn(given: URLSearchParams, signal: AbortSignal): Promise<Place | null> {
  for (const kind of ['room', 'area', 'site'] as const satisfies readonly PlaceKind[]) {
    const id = given.get(kind)
    if (id) {
      const row = await call<WireRow>(`/registers/${placeRegisters[kind]}/${id}`, { signal })
      return { id: row.id, name: row.name, kind }
    }
  }
  const code = given.get('code')
  return code ? placeBehind(code, signal) : null
}
/** The code names the door without its id; its row is found again by that name. */
async function placeBehind(code: string, signal: AbortSignal): Promise<Place | null> {
  const thing = await call<CodedThing | CodedMatter>(`/q/${encodeURIComponent(code)}`, { signal })
  if (thing.kind !== 'thing') return null
  const kind = thing.register === room.id ? 'room' : thing.register === outdoorArea.id ? 'area' : undefined
  if (!kind) return null
  const { rows } = await call<Page<WireRow>>(`/registers/${placeRegisters[kind]}${queryText({ 'where.name': thing.name, limit: 1 })}`, { signal })
  return rows[0] ? { id: rows[0].id, name: rows[0].name, kind } : null
}
