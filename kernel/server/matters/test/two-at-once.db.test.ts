// Two people at one step 同时办理, and what is cut off in the middle: one wins and the other is told, or nothing has happened.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '@houqin/access'
import { transaction } from '@houqin/db'
import type { Db } from '@houqin/db'
import { Problem } from '@houqin/problem'
import { sql } from 'kysely'
import { effects } from '@houqin/matters'
import { inspection, repair } from './house.ts'
import { openHouse, refused } from './house-desk.ts'

/** Everything a repair leaves behind. */
async function traces(db: Db): Promise<unknown> {
  const { rows } = await sql`
    select (select jsonb_agg(to_jsonb(m) order by m.id) from matter.matter m) as matters, (select count(*) from matter.event) as events,
      (select count(*) from matter.party) as parties, (select count(*) from audit.entry where action like 'house.repair%') as audited,
      (select count(*) from events.event) as told, (select count(*) from house.repair__materials) as lines,
      (select jsonb_agg(to_jsonb(f) order by f.matter) from house.repair f) as forms`.execute(db)
  return rows[0]
}

test('two dispatchers at one step: one wins, the other is told who and when', async () => {
  const { matters, actors, write, ask, people } = await openHouse()
  const { number, version } = await ask()
  const send = (worker: string) => write((tx) => matters.step(tx, actors.liu, repair, number, 'dispatch', { input: { worker }, version }))
  const outcomes = await Promise.allSettled([send(people.chen), send(people.zhao)])
  const [refusal] = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.ok(refusal instanceof Problem)
  assert.equal(refusal.type, 'stale-version')
  assert.match(refusal.detail.zh, /^刘敏已于 2026-11-24 周二 09:30 办理“派单”，现在是“已派单”。/)
  assert.deepEqual({ by: refusal.more['by'], step: refusal.more['step'], version: refusal.more['version'] }, { by: '刘敏', step: 'dispatch', version: 2 })
})

test('who could never take a step is told so, however the matter stands; who is only too late is told how it stands', async () => {
  const { matters, actors, write, ask, dispatch, people } = await openHouse()
  const { number, version } = await ask()
  const take = (who: Actor, step: string, of: number, input = {}) => write((tx) => matters.step(tx, who, repair, number, step, { input, version: of }))
  await dispatch(number, version)
  // The manager reads along; no step is his.
  for (const [step, of] of [['dispatch', 1], ['dispatch', 2], ['confirm', 1], ['confirm', 2], ['reopen', 2]] as const) await assert.rejects(take(actors.manager, step, of), refused('not-allowed'))
  await assert.rejects(take(actors.liu, 'confirm', 2), refused('step-not-possible', /现在是“已派单”/))
  await assert.rejects(take(actors.liu, 'dispatch', 1, { worker: people.zhao }), refused('stale-version', /刘敏已于/))
  await assert.rejects(take(actors.clerk, 'confirm', 1), refused('stale-version'))
  await assert.rejects(take(actors.clerk, 'finish', 2), refused('not-allowed'), 'it never waited for her')
  await take(actors.liu, 'dispatch', 2, { worker: people.zhao })
  await take(actors.zhao, 'finish', 3, { after: [] })
  await assert.rejects(take(actors.chen, 'finish', 2), refused('stale-version'), 'he had it in hand before')
  await assert.rejects(take(actors.chen, 'finish', 4), refused('step-not-possible', /现在是“待确认”/))
})

test('an effect that throws undoes the whole step', async () => {
  const failing = effects(repair, {
    dispatch: async ({ engine, matter, input }) => {
      await engine.setDue(null)
      await engine.startOther(inspection, { input: { what: `复查 ${matter.number} ${input.worker}` } })
      throw new Error('the store is closed')
    },
  })
  const { database: { db }, ask, dispatch } = await openHouse({ effects: [failing] })
  const { number, version } = await ask()
  const before = await traces(db)
  await assert.rejects(dispatch(number, version), /the store is closed/)
  assert.deepEqual(await traces(db), before)
})

