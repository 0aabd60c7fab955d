// A database of yours is asked whether it suits: what is wrong is said, and how to mend it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { checkDatabase, openDatabase } from '../src/index.ts'
import type { Database } from '../src/index.ts'
import { ownPostgres } from './own-postgres.ts'

const newDatabase = ownPostgres()

describe('checkDatabase', () => {
  it('finds nothing wrong with a UTF-8 database of our own, and leaves nothing in it', async (t) => {
    const { db } = await newDatabase(t)
    assert.deepEqual(await checkDatabase(db), [])
    const { rows } = await sql`select extname from pg_extension where extname <> 'plpgsql'`.execute(db)
    assert.deepEqual(rows, [])
  })

  it('refuses an encoding that cannot hold every Chinese character', async (t) => {
    const { db } = await newDatabase(t, "template template0 encoding 'SQL_ASCII' locale 'C'")
    const [finding] = await checkDatabase(db)
    assert.equal(finding?.code, 'db.not-utf8')
    assert.match(finding?.zh ?? '', /create database houqin template template0 encoding 'UTF8' locale 'C\.UTF-8'/)
  })

  it('refuses the plain C locale, in which a search for Chinese finds nothing', async (t) => {
    const { db } = await newDatabase(t, "template template0 encoding 'UTF8' locale 'C'")
    assert.deepEqual((await checkDatabase(db)).map(({ code }) => code), ['db.deaf-locale'])
  })

  it('takes ICU for sorting, as long as characters are known', async (t) => {
    const { db } = await newDatabase(t, "template template0 encoding 'UTF8' locale 'C.UTF-8' locale_provider icu icu_locale 'zh'")
    assert.deepEqual(await checkDatabase(db), [])
  })

  it('names the missing right to create schemas', async (t) => {
    const owned = await newDatabase(t)
    const guest = await asGuest(owned)
    t.after(() => guest.close())
    assert.deepEqual((await checkDatabase(guest.db)).map(({ code }) => code), ['db.no-right'])
  })

  it('names every extension that cannot be created, with the reason', async (t) => {
    const { db, url } = await newDatabase(t)
    await sql`alter database ${sql.id(new URL(url).pathname.slice(1))} set search_path = nowhere`.execute(db)
    const later = await openDatabase({ url })
    t.after(() => later.close())
    const findings = await checkDatabase(later.db)
    // the two that docs/sql-subset.md names and no other: a database without ltree or unaccent is as good
    assert.deepEqual(findings.map(({ code }) => code), ['db.no-extension', 'db.no-extension'])
    assert.match(findings[1]?.en ?? '', /^The extension pg_trgm is missing and this user cannot create it \(no schema has been selected/)
  })

  it('is not asked of a server that is not there: that is one sentence, without the password', async () => {
    await assert.rejects(openDatabase({ url: 'postgresql://houqin:secret@127.0.0.1:1/houqin' }), (error) => {
      assert.ok(error instanceof Error)
      assert.match(error.message, /^连不上数据库 postgresql:\/\/houqin@127\.0\.0\.1:1\/houqin（.*ECONNREFUSED/)
      assert.doesNotMatch(error.message, /secret/)
      return true
    })
  })
})

/** The same database, opened by somebody who owns nothing in it. */
async function asGuest({ db, url }: Database): Promise<Database> {
  await sql`create role guest login password 'guest'`.execute(db)
  const address = new URL(url)
  address.username = 'guest'
  address.password = 'guest'
  return openDatabase({ url: address.href })
}
