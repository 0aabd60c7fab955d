// `npm run db:diff`: where the tables and the declarations say different things, with the SQL to paste into a migration.
// Looks at the database of DATABASE_URL as it stands; without one, at a new database that all migrations have made.
import { randomBytes } from 'node:crypto'
import { systemClock } from '@houqin/clock'
import { migrationSetsOf } from '@houqin/compose'
import { migrate, openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { catalogueOf } from '@houqin/define'
import { isFault } from '@houqin/fault'
import { dbDiff } from '@houqin/fields'
import { parts } from '@houqin/server/parts'
import { sharedPostgres, testPrefix } from '@houqin/testing/shared-postgres'
import { sql } from 'kysely'

try {
  const url = process.env['DATABASE_URL']
  process.exitCode = url ? await inDatabase(url, compare) : await inMigrated(compare)
} catch (error) {
  process.stderr.write(`${isFault(error) ? error.message : String(error)}\n`)
  process.exitCode = 2
}

/** @returns 1 where something differs, 0 where all agrees. */
async function compare(db: Db): Promise<0 | 1> {
  const catalogue = catalogueOf(parts.map(({ subsystem }) => subsystem))
  const { differences, sql: script } = await dbDiff(db, catalogue)
  if (differences.length === 0) {
    process.stdout.write('库表与声明一致。 / The tables agree with the declarations.\n')
    return 0
  }
  for (const { of, says } of differences) process.stderr.write(`${of}: ${says.zh} / ${says.en}\n`)
  process.stdout.write(script)
  return 1
}

async function inDatabase<Result>(url: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  const { db, close } = await openDatabase({ url, poolSize: 1 })
  try {
    return await work(db)
  } finally {
    await close()
  }
}

async function inMigrated<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  const postgres = await sharedPostgres()
  try {
    return await inDatabase(postgres.url, async (admin) => {
      const name = `${testPrefix}${randomBytes(6).toString('hex')}`
      await sql`create database ${sql.id(name)}`.execute(admin)
      const address = new URL(postgres.url)
      address.pathname = `/${name}`
      try {
        return await inDatabase(address.href, async (db) => {
          await migrate({ db, sets: migrationSetsOf(parts), log: () => {}, clock: systemClock })
          return work(db)
        })
      } finally {
        await sql`drop database ${sql.id(name)} with (force)`.execute(admin)
      }
    })
  } finally {
    await postgres.stop()
  }
}
