// The gateway beside a server 随服务启动: a child of the server's process; in a demonstration with the cars of the district driving to it.
import { openDatabase } from '@houqin/db'
import { isFault } from '@houqin/fault'
import { carsOnTheRoad } from '@houqin/fleet/sim'
import { worldClockOf } from '@houqin/server/world'
import { startGateway } from './start-gateway.ts'

/** What the parent asks for, as the only argument. */
export interface Beside {
  readonly host: string
  readonly port: number
  readonly cars: boolean
}

const log = (line: string): void => void process.stderr.write(`${line}\n`)
try {
  await serve(JSON.parse(process.argv[2] ?? '') as Beside)
  process.exit(0)
} catch (error) {
  log(isFault(error) ? error.message : String(error))
  process.exit(1)
}

async function serve({ host, port, cars }: Beside): Promise<void> {
  // a parent that is gone, however it went, takes us with it; its signals are his to pass on
  const ended = new Promise<void>((resolve) => process.once('disconnect', resolve))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  const databaseUrl = process.env['DATABASE_URL'] ?? ''
  const database = await openDatabase({ url: databaseUrl, poolSize: 1 })
  const clock = await worldClockOf(database.db, undefined)
  await database.close()
  const running = await startGateway({ databaseUrl, clock, host, port, policy: 'strict', log })
  const traffic = cars ? await carsOnTheRoad({ databaseUrl, clock, host: '127.0.0.1', port: running.port }) : undefined
  process.send?.({ port: running.port })
  await ended
  traffic?.close()
  await running.close()
}
