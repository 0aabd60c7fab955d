// The snapshot 快照: every table as it stood at one instant, while the server goes on writing.
import { once } from 'node:events'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import pg from 'pg'
import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import { fault } from '@houqin/fault'
import type { AppliedMigration, DumpedTable, Manifest, Part, Partition } from './manifest.ts'
import { listed, quoted, record, schemasOf, tablesOf } from './tables.ts'
import type { Table, TableRule } from './tables.ts'
import type { ArchiveWriter } from './write-archive.ts'

/** Text of one table that becomes one part, bytes before gzip. */
const pieceSize = 16 * 1024 * 1024
const squeezed = promisify(gzip)

export interface KeptContent {
  readonly sha256: string
  /** Of one of the files that have it, for people. */
  readonly name: string
}
export interface Dumped extends Pick<Manifest, 'migrations' | 'tables' | 'sequences' | 'partitions' | 'audit' | 'postgres'> {
  readonly parts: readonly Part[]
  /** The contents that rows of the snapshot speak of. */
  readonly contents: readonly KeptContent[]
}

/** A connection that reads values as they are written. @param application how the database calls it. */
export async function connect(url: string, application: string): Promise<Client> {
  const client = new pg.Client({ connectionString: url, application_name: application, options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601 -c client_encoding=UTF8' })
  client.on('error', () => undefined) // whatever breaks is told to the query under way
  await client.connect()
  return client
}

/** @throws Fault `backup.nothing` where the database holds nothing of ours. */
export async function dump({ client, archive, rules, progress }: {
  client: Client
  archive: ArchiveWriter
  rules: readonly TableRule[]
  progress: (done: number, of: number) => void
}): Promise<Dumped> {
  await client.query('begin isolation level repeatable read read only')
  const schemas = await schemasOf(client)
  if (schemas.length === 0) throw fault({ code: 'backup.nothing', zh: '数据库里还没有智慧后勤的数据：没有可以备份的内容。', en: 'The database holds nothing of Houqin yet: there is nothing to back up.' })
  const tables = (await tablesOf(client, schemas)).map((table) => withRule(table, rules))
  const parts: Part[] = []
  const dumped: DumpedTable[] = []
  for (const table of tables) {
    progress(dumped.length, tables.length)
    const { rows, made } = await copyOut({ client, archive, table })
    parts.push(...made)
    dumped.push({ name: table.name, columns: table.columns, rows, parts: made.map(({ name }) => name) })
  }
  const facts = await factsOf(client, schemas)
  await client.query('commit')
  return { ...facts, tables: dumped, parts }
}

interface ToCopy extends Table {
  readonly only: string | undefined
}

function withRule({ name, columns }: Table, rules: readonly TableRule[]): ToCopy {
  const rule = rules.find(({ table }) => table === name)
  return { name, columns: columns.filter((column) => rule?.leaveOut?.includes(column) !== true), only: rule?.rows }
}

async function copyOut({ client, archive, table }: { client: Client; archive: ArchiveWriter; table: ToCopy }): Promise<{ rows: number; made: Part[] }> {
  const made: Part[] = []
  const add = async (text: Buffer): Promise<void> => {
    const bytes = await squeezed(text)
    made.push(await archive.add(`tables/${table.name}/${String(made.length + 1).padStart(4, '0')}.gz`, bytes.length, [bytes]))
  }
  const stream = client.query(to(`copy (select ${listed(table.columns)} from ${quoted(table.name)} where ${table.only ?? 'true'}) to stdout`))
  const ended = once(stream, 'end')
  ended.catch(() => undefined)
  let held: Buffer[] = []
  let length = 0
  for await (const piece of stream) {
    held.push(piece as Buffer) // a stream without an encoding gives bytes
    length += (piece as Buffer).length
    if (length < pieceSize) continue
    await add(Buffer.concat(held))
    held = []
    length = 0
  }
  await ended
  if (length > 0) await add(Buffer.concat(held))
  // The stream ends behind the last row. How many they were is said after that, and may still be on its way: what is asked next is answered behind it.
  await client.query('select')
  return { rows: stream.rowCount, made }
}

async function factsOf(client: Client, schemas: readonly string[]): Promise<Omit<Dumped, 'tables' | 'parts'>> {
  const all = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => (await client.query<Row>(text, values)).rows
  const migrations = await all<AppliedMigration>(`select schema, name, checksum from ${record} order by schema, name`)
  // read after the tables: a number drawn meanwhile is left out, and none is given twice
  const sequences = await all<{ name: string; value: string }>(
    `select format('%s.%s', schemaname, sequencename) as name, last_value::text as value from pg_sequences where schemaname = any($1) and last_value is not null order by 1`, [schemas])
  const partitions = await all<Partition>(`
    select format('%s.%s', n.nspname, c.relname) as name, format('%s.%s', pn.nspname, p.relname) as "of", pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
    where n.nspname = any($1) and c.relispartition and c.relkind = 'r' order by 1`, [schemas])
  const contents = await all<KeptContent>(`select encode(sha256, 'hex') as sha256, min(name) as name from files.file group by sha256 order by sha256`)
  const [counted] = await all<{ entries: string; sealed: string; postgres: string }>(
    `select (select count(*) from audit.entry) as entries, (select count(*) from audit.seal) as sealed, current_setting('server_version') as postgres`)
  const [head] = await all<{ seq: string; chain: string }>(`select seq::text as seq, encode(chain, 'hex') as chain from audit.seal order by audit.seal.seq desc limit 1`)
  return {
    migrations, sequences, partitions, contents, postgres: counted?.postgres ?? '',
    audit: { entries: Number(counted?.entries ?? 0), sealed: Number(counted?.sealed ?? 0), head: head ?? null },
  }
}
