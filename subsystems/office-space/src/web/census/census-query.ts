// The censuses under way, the sheet of one, and what was seen in a room but not sent yet laid over it.
import { call, useCommands } from '@houqin/web-kit'
import type { MatterSummary, Page } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { useMemo } from 'react'
import { census } from '../../contract/index.ts'
import type { CensusRoom, CensusSheet, RoomSeen } from '../../contract/index.ts'

export const openCensuses = queryOptions({
  queryKey: ['matters', census.id, 'open'],
  queryFn: ({ signal }) => call<Page<MatterSummary>>(`/matters/${census.id}?where.state=counting&sort=dueAt&limit=20`, { signal }),
})
/** Others count at the same time: read again now and then. */
const freshness = 20_000
export const censusQuery = (number: string) =>
  queryOptions({
    queryKey: ['office-space', 'census', number], refetchInterval: freshness,
    queryFn: ({ signal }) => call<CensusSheet>(`/office-space/censuses/${number}`, { signal }),
  })

export const roomPath = (number: string, room: string): string => `/office-space/censuses/${number}/rooms/${room}`

/** A room as this device knows it: `kept` while its answer waits for a network. */
export interface ShownRoom extends CensusRoom {
  readonly kept: boolean
}
/** What this account saw and could not send stands over what the server knows. */
export function useShownRooms({ number, rooms }: Pick<CensusSheet, 'number' | 'rooms'>, account: string): readonly ShownRoom[] {
  const commands = useCommands()
  return useMemo(() => {
    const given = new Map(commands.filter((one) => one.account === account && one.state !== 'refused').map((one) => [one.path, one]))
    return rooms.map((room) => {
      const command = given.get(roomPath(number, room.id))
      const seen = command?.body as RoomSeen | undefined // only this page sends to these paths
      // once it was sent, until the sheet is read again
      return command === undefined || seen?.version !== room.version ? { ...room, kept: false } : { ...room, outcome: outcomeOf(seen, room), kept: command.state === 'waiting' }
    })
  }, [commands, rooms, number, account])
}
function outcomeOf(seen: RoomSeen, { area, use }: CensusRoom): NonNullable<CensusRoom['outcome']> {
  if (!seen.there) return 'missing'
  return (seen.people ?? []).length > 0 || (seen.area ?? area) !== area || (seen.use ?? use) !== use ? 'differs' : 'same'
}
