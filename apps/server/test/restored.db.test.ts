// Restored 恢复如初: the same rows, the same rules of the database, the same chain; and nothing at all where it may not be.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { record, sealOnce, verify } from '@houqin/audit'
import { systemClock } from '@houqin/clock'
import { migrationSetsOf } from '@houqin/compose'
import { migrate, openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { putFile, sweepFiles, sweepLock } from '@houqin/files'
import { category, repair } from '@houqin/service-desk'
import { site } from '@houqin/places'
import { settled, testDatabase } from '@houqin/testing'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { backupHouse, restoreHouse, verifyArchive } from '../src/never-lost.ts'
import { parts } from '../src/subsystems.ts'
import { worldTables } from '../src/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'houqin-restored-'))
after(() => rmSync(folder, { recursive: true }))
const sourceFolder = join(folder, 'source')
const file = join(folder, 'house.tar')
const sets = [worldTables, ...migrationSetsOf(parts)]

let house: TestSystem
let clerk: Somebody
before(async () => {
  house = await testSubsystem(parts, { clock: systemClock })
  await migrate({ db: house.system.db, sets, log: () => undefined, clock: systemClock })
  await house.make(category)
  clerk = await house.as('everyone', { name: '王敏' })
  for (let n = 0; n < 5; n += 1) await clerk.ask(repair, { what: `第 ${n} 盏灯不亮\t\\N "引号"`, urgency: 'normal', site: (await house.usual(site)).id })
  await house.settle()
  await settled(house.system.db)
  while ((await sealOnce(house.system.db, systemClock)) > 0);
  await backupHouse({ databaseUrl: house.databaseUrl, dataFolder: sourceFolder, file, progress: () => undefined })
})

const quiet = { progress: () => undefined }
/** An empty database, let go of. */
async function emptyUrl(): Promise<string> {
  const { url, close } = await testDatabase({ sets: [] })
  await close()
  return url
}
async function looking<T>(url: string, use: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = await openDatabase({ url, poolSize: 2 })
  try {
    return await use(db)
  } finally {
    await close()
  }
}
async function restored(url: string, { from = file, replace = false }: { from?: string; replace?: boolean } = {}) {
  return restoreHouse({ archive: { file: from }, manifest: await verifyArchive({ file: from }), databaseUrl: url, dataFolder: join(folder, 'target'), replace, ...quiet })
}
/** What holds in a database beside its rows: columns, constraints, indexes, triggers, functions, partitions. */
async function shapeOf(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select format('column %s.%s.%s %s %s %s', table_schema, table_name, column_name, data_type, is_nullable, column_default) as line from information_schema.columns where table_schema !~ '^(pg_|information)'
      union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace::regnamespace::text !~ '^(pg_|information)'
      union all select format('index %s', indexdef) from pg_indexes where schemaname !~ '^(pg_|information)'
      union all select format('trigger %s %s', tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
      union all select format('partition %s %s', oid::regclass, pg_get_expr(relpartbound, oid)) from pg_class where relispartition and relkind = 'r'
    ) as lines order by line`.execute(db)
  return rows.map(({ line }) => line)
}
/** Every table of the house as text, with what is of one cluster alone left out. */
async function rowsOf(db: Db): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information)' and c.oid::regclass::text not in ('events.horizon', 'events.event', 'access.turned') order by 1`.execute(db)
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ all: string | null }>`
      select string_agg(line, E'\n' order by line) as all from (select (to_jsonb(t) - 'xid' - 'heard')::text as line from ${sql.raw(name)} t) as lines
      where line not like '%"backup.%'`.execute(db)
    found[name] = rows[0]?.all ?? ''
  }
  return found
}

