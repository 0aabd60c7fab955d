// A server of yours 自备的数据库: what it lacks for the tests is said in a sentence before any of them begins.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { openDatabase } from '@houqin/db'
import { sql } from 'kysely'
import { dropDatabase, sharedPostgres, testPrefix } from '../src/shared-postgres.ts'
import { findingsOfServer, refuseUnfitServer } from '../src/server-of-yours.ts'

test('the server of this run is fit, and one that is not is told what it lacks', async (t) => {
  const { url, stop } = await sharedPostgres()
  assert.deepEqual(await findingsOfServer(url), [])
  const mark = randomBytes(4).toString('hex')
  const [name, guest] = [`${testPrefix}plain_${mark}`, `houqin_guest_${mark}`]
  const { db, close } = await openDatabase({ url, poolSize: 1 })
  t.after(async () => {
    await dropDatabase(db, name)
    await sql.raw(`drop role if exists ${guest}`).execute(db)
    await close()
    await stop()
  })
  await sql.raw(`create database ${name} template template0 encoding 'UTF8' locale 'C'`).execute(db)
  const plain = new URL(url)
  plain.pathname = `/${name}`
  await assert.rejects(refuseUnfitServer(plain.href), (error) => error instanceof Error && /区域设置 C 不识汉字/.test(error.message) && /does not know Chinese characters/.test(error.message))
  await sql.raw(`create role ${guest} login password 'Guest-2026-of-tests'`).execute(db)
  const asGuest = new URL(url)
  asGuest.username = guest
  asGuest.password = 'Guest-2026-of-tests'
  const found = await findingsOfServer(asGuest.href)
  assert.deepEqual(found.map(({ code }) => code), ['db.no-right', 'testing.no-databases'])
  assert.match(found[1]?.zh ?? '', new RegExp(`alter role "${guest}" createdb`))
})

test('a server that is not there is one sentence, without the password', async () => {
  await assert.rejects(sharedPostgres('postgresql://houqin:secret@127.0.0.1:1/houqin'), (error) => error instanceof Error && /连不上数据库/.test(error.message) && !error.message.includes('secret'))
})
