// Migrations: each file once, in order, all or nothing; and a database that is not ours to change is left alone.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { isFault } from '@houqin/fault'
import { migrate, openDatabase } from '../src/index.ts'
import type { Db, MigrationSet } from '../src/index.ts'
import { ownPostgres } from './own-postgres.ts'

const clock = Object.freeze({ now: () => new Date('2026-03-02T00:30:00Z') })
const newDatabase = ownPostgres()

const places = Object.freeze({
  '0001_site.sql': 'create schema places;\ncreate table places.site (id int primary key, name text not null);\n',
  '0002_building.sql': 'create table places.building (id int primary key, site int not null references places.site);\n',
})
const desk = Object.freeze({
  '0001_repair.sql': 'create schema desk;\ncreate table desk.repair (id int primary key, building int not null references places.building);\n',
})

describe('migrate', () => {
  it('applies every file once, set by set, and records when', async (t) => {
    const { db } = await newDatabase(t)
    const sets = [folder(t, 'places', places), folder(t, 'desk', desk)]
    const lines: string[] = []
    const log = (line: string): void => { lines.push(line) }
    const all = ['places/0001_site.sql', 'places/0002_building.sql', 'desk/0001_repair.sql']
    assert.deepEqual(await migrate({ db, sets, log, clock }), all)
    assert.deepEqual(lines, all)
    assert.deepEqual(await migrate({ db, sets, log, clock }), [])
    const { rows } = await sql`select schema, name, applied_at from houqin.migration order by schema, name limit 1`.execute(db)
    assert.deepEqual(rows, [{ schema: 'desk', name: '0001_repair.sql', applied_at: clock.now() }])
  })

  it('adds what a later version brings', async (t) => {
    const { db } = await newDatabase(t)
    await run(db, folder(t, 'places', { '0001_site.sql': places['0001_site.sql'] }))
    assert.deepEqual(await run(db, folder(t, 'places', places)), ['places/0002_building.sql'])
  })

  it('leaves no trace in a database where there is nothing to do', async (t) => {
    const { db } = await newDatabase(t)
    assert.deepEqual(await migrate({ db, sets: [], log: () => undefined, clock }), [])
    assert.deepEqual(await schemas(db), ['public'])
  })

  it('lets two processes start at once: one migrates, the other waits and finds it done', async (t) => {
    const { db, url } = await newDatabase(t)
    const other = await openDatabase({ url })
    t.after(() => other.close())
    const set = folder(t, 'places', places)
    const applied = await Promise.all([run(db, set), run(other.db, set)])
    assert.deepEqual(applied.flat(), ['places/0001_site.sql', 'places/0002_building.sql'])
  })

  it('refuses a database of a newer version and changes nothing in it', async (t) => {
    const { db } = await newDatabase(t)
    await run(db, folder(t, 'places', places))
    const older = folder(t, 'places', { '0001_site.sql': places['0001_site.sql'] })
    await assert.rejects(migrate({ db, sets: [older, folder(t, 'desk', desk)], log: () => undefined, clock }), (error) => {
      assert.ok(isFault(error))
      assert.equal(error.code, 'db.newer-schema')
      assert.match(error.zh, /^数据库由更新的版本写入（本程序不认识 places\/0002_building\.sql），未作任何改动：/)
      assert.match(error.en, /^The database was written by a newer version \(places\/0002_building\.sql unknown here\)/)
      return true
    })
    assert.deepEqual(await schemas(db), ['houqin', 'places', 'public'])
  })

  it('refuses a database of a subsystem it does not have', async (t) => {
    const { db } = await newDatabase(t)
    await run(db, folder(t, 'places', places))
    await assert.rejects(migrate({ db, sets: [], log: () => undefined, clock }), { code: 'db.newer-schema' })
  })

  it('refuses a file edited after it ran, and the files after it too; other line ends are no edit', async (t) => {
    const { db } = await newDatabase(t)
    await run(db, folder(t, 'places', { '0001_site.sql': places['0001_site.sql'] }))
    const edited = { ...places, '0001_site.sql': `${places['0001_site.sql']}-- tidy\n` }
    await assert.rejects(run(db, folder(t, 'places', edited)), (error) => {
      assert.ok(isFault(error))
      assert.equal(error.code, 'db.changed-migration')
      assert.match(error.zh, /places\/0001_site\.sql/)
      return true
    })
    assert.deepEqual(await tables(db), ['site'])
    const onWindows = { ...places, '0001_site.sql': places['0001_site.sql'].replaceAll('\n', '\r\n') }
    assert.deepEqual(await run(db, folder(t, 'places', onWindows)), ['places/0002_building.sql'])
  })

  it('undoes all of an upgrade that fails half-way: the old version goes on with its rows, the mended one runs', async (t) => {
    const { db } = await newDatabase(t)
    const old = folder(t, 'places', { '0001_site.sql': places['0001_site.sql'] })
    await run(db, old)
    await sql`insert into places.site values (1, '机关大院')`.execute(db)
    const broken = { ...places, '0003_floor.sql': "update places.site set name = '没有';\ncreate table places.floor (id int);\nselect 1 / 0;\n" }
    await assert.rejects(run(db, folder(t, 'places', broken)), (error) => {
      assert.ok(isFault(error))
      assert.equal(error.code, 'db.migration-failed')
      assert.match(error.zh, /^迁移 places\/0003_floor\.sql 执行失败，这次升级已全部撤销，数据与升级前一样（division by zero）：请换回原来的程序/)
      return true
    })
    assert.deepEqual(await tables(db), ['site'])
    assert.deepEqual((await sql`select * from places.site`.execute(db)).rows, [{ id: 1, name: '机关大院' }])
    assert.deepEqual(await run(db, old), [], 'the old version starts')
    assert.deepEqual(await run(db, folder(t, 'places', { ...places, '0003_floor.sql': 'create table places.floor (id int);' })), ['places/0002_building.sql', 'places/0003_floor.sql'])
  })

  it('judges what one file wrote before the next alters its table', async (t) => {
    const { db } = await newDatabase(t)
    const files = {
      '0001_site.sql': 'create schema places;\ncreate table places.site (id int primary key, head int references places.site deferrable initially deferred);\ninsert into places.site values (1, 2), (2, 1);\n',
      '0002_name.sql': "alter table places.site add column name text not null default '';\n",
    }
    assert.equal((await run(db, folder(t, 'places', files))).length, 2)
  })

  it('tells a developer whose files are not 0001, 0002 …, or whose first one makes no schema', async (t) => {
    const { db } = await newDatabase(t)
    await assert.rejects(run(db, folder(t, 'places', { '0002_site.sql': 'select 1' })), /should be called 0001_/)
    await assert.rejects(run(db, folder(t, 'places', { '0001_site.sql': 'create table site (id int)' })), { code: 'db.migration-failed' })
    assert.deepEqual(await schemas(db), ['public'])
  })
})

function run(db: Db, set: MigrationSet): Promise<readonly string[]> {
  return migrate({ db, sets: [set], log: () => undefined, clock })
}

function folder(t: TestContext, schema: string, files: Readonly<Record<string, string>>): MigrationSet {
  const path = join(mkdtempSync(join(tmpdir(), 'houqin-migrations-')), 'migrations')
  t.after(() => rmSync(path, { recursive: true }))
  mkdirSync(path)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return { schema, folder: new URL(`${pathToFileURL(path).href}/`) }
}

async function schemas(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

async function tables(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'places' order by 1`.execute(db)
  return rows.map(({ name }) => name)
}
