// Who reads a matter 谁能看: parties always, roles within their site, auditors; a stranger is told there is nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditor } from '@houqin/define'
import type { Actor } from '@houqin/access'
import { inspection, repair } from './house.ts'
import { openHouse, refused } from './house-desk.ts'

test('parties read it, the role of its site reads it, the role of another site and strangers find nothing', async () => {
  const { ask, dispatch, matters, actors, write, clock, people, database: { db } } = await openHouse()
  const { number, version } = await ask({ phone: '13812345678' })
  const read = (actor: Actor) => matters.read(db, actor, repair, number)
  for (const actor of [actors.clerk, actors.liu, actors.manager]) assert.equal((await read(actor)).number, number)
  for (const actor of [actors.stranger, actors.annexDispatcher, actors.chen]) await assert.rejects(read(actor), refused('not-found'))
  await assert.rejects(matters.read(db, actors.liu, inspection, number), refused('not-found'))
  await assert.rejects(read({ ...actors.stranger, principal: { ...actors.stranger.principal, person: null } }), refused('not-found'))

  await dispatch(number, version)
  assert.equal((await read(actors.chen)).number, number, 'whom it was sent to is a party')
  await write((tx) => matters.step(tx, actors.liu, repair, number, 'dispatch', { input: { worker: people.zhao }, version: 2 }))
  clock.advance({ hours: 1 })
  assert.equal((await read(actors.chen)).number, number, 'and stays one')
  await assert.rejects(write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { version: 3 })), refused('not-allowed'))
  await assert.rejects(write((tx) => matters.step(tx, actors.annexDispatcher, repair, number, 'dispatch', { input: { worker: people.chen }, version: 3 })), refused('not-found'))
})

test('whoever only reads along sees a telephone number masked; those whose work it is see it whole', async () => {
  const { ask, matters, actors, database: { db } } = await openHouse()
  const { number } = await ask({ phone: '13812345678' })
  const phone = async (actor: Actor): Promise<unknown> => (await matters.read(db, actor, repair, number)).form['phone']
  assert.equal(await phone(actors.clerk), '13812345678')
  assert.equal(await phone(actors.liu), '13812345678', 'it waits for her')
  assert.equal(await phone(actors.manager), '138****5678')
  const { rows: [listed] } = await matters.list(db, actors.manager, repair)
  assert.equal(listed?.form['phone'], '138****5678')
  await assert.rejects(matters.list(db, actors.manager, repair, { 'where.phone': '13812345678' }), refused('not-allowed'))
})

test('an auditor reads everything and changes nothing', async () => {
  const { ask, matters, actors, write, database: { db } } = await openHouse()
  const { number } = await ask()
  const examiner: Actor = { ...actors.stranger, principal: { ...actors.stranger.principal, grants: [{ role: auditor.role, organs: null, sites: null }] } }
  const seen = await matters.read(db, examiner, repair, number)
  assert.deepEqual(seen.steps, [])
  await assert.rejects(write((tx) => matters.comment(tx, examiner, repair, number, { text: '看过了' })), refused('not-allowed'))
  assert.equal((await matters.list(db, examiner, repair, { total: 'true' })).total, 1)
})

test('a word from a party stands in the timeline without moving the matter', async () => {
  const { ask, matters, actors, write } = await openHouse()
  const { number, version } = await ask()
  const after = await write((tx) => matters.comment(tx, actors.clerk, repair, number, { text: ' 下午三点后有人 ' }))
  assert.equal(after.version, version)
  assert.deepEqual(after.timeline.map(({ what, comment }) => [what, comment]), [['start', null], ['comment', '下午三点后有人']])
  await assert.rejects(write((tx) => matters.comment(tx, actors.clerk, repair, number, { text: '' })), refused('bad-input'))
  await assert.rejects(write((tx) => matters.comment(tx, actors.stranger, repair, number, { text: '?' })), refused('not-found'))
})
