// The migrations of all parts make exactly the tables that the declarations need.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { ServerPart } from '@houqin/compose'
import { parts } from '@houqin/server/subsystems'
import { sharedPostgres } from '@houqin/testing/shared-postgres'
import type { SharedPostgres } from '@houqin/testing/shared-postgres'
import { diffOf } from '../db-diff.ts'

let postgres: SharedPostgres
before(async () => {
  postgres = await sharedPostgres()
})
after(() => postgres.stop())

test('a freshly migrated database is what the declarations ask for', async () => {
  const { differences } = await diffOf({ url: postgres.url })
  assert.deepEqual(differences.map(({ of, says }) => `${of}: ${says.en}`), [])
})

test('a declaration whose migration was forgotten is found, with the SQL that is missing', async (t) => {
  const empty = mkdtempSync(join(tmpdir(), 'houqin-diff-'))
  t.after(() => rmSync(empty, { recursive: true }))
  const last = parts.at(-1)
  assert.ok(last)
  // as if the last part had been declared and its folder of migrations left empty
  const forgotten: ServerPart = { ...last, tables: { schema: last.tables.schema, folder: pathToFileURL(`${empty}/`) } }
  const { differences, sql } = await diffOf({ url: postgres.url, all: [...parts.slice(0, -1), forgotten] })
  const [first] = [...Object.values(last.subsystem.registers), ...Object.values(last.subsystem.matters)]
  assert.ok(differences.some(({ of, sql: one }) => of === first?.id && one.startsWith('create table')))
  assert.match(sql, new RegExp(`^create schema if not exists ${last.tables.schema};`, 'm'))
})
