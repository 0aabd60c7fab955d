// What the page of patrols of rooms reads: the board, the sheet of one with what was seen but not sent yet laid over it, and the buildings that come round.
import { call, useCommands } from '@houqin/web-kit'
import type { WirePlan } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PatrolBoard, PatrolRoom, PatrolSheet, RoomVisited } from '../../contract/index.ts'

export const boardQuery = queryOptions({ queryKey: ['office-space', 'patrol'], queryFn: ({ signal }) => call<PatrolBoard>('/office-space/room-patrols', { signal }) })
/** Others walk at the same time: read again now and then. */
const freshness = 20_000
export const patrolQuery = (number: string) =>
  queryOptions({ queryKey: ['office-space', 'patrol', number], refetchInterval: freshness, queryFn: ({ signal }) => call<PatrolSheet>(`/office-space/room-patrols/${number}`, { signal }) })
export const visitPath = (room: string): string => `/office-space/rooms/${room}/visits`

/** A room as this device knows it. */
export interface ShownPatrolRoom extends PatrolRoom {
  /** Its answer waits for a network. */
  readonly kept: boolean
  /** Photographs that wait with it. */
  readonly heldPhotos: number
}
/** What this account saw and could not send stands over what the server knows. */
export function useShownRooms({ number, rooms }: Pick<PatrolSheet, 'number' | 'rooms'>, account: string): readonly ShownPatrolRoom[] {
  const commands = useCommands()
  return useMemo(() => {
    const given = new Map(commands.filter((one) => one.account === account && one.state !== 'refused').map((one) => [one.path, one]))
    return rooms.map((room) => {
      const command = given.get(visitPath(room.id))
      const seen = command?.body as RoomVisited | undefined // only walks and doors send to these paths
      // once it was sent, until the sheet is read again
      const stands = command !== undefined && seen?.patrol === number && (command.state === 'waiting' || room.outcome === null)
      if (!stands) return { ...room, kept: false, heldPhotos: 0 }
      return { ...room, outcome: differs(seen) ? 'differs' : 'same', note: seen.note ?? null, kept: command.state === 'waiting', heldPhotos: command.files?.length ?? 0 }
    })
  }, [commands, rooms, number, account])
}
const differs = ({ people = [], use, state, plate }: RoomVisited): boolean => people.length > 0 || use !== undefined || state !== undefined || plate !== undefined

export const roundsKey = ['office-space', 'plans'] as const
export const roundsQuery = queryOptions({ queryKey: roundsKey, queryFn: ({ signal }) => call<{ rows: readonly WirePlan[] }>('/office-space/plans', { signal }) })
