// Migration 迁移: brings a database to this program's schema, one file at a time, or refuses and leaves it alone.
import { sql } from 'kysely'
import { fault } from '@houqin/fault'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from './database.ts'
import { readMigrations } from './migration-files.ts'
import type { MigrationFile, MigrationSet } from './migration-files.ts'
import { recordTable } from './record-table.ts'
import { transaction } from './transaction.ts'

interface Applied {
  readonly schema: string
  readonly name: string
  readonly checksum: string
}

/** Any fixed number will do, so long as every process of ours takes the same. */
const advisoryLock = 4_701_001

/**
 * Applies what is missing, set by set in the order given, all files in one transaction, under a lock that makes a second
 * process wait. Returns the names applied, as `schema/0001_name.sql`. Before touching anything it throws
 * `db.newer-schema` for a database that has migrations this program does not know, and `db.changed-migration` for one
 * whose migrations ran with another text; `db.migration-failed` undoes all of them: a database half way between two
 * versions would be refused by both.
 */
export async function migrate({ db, sets, log, clock }: {
  db: Db
  sets: readonly MigrationSet[]
  log: (line: string) => void
  clock: Pick<Clock, 'now'>
}): Promise<readonly string[]> {
  const files = (await Promise.all(sets.map(readMigrations))).flat()
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${advisoryLock})`.execute(connection)
    try {
      const applied = await readApplied(connection)
      refuseUnknown(applied, files)
      refuseChanged(applied, files)
      const missing = files.filter((file) => !applied.some((done) => sameFile(done, file)))
      if (missing.length > 0) await transaction(connection, async (tx) => {
        await sql.raw(recordTable).execute(tx)
        for (const file of missing) {
          await apply({ tx, file, clock })
          log(`${file.schema}/${file.name}`)
        }
      })
      return missing.map(({ schema, name }) => `${schema}/${name}`)
    } finally {
      // Fails only with the connection, and the lock goes with it; the error that broke it must not be hidden.
      await sql`select pg_advisory_unlock(${advisoryLock})`.execute(connection).catch(() => undefined)
    }
  })
}

function sameFile(one: { schema: string; name: string }, other: { schema: string; name: string }): boolean {
  return one.schema === other.schema && one.name === other.name
}

async function readApplied(connection: Db): Promise<readonly Applied[]> {
  const { rows: [record] } = await sql<{ exists: boolean }>`select to_regclass('houqin.migration') is not null as exists`.execute(connection)
  if (record?.exists !== true) return []
  const { rows } = await sql<Applied>`select schema, name, checksum from houqin.migration order by schema, name`.execute(connection)
  return rows
}

export function refuseUnknown(applied: readonly Applied[], files: readonly MigrationFile[]): void {
  const unknown = applied.filter((done) => !files.some((file) => sameFile(done, file))).map(({ schema, name }) => `${schema}/${name}`)
  if (unknown.length === 0) return
  throw fault({
    code: 'db.newer-schema',
    zh: `数据库由更新的版本写入（本程序不认识 ${unknown.join('、')}），未作任何改动：请换用那个版本或更新的程序。`,
    en: `The database was written by a newer version (${unknown.join(', ')} unknown here) and was left untouched: run that version or a later one.`,
  })
}

export function refuseChanged(applied: readonly Applied[], files: readonly MigrationFile[]): void {
  const changed = files.filter((file) => applied.some((done) => sameFile(done, file) && done.checksum !== file.checksum)).map(({ schema, name }) => `${schema}/${name}`)
  if (changed.length === 0) return
  throw fault({
    code: 'db.changed-migration',
    zh: `已执行过的迁移文件被改动（${changed.join('、')}），数据库未作任何改动：请恢复原文件，另写新的迁移。`,
    en: `Migrations that already ran have been edited (${changed.join(', ')}), the database was left untouched: restore those files and write a new migration instead.`,
  })
}

async function apply({ tx, file, clock }: { tx: Tx; file: MigrationFile; clock: Pick<Clock, 'now'> }): Promise<void> {
  const { schema, name, text, checksum } = file
  try {
    await sql.raw(text).execute(tx)
    const { rows: [made] } = await sql<{ schema: string | null }>`select to_regnamespace(${schema}) as schema`.execute(tx)
    if (made?.schema == null) throw new Error(`the schema ${schema} should exist after its first migration`)
    await sql`
      insert into houqin.migration (schema, name, checksum, applied_at)
      values (${schema}, ${name}, ${checksum}, ${clock.now()})`.execute(tx)
    // what one file wrote is judged before the next alters its table
    await sql`set constraints all immediate`.execute(tx)
    await sql`set constraints all deferred`.execute(tx)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw fault({
      code: 'db.migration-failed',
      zh: `迁移 ${schema}/${name} 执行失败，这次升级已全部撤销，数据与升级前一样（${why}）：请换回原来的程序继续使用；这是程序的缺陷，请报告。`,
      en: `The migration ${schema}/${name} failed and the whole upgrade was undone, the data are as before (${why}): go on with the program you had; this is a defect of the new one, please report it.`,
      cause,
    })
  }
}