describe('an archive restored', () => {
  it('is the same house: every row, every rule of the database, the chain and its head', async () => {
    const url = await emptyUrl()
    const verified = await restored(url)
    const manifest = await verifyArchive({ file })
    assert.deepEqual(verified.head, manifest.audit.head)
    assert.equal(verified.firstBroken, undefined)
    await looking(url, async (db) => {
      assert.deepEqual(await shapeOf(db), await shapeOf(house.system.db))
      assert.deepEqual(await rowsOf(db), await rowsOf(house.system.db))
      // numbers go on where they stood, and the chain with them
      await db.transaction().execute((tx) => record(tx, { at: systemClock.now(), actorName: '王敏', action: 'test.write', summary: '恢复之后' }))
      await settled(db)
      assert.ok((await sealOnce(db, systemClock)) >= 2)
      assert.equal((await verify(db)).firstBroken, undefined)
    })
  })

  it('tells what nobody has heard yet, and what was heard not again', async () => {
    const { db } = house.system
    assert.match(await heardBy(db), /^\d+-\d+$/)
    await clerk.ask(repair, { what: '水管漏水', urgency: 'urgent', site: (await house.usual(site)).id })
    const { rows: [unheard] } = await sql<{ count: number }>`select count(*)::int as count from events.event, notice.ear where xid > split_part(heard, '-', 1)::xid8`.execute(db)
    assert.ok((unheard?.count ?? 0) > 0)
    const later = join(folder, 'later.tar')
    await backupHouse({ databaseUrl: house.databaseUrl, dataFolder: sourceFolder, file: later, ...quiet })
    const url = await emptyUrl()
    await restored(url, { from: later })
    await looking(url, async (target) => {
      const { rows } = await sql`select count(*)::int as count, (select heard from notice.ear) as heard from events.event`.execute(target)
      assert.deepEqual(rows, [{ count: unheard?.count, heard: null }])
    })
  })

  it('goes into no database that holds something, unless it is told to; and then whole or not at all', async () => {
    const url = await emptyUrl()
    await restored(url)
    await looking(url, (db) => sql`update places.site set name = '别处'`.execute(db))
    await assert.rejects(restored(url), { code: 'backup.not-empty' })
    const before = await looking(url, rowsOf)
    // verified once, damaged afterwards: the disk may fail at any time
    const manifest = await verifyArchive({ file })
    const failing = join(folder, 'failing.tar')
    const bytes = readFileSync(file)
    writeFileSync(failing, bytes.subarray(0, bytes.indexOf('tables/places.site/') + 200))
    await assert.rejects(restoreHouse({ archive: { file: failing }, manifest, databaseUrl: url, dataFolder: folder, replace: true, ...quiet }), { code: 'backup.damaged' })
    assert.deepEqual(await looking(url, rowsOf), before)
    await restored(url, { replace: true })
    assert.deepEqual(Object.keys(await looking(url, rowsOf)), Object.keys(before))
    assert.equal((await looking(url, rowsOf))['places.site'], (await rowsOf(house.system.db))['places.site'])
  })

  it('is refused while a server uses the database, and when a later program wrote it', async () => {
    const url = await emptyUrl()
    await looking(url, () => assert.rejects(restored(url), { code: 'backup.in-use' }))
    const manifest = await verifyArchive({ file })
    const newer = { ...manifest, migrations: [...manifest.migrations, { schema: 'fleet', name: '0999_flying-cars.sql', checksum: 'abc' }] }
    const changed = { ...manifest, migrations: manifest.migrations.map((one, place) => (place === 3 ? { ...one, checksum: 'other' } : one)) }
    for (const [given, code] of [[newer, 'db.newer-schema'], [changed, 'db.changed-migration']] as const)
      await assert.rejects(restoreHouse({ archive: { file }, manifest: given, databaseUrl: url, dataFolder: folder, replace: false, ...quiet }), { code })
    const { rows } = await looking(url, (db) => sql`select from pg_namespace where nspname in ('houqin', 'audit')`.execute(db))
    assert.equal(rows.length, 0)
  })

  it('of a day when fewer migrations had run holds data of that day, and the rest runs at the next start', async () => {
    const url = await emptyUrl()
    const manifest = await verifyArchive({ file })
    const [last] = manifest.migrations.filter(({ schema, name }) => schema === 'events' && name.startsWith('0002'))
    assert.ok(last)
    // as if the archive had been made before accounts were told apart
    const older = { ...manifest, migrations: manifest.migrations.filter((one) => one !== last), tables: manifest.tables.map((table) => (table.name === 'events.event' ? { ...table, columns: table.columns.filter((column) => column !== 'accounts'), rows: 0, parts: [] } : table)) }
    await restoreHouse({ archive: { file }, manifest: older, databaseUrl: url, dataFolder: join(folder, 'target'), replace: false, ...quiet })
    await looking(url, async (db) => {
      await sql`delete from houqin.migration where schema = 'events' and name = ${last.name}`.execute(db)
      assert.deepEqual(await migrate({ db, sets, log: () => undefined, clock: systemClock }), [`events/${last.name}`])
      assert.deepEqual(await shapeOf(db), await shapeOf(house.system.db))
    })
  })
})

