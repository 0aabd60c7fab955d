// The database as the server holds it: a pool of connections behind kysely, every value exact.
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Transaction } from 'kysely'
import pg from 'pg'
import { fault } from '@houqin/fault'
import { connectionTelling } from './connection.ts'
import { exactTypes } from './exact-types.ts'
import { createWaker } from './waker.ts'

/** Whatever can be asked a query. Tables are named in SQL, their rows typed where they are read. */
export type Db = Kysely<unknown>

/** A `Db` inside one transaction. */
export type Tx = Transaction<unknown>

export interface Database {
  readonly db: Db
  /** Where it was opened, for those who need a connection of their own (listening, job queues). */
  readonly url: string
  /** Waits for queries under way, then lets go of every connection. */
  close(): Promise<void>
}

/**
 * Opens the database and proves it answers. Sessions run in UTC. Values arrive exact: numeric and int8 (thus `count(*)`,
 * always) as decimal strings, date as 'YYYY-MM-DD', timestamptz as Date, timestamp without zone as PostgreSQL writes it;
 * the same inside arrays. `log` receives what befalls idle connections. Throws `db.unreachable`.
 */
export async function openDatabase({ url, poolSize = 10, log }: { url: string; poolSize?: number; log?: (line: string) => void }): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601',
    application_name: 'houqin',
    types: exactTypes,
    Client: connectionTelling((channel) => waker.wake(channel)),
  })
  let closing = false
  // A connection on its way out may still hear that the database stops too: no news to anybody.
  pool.on('error', (error) => { if (!closing) log?.(`idle connection: ${error.message}`) })
  const db: Db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const waker = createWaker(db, (error) => log?.(`listeners were not woken: ${error instanceof Error ? error.message : String(error)}`))
  // A connection that breaks while lent out rejects its query; unheard, its error would end the process as well.
  pool.on('connect', (client) => { client.on('error', () => {}) })
  try {
    await sql`select 1`.execute(db)
  } catch (cause) {
    await db.destroy()
    throw unreachable(url, cause)
  }
  const close = async (): Promise<void> => {
    closing = true
    await waker.close()
    await db.destroy()
  }
  return Object.freeze({ db, url, close })
}

function unreachable(url: string, cause: unknown): Error {
  const where = withoutPassword(url)
  const why = cause instanceof Error ? cause.message : String(cause)
  return fault({
    code: 'db.unreachable',
    zh: `连不上数据库 ${where}（${why}）：请检查它是否在运行，地址、用户名和密码是否正确。`,
    en: `The database ${where} cannot be reached (${why}): check that it runs and that address, user and password are right.`,
    cause,
  })
}

function withoutPassword(url: string): string {
  return url.replace(/(\/\/[^:/@]*):[^@]*@/, '$1@')
}
