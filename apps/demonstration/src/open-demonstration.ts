// The demonstration district on a database of its own, with server and console, for the browser stories of one run.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConsole } from '@houqin/all/console-build'
import { openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { startServer } from '@houqin/server'
import { dropDatabase, sharedPostgres, testPrefix } from '@houqin/testing/shared-postgres'
import { sql } from 'kysely'

/** Names the environment variable that holds the address of a demonstration already open. */
export const demonstrationVariable = 'HOUQIN_TEST_DEMONSTRATION'
/** Names the one that holds its database, for a program that stands beside the server. */
export const demonstrationDatabaseVariable = 'HOUQIN_TEST_DEMONSTRATION_DATABASE'
/** Names the one that holds its data folder, where the keys are, for a second server. */
export const demonstrationFolderVariable = 'HOUQIN_TEST_DEMONSTRATION_FOLDER'

/** A Tuesday; the stories count working days from it. */
const worldDate = '2026-11-24'
const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface OpenDemonstration {
  /** Scheme, host and port. */
  readonly address: string
  readonly databaseUrl: string
  readonly dataFolder: string
  close(): Promise<void>
}

/** Builds the console when its sources changed, loads the district, and returns once the server is ready: some twenty seconds. */
export async function openDemonstration(): Promise<OpenDemonstration> {
  await buildConsole({ root, progress: () => undefined })
  const postgres = await sharedPostgres()
  const name = `${testPrefix}demonstration_${randomBytes(4).toString('hex')}`
  const dataFolder = mkdtempSync(join(tmpdir(), 'houqin-demonstration-'))
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  await on(postgres.url, (db) => sql`create database ${sql.id(name)}`.execute(db))
  const server = await startServer({
    databaseUrl: url.href,
    port: 0,
    host: '127.0.0.1',
    tls: { kind: 'off' },
    demo: true,
    worldDate,
    worldLives: false, // people of the world would take away what a story has come for
    dataFolder,
    consoleFolder: join(root, 'apps/web/dist'),
    log: (line) => void (line.startsWith('{') && process.stderr.write(`${line}\n`)), // what went wrong, and nothing of what went well
    progress: () => undefined,
  })
  await on(url.href, historyLoaded)
  return Object.freeze({
    address: server.address,
    databaseUrl: url.href,
    dataFolder,
    async close() {
      await server.close()
      await on(postgres.url, (db) => dropDatabase(db, name))
      await postgres.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  })
}

/** The stories count on what happened before them: places reported from, people's loads, figures of the week. */
async function historyLoaded(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from job.job where state in ('queued', 'running') and kind like 'demonstration.%'`.execute(db)
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function on(url: string, use: (db: Db) => Promise<unknown>): Promise<void> {
  const { db, close } = await openDatabase({ url, poolSize: 1 })
  try {
    await use(db)
  } finally {
    await close()
  }
}
