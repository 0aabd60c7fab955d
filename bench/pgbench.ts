// The yardstick: pgbench from apt, `-N` (no updates of the small tables), scale 10, on the same server as the product.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { openDatabase } from '@houqin/db'
import { sql } from 'kysely'

const debian = '/usr/lib/postgresql'
const scale = 10

/** @throws Error in a sentence where pgbench is not installed. */
function program(): string {
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const found = versions.map((version) => `${debian}/${version}/bin/pgbench`).find((path) => existsSync(path))
  if (found === undefined) throw new Error('pgbench is not here: apt-get install postgresql-contrib')
  return found
}

/** Fills a database of its own beside the product's. Returns a way to run it: transactions per second of one run. */
export async function openPgbench(url: string): Promise<(run: { clients: number; seconds: number }) => number> {
  const database = await openDatabase({ url, poolSize: 1 })
  try {
    await sql`create database pgbench`.execute(database.db)
  } finally {
    await database.close()
  }
  const where = new URL(url)
  const environment = {
    ...process.env,
    PGHOST: where.searchParams.get('host') ?? where.hostname,
    PGPORT: where.port || '5432',
    PGUSER: decodeURIComponent(where.username),
    PGPASSWORD: decodeURIComponent(where.password),
    PGDATABASE: 'pgbench',
  }
  const pgbench = (...given: readonly string[]): string => execFileSync(program(), given, { env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  pgbench('-i', '-q', '-s', String(scale))
  return ({ clients, seconds }) => {
    const printed = pgbench('-N', '-n', '-c', String(clients), '-j', '1', '-T', String(seconds))
    const tps = /tps = ([\d.]+)/.exec(printed)?.[1]
    if (tps === undefined) throw new Error(`pgbench printed no figure: ${printed}`)
    return Number(tps)
  }
}
