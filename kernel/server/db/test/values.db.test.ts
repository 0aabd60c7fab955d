// What comes back from the database: money, areas, counts and days exactly as they were written.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { constraintOf, transaction } from '../src/index.ts'
import { ownPostgres } from './own-postgres.ts'

const newDatabase = ownPostgres()

describe('values', () => {
  it('of money, areas, counts and days are strings, alone and in arrays; instants are Dates', async (t) => {
    const { db } = await newDatabase(t)
    const { rows } = await sql`
      select 494231.270::numeric as area, 9007199254740993 as big, count(*) as count, date '2026-02-28' as day,
             timestamptz '2026-03-02 08:30+08' as instant, timestamp '2026-03-02 08:30' as wall, interval '4 hours' as due,
             array[0.1, 0.20]::numeric[] as areas, array[date '2026-02-28'] as days, array[9007199254740993] as bigs,
             7::int as seats, true as open`.execute(db)
    assert.deepEqual(rows, [{
      area: '494231.270', big: '9007199254740993', count: '1', day: '2026-02-28',
      instant: new Date('2026-03-02T00:30:00Z'), wall: '2026-03-02 08:30:00', due: 'PT4H',
      areas: ['0.1', '0.20'], days: ['2026-02-28'], bigs: ['9007199254740993'],
      seats: 7, open: true,
    }])
  })
})

describe('instants given', () => {
  it('stand for the same moment, in years of any length', async (t) => {
    const { db } = await newDatabase(t)
    const given = ['2026-03-02T00:30:00.123Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '+012026-01-01T00:00:00.000Z'].map((text) => new Date(text))
    for (const at of given) {
      const { rows } = await sql<{ ms: number }>`select (extract(epoch from ${at}::timestamptz) * 1000)::float8 as ms`.execute(db)
      assert.equal(rows[0]?.ms, at.getTime())
    }
  })
})

describe('transaction', () => {
  it('keeps all of it or nothing', async (t) => {
    const { db } = await newDatabase(t)
    await sql`create table lamp (room text)`.execute(db)
    const answer = await transaction(db, async (tx) => {
      await sql`insert into lamp values ('301')`.execute(tx)
      return 'kept'
    })
    assert.equal(answer, 'kept')
    await assert.rejects(transaction(db, async (tx) => {
      await sql`insert into lamp values ('302')`.execute(tx)
      throw new Error('changed my mind')
    }), /changed my mind/)
    assert.deepEqual((await sql`select room from lamp`.execute(db)).rows, [{ room: '301' }])
  })
})

describe('constraintOf', () => {
  it('reads which constraint was violated, and nothing from other errors', async (t) => {
    const { db } = await newDatabase(t)
    await sql.raw(`
      create extension btree_gist;
      create schema fleet;
      create table fleet.vehicle (
        plate text constraint vehicle_plate unique, seats int constraint vehicle_seats check (seats > 0), model text not null);
      create table fleet.trip (
        plate text constraint trip_vehicle references fleet.vehicle (plate), during tstzrange,
        constraint trip_overlap exclude using gist (plate with =, during with &&));
      insert into fleet.vehicle values ('粤A00001', 5, '轿车');
      insert into fleet.trip values ('粤A00001', '[2026-03-02 08:00+08, 2026-03-02 10:00+08)')`).execute(db)
    const violated = (statement: string) => sql.raw(statement).execute(db).then(() => 'nothing', constraintOf)
    assert.deepEqual(await violated("insert into fleet.vehicle values ('粤A00001', 7, '商务车')"), { kind: 'unique', schema: 'fleet', table: 'vehicle', name: 'vehicle_plate' })
    assert.deepEqual(await violated("insert into fleet.vehicle values ('粤A00002', 0, '轿车')"), { kind: 'check', schema: 'fleet', table: 'vehicle', name: 'vehicle_seats' })
    assert.deepEqual(await violated("insert into fleet.vehicle values ('粤A00002', 5, null)"), { kind: 'not-null', schema: 'fleet', table: 'vehicle', name: 'model' })
    assert.deepEqual(await violated("insert into fleet.trip values ('粤A00009', null)"), { kind: 'foreign-key', schema: 'fleet', table: 'trip', name: 'trip_vehicle' })
    assert.deepEqual(await violated("insert into fleet.trip values ('粤A00001', '[2026-03-02 09:00+08, 2026-03-02 11:00+08)')"), { kind: 'exclusion', schema: 'fleet', table: 'trip', name: 'trip_overlap' })
    assert.equal(await violated('select 1 / 0'), undefined)
    assert.equal(constraintOf(new Error('no database in it')), undefined)
  })
})
