// Restoring 恢复: the whole archive in one transaction, into a database that then holds exactly what it held that instant.
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { record as audited, verify } from '@houqin/audit'
import type { Verification } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import { openDatabase, rebuild } from '@houqin/db'
import type { MigrationSet } from '@houqin/db'
import { fault } from '@houqin/fault'
import { isKey, putBack } from './contents.ts'
import { connect } from './dump.ts'
import { loosen } from './loosen.ts'
import type { DumpedTable, Manifest, Partition } from './manifest.ts'
import { eachPart } from './read-archive.ts'
import type { Archive } from './read-archive.ts'
import { exists, listed, quoted, schemasOf, tablesOf } from './tables.ts'
import type { TableRule } from './tables.ts'

export interface RestoreOptions {
  readonly archive: Archive
  /** As `verifyArchive` gave it for this very archive. */
  readonly manifest: Manifest
  readonly databaseUrl: string
  readonly dataFolder: string
  /** Drops what the database holds of ours, in the same transaction. */
  readonly replace: boolean
  readonly sets: readonly MigrationSet[]
  readonly rules: readonly TableRule[]
  readonly clock: Pick<Clock, 'now'>
  readonly progress: (step: { zh: string; en: string }) => void
}

/**
 * Until the last moment the database is as it was; interrupted, nothing is left in it. Contents of files, which are named for what they hold, may
 * stand by then and harm nobody. @returns what the audit's chain says there.
 * @throws Fault `backup.not-empty`, `backup.in-use`, `db.newer-schema`, `db.changed-migration`.
 */
export async function restore(options: RestoreOptions): Promise<Verification> {
  const client = await connect(options.databaseUrl, 'houqin restore')
  try {
    await refuseInUse(client)
    await client.query('begin')
    await clear(client, options.replace)
    await rebuild({ run: async (text) => void (await client.query(text)), sets: options.sets, applied: options.manifest.migrations })
    for (const partition of options.manifest.partitions) await makePartition(client, partition)
    const { tighten } = await loosen(client, schemasIn(options.manifest))
    const keys = await load(client, options)
    await tighten()
    for (const { name, value } of options.manifest.sequences) await client.query('select setval($1::regclass, $2::bigint)', [quoted(name), value])
    for (const { afterwards } of options.rules) if (afterwards !== undefined) await client.query(afterwards)
    await client.query('commit')
    for (const { name, bytes } of keys) await putBack({ dataFolder: options.dataFolder, name, content: [bytes] })
    // or every plan until the first autovacuum is a guess
    await client.query('analyze')
  } finally {
    await client.end().catch(() => undefined)
  }
  return await lookAtAudit(options)
}

/** A server that has just been stopped leaves its connections to the database for a moment: they are waited for. */
async function refuseInUse(client: Client): Promise<void> {
  for (let looks = 0; (await isInUse(client)); looks += 1) {
    if (looks === 20)
      throw fault({ code: 'backup.in-use', zh: '这个数据库正由运行中的服务使用：请先停止服务，再恢复。', en: 'A running server uses this database: stop it first, then restore.' })
    await setTimeout(100)
  }
}
async function isInUse(client: Client): Promise<boolean> {
  const { rows } = await client.query(`select from pg_stat_activity where datname = current_database() and application_name in ('houqin', 'houqin events') and pid <> pg_backend_pid()`)
  return rows.length > 0
}

async function clear(client: Client, replace: boolean): Promise<void> {
  const schemas = await schemasOf(client)
  if (schemas.length > 0 && !replace)
    throw fault({ code: 'backup.not-empty', zh: '这个数据库里已有智慧后勤的数据，没有改动：确要用备份替换它，请加 --replace。', en: 'This database already holds data of Houqin and was left as it is: add --replace to put the archive in its place.' })
  for (const schema of schemas) await client.query(`drop schema if exists ${quoted(schema)} cascade`)
}

