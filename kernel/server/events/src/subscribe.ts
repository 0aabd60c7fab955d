// 订阅: every event, in order, to one reader; each process that subscribes gets them all.
import type { Db } from '@houqin/db'
import { type HouseEvent, placeOf } from './event.ts'
import { placeNow, readAfter } from './read-events.ts'
import { listen } from './wake-up.ts'

const batch = 500
/** How soon to look again for an event that waits for an older transaction to end. */
const waitingMs = 50

/**
 * Hands each event to `onEvent`, one at a time, from `after` on, or from now on without it. Resolves once it stands at
 * its place: what commits later is delivered (ask `missedSince` first whether `after` still has one). Woken by PostgreSQL, and by itself every `pollMs` should the listening
 * connection be cut. When `onEvent` throws, the error goes to `onError` and the next event is handed on. `stop` waits
 * for the event under way.
 */
export async function subscribe({ db, url, after, onEvent, onError, pollMs = 2_000 }: {
  db: Db
  url: string
  after?: string
  onEvent: (event: HouseEvent) => void | Promise<void>
  onError: (error: unknown) => void
  pollMs?: number
}): Promise<{ stop(): Promise<void> }> {
  let place = (after === undefined ? undefined : placeOf(after)) ?? await placeNow(db)
  let stopped = false
  let woken = false
  let wake = (): void => {}
  const onWake = (): void => {
    woken = true
    wake()
  }

  const deliver = async (): Promise<number> => {
    for (;;) {
      const { events, waiting } = await readAfter(db, { place, limit: batch })
      for (const event of events) {
        if (stopped) return pollMs
        try {
          await onEvent(event)
        } catch (error) {
          onError(error)
        }
        place = placeOf(event.id) ?? place
      }
      if (events.length < batch) return waiting ? Math.min(waitingMs, pollMs) : pollMs
    }
  }
  const loop = async (): Promise<void> => {
    while (!stopped) {
      woken = false
      const pauseMs = await deliver().catch((error: unknown) => {
        onError(error)
        return pollMs
      })
      if (!woken && !stopped) await pause(pauseMs, (resume) => { wake = resume })
    }
  }
  const ended = loop()
  const ears = listen({ url, onWake, onError, retryMs: pollMs })
  return Object.freeze({
    stop: async () => {
      stopped = true
      wake()
      await Promise.all([ended, ears.stop()])
    },
  })
}

function pause(milliseconds: number, wakeWith: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    wakeWith(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
