// An upgrade that fails 升级失败: planted at the end of all migrations of the house; every row is as before, and today's program starts.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { systemClock } from '@houqin/clock'
import { migrationSetsOf } from '@houqin/compose'
import { migrate } from '@houqin/db'
import type { Db } from '@houqin/db'
import { site } from '@houqin/places'
import { category, repair } from '@houqin/service-desk'
import { testSubsystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { startServer } from '../src/start.ts'
import { parts } from '../src/subsystems.ts'
import { worldTables } from '../src/world.ts'

/** Every row and every column of the house. */
async function fingerprintOf(db: Db): Promise<string> {
  const hash = createHash('sha256')
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables where table_schema !~ '^(pg_|information)' and table_type = 'BASE TABLE' order by 1`.execute(db)
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`select to_jsonb(t)::text as line from ${sql.table(name)} t order by 1`.execute(db)
    hash.update(`${name}\n${rows.map(({ line }) => line).join('\n')}\n`)
  }
  return hash.digest('hex')
}

test('leaves the house as it was', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-upgrade-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const house = await testSubsystem(parts, { clock: systemClock })
  const { db } = house.system
  const sets = [worldTables, ...migrationSetsOf(parts)]
  await migrate({ db, sets, log: () => undefined, clock: systemClock })
  await house.make(category)
  const clerk = await house.as('everyone')
  await clerk.ask(repair, { what: '灯不亮', urgency: 'normal', site: (await house.usual(site)).id })

  const planted = join(folder, 'migrations')
  mkdirSync(planted)
  writeFileSync(join(planted, '0001_coming.sql'), 'create schema coming;\ncreate table coming.vehicle (id int);\nalter table places.site add column vehicles int;\nupdate places.site set vehicles = 3;\n')
  writeFileSync(join(planted, '0002_half.sql'), "update service_desk.repair set what = '没有';\nalter table service_desk.repair drop column urgency;\ninsert into coming.vehicle select 1 / 0;\n")
  const before = await fingerprintOf(db)
  await assert.rejects(migrate({ db, sets: [...sets, { schema: 'coming', folder: new URL(`${pathToFileURL(planted).href}/`) }], log: () => undefined, clock: systemClock }), { code: 'db.migration-failed' })
  assert.equal(await fingerprintOf(db), before)

  const server = await startServer({ databaseUrl: house.databaseUrl, dataFolder: folder, port: 0, host: '127.0.0.1', tls: { kind: 'off' }, demo: false, log: () => undefined, progress: () => undefined })
  t.after(() => server.close())
  assert.equal((await fetch(`${server.address}/api/health`)).status, 200)
  assert.equal((await fetch(`${server.address}/api/me`, { headers: { authorization: `Bearer ${clerk.token}` } })).status, 200)
})
