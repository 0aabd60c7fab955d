// What effects keep is written with the step: whoever looks in between sees both, and the answer is what is read afterwards.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effects } from '@houqin/matters'
import { sql } from 'kysely'
import { repair } from './house.ts'
import { openHouse } from './house-desk.ts'

const due = new Date('2026-11-27T10:00:00Z')

test('an effect that only keeps something sends nothing of its own; the next one, and any question, sees it and the step', async (t) => {
  const seen: unknown[] = []
  const keeping = effects(repair, {
    async dispatch({ engine }) {
      await engine.setFacts({ cost: '120.50' })
      await engine.setDue(due)
      await engine.addParty(house.people.stranger)
    },
  })
  const looking = effects(repair, {
    async dispatch({ tx, matter }) {
      const { rows } = await sql`
        select m.state, m.version, m.due_at, f.cost, f.worker, (select count(*)::int from matter.event e where e.matter = m.id) as events,
          exists (select from matter.party p where p.matter = m.id and p.person = ${house.people.stranger}::uuid) as watched
        from matter.matter m join house.repair f on f.matter = m.id where m.id = ${matter.id}::uuid`.execute(tx)
      seen.push(matter.facts.cost, matter.dueAt, rows[0])
    },
  })
  const house = await openHouse({ effects: [keeping, looking] })
  t.after(() => house.database.close())
  const { number, version } = await house.ask()
  const answer = await house.dispatch(number, version)
  assert.deepEqual(seen, ['120.50', due, { state: 'dispatched', version: 2, due_at: due, cost: '120.50', worker: house.people.chen, events: 2, watched: true }])
  assert.deepEqual(answer, await house.matters.read(house.database.db, house.actors.liu, repair, number))
})

test('what an effect keeps after it has asked something is kept all the same, and a failure undoes the step', async (t) => {
  let fails = false
  const asking = effects(repair, {
    async dispatch({ tx, matter, engine }) {
      await engine.setFacts({ cost: '1.00' })
      const { rows } = await sql<{ cost: string }>`select cost from house.repair where matter = ${matter.id}::uuid`.execute(tx)
      await engine.setFacts({ cost: `${Number(rows[0]?.cost) + 1}.00` })
      await engine.setDue(due)
      if (fails) throw new Error('the effect fails')
    },
  })
  const house = await openHouse({ effects: [asking] })
  t.after(() => house.database.close())
  const { number, version } = await house.ask()
  fails = true
  await assert.rejects(house.dispatch(number, version), /the effect fails/)
  const before = await house.matters.read(house.database.db, house.actors.liu, repair, number)
  assert.equal(before.state, 'asked')
  assert.equal(before.timeline.length, 1)
  fails = false
  await house.dispatch(number, version)
  const after = await house.matters.read(house.database.db, house.actors.liu, repair, number)
  assert.equal(after.facts['cost'], '2.00')
  assert.equal(after.dueAt, due.toISOString())
})
