// The page that a step answers 办后页面: word for word what reading the matter afterwards gives, for everybody, whatever the step did.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { sql } from 'kysely'
import { effects } from '@houqin/matters'
import { person, repair } from './house.ts'
import { openHouse, refused } from './house-desk.ts'

test('a step answers what reading anew would', async () => {
  const kept = effects(repair, {
    finish: async ({ engine, matter }) => {
      await engine.setDue(new Date(matter.openedAt.getTime() + 3_600_000))
      await engine.addParty(String(matter.requester))
    },
  })
  const { matters, actors, write, ask, people, database: { db } } = await openHouse({ effects: [kept] })
  const asked = await ask({ phone: '13800001234' })
  const { number } = asked
  let { version } = asked
  const take = async (actor: Actor, step: string, given: object = {}): Promise<void> => {
    const answered = await write((tx) => matters.step(tx, actor, repair, number, step, { ...given, version }))
    assert.deepEqual(answered, await matters.read(db, actor, repair, number), step)
    version = answered.version
  }
  await take(actors.liu, 'dispatch', { input: { worker: people.chen }, comment: '尽快' })
  await take(actors.liu, 'dispatch', { input: { worker: people.chen, cost: '3500.5' } })
  await take(actors.chen, 'book', { lines: { materials: [{ what: '灯管', quantity: '2', amount: '30' }] } })
  await take(actors.chen, 'finish')
  await take(actors.clerk, 'reopen', { comment: '还是不亮' })
  await take(actors.liu, 'dispatch', { input: { worker: people.zhao } })
  await take(actors.zhao, 'finish')
  await take(actors.clerk, 'confirm', { rating: 4, comment: '好' })
  const { rows } = await sql<{ why: string; persons: string[] }>`
    select p.why, array_agg(p.person order by p.person) as persons from matter.party p join matter.matter m on m.id = p.matter
    where m.number = ${number} group by p.why order by p.why`.execute(db)
  const sent = [people.chen, people.zhao].toSorted()
  assert.deepEqual(rows, [
    { why: 'acted', persons: [people.clerk, ...sent].toSorted() }, { why: 'holder', persons: [people.clerk, ...sent].toSorted() },
    { why: 'named', persons: sent }, { why: 'requester', persons: [people.clerk] }, { why: 'watcher', persons: [people.clerk] },
  ])
  const { rows: [last] } = await sql<{ persons: string[] }>`select persons from events.event where topic = 'matter' order by id desc limit 1`.execute(db)
  assert.deepEqual(last?.persons.toSorted(), [people.clerk, ...sent].toSorted())
})

test('a page that is kept is not shown once anything around it has changed, by whomever and in whichever transaction', async () => {
  const { matters, actors, write, ask, people, database: { db } } = await openHouse()
  const { number } = await ask()
  const other = await ask()
  let version = 1
  const take = async (actor: Actor, step: string, given: object = {}): Promise<void> => {
    const answered = await write((tx) => matters.step(tx, actor, repair, number, step, { ...given, version }))
    assert.deepEqual(answered, await matters.read(db, actor, repair, number), step)
    version = answered.version
  }
  const send = { input: { worker: people.chen } }
  await take(actors.liu, 'dispatch', send)
  await write((tx) => matters.comment(tx, actors.clerk, repair, number, { text: '请先打电话' }))
  await take(actors.liu, 'dispatch', send)

  // In the transaction of the step itself, after it.
  await write(async (tx) => {
    ({ version } = await matters.step(tx, actors.liu, repair, number, 'dispatch', { ...send, version }))
    await matters.comment(tx, actors.chen, repair, number, { text: '知道了' })
  })
  await take(actors.liu, 'dispatch', send)

  // What was undone has left nothing to be shown.
  await assert.rejects(write(async (tx) => {
    await matters.step(tx, actors.chen, repair, number, 'finish', { version, comment: '未曾发生' })
    throw new Error('undone')
  }), /undone/)
  await take(actors.liu, 'dispatch', { input: { worker: people.zhao } })

  // As another server does it, of which this one hears nothing: the row of the matter, that of its form, a name.
  await sql`update matter.matter set subject = '301 灯全不亮' where number = ${number}`.execute(db)
  await take(actors.liu, 'dispatch', send)
  await sql`update house.repair set what = '灯全不亮' where matter = (select id from matter.matter where number = ${number})`.execute(db)
  await take(actors.liu, 'dispatch', send)

  await write((tx) => matters.link(tx, actors.liu, repair, other.number, { kind: 'follows', to: number }))
  await take(actors.chen, 'finish')
  const { timeline, links, form, subject } = await matters.read(db, actors.clerk, repair, number)
  assert.deepEqual(timeline.flatMap(({ comment }) => (comment === null ? [] : [comment])), ['请先打电话', '知道了'])
  assert.deepEqual([links.length, form['what'], subject], [1, '灯全不亮', '301 灯全不亮'])
})

