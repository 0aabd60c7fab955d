// The feed: one subscription of this process to what is committed, handed on to every open console.
import type { Db } from '@houqin/db'
import { isEventId, missedSince, readEvents, subscribe } from '@houqin/events'
import type { HouseEvent } from '@houqin/events'
import type { System } from './system.ts'

export interface Listener {
  /** `Last-Event-ID`: what came after it is caught up first. */
  readonly after: string | undefined
  /** Called once nothing more can be missed and before anything is handed over: what he may hear is asked now. */
  readonly begin: () => Promise<void>
  /** Every event, in order; whose ears it is for is his to judge. */
  readonly hear: (event: HouseEvent) => Promise<void>
  /** What came after this id is gone: load afresh. */
  readonly lost: (id: string) => void
}
export interface EventFeed {
  /** Resolves, with the way to leave, once the listener has been caught up. */
  join(listener: Listener): Promise<() => void>
  close(): Promise<void>
}

/** Page by page: after a weekend there is more than one. */
async function* missedEvents(db: Db, after: string): AsyncGenerator<HouseEvent> {
  for (let last: string | undefined = after; last !== undefined; ) {
    const { events }: { events: readonly HouseEvent[] } = await readEvents(db, { after: last })
    yield* events
    last = events.at(-1)?.id
  }
}

export function createFeed(system: Pick<System, 'db' | 'databaseUrl' | 'log'>): EventFeed {
  const listeners = new Set<(event: HouseEvent) => void>()
  let subscription: Promise<{ stop(): Promise<void> }> | undefined
  const failed = (error: unknown): void => system.log.warn({ err: error }, 'event feed')
  // begun with the first console: a server that nobody watches asks the database nothing
  const running = (): Promise<{ stop(): Promise<void> }> =>
    (subscription ??= subscribe({
      db: system.db,
      url: system.databaseUrl,
      onEvent: (event) => {
        for (const hand of listeners) hand(event)
      },
      onError: failed,
    }).catch((error: unknown) => {
      // the database was away: the next console begins it anew
      subscription = undefined
      throw error
    }))
  return {
    async join({ after, begin, hear, lost }) {
      await running()
      const sent = new Set<string>()
      let caughtUp = false
      const held: HouseEvent[] = []
      const hand = (event: HouseEvent): void => {
        if (!caughtUp) held.push(event)
        else if (!sent.has(event.id)) void hear(event)
      }
      const leave = (): void => {
        listeners.delete(hand)
      }
      listeners.add(hand)
      try {
        await begin()
        if (after !== undefined && isEventId(after)) {
          if (await missedSince(system.db, after)) lost(after)
          for await (const event of missedEvents(system.db, after)) {
            sent.add(event.id)
            await hear(event)
          }
        }
      } catch (error) {
        // whoever could not be caught up would be kept every event for, and never ask for one
        leave()
        throw error
      }
      caughtUp = true
      for (const event of held) hand(event)
      return leave
    },
    async close() {
      await (await subscription)?.stop()
    },
  }
}
