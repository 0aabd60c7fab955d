// Links 关联: a duplicate closes into its survivor and its people watch on; following and belonging; undone by a step.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inspection, repair } from './house.ts'
import { openHouse, refused } from './house-desk.ts'

test('a duplicate closes into its survivor, whose watchers its parties become', async () => {
  const { ask, dispatch, matters, actors, write, rooms, database: { db } } = await openHouse()
  const first = await ask()
  const second = await write((tx) => matters.start(tx, actors.zhao, repair, { input: { room: rooms.lamp, what: '301 灯坏了', kind: 'electric' } }))
  const link = (from: string, to: string, actor = actors.liu) => write((tx) => matters.link(tx, actor, repair, from, { kind: 'duplicate-of', to }))
  await assert.rejects(write((tx) => matters.step(tx, actors.liu, repair, second.number, 'merge', { version: 1 })), refused('step-not-possible', /要指明并入哪一件/))
  await assert.rejects(matters.read(db, actors.zhao, repair, first.number), refused('not-found'))
  await assert.rejects(link(second.number, first.number, actors.zhao), refused('not-found'))

  const merged = await link(second.number, first.number)
  assert.deepEqual([merged.state, merged.closedAt !== null, merged.version], ['merged', true, 2])
  assert.deepEqual(merged.links, [{ kind: 'duplicate-of', here: false, number: first.number, matter: 'house.repair', subject: '301 灯不亮', state: 'asked', stateTitle: '待派单', approving: false }])
  const survivor = await matters.read(db, actors.zhao, repair, first.number)
  assert.deepEqual(survivor.links.map(({ number, here }) => [number, here]), [[second.number, true]])
  assert.equal(survivor.timeline.at(-1)?.comment, `${second.number} 并入本件`)
  assert.deepEqual((await matters.inbox(db, actors.zhao, { scope: 'watching' })).rows.map(({ number }) => number), [first.number])

  await assert.rejects(link(first.number, second.number), refused('conflict', /已并入/))
  await assert.rejects(link(first.number, first.number), refused('bad-input'))
  await assert.rejects(link(first.number, 'BX-20990101-0001'), refused('not-found'))
  await dispatch(first.number, first.version)
})

test('matters follow each other and are parts of a whole without being moved', async () => {
  const { ask, matters, actors, write, clock, database, sites } = await openHouse()
  const one = await ask()
  const two = await ask()
  const both = { ...actors.liu, principal: { ...actors.liu.principal, person: actors.clerk.principal.person, grants: [...actors.liu.principal.grants, ...actors.manager.principal.grants] } }
  const check = await write((tx) => matters.start(tx, both, inspection, { input: { what: '逐间查灯', site: sites.yard } }))
  await write((tx) => matters.link(tx, both, repair, one.number, { kind: 'part-of', to: check.number }))
  clock.advance({ minutes: 1 })
  await write((tx) => matters.link(tx, both, repair, two.number, { kind: 'follows', to: one.number }))
  await assert.rejects(write((tx) => matters.link(tx, both, repair, one.number, { kind: 'part-of', to: two.number })), refused('conflict'))
  await assert.rejects(write((tx) => matters.link(tx, both, repair, one.number, { kind: 'duplicate-of', to: check.number })), refused('bad-input', /同一种事项/))
  await assert.rejects(write((tx) => matters.link(tx, both, repair, one.number, { kind: 'resembles', to: two.number })), refused('bad-input'))
  const seen = await matters.read(database.db, both, repair, one.number)
  assert.deepEqual(seen.links.map(({ kind, number, here }) => [kind, number, here]), [['part-of', check.number, false], ['follows', two.number, true]])
  assert.deepEqual([seen.state, seen.version], ['asked', 1])

  await sql`update matter.matter set approving = 'dispatch' where number = ${two.number}`.execute(database.db)
  const { links } = await matters.read(database.db, both, repair, one.number)
  assert.deepEqual(links.map(({ state, approving }) => [state, approving]), [[check.state, false], ['asked', true]])
})
