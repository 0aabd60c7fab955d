// The server 服务端: checks and migrates the database, then answers the console, the phones and the scripts.
import { instantOf, localTime, systemClock, worldClock } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import { checkDatabase, migrate, openDatabase } from '@houqin/db'
import type { Database } from '@houqin/db'
import { fault } from '@houqin/fault'
import { listen } from './listen.ts'
import type { Tls } from './listen.ts'
import { migrationSets } from './subsystems.ts'

export type { Tls } from './listen.ts'

export interface ServerOptions {
  readonly databaseUrl: string
  /** 0 takes any free port. */
  readonly port: number
  /** Address of the interface to listen on; 0.0.0.0 for all. */
  readonly host: string
  /** How people reach us when something stands in between: scheme, host, port. Printed codes carry it. */
  readonly publicUrl?: string
  readonly tls: Tls
  /** Whether an empty database is filled with the demonstration district. */
  readonly demo: boolean
  /** 'YYYY-MM-DD', today of this world in Asia/Shanghai; otherwise the machine's own. */
  readonly worldDate?: string
  /** For files people upload. Exists and can be written. */
  readonly dataFolder: string
  /** Technical lines for whoever keeps the machine. */
  readonly log: (line: string) => void
  /** Steps of a start that takes its time, for people. */
  readonly progress: (step: { zh: string; en: string }) => void
}

export interface RunningServer {
  /** Scheme, host and port people open. */
  readonly address: string
  /** Finishes what is under way, then lets go of port and database. */
  close(): Promise<void>
}

/**
 * Starts the server and returns once it is ready; `GET /api/health` says 503 until then and 200 from then on. Throws a
 * `Fault` whose sentences can be shown as they are; port and database are then let go.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const door = await listen(options)
  try {
    const database = await openDatabase({ url: options.databaseUrl, log: options.log })
    try {
      await prepare(database, options)
    } catch (error) {
      await database.close()
      throw error
    }
    door.open()
    const close = async (): Promise<void> => {
      await door.close()
      await database.close()
    }
    return Object.freeze({ address: options.publicUrl ?? door.address, close })
  } catch (error) {
    await door.close()
    throw error
  }
}

async function prepare({ db }: Database, { log, progress, worldDate }: ServerOptions): Promise<void> {
  const findings = await checkDatabase(db)
  if (findings.length > 0) {
    throw fault({
      code: 'server.database-unfit',
      zh: findings.map(({ zh }) => zh).join('\n'),
      en: findings.map(({ en }) => en).join('\n'),
    })
  }
  progress({ zh: '检查并升级数据库结构', en: 'checking and migrating the database' })
  const clock = worldDate === undefined ? systemClock : clockOf(worldDate)
  await migrate({ db, sets: migrationSets, log, clock })
}

/** Today is `worldDate`, the time of day and the pace are the machine's. */
function clockOf(worldDate: string): Clock {
  const startedAt = systemClock.now()
  return worldClock({ anchor: instantOf({ date: worldDate, time: localTime(startedAt) }), startedAt })
}
