// The one PostgreSQL of a run of tests: started by whoever comes first, found by all others through the environment.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { isFault } from '@houqin/fault'
import { startPostgres } from '@houqin/postgres'
import { sql } from 'kysely'
import { refuseUnfitServer } from './server-of-yours.ts'

/** Names the environment variable that holds the address of a PostgreSQL already started for tests. */
export const addressVariable = 'HOUQIN_TEST_POSTGRES'

/** Databases of single tests begin with this; whatever is left of them belongs to nobody. */
export const testPrefix = 'houqin_test_'

/** A gentle turn waits five seconds. */
const mostTurns = 8

export interface SharedPostgres {
  readonly url: string
  stop(): Promise<void>
}

const keptFolder = fileURLToPath(new URL('../../../.cache/test-postgres', import.meta.url))

/**
 * Joins the PostgreSQL of the run, or starts one. Its folder is kept, and with it the migrated templates; while another
 * run has it, a folder for this time only is used.
 * @param yours an address of a server to be used instead; stopped by nobody here. @throws Fault `testing.server-unfit` naming what it lacks.
 */
export async function sharedPostgres(yours?: string): Promise<SharedPostgres> {
  const url = yours ?? process.env[addressVariable]
  if (yours !== undefined) await refuseUnfitServer(yours)
  if (url !== undefined) return Object.freeze({ url, stop: () => Promise.resolve() })
  try {
    return await startIn(keptFolder)
  } catch (error) {
    if (!isFault(error) || error.code !== 'postgres.folder-in-use') throw error
    const folder = mkdtempSync(join(tmpdir(), 'houqin-test-'))
    const postgres = await startIn(folder)
    const stop = async (): Promise<void> => {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    return Object.freeze({ url: postgres.url, stop })
  }
}

async function startIn(dataFolder: string): Promise<SharedPostgres> {
  const { url, stop } = await startPostgres({ dataFolder })
  try {
    await makeReady(url)
  } catch (error) {
    await stop()
    throw error
  }
  return Object.freeze({ url, stop })
}

async function makeReady(url: string): Promise<void> {
  const { db, close } = await openDatabase({ url })
  try {
    await sql`alter role current_user set synchronous_commit = off`.execute(db) // nothing here must outlive the machine
    const { rows } = await sql<{ name: string }>`select datname as name from pg_database where starts_with(datname, ${testPrefix})`.execute(db)
    for (const { name } of rows) await dropDatabase(db, name)
  } finally {
    await close()
  }
}

/**
 * Drops a database, whoever is in it. By turns gently, which sends autovacuum home, and by force, which ends connections
 * left open: autovacuum belongs to the superuser, so that force is refused while it is at work after a bulk load.
 */
export async function dropDatabase(db: Db, name: string): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    const how = turn % 2 === 0 ? sql`with (force)` : sql``
    try {
      await sql`drop database if exists ${sql.id(name)} ${how}`.execute(db)
      return
    } catch (error) {
      if (turn === mostTurns) throw error
    }
  }
}