describe('files', () => {
  it('come back under their names, and one the disk has lost is named, not passed over', async () => {
    const { system } = house
    const contents = ['甲', '乙'].map((name) => Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`))
    const kept = await system.db.transaction().execute(async (tx) => Promise.all(contents.map((bytes, place) =>
      putFile(tx, system.files, (async function* () { yield bytes })(), { name: `合同${place}.pdf`, declaredType: 'application/pdf', at: systemClock.now() }))))
    const dataFolder = join(system.secrets.file, '..', '..')
    const [first, second] = kept
    assert.ok(first && second)
    writeFileSync(system.files.contentPath(second.sha256), 'something else')
    const made = join(folder, 'files.tar')
    const { manifest } = await backupHouse({ databaseUrl: house.databaseUrl, dataFolder, file: made, ...quiet })
    assert.deepEqual([manifest.files.count, manifest.files.missing], [1, [{ sha256: second.sha256, name: second.name }]])
    await restored(await emptyUrl(), { from: made })
    const place = join(folder, 'target', 'files', 'content', first.sha256.slice(0, 2))
    assert.deepEqual(readdirSync(place), [first.sha256])
    assert.deepEqual(readFileSync(join(place, first.sha256)), contents[0])
  })

  it('are not swept while a backup runs', async () => {
    const { system } = house
    const { sha256 } = await system.db.transaction().execute((tx) =>
      putFile(tx, system.files, (async function* () { yield Buffer.from('%PDF-1.7\n丙\n%%EOF\n') })(), { name: '丙.pdf', declaredType: 'application/pdf', at: systemClock.now() }))
    await sql`delete from files.file where encode(sha256, 'hex') = ${sha256}`.execute(system.db)
    const sweep = () => sweepFiles(system.db, system.files, { before: new Date(0), at: systemClock.now() })
    await system.db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock_shared(${sweepLock})`.execute(connection)
      assert.equal((await sweep()).contents, 0)
      await sql`select pg_advisory_unlock_shared(${sweepLock})`.execute(connection)
    })
    assert.ok((await sweep()).contents >= 1)
  })
})

it('a backup stands in the audit, with who may have taken everything out of the house', async () => {
  const { rows } = await sql<{ actor_name: string; summary: string }>`select actor_name, summary from audit.entry where action = 'backup.make' order by id limit 1`.execute(house.system.db)
  assert.equal(rows[0]?.actor_name, '系统')
  assert.match(rows[0]?.summary ?? '', /^在服务器上备份全部数据：\d+ 张表 \d+ 行，附件 0 个，未加密$/)
})

/** How far the notices have heard: what others on this server have open holds events back, and they listen every few seconds. */
async function heardBy(db: Db): Promise<string> {
  for (let looks = 0; looks < 60; looks += 1) {
    await settled(db)
    await house.settle()
    const { rows } = await sql<{ heard: string }>`select heard from notice.ear where heard <> ''`.execute(db)
    if (rows[0]) return rows[0].heard
    await setTimeout(500)
  }
  return ''
}
