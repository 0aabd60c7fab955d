// What the planner knows of a table that was filled a moment ago.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { countAnew, openDatabase, transaction } from '../src/index.ts'
import type { Db } from '../src/index.ts'
import { ownPostgres } from './own-postgres.ts'

const newDatabase = ownPostgres()
const known = async (db: Db, table: string): Promise<unknown> => (await sql<{ rows: number }>`select reltuples::int as rows from pg_class where oid = ${table}::regclass`.execute(db)).rows[0]?.rows
/** How many rows the planner expects of a seat's room, by which it chooses the way of a join. */
async function expected(db: Db): Promise<number> {
  const { rows: [plan] } = await sql<{ 'QUERY PLAN': readonly { readonly Plan: { readonly 'Plan Rows': number } }[] }>`explain (format json) select from seat where room = 7`.execute(db)
  return plan?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

test('tables that a load filled are counted before its commit, small ones are left alone', async (t) => {
  const { db } = await newDatabase(t)
  await sql`create table seat (id int primary key, room int not null)`.execute(db)
  await sql`create table site (id int primary key)`.execute(db)
  const counted = await transaction(db, async (tx) => {
    await sql`insert into seat select n, n / 2 from generate_series(1, 20000) n`.execute(tx)
    await sql`insert into site select n from generate_series(1, 90) n`.execute(tx)
    return countAnew(tx)
  })
  assert.deepEqual(counted, ['public.seat'])
  assert.deepEqual([await known(db, 'seat'), await known(db, 'site')], [20_000, -1])
  assert.equal(await expected(db), 2)
})

test('a few more rows in a large table are no reason, a tenth more is', async (t) => {
  const { db, url } = await newDatabase(t)
  await sql`create table seat (id int primary key, room int not null)`.execute(db)
  // on a connection of its own: what the one before wrote may not have been told to the statistics yet, and would be among it
  const fill = async (from: number, to: number): Promise<readonly string[]> => {
    const own = await openDatabase({ url, poolSize: 1 })
    try {
      return await transaction(own.db, async (tx) => {
        await sql`insert into seat select n, n from generate_series(${from}::int, ${to}::int) n`.execute(tx)
        return countAnew(tx)
      })
    } finally {
      await own.close()
    }
  }
  assert.deepEqual(await fill(1, 10_000), ['public.seat'])
  assert.deepEqual(await fill(10_001, 10_900), [])
  assert.deepEqual(await fill(10_901, 11_900), ['public.seat'])
})
