// What a connection sends when: a transaction begins with its first question, what nobody waits for goes with the next, news follows the commit.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { askedThrough, openDatabase, statementOf, together, togetherLater, transaction, waking } from '../src/index.ts'
import type { Db } from '../src/index.ts'
import { ownPostgres } from './own-postgres.ts'

const newDatabase = ownPostgres()

async function house(t: TestContext): Promise<{ db: Db; url: string; lamps: () => Promise<readonly unknown[]> }> {
  const { db, url } = await newDatabase(t)
  await sql`create table lamp (room text primary key, lit boolean not null)`.execute(db)
  await sql`insert into lamp values ('301', true)`.execute(db)
  return { db, url, lamps: async () => (await sql`select room, lit from lamp order by room`.execute(db)).rows }
}

describe('writes that nobody waits for', () => {
  it('are seen by the next question of their transaction, and stand once it has committed', async (t) => {
    const { db, lamps } = await house(t)
    await transaction(db, async (tx) => {
      await togetherLater(tx, [sql`update lamp set lit = false where room = ${'301'}`, sql`insert into lamp values (${'302'}, true)`])
      const { rows } = await sql`select count(*)::int as lit from lamp where lit`.execute(tx)
      assert.deepEqual(rows, [{ lit: 1 }])
      await togetherLater(tx, [sql`insert into lamp values (${'303'}, true)`])
    })
    assert.deepEqual(await lamps(), [{ room: '301', lit: false }, { room: '302', lit: true }, { room: '303', lit: true }])
  })

  it('fail whatever is asked next, by their own name', async (t) => {
    const { db, lamps } = await house(t)
    await assert.rejects(transaction(db, async (tx) => {
      await togetherLater(tx, [sql`insert into lamp values ('301', false)`])
      await sql`select 1`.execute(tx)
    }), /duplicate key/)
    assert.deepEqual(await lamps(), [{ room: '301', lit: true }])
  })

  it('fail the commit, when nothing is asked any more', async (t) => {
    const { db, lamps } = await house(t)
    await assert.rejects(transaction(db, (tx) => togetherLater(tx, [sql`insert into lamp values ('301', false)`])), /duplicate key/)
    assert.deepEqual(await lamps(), [{ room: '301', lit: true }])
  })

  it('happen only where the first proves that its row is as it was known, by whomever it was changed meanwhile', async (t) => {
    const { db, lamps } = await house(t)
    const turnOn = (xmin: string, heard: (xid: string) => void) => transaction(db, (tx) => togetherLater(tx, [
      sql`update lamp set lit = true where room = ${'301'} and xmin = ${xmin}::xid returning 1`, sql`insert into lamp values (${`lit by ${xmin}`}, true)`,
    ], waking('lamps'), { otherwise: 'the lamp is another: ', heard }))
    const xminOf = async () => (await sql<{ xmin: string }>`select xmin::text from lamp where room = '301'`.execute(db)).rows[0]?.xmin ?? ''
    const known = await xminOf()
    let by = ''
    await turnOn(known, (xid) => { by = xid })
    assert.equal(by, await xminOf())
    // The statement is a known one by now; somebody else holds the row, and lets it go changed.
    let asked = Promise.resolve()
    await transaction(db, async (tx) => {
      await sql`update lamp set lit = false where room = '301'`.execute(tx)
      asked = assert.rejects(turnOn(by, () => assert.fail('it was not written')), /the lamp is another: 0/)
      await sql`select pg_sleep(0.1)`.execute(tx)
    })
    await asked
    assert.deepEqual(await lamps(), [{ room: '301', lit: false }, { room: `lit by ${known}`, lit: true }])
  })

  it('do not hide why a transaction was given up', async (t) => {
    const { db, lamps } = await house(t)
    await assert.rejects(transaction(db, async (tx) => {
      await togetherLater(tx, [sql`insert into lamp values ('301', false)`])
      throw new Error('somebody was faster')
    }), /somebody was faster/)
    assert.deepEqual(await lamps(), [{ room: '301', lit: true }])
    await transaction(db, (tx) => togetherLater(tx, [sql`insert into lamp values ('304', true)`]))
    assert.equal((await lamps()).length, 2)
  })

  it('are undone alone with the savepoint they stand behind', async (t) => {
    const { db, lamps } = await house(t)
    await transaction(db, async (tx) => {
      await sql`savepoint lamp`.execute(tx)
      await togetherLater(tx, [sql`insert into lamp values ('301', false)`])
      await sql`rollback to savepoint lamp`.execute(tx)
      await togetherLater(tx, [sql`insert into lamp values ('305', true)`])
    })
    assert.deepEqual(await lamps(), [{ room: '301', lit: true }, { room: '305', lit: true }])
  })
})

