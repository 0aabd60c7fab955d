// The page that a step answers 办后页面: word for word what reading the matter afterwards gives, for everybody, whatever the step did.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '@houqin/access'
import { sql } from 'kysely'
import { effects } from '@houqin/matters'
import { repair } from './house.ts'
import { openHouse } from './house-desk.ts'

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