test('a connection cut in the middle of a step leaves nothing of it, and the step can be taken anew', async () => {
  const { database: { db }, matters, actors, ask, dispatch, people } = await openHouse()
  const { number, version } = await ask()
  const before = await traces(db)
  await assert.rejects(transaction(db, async (tx) => {
    const { rows: [own] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await matters.step(tx, actors.liu, repair, number, 'dispatch', { input: { worker: people.chen }, version })
    await sql`select pg_terminate_backend(${own?.pid ?? 0})`.execute(db)
    await sql`select 1`.execute(tx)
  }))
  assert.deepEqual(await traces(db), before)
  assert.equal((await dispatch(number, version)).version, 2)
})

test('effects set facts, holder, deadline and parties, and ask for other matters, all in the step', async () => {
  const following = effects(repair, {
    start: async ({ engine, matter }) => {
      const { number } = await engine.startOther(inspection, { input: { what: `先看 ${matter.subject}`, site: matter.site } })
      await engine.link('follows', number)
    },
    dispatch: async ({ engine, matter }) => {
      await engine.setFacts({ worker: people.zhao })
      await engine.setDue(new Date(matter.openedAt.getTime() + 3_600_000))
      await engine.addParty(people.stranger)
      await engine.notify([people.stranger])
    },
  })
  const opened = await openHouse({ effects: [following] })
  const { matters, actors, ask, dispatch, people, database: { db } } = opened
  const { number, version } = await ask()
  await dispatch(number, version)
  const now = await matters.read(db, actors.clerk, repair, number)
  assert.deepEqual(now.holder, { person: { id: people.zhao, name: '赵师傅' } })
  assert.equal(now.dueAt, '2026-11-24T02:30:00.000Z')
  assert.deepEqual(now.links.map(({ kind, matter, here }) => ({ kind, matter, here })), [{ kind: 'follows', matter: 'house.inspection', here: false }])
  assert.equal((await matters.read(db, actors.stranger, repair, number)).number, number, 'who was made a party reads it')
  const { rows } = await sql<{ persons: string[] }>`select persons from events.event where topic = 'inbox' and payload->>'step' = 'notice'`.execute(db)
  assert.deepEqual(rows, [{ persons: [people.stranger] }])
})

test('two tickers claim what has become overdue once', async () => {
  const heard: string[] = []
  const late = effects(repair, {
    overdue: async ({ matter, engine }) => {
      heard.push(matter.number)
      await engine.addParty(people.zhao)
    },
  })
  const { matters, clock, ask, people, actors, database: { db } } = await openHouse({ effects: [late] })
  const asked = [await ask(), await ask(), await ask()]
  assert.deepEqual(await matters.tick(db), { claimed: [], failed: [] })
  clock.set('2026-11-24T15:00:01+08:00')
  const [one, other] = await Promise.all([matters.tick(db), matters.tick(db)])
  const numbers = asked.map(({ number }) => number)
  assert.deepEqual([...one.claimed, ...other.claimed].toSorted(), numbers)
  assert.deepEqual(heard.toSorted(), numbers)
  assert.deepEqual((await matters.tick(db)).claimed, [])
  const seen = await matters.read(db, actors.liu, repair, numbers[0] ?? '')
  assert.equal(seen.overdue, true)
  assert.deepEqual(seen.timeline.map(({ label }) => label), ['发起', '已超时'])
  assert.equal((await matters.read(db, actors.zhao, repair, numbers[0] ?? '')).overdue, true)
})

test('an escalation whose effect fails is an escalation all the same', async () => {
  const broken = effects(repair, {
    overdue: async ({ engine }) => {
      await engine.addParty(people.zhao)
      throw new Error('nobody on duty')
    },
  })
  const { matters, clock, ask, people, actors, database: { db } } = await openHouse({ effects: [broken] })
  const { number } = await ask()
  clock.set('2026-11-24T16:00:00+08:00')
  const { claimed, failed } = await matters.tick(db)
  assert.deepEqual([claimed, failed.map((one) => one.number)], [[number], [number]])
  assert.deepEqual((await matters.tick(db)).claimed, [], 'it is not tried for ever')
  await assert.rejects(matters.read(db, actors.zhao, repair, number), refused('not-found'))
})