test('who agreed or takes part is decided by the parties of now, on a page that another has kept', async () => {
  const { matters, actors, write, ask, dispatch, people, database: { db } } = await openHouse()
  const { number, version } = await ask()
  const sent = await dispatch(number, version)
  await matters.read(db, actors.chen, repair, number)
  await assert.rejects(write((tx) => matters.step(tx, actors.stranger, repair, number, 'finish', { version: sent.version })), refused('not-found'))
  await sql`
    with him as (insert into matter.party (matter, person, why) select id, ${people.stranger}::uuid, 'watcher' from matter.matter where number = ${number} returning matter)
    update matter.matter set version = version where id in (select matter from him)`.execute(db)
  await assert.rejects(write((tx) => matters.step(tx, actors.stranger, repair, number, 'finish', { version: sent.version })), refused('not-allowed'))
  await write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { version: sent.version }))
})

test('a name changed here is on the page of the next step at once', async () => {
  const { matters, registers, actors, write, ask, dispatch, people, database: { db } } = await openHouse()
  const { number, version } = await ask()
  const sent = await dispatch(number, version)
  await matters.read(db, actors.liu, repair, number)
  await write((tx) => registers.update(tx, systemActor, person, people.chen, { name: '陈志强' }, 1))
  const answered = await write((tx) => matters.step(tx, actors.liu, repair, number, 'dispatch', { input: { worker: people.chen }, version: sent.version }))
  assert.equal(answered.holder.person?.name, '陈志强')
})

test('two at one step of a page that is kept: one wins, the other is told; nothing is done twice', async () => {
  const { matters, actors, write, ask, dispatch, people, database: { db } } = await openHouse()
  const { number, version } = await ask()
  const sent = await dispatch(number, version)
  await matters.read(db, actors.liu, repair, number)
  const send = (worker: string) => write((tx) => matters.step(tx, actors.liu, repair, number, 'dispatch', { input: { worker }, version: sent.version }))
  const outcomes = await Promise.allSettled([send(people.chen), send(people.zhao), send(people.chen)])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected', 'rejected'])
  for (const outcome of outcomes) if (outcome.status === 'rejected') assert.ok(refused('stale-version', /刘敏已于/)(outcome.reason))
  const finish = () => write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { version: sent.version + 1 }))
  const finished = await Promise.allSettled([finish(), finish()])
  const fulfilled = [...outcomes, ...finished].flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  assert.deepEqual(fulfilled.map((one) => one.version).toSorted((a, b) => a - b), fulfilled.length === 2 ? [sent.version + 1, sent.version + 2] : [sent.version + 1])
  const { rows: [left] } = await sql<{ version: number; entries: string; audited: string }>`
    select m.version, (select count(*) from matter.event e where e.matter = m.id) as entries,
      (select count(*) from audit.entry a where a.subject_id = m.id::text) as audited from matter.matter m where m.number = ${number}`.execute(db)
  const now = sent.version + fulfilled.length
  assert.deepEqual(left, { version: now, entries: String(now), audited: String(now) })
})

test('what is taken for granted and is not so is begun again, once; a failure of its own is the caller’s', async () => {
  const { matters, actors, write, ask, dispatch, people, database: { db } } = await openHouse()
  const { number, version } = await ask()
  const sent = await dispatch(number, version)
  await matters.read(db, actors.liu, repair, number)
  let runs = 0
  const send = (given: number) => write((tx) => {
    runs += 1
    return matters.step(tx, actors.liu, repair, number, 'dispatch', { input: { worker: people.chen, cost: '10.00' }, version: given })
  })
  await sql`update matter.matter set version = version where number = ${number}`.execute(db)
  const done = await send(sent.version)
  assert.deepEqual([done.version, runs], [sent.version + 1, 2])
  await matters.read(db, actors.liu, repair, number)
  runs = 0
  // Who was faster is asked of the database, which proves the page before it answers.
  await assert.rejects(send(sent.version), refused('stale-version'))
  assert.equal(runs, 1)
  await matters.read(db, actors.liu, repair, number)
  runs = 0
  await send(done.version)
  assert.equal(runs, 1)
})
