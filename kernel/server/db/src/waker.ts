// Waking 唤醒: tells listeners of every server process that something was committed, once for all that is committed together.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { prepared } from './marks.ts'

/** How long a commit may wait for others to be told with it. */
const gatherMs = 20

export interface Waker {
  readonly wake: (channel: string) => void
  /** Tells what is still to be told. */
  readonly close: () => Promise<void>
}

/** @param onError hears what went wrong with the telling; listeners look by themselves then. */
export function createWaker(db: Kysely<unknown>, onError: (error: unknown) => void): Waker {
  const due = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let telling: Promise<void> = Promise.resolve()
  const tell = (): void => {
    timer = undefined
    const channels = [...due]
    due.clear()
    telling = telling.then(async () => {
      await prepared(sql`select pg_notify(channel, '') from unnest(${channels}::text[]) as channel`).execute(db)
    }).catch(onError)
  }
  return Object.freeze({
    wake: (channel: string) => {
      due.add(channel)
      timer ??= setTimeout(tell, gatherMs)
    },
    close: async () => {
      if (timer !== undefined) {
        clearTimeout(timer)
        tell()
      }
      await telling
    },
  })
}
