// `npm run db:diff`: where the tables that the migrations make and the declarations of all parts say different things.
import { pathToFileURL } from 'node:url'
import { systemClock } from '@houqin/clock'
import { migrationSetsOf } from '@houqin/compose'
import type { ServerPart } from '@houqin/compose'
import { migrate, openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { catalogueOf } from '@houqin/define'
import { dbDiff } from '@houqin/fields'
import type { DbDiff } from '@houqin/fields'
import { parts } from '@houqin/server/subsystems'
import { dropDatabase, sharedPostgres, testPrefix } from '@houqin/testing/shared-postgres'
import { sql } from 'kysely'

/** Migrates an empty database, compares it, and drops it. @param url a PostgreSQL in which databases may be made. */
export async function diffOf({ url, all = parts }: { url: string; all?: readonly ServerPart[] }): Promise<DbDiff> {
  const name = `${testPrefix}diff_${process.pid}`
  const address = new URL(url)
  address.pathname = `/${name}`
  return connected(url, async (outside) => {
    await sql`create database ${sql.id(name)}`.execute(outside)
    try {
      return await connected(address.href, async (db) => {
        await migrate({ db, sets: migrationSetsOf(all), log: () => undefined, clock: systemClock })
        return dbDiff(db, catalogueOf(all.map(({ subsystem }) => subsystem)))
      })
    } finally {
      await dropDatabase(outside, name)
    }
  })
}

async function connected<T>(url: string, use: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = await openDatabase({ url, poolSize: 1 })
  try {
    return await use(db)
  } finally {
    await close()
  }
}

/** `--sql` prints nothing but the SQL, to be written into a migration. */
async function main(words: readonly string[]): Promise<void> {
  const postgres = await sharedPostgres()
  try {
    const { differences, sql: script } = await diffOf(postgres)
    if (words.includes('--sql')) process.stdout.write(script)
    else if (differences.length === 0) process.stdout.write('数据库与声明一致。 The migrations make what the declarations need.\n')
    else {
      process.stdout.write(`${differences.map(({ of, says }) => `${of}: ${says.zh} · ${says.en}`).join('\n')}\n\n${script}`)
      process.exitCode = 1
    }
  } finally {
    await postgres.stop()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2))
