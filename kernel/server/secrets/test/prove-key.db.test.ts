// 启动核对的故事: a database with sealed values starts with its own key, and with no other.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isFault } from '@houqin/fault'
import { testDatabase } from '@houqin/testing'
import { sql } from 'kysely'
import { openVault, proveKey } from '../src/index.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
const folder = mkdtempSync(join(tmpdir(), 'houqin-prove-'))
before(async () => { database = await testDatabase({ sets: [] }) })
after(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a first start makes the key; later ones want the same, until it is said to be lost', async () => {
  const { db } = database
  const file = join(folder, 'keys', 'secrets.key')
  const sealedIn = [{ table: 'kept.mailbox', column: 'secret', key: 'id', of: (id: string) => `mailbox:${id}` }]
  await sql`create schema kept`.execute(db)
  await sql`create table kept.mailbox (id int primary key, secret text)`.execute(db)
  await sql`insert into kept.mailbox values (0, null)`.execute(db)

  const first = await openVault({ folder })
  await proveKey({ vault: first, db, sealedIn })
  await sql`insert into kept.mailbox values (1, ${first.seal({ of: 'mailbox:1', text: 'x' })})`.execute(db)
  await proveKey({ vault: await openVault({ folder }), db, sealedIn })

  rmSync(file)
  const none = await openVault({ folder })
  await assert.rejects(proveKey({ vault: none, db, sealedIn }), (error) => isFault(error) && error.code === 'secrets.key-missing' && error.en.includes(file))
  assert.equal(none.kid(), undefined, 'no key was made beside the lost one')

  await proveKey({ vault: none, db, sealedIn, lost: true })
  const other = await openVault({ folder })
  assert.notEqual(other.kid(), first.kid())
  await assert.rejects(proveKey({ vault: other, db, sealedIn }), (error) => isFault(error) && error.code === 'secrets.key-other' && error.zh.includes(first.kid() ?? '?'))
  await sql`update kept.mailbox set secret = ${other.seal({ of: 'mailbox:1', text: 'entered anew' })} where id = 1`.execute(db)
  await proveKey({ vault: other, db, sealedIn })
})
