// The inbox 待办 and the lists: what waits for whom, in the order of deadlines; what can be found, filtered and paged.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { repair } from './house.ts'
import { openHouse, refused } from './house-desk.ts'

test('the inbox holds what waits for me and for my roles within reach, the nearest deadline first', async () => {
  const { ask, dispatch, matters, actors, clock, rooms, write, database: { db } } = await openHouse()
  const later = await ask()
  clock.advance({ days: -1 })
  const sooner = await ask({ what: '水管漏水', kind: 'water' })
  clock.advance({ minutes: 1 })
  const annex = await ask({ room: rooms.other })
  clock.set('2026-11-24T10:00:00+08:00')
  const liu = await matters.inbox(db, actors.liu)
  assert.deepEqual(liu.rows.map(({ number, overdue }) => [number, overdue]), [[sooner.number, true], [later.number, false]])
  assert.deepEqual([liu.total, liu.overdue, liu.next], [2, 1, null])
  assert.deepEqual((await matters.inbox(db, actors.annexDispatcher)).rows.map(({ number }) => number), [annex.number])
  assert.deepEqual((await matters.inbox(db, actors.chen)).rows, [])
  assert.deepEqual((await matters.inbox(db, actors.manager)).total, 0, 'to read is not to hold')

  await dispatch(later.number, later.version)
  assert.deepEqual((await matters.inbox(db, actors.chen)).rows.map(({ number, holder }) => [number, holder.person?.name]), [[later.number, '陈师傅']])
  const finished = await write((tx) => matters.step(tx, actors.chen, repair, later.number, 'finish', { version: 2 }))
  assert.deepEqual((await matters.inbox(db, actors.clerk)).rows.map(({ number }) => number), [later.number], 'it waits for the asker now')
  await write((tx) => matters.step(tx, actors.clerk, repair, later.number, 'confirm', { version: finished.version }))
  assert.equal((await matters.inbox(db, actors.clerk)).total, 0)

  const asked = await matters.inbox(db, actors.clerk, { scope: 'asked', limit: 2 })
  assert.deepEqual([asked.rows.map(({ number }) => number), asked.total], [[later.number, annex.number], 3])
  const more = await matters.inbox(db, actors.clerk, { scope: 'asked', limit: 2, after: asked.next ?? '' })
  assert.deepEqual([more.rows.map(({ number }) => number), more.next], [[sooner.number], null])
  assert.deepEqual((await matters.inbox(db, actors.chen, { scope: 'watching' })).total, 0, 'what is closed is not watched')
})

test('who worked on it watches it while it is open', async () => {
  const { ask, dispatch, matters, actors, database: { db }, write, people } = await openHouse()
  const { number, version } = await ask()
  await dispatch(number, version)
  await write((tx) => matters.step(tx, actors.liu, repair, number, 'dispatch', { input: { worker: people.zhao }, version: 2 }))
  assert.deepEqual((await matters.inbox(db, actors.chen, { scope: 'watching' })).rows.map((row) => row.number), [number])
  assert.equal((await matters.inbox(db, actors.zhao, { scope: 'watching' })).total, 0)
})

test('a list is filtered by the form, the facts and the state, searched and paged', async () => {
  const { ask, dispatch, matters, actors, clock, people, sites, database: { db } } = await openHouse()
  const lamp = await ask()
  clock.advance({ minutes: 1 })
  const pipe = await ask({ what: '水管漏水', kind: 'water' })
  clock.advance({ minutes: 1 })
  const socket = await ask({ what: '插座松动' })
  await dispatch(socket.number, socket.version)
  const found = async (parameters: Record<string, string>): Promise<string[]> => (await matters.list(db, actors.liu, repair, parameters)).rows.map(({ number }) => number)
  assert.deepEqual(await found({}), [socket.number, pipe.number, lamp.number], 'newest first')
  assert.deepEqual(await found({ 'where.kind': 'water' }), [pipe.number])
  assert.deepEqual(await found({ 'where.state': 'asked', sort: 'openedAt' }), [lamp.number, pipe.number])
  assert.deepEqual(await found({ 'where.worker': people.chen }), [socket.number])
  assert.deepEqual(await found({ 'where.holder': people.chen, 'where.site': sites.yard }), [socket.number])
  assert.deepEqual(await found({ 'where.requester': people.chen }), [])
  assert.deepEqual(await found({ q: '漏水' }), [pipe.number])
  assert.deepEqual(await found({ q: 'sgls' }), [pipe.number], 'by the initials of 水管漏水')
  assert.deepEqual(await found({ q: '？' }), [])
  clock.set('2026-11-24T15:00:30+08:00')
  assert.deepEqual(await found({ 'where.overdue': 'true', sort: 'dueAt' }), [lamp.number])
  const page = await matters.list(db, actors.liu, repair, { limit: '2', total: 'true' })
  assert.deepEqual([page.rows.length, page.total], [2, 3])
  assert.deepEqual(await found({ limit: '2', after: page.next ?? '' }), [lamp.number])
  assert.deepEqual((await matters.list(db, actors.stranger, repair)).rows, [])
  assert.deepEqual((await matters.list(db, actors.clerk, repair)).rows.length, 3, 'his own, without any role')
  await assert.rejects(found({ 'where.colour': 'red' }), refused('bad-request', /没有“colour”/))
  await assert.rejects(found({ asOf: '2026-01-01' }), refused('bad-request'))
})

test('what a word finds is counted with the page, of whoever reads some of it and of whoever reads all', async () => {
  const { ask, dispatch, matters, actors, clock, people, rooms, database: { db } } = await openHouse()
  const loose = await ask({ what: '插座松动' })
  await ask({ what: '插座松动', room: rooms.other })
  clock.advance({ minutes: 1 })
  const door = await ask({ what: '门锁松动' })
  await ask({ what: '水管漏水' })
  await dispatch(loose.number, loose.version)
  const found = async (parameters: Record<string, string>, actor = actors.liu) => {
    const { rows, total, next } = await matters.list(db, actor, repair, { q: '松动', total: 'true', ...parameters })
    return { numbers: rows.map(({ number }) => number), total, next }
  }
  assert.deepEqual(await found({}), { numbers: [door.number, loose.number], total: 2, next: null })
  const { next, ...first } = await found({ limit: '1' })
  assert.deepEqual(first, { numbers: [door.number], total: 2 })
  assert.deepEqual(await found({ limit: '1', after: next ?? '' }), { numbers: [loose.number], total: 2, next: null })
  assert.deepEqual(await found({ 'where.worker': people.chen, sort: 'kind' }), { numbers: [loose.number], total: 1, next: null })
  assert.deepEqual(await found({ q: '没有这样的事' }), { numbers: [], total: 0, next: null })
  assert.equal((await found({}, actors.manager)).total, 3)
  assert.deepEqual(await found({}, actors.stranger), { numbers: [], total: 0, next: null })
})