describe('statements sent in one go', () => {
  it('are prepared anew after the batch that was to prepare them has failed', async (t) => {
    const { url, lamps } = await house(t)
    const { db, close } = await openDatabase({ url, poolSize: 1 })
    t.after(close)
    const light = (room: string): Promise<void> => transaction(db, (tx) => togetherLater(tx, [sql`insert into lamp values (${room}, true)`]))
    await assert.rejects(light('301'), /duplicate key/)
    await light('601')
    await assert.rejects(light('301'), /duplicate key/)
    await light('602')
    assert.deepEqual(await lamps(), ['301', '601', '602'].map((room) => ({ room, lit: true })))
  })

  it('are a transaction by themselves where all of it goes out at once: one, and all of it or nothing', async (t) => {
    const { url, db: other, lamps } = await house(t)
    const { db, close } = await openDatabase({ url, poolSize: 1 })
    t.after(close)
    const sent: string[] = []
    const { query } = pg.Client.prototype
    pg.Client.prototype.query = function (this: pg.Client, ...given: Parameters<typeof query>) {
      const [first] = given as readonly unknown[]
      if (typeof first === 'object' && first !== null && 'asked' in first) sent.push(...(first.asked as readonly { readonly text: string }[]).map(({ text }) => text))
      return query.apply(this, given)
    } as typeof query
    t.after(() => { pg.Client.prototype.query = query })
    const light = (...rooms: readonly string[]): Promise<void> => transaction(db, async (tx) => {
      for (const room of rooms) await togetherLater(tx, [sql`insert into lamp values (${room}, true)`])
    })
    await light('801', '802')
    await assert.rejects(light('803', '301', '804'), /duplicate key/)
    await light()
    assert.ok(sent.length > 0 && sent.every((text) => text.includes('insert')), sent.join('; '))
    const { rows } = await sql<{ writers: number }>`select count(distinct xmin::text)::int as writers from lamp where room in ('801', '802')`.execute(other)
    assert.deepEqual(rows, [{ writers: 1 }])
    assert.deepEqual((await lamps()).length, 3)
    // What it failed in is over: what comes next stands for itself.
    await sql`insert into lamp values ('805', true)`.execute(db)
    assert.equal((await lamps()).length, 4)
  })

  it('may be followed by several in one text', async (t) => {
    const { db, lamps } = await house(t)
    await transaction(db, async (tx) => {
      await togetherLater(tx, [sql`insert into lamp values (${'701'}, true)`])
      await sql`update lamp set lit = false; delete from lamp where room = '301'`.execute(tx)
    })
    assert.deepEqual(await lamps(), [{ room: '701', lit: false }])
    await assert.rejects(transaction(db, async (tx) => {
      await togetherLater(tx, [sql`insert into lamp values (${'701'}, true)`])
      await sql`update lamp set lit = true; delete from lamp`.execute(tx)
    }), /duplicate key/)
    assert.deepEqual(await lamps(), [{ room: '701', lit: false }])
  })

  it('answer with a value that cannot be written or read as an error, and go on', async (t) => {
    const { url } = await house(t)
    const { db, close } = await openDatabase({ url, poolSize: 1 })
    t.after(close)
    const circle: { self?: unknown } = {}
    circle.self = circle
    await assert.rejects(transaction(db, async (tx) => { await sql`select ${circle}::jsonb`.execute(tx) }), /circular/)
    const { rows } = await sql`select room, lit, null::text as nobody from lamp where room = ${'301'}`.execute(db)
    assert.deepEqual(rows, [{ room: '301', lit: true, nobody: null }])
  })
})

describe('listeners', () => {
  it('are woken by a transaction that committed, once for all of them, and by none that was undone', async (t) => {
    const { db, url } = await house(t)
    const woken: string[] = []
    const { promise: heard, resolve } = Promise.withResolvers<void>()
    const ears = new pg.Client({ connectionString: url })
    t.after(() => ears.end())
    await ears.connect()
    ears.on('notification', ({ channel }) => {
      woken.push(channel)
      if (channel === 'last_of_all') resolve()
    })
    await ears.query('listen lamps; listen last_of_all')
    const turn = (room: string, answer = waking('lamps')) => transaction(db, (tx) => together(tx, [sql`insert into lamp values (${room}, true)`], answer))
    await assert.rejects(turn('301'), /duplicate key/)
    await turn('401', waking('last_of_all'))
    await heard
    assert.deepEqual(woken, ['last_of_all'])
    await Promise.all(['402', '403', '404'].map((room) => turn(room)))
    while (woken.length < 2) await new Promise((later) => setTimeout(later, 5))
    assert.equal(woken[1], 'lamps')
  })

  it('are still told when the database is closed at once', async (t) => {
    const { url } = await house(t)
    const ears = new pg.Client({ connectionString: url })
    t.after(() => ears.end())
    await ears.connect()
    const heard = new Promise((resolve) => ears.on('notification', resolve))
    await ears.query('listen lamps')
    const { db, close } = await openDatabase({ url, poolSize: 1 })
    await transaction(db, (tx) => together(tx, [sql`insert into lamp values ('501', true)`], waking('lamps')))
    await close()
    await heard
  })
})

describe('a statement put together once', () => {
  it('answers for the values of each time, and is prepared', async (t) => {
    const { url } = await house(t)
    const { db, close } = await openDatabase({ url, poolSize: 1 })
    t.after(close)
    let built = 0
    const litIn = statementOf<{ room: string; lit: boolean }, { room: string }>((value) => {
      built += 1
      return sql`select room from lamp where lit = ${value('lit')} and room = ${value('room')}`
    })
    assert.deepEqual(await litIn(db, { room: '301', lit: true }), [{ room: '301' }])
    assert.deepEqual(await litIn(db, { lit: false, room: '301' }), [])
    assert.equal(built, 1)
    const { rows } = await sql`select count(*)::int as count from pg_prepared_statements where statement like '%where lit = %'`.execute(db)
    assert.deepEqual(rows, [{ count: 1 }])
  })

  it('is asked after what has to be done before each question', async (t) => {
    const { db } = await house(t)
    const all = statementOf<Record<never, unknown>, { room: string }>(() => sql`select room from lamp order by room`)
    await transaction(db, async (own) => {
      let asked = 0
      const tx = askedThrough(own, () => {
        asked += 1
        if (asked === 1) void togetherLater(own, [sql`insert into lamp values ('302', true)`])
      })
      assert.deepEqual(await all(tx, {}), [{ room: '301' }, { room: '302' }])
      const { rows } = await sql`select count(*)::int as count from lamp`.execute(tx)
      assert.deepEqual(rows, [{ count: 2 }])
      assert.equal(asked, 2)
    })
  })
})
