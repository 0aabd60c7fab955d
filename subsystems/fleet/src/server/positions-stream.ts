// Positions as they come 位置推送: one look a second at what is new, handed to every open map, each by what its reader may see.
import type { ServerResponse } from 'node:http'
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { carsInSight, lastPositions, positionsSince } from './positions.ts'
import type { LastPosition } from '../contract/road-answers.ts'

export interface PositionStreams {
  /** Keeps the answer open: `cars` is everything in sight, `moved` what has come since. Ends with the reader's session. */
  open(stream: ServerResponse, actor: Actor): Promise<void>
  closeAll(): void
}
interface Reader {
  readonly stream: ServerResponse
  actor: Actor
  inSight: ReadonlySet<string>
}
const lookMs = 1000
/** A batch is received a moment before it is committed: what we may have overlooked is looked at again. */
const overlapMs = 60_000
const beatMs = 25_000

export function positionStreams(system: System): PositionStreams {
  const readers = new Set<Reader>()
  /** What was told last of each car. */
  const told = new Map<string, string>()
  let newest = new Date(0)
  let looking: NodeJS.Timeout | undefined
  let beating: NodeJS.Timeout | undefined
  const say = ({ stream }: Reader, event: string, rows: readonly LastPosition<Date>[]): void => {
    if (!stream.writableEnded) stream.write(`event: ${event}\ndata: ${JSON.stringify({ now: system.clock.now(), rows })}\n\n`)
  }
  const failed = (error: unknown): void => system.log.error({ err: error }, 'position stream')

  async function look(): Promise<void> {
    const rows = await positionsSince(system, new Date(newest.getTime() - overlapMs))
    const fresh = rows.filter((row) => {
      const said = `${row.at.getTime()} ${row.receivedAt.getTime()} ${String(row.alarm)}`
      if (told.get(row.vehicle) === said) return false
      told.set(row.vehicle, said)
      return true
    })
    for (const { receivedAt } of rows) if (receivedAt > newest) newest = receivedAt
    if (fresh.length === 0) return
    for (const reader of readers) {
      const his = fresh.filter(({ vehicle }) => reader.inSight.has(vehicle))
      if (his.length > 0) say(reader, 'moved', his)
    }
  }
  function again(): void {
    looking = setTimeout(() => void look().catch(failed).finally(() => { if (readers.size > 0) again() }), lookMs)
  }

  /** Who he is by now, and which cars are his to see. */
  async function beat(): Promise<void> {
    for (const reader of readers) {
      const present = await system.access.sessions.present(system.db, reader.actor.principal.session)
      if (!present) {
        reader.stream.end()
        continue
      }
      reader.actor = { ...reader.actor, principal: present }
      const inSight = await carsInSight(system, reader.actor)
      const same = inSight.size === reader.inSight.size && [...inSight].every((id) => reader.inSight.has(id))
      reader.inSight = inSight
      if (same) reader.stream.write(': beat\n\n')
      else say(reader, 'cars', await lastPositions(system, reader.actor))
    }
  }

  function leave(reader: Reader): void {
    readers.delete(reader)
    if (readers.size > 0) return
    clearTimeout(looking)
    clearInterval(beating)
    looking = beating = undefined
    told.clear()
  }

  return {
    async open(stream, actor) {
      const reader: Reader = { stream, actor, inSight: await carsInSight(system, actor) }
      readers.add(reader)
      stream.on('close', () => leave(reader))
      if (stream.closed) return leave(reader)
      beating ??= setInterval(() => void beat().catch(failed), beatMs)
      if (looking === undefined) again()
      const rows = await lastPositions(system, actor)
      for (const { receivedAt } of rows) if (receivedAt > newest) newest = receivedAt
      say(reader, 'cars', rows)
    },
    closeAll() {
      for (const { stream } of [...readers]) stream.end()
    },
  }
}
