// The ears of one open console: every event judged by the rights he has at that moment, in the order they happened.
import { rightsTopic } from '@houqin/access'
import type { Principal } from '@houqin/access'
import type { HouseEvent } from '@houqin/events'
import { mayHear } from './hearing.ts'
import type { System } from './system.ts'

export interface Ears {
  /** Never rejects. */
  hear(event: HouseEvent): Promise<void>
  /** Looks again who he is; a moved organ is told to nobody. Never rejects. */
  look(): Promise<void>
}

/**
 * @param send hands one event over.
 * @param end called once, when his session is over or nobody can say what he may hear: he must ask again.
 */
export function earsOf({ access, db, log }: System, opened: Principal, { send, end }: {
  send: (event: HouseEvent) => void
  end: () => void
}): Ears {
  let present: Principal | undefined = opened
  // one after the other: what follows a withdrawn role is judged without it
  let line: Promise<void> = Promise.resolve()
  const queue = (work: () => Promise<void> | void): Promise<void> =>
    (line = line.then(work).catch((error: unknown) => {
      log.error({ err: error }, 'event stream')
      present = undefined
      end()
    }))
  const look = async (): Promise<void> => {
    if (!present) return
    present = await access.sessions.present(db, opened.session)
    if (!present) end()
  }
  return Object.freeze({
    hear: (event: HouseEvent) =>
      queue(async () => {
        if (!present || !mayHear(present, event)) return
        send(event)
        if (event.topic === rightsTopic) await look()
      }),
    look: () => queue(look),
  })
}
