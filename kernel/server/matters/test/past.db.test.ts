// Past matters 历史事项: recorded in bulk, they read like any other, and today's numbers go on after them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '@houqin/access'
import { newId } from '@houqin/fields'
import type { PastMatter } from '@houqin/matters'
import { repair } from './house.ts'
import { openHouse } from './house-desk.ts'

test('what was over before reads with its timeline, lines and rating; what was open waits for its holder and falls due', async () => {
  const { matters, clock, database: { db }, people, rooms, sites, actors, write, ask } = await openHouse()
  const at = (time: string): Date => new Date(`2026-11-24T${time}:00+08:00`)
  const clerk = { person: people.clerk, name: '王芳' }
  const chen = { person: people.chen, name: '陈师傅' }
  const form = { room: rooms.lamp, site: sites.yard, what: '灯不亮', kind: 'electric', phone: null, photos: [] }
  const base = { requester: clerk, organ: null, site: sites.yard, form, facts: { worker: people.chen, cost: null } }
  const sent = { at: at('08:30'), step: 'dispatch', to: 'dispatched', by: { person: null, name: '刘敏' }, input: { worker: people.chen, cost: null } }
  const [over, open, twice] = [newId(clock), newId(clock), newId(clock)]
  const past: readonly PastMatter[] = [
    {
      ...base, id: over, number: 'BX-20261124-0001', dueAt: null, rating: { stars: 4, words: '很快' },
      lines: { materials: [{ at: at('08:50'), by: people.chen, values: { what: '灯管', quantity: '2', amount: '33.00', outcome: 'stock' } }] },
      happened: [
        { at: at('08:10'), step: null, to: 'asked', by: clerk }, sent,
        { at: at('08:50'), step: 'finish', to: 'repaired', by: chen, comment: '换了灯管', input: { after: [] } }, { at: at('09:00'), step: 'confirm', to: 'closed', by: clerk },
      ],
    },
    { ...base, id: open, number: 'BX-20261124-0007', dueAt: at('09:20'), happened: [{ at: at('08:20'), step: null, to: 'asked', by: clerk }, sent] },
    { ...base, id: twice, number: 'BX-20261124-0008', dueAt: null, duplicateOf: open, facts: { worker: null, cost: null }, happened: [{ at: at('08:40'), step: null, to: 'asked', by: clerk }, { at: at('08:45'), step: 'merge', to: 'merged', by: { person: null, name: '刘敏' } }] },
  ]
  await write((tx) => matters.recordPast(tx, repair, past))

  const closed = await matters.read(db, systemActor, repair, 'BX-20261124-0001')
  assert.deepEqual([closed.subject, closed.state, closed.version, closed.rating, closed.closedAt], ['301 灯不亮', 'closed', 4, { stars: 4, words: '很快' }, at('09:00').toISOString()])
  assert.deepEqual(closed.timeline.map(({ label, comment }) => [label, comment]), [['发起', null], ['派单', null], ['修好了', '换了灯管'], ['确认', null]])
  assert.deepEqual(closed.timeline[1]?.input?.['worker'], { id: people.chen, name: '陈师傅' })
  assert.equal(closed.lines['materials']?.totals['amount'], '33.00')

  const mine = await matters.inbox(db, actors.chen)
  assert.deepEqual(mine.rows.map(({ number, overdue }) => [number, overdue]), [['BX-20261124-0007', true]])
  assert.deepEqual((await matters.tick(db)).claimed, ['BX-20261124-0007'])
  assert.deepEqual((await matters.read(db, systemActor, repair, 'BX-20261124-0008')).links.map(({ kind, number }) => [kind, number]), [['duplicate-of', 'BX-20261124-0007']])
  assert.equal((await ask()).number, 'BX-20261124-0009')
})
test('a state or a step that the declaration does not know is refused, and nothing of the batch is kept', async () => {
  const { matters, clock, database: { db }, rooms, sites, write } = await openHouse()
  const nobody = { person: null, name: '访客' }
  const past = (to: string, step: string | null): PastMatter => ({
    id: newId(clock), number: 'BX-20261123-0001', requester: nobody, organ: null, site: sites.yard, dueAt: null,
    form: { room: rooms.lamp, site: sites.yard, what: '灯不亮', kind: 'electric', phone: null, photos: [] }, facts: {},
    happened: [{ at: clock.now(), step, to, by: nobody }],
  })
  await assert.rejects(write((tx) => matters.recordPast(tx, repair, [past('vanished', null)])), /no state vanished/)
  await assert.rejects(write((tx) => matters.recordPast(tx, repair, [past('asked', 'teleport')])), /no step teleport/)
  assert.deepEqual((await matters.list(db, systemActor, repair)).rows, [])
})
