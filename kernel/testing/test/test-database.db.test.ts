// Each test has a database of its own, made in no time from a template that follows the migrations.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Db, MigrationSet } from '@houqin/db'
import { sql } from 'kysely'
import { testDatabase } from '../src/index.ts'
import { templateFamily } from '../src/test-database.ts'

const sets = [{ schema: 'lamp', folder: new URL('migrations/', import.meta.url) }]

async function lamps(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from lamp.lamp order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Those of these sets alone: other test files make theirs meanwhile. */
async function templates(db: Db, of: readonly MigrationSet[]): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select datname as name from pg_database where starts_with(datname, ${templateFamily(of)}) order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

test('two databases are migrated and know nothing of each other', async () => {
  const [one, other] = await Promise.all([testDatabase({ sets }), testDatabase({ sets })])
  await sql`insert into lamp.lamp values ('走廊灯', ${new Date(0)})`.execute(one.db)
  assert.deepEqual(await lamps(one.db), ['走廊灯'])
  assert.deepEqual(await lamps(other.db), [])
})

test('it compares Chinese as the real one does', async () => {
  const { db } = await testDatabase({ sets: [] })
  const { rows } = await sql<{ collation: string; version: string }>`
    select datcollate as collation, current_setting('server_version_num') as version from pg_database where datname = current_database()`.execute(db)
  assert.equal(rows[0]?.collation, 'C.UTF-8')
  // ours is the one that comes with the program; another that is given is one of those the program runs on
  assert.match(rows[0]?.version ?? '', process.env['HOUQIN_TEST_POSTGRES'] === undefined ? /^17/ : /^1[5-9]/)
})

test('a changed migration makes a new template in place of the old one, the same one none', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-migrations-'))
  t.after(() => rmSync(folder, { recursive: true }))
  cpSync(new URL('migrations/', import.meta.url), folder, { recursive: true })
  // A schema of another name, so that no other test's template is replaced.
  const write = (extra: string): void => writeFileSync(join(folder, '0001_lamp.sql'), `create schema changing; create table changing.lamp (name text${extra});\n`)
  const changing = [{ schema: 'changing', folder: pathToFileURL(`${folder}/`) }]

  write('')
  const first = await testDatabase({ sets: changing })
  const before = await templates(first.db, changing)
  await testDatabase({ sets: changing })
  assert.deepEqual(await templates(first.db, changing), before)

  write(', room text')
  const changed = await testDatabase({ sets: changing })
  await sql`insert into changing.lamp (name, room) values ('台灯', '301')`.execute(changed.db)
  const after = await templates(changed.db, changing)
  assert.deepEqual([before.length, after.length], [1, 1])
  assert.notDeepEqual(after, before)
})
