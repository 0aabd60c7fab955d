// What stands behind a door, by its code or by its room, and rooms found by the number that somebody typed.
import { call, queryText } from '@houqin/web-kit'
import type { Page, WireRow } from '@houqin/web-kit'
import { room } from '@houqin/places'
import { queryOptions } from '@tanstack/react-query'
import type { DoorSheet } from '../../contract/index.ts'

/** @param code printed on the door; else the `room`'s id. */
export const doorQuery = ({ code, room: id }: { code: string; room: string }) =>
  queryOptions({
    queryKey: ['office-space', 'door', code, id], enabled: code !== '' || id !== '',
    queryFn: ({ signal }) => call<DoorSheet>(code === '' ? `/office-space/rooms/${id}/door` : `/office-space/doors/${encodeURIComponent(code)}`, { signal }),
  })
const mostFound = 200
/** @param number as it stands on the door. */
export const numberedRooms = (number: string) =>
  queryOptions({
    queryKey: ['rows', room.id, 'numbered', number], enabled: number !== '',
    queryFn: async ({ signal }) => (await call<Page<WireRow>>(`/registers/${room.id}${queryText({ 'where.number': number, limit: mostFound, sort: 'name' })}`, { signal })).rows,
  })
