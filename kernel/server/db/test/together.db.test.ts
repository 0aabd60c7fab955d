// Writes made together, and statements that are prepared once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { openDatabase, prepared, together, transaction } from '../src/index.ts'
import type { Db } from '../src/index.ts'
import { ownPostgres } from './own-postgres.ts'

const newDatabase = ownPostgres()

async function lamps(db: Db): Promise<readonly unknown[]> {
  const { rows } = await sql`select room, lit from lamp order by room`.execute(db)
  return rows
}

describe('writes made together', () => {
  it('all stand, and what is asked with them is asked', async (t) => {
    const { db } = await newDatabase(t)
    await sql`create table lamp (room text primary key, lit boolean not null)`.execute(db)
    await sql`insert into lamp values ('301', true)`.execute(db)
    await transaction(db, (tx) => together(tx, [
      sql`insert into lamp values (${'302'}, ${false})`,
      sql`update lamp set lit = false where room = ${'301'}`,
    ], sql`set_config('houqin.told', 'yes', true)`))
    assert.deepEqual(await lamps(db), [{ room: '301', lit: false }, { room: '302', lit: false }])
  })

  it('fail together', async (t) => {
    const { db } = await newDatabase(t)
    await sql`create table lamp (room text primary key, lit boolean not null)`.execute(db)
    const twice = transaction(db, (tx) => together(tx, [sql`insert into lamp values ('301', true)`, sql`insert into lamp values ('301', false)`]))
    await assert.rejects(twice, /duplicate key/)
    assert.deepEqual(await lamps(db), [])
  })

  it('of one shape are put together once and written with their own values; what stands in the text tells shapes apart', async (t) => {
    const { url } = await newDatabase(t)
    const { db, close } = await openDatabase({ url, poolSize: 1 })
    t.after(close)
    await sql`create table lamp (room text primary key, lit boolean not null, watts int, lux int)`.execute(db)
    const put = (room: string, lit: boolean, column: 'watts' | 'lux', figure: number | null) =>
      transaction(db, (tx) => together(tx, [sql`insert into lamp (room, lit, ${sql.id(column)}) values (${room}, ${sql.lit(lit)}, ${sql.join([sql`${figure}::int`])})`]))
    await put('301', true, 'watts', 40)
    await put('302', true, 'watts', null)
    await put('303', false, 'watts', 60)
    await put('304', true, 'lux', 500)
    const { rows } = await sql`select * from lamp order by room`.execute(db)
    assert.deepEqual(rows, [
      { room: '301', lit: true, watts: 40, lux: null }, { room: '302', lit: true, watts: null, lux: null },
      { room: '303', lit: false, watts: 60, lux: null }, { room: '304', lit: true, watts: null, lux: 500 },
    ])
    const { rows: [prepared] } = await sql`select count(*)::int as count from pg_prepared_statements where statement like '%insert into lamp%'`.execute(db)
    assert.deepEqual(prepared, { count: 3 })
  })

  it('are none without any', async (t) => {
    const { db } = await newDatabase(t)
    await transaction(db, (tx) => together(tx, []))
  })
})

describe('a prepared statement', () => {
  it('is parsed once for a connection, and answers for every value', async (t) => {
    const { url } = await newDatabase(t)
    const { db, close } = await openDatabase({ url, poolSize: 1 })
    t.after(close)
    const doubled = async (n: number): Promise<unknown> => (await prepared(sql`select ${n}::int * 2 as twice`).execute(db)).rows[0]
    assert.deepEqual(await doubled(4), { twice: 8 })
    assert.deepEqual(await doubled(21), { twice: 42 })
    const { rows } = await sql`select count(*)::int as count from pg_prepared_statements where statement like '%* 2 as twice'`.execute(db)
    assert.deepEqual(rows, [{ count: 1 }])
  })

  it('leaves a statement that is not marked to be planned for its values', async (t) => {
    const { url } = await newDatabase(t)
    const { db, close } = await openDatabase({ url, poolSize: 1 })
    t.after(close)
    await sql`select ${1}::int as plain`.execute(db)
    const { rows } = await sql`select from pg_prepared_statements where statement like '%as plain'`.execute(db)
    assert.equal(rows.length, 0)
  })
})