/** The bound goes into SQL as it stands: nothing but times and plain values may be in it. */
async function makePartition(client: Client, { name, of, bound }: Partition): Promise<void> {
  if (await exists(client, quoted(name))) return
  if (!/^FOR VALUES FROM \('[-\w:+. ]*'\) TO \('[-\w:+. ]*'\)$/.test(bound)) throw new Error(`the archive cuts ${of} in a way that is not known: ${bound}`)
  await client.query(`create table ${quoted(name)} partition of ${quoted(of)} ${bound}`)
}

/** @returns the keys, which must not replace those of a database that is still the old one. */
async function load(client: Client, { archive, manifest, dataFolder, progress }: RestoreOptions): Promise<readonly { name: string; bytes: Buffer }[]> {
  const tableOfPart = await emptied(client, manifest)
  const counted = new Map<string, number>()
  let open: Sink | undefined
  const keys: { name: string; bytes: Buffer }[] = []
  let files = 0
  const turnTo = async (table: DumpedTable | undefined): Promise<void> => {
    if (table === open?.table) return
    if (open) counted.set(open.table.name, await open.end())
    open = table && sinkOf(client, table)
    if (table) progress({ zh: `数据表 ${table.name}`, en: `table ${table.name}` })
  }
  await eachPart(archive, async ({ name }, content) => {
    await turnTo(tableOfPart.get(name))
    if (open) await open.take(content)
    else if (isKey(name)) keys.push({ name, bytes: await buffer(content) })
    else if (await putBack({ dataFolder, name, content })) {
      files += 1
      if (files % 500 === 0) progress({ zh: `附件 ${files}/${manifest.files.count}`, en: `files ${files}/${manifest.files.count}` })
    }
  })
  await turnTo(undefined)
  const short = manifest.tables.filter(({ name, rows }) => (counted.get(name) ?? 0) !== rows)
  if (short.length > 0) throw new Error(`the archive promises other counts than it holds: ${short.map(({ name }) => name).join(', ')}`)
  return keys
}

const schemasIn = ({ migrations }: Manifest): readonly string[] => [...new Set(['houqin', ...migrations.map(({ schema }) => schema)])]

/** What a migration wrote is in the archive as it became. @returns each part's table. */
async function emptied(client: Client, manifest: Manifest): Promise<ReadonlyMap<string, DumpedTable>> {
  const there = new Map((await tablesOf(client, schemasIn(manifest))).map(({ name, columns }) => [name, columns]))
  for (const { name, columns } of manifest.tables) {
    if (!columns.every((column) => there.get(name)?.includes(column) === true)) throw new Error(`the migrations of the archive make no ${name} with its columns`)
    await client.query(`delete from ${quoted(name)}`)
  }
  return new Map(manifest.tables.flatMap((table) => table.parts.map((part) => [part, table] as const)))
}

interface Sink {
  readonly table: DumpedTable
  take(content: AsyncIterable<Buffer>): Promise<void>
  /** @returns how many rows came in. */
  end(): Promise<number>
}

/** One COPY, fed part by part. */
function sinkOf(client: Client, table: DumpedTable): Sink {
  const stream = client.query(from(`copy ${quoted(table.name)} (${listed(table.columns)}) from stdin`))
  const finished = once(stream, 'finish')
  finished.catch(() => undefined) // a row that is refused is told at the end
  return {
    table,
    take: (content) => pipeline(content, createGunzip(), stream, { end: false }),
    async end() {
      stream.end()
      await finished
      return stream.rowCount
    },
  }
}

async function lookAtAudit({ databaseUrl, manifest, clock }: RestoreOptions): Promise<Verification> {
  const { db, close } = await openDatabase({ url: databaseUrl, poolSize: 2 })
  try {
    const verified = await verify(db)
    await db.transaction().execute((tx) => audited(tx, {
      at: clock.now(), actorName: '系统', action: 'backup.restore', summary: `在服务器上由 ${manifest.at} 的备份恢复全部数据`, after: { at: manifest.at, head: manifest.audit.head },
    }))
    return verified
  } finally {
    await close()
  }
}
