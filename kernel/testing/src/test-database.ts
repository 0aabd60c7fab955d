// A database for one test: fresh, migrated, its own, and gone when the file's tests are over.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { after } from 'node:test'
import { migrate, openDatabase } from '@houqin/db'
import type { Database, Db, MigrationSet } from '@houqin/db'
import { sql } from 'kysely'
import { fakeClock } from './fake-clock.ts'
import { dropDatabase, sharedPostgres, testPrefix } from './shared-postgres.ts'
import type { SharedPostgres } from './shared-postgres.ts'

const templatePrefix = 'houqin_template_'
/** Any fixed number will do, so long as every test takes the same. */
const advisoryLock = 4_701_002

let postgres: Promise<SharedPostgres> | undefined
const opened: Database[] = []
const leaving: (() => Promise<unknown>)[] = []

after(async () => {
  await Promise.all(leaving.map((leave) => leave()))
  await Promise.all(opened.map(drop))
  await (await postgres)?.stop()
})

/**
 * Makes a database with the migrations of `sets` applied in their order, by copying a template that is migrated once
 * and again only when a migration file changes. It may be closed earlier by hand; it is dropped in any case.
 */
export async function testDatabase({ sets }: { sets: readonly MigrationSet[] }): Promise<Database> {
  postgres ??= sharedPostgres()
  const { url } = await postgres
  const name = `${testPrefix}${randomBytes(6).toString('hex')}`
  await withDatabase(url, async (db) => {
    const template = await ensureTemplate({ db, url, sets })
    await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(db)
  })
  const database = await openDatabase({ url: addressOf({ url, name }) })
  opened.push(database)
  return database
}

/** Whoever works on a test's database says here how he lets go of it, and is asked before it is dropped. */
export function leaveBeforeDrop(leave: () => Promise<unknown>): void {
  leaving.push(leave)
}

/** What the names of the templates of these schemas begin with, whatever their migrations say. */
export function templateFamily(sets: readonly MigrationSet[]): string {
  return `${templatePrefix}${digest(sets.map(({ schema }) => schema))}_`
}

async function ensureTemplate({ db, url, sets }: { db: Db; url: string; sets: readonly MigrationSet[] }): Promise<string> {
  const family = templateFamily(sets)
  const name = `${family}${digest(sets.flatMap(textsOf))}`
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${advisoryLock})`.execute(connection)
    try {
      const { rows } = await sql<{ name: string }>`select datname as name from pg_database where starts_with(datname, ${family})`.execute(connection)
      if (rows.some((one) => one.name === name)) return name
      for (const outdated of rows) await dropDatabase(connection, outdated.name)
      await build({ connection, url, name, sets })
      return name
    } finally {
      await sql`select pg_advisory_unlock(${advisoryLock})`.execute(connection)
    }
  })
}

/** Under another name until it is whole: a run that is killed here leaves no half template. */
async function build({ connection, url, name, sets }: { connection: Db; url: string; name: string; sets: readonly MigrationSet[] }): Promise<void> {
  const unfinished = `${testPrefix}template`
  await dropDatabase(connection, unfinished)
  await sql`create database ${sql.id(unfinished)}`.execute(connection)
  await withDatabase(addressOf({ url, name: unfinished }), async (db) => {
    await migrate({ db, sets, log: () => {}, clock: fakeClock('2026-01-01T00:00:00+08:00') })
  })
  await sql`alter database ${sql.id(unfinished)} rename to ${sql.id(name)}`.execute(connection)
}

function textsOf({ folder }: MigrationSet): readonly string[] {
  return readdirSync(folder).toSorted().flatMap((name) => [name, readFileSync(new URL(name, folder), 'utf8')])
}

function digest(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16)
}

async function drop(database: Database): Promise<void> {
  await database.close()
  const name = new URL(database.url).pathname.slice(1)
  const { url } = await (postgres ?? sharedPostgres())
  await withDatabase(url, (db) => dropDatabase(db, name))
}

async function withDatabase(url: string, use: (db: Db) => Promise<void>): Promise<void> {
  const { db, close } = await openDatabase({ url, poolSize: 1 })
  try {
    await use(db)
  } finally {
    await close()
  }
}

function addressOf({ url, name }: { url: string; name: string }): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
