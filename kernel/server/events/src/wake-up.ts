// 唤醒: a connection that only listens, and comes back when it was cut.
import pg from 'pg'
import { channel } from './event.ts'

/** Calls `onWake` for every commit of events, and once after each (re)connection, since some may have passed meanwhile. */
export function listen({ url, onWake, onError, retryMs }: {
  url: string
  onWake: () => void
  onError: (error: unknown) => void
  retryMs: number
}): { stop(): Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'houqin events', keepAlive: true })
    client = fresh
    fresh.on('notification', onWake)
    fresh.on('error', onError)
    fresh.on('end', () => {
      if (!stopped) retry = setTimeout(start, retryMs)
    })
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    onWake()
  }
  let connecting = Promise.resolve()
  const start = (): void => {
    connecting = connect().catch(async (error: unknown) => {
      if (!stopped) onError(error)
      await client?.end().catch(onError)
    })
  }
  start()
  return Object.freeze({
    stop: async () => {
      stopped = true
      clearTimeout(retry)
      await connecting
      await client?.end()
    },
  })
}
