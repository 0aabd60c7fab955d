// A PostgreSQL for one test file, and a new database in it for each test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { TestContext } from 'node:test'
import { startPostgres } from '@houqin/postgres'
import type { RunningPostgres } from '@houqin/postgres'
import { sql } from 'kysely'
import { openDatabase } from '../src/index.ts'
import type { Database } from '../src/index.ts'

/** Starts PostgreSQL before the file's tests and stops it after them. `clauses` go to `create database`. */
export function ownPostgres(): (t: TestContext, clauses?: string) => Promise<Database> {
  let postgres: RunningPostgres
  let made = 0
  const dataFolder = mkdtempSync(join(tmpdir(), 'houqin-db-'))
  before(async () => { postgres = await startPostgres({ dataFolder }) })
  after(async () => {
    await postgres.stop()
    rmSync(dataFolder, { recursive: true })
  })
  return async (t, clauses = '') => {
    made += 1
    const name = `test_${made}`
    const first = await openDatabase({ url: postgres.url, poolSize: 1 })
    await sql.raw(`create database ${name} ${clauses}`).execute(first.db)
    await first.close()
    const url = new URL(postgres.url)
    url.pathname = `/${name}`
    const database = await openDatabase({ url: url.href })
    t.after(() => database.close())
    return database
  }
}
