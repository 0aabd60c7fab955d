// Printed codes 扫码报修: somebody without an account reports at a door, follows what became of it, and confirms.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSystem, systemActor } from '@houqin/access'
import { effects } from '@houqin/matters'
import { sql } from 'kysely'
import { inspection, repair, room } from './house.ts'
import { openHouse, refused } from './house-desk.ts'

const visitor = { locale: 'zh', ip: '10.1.1.1', request: 'request' } as const

test('a visitor reports at a door, follows it, and says it is mended', async () => {
  const { matters, registers, actors, write, rooms, dispatch, people, sites, database: { db } } = await openHouse()
  const door = await write((tx) => registers.codeOf(tx, systemActor, room, rooms.lamp))
  const thing = await matters.readByCode(db, door.toLowerCase(), 'zh')
  assert.deepEqual(thing, {
    kind: 'thing', register: 'house.room', name: '301', where: '机关大院',
    matters: [{ matter: 'house.repair', title: '报修', fields: thing.kind === 'thing' ? thing.matters[0]?.fields : [] }],
  })
  assert.deepEqual(thing.kind === 'thing' && thing.matters[0]?.fields.map((field) => field['name']), ['what', 'kind', 'photos'])

  const report = (input: object) => write((tx) => matters.startByCode(tx, repair, door, { input, ...visitor }))
  await assert.rejects(report({ what: '灯不亮', kind: 'electric', room: rooms.other }), refused('bad-input', /没有“room”/))
  const { number, reporterCode } = await report({ what: '灯不亮', kind: 'electric' })
  await assert.rejects(write((tx) => matters.startByCode(tx, inspection, door, { input: { what: '查' }, ...visitor })), refused('not-found'))

  const seen = await matters.read(db, actors.liu, repair, number)
  assert.deepEqual([seen.site?.id, seen.requester, seen.subject], [sites.yard, { id: null, name: '扫码报告人' }, '301 灯不亮'])
  await dispatch(number, seen.version, { worker: people.chen })
  await write((tx) => matters.comment(tx, actors.chen, repair, number, { text: '钥匙在值班室' }))
  await write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { comment: '换了灯管', version: 2 }))

  const followed = await matters.readByCode(db, reporterCode, 'zh')
  assert.ok(followed.kind === 'matter')
  assert.deepEqual(followed.timeline.map(({ label, comment }) => [label, comment]), [['发起', undefined], ['派单', undefined], ['修好了', '换了灯管']])
  assert.deepEqual(followed.steps.map(({ step, rates }) => [step, rates]), [['confirm', true], ['reopen', false]])
  const sheet = await matters.readByCode(db, await matters.codeOf(db, actors.liu, repair, number), 'zh')
  assert.ok(sheet.kind === 'matter')
  assert.deepEqual([sheet.steps, sheet.timeline.every(({ comment }) => comment === undefined)], [[], true], 'the printed sheet shows where it stands and lets nobody act')

  const step = (code: string, name: string, given: object = {}) => write((tx) => matters.stepByCode(tx, code, name, { ...visitor, ...given }))
  await assert.rejects(step(await matters.codeOf(db, actors.liu, repair, number), 'confirm'), refused('not-found'))
  await assert.rejects(step(reporterCode, 'settle'), refused('not-allowed'))
  await assert.rejects(step(reporterCode, 'reopen'), refused('bad-input', /说明/))
  const closed = await step(reporterCode, 'confirm', { rating: 4, comment: '谢谢' })
  assert.equal(closed.stateTitle, '已办结')
  assert.deepEqual((await matters.read(db, actors.liu, repair, number)).rating, { stars: 4, words: '谢谢' })
  await assert.rejects(step(reporterCode, 'confirm'), refused('step-not-possible'))
  const { rows } = await sql<{ actor: string | null; name: string; ip: string }>`
    select distinct actor, actor_name as name, ip from audit.entry where action in ('house.repair.start', 'house.repair.confirm')`.execute(db)
  assert.deepEqual(rows, [{ actor: null, name: '扫码报告人', ip: '10.1.1.1' }])
})

test('what a report sets going is done by the house, in whose name alone it can be', async () => {
  const done: boolean[] = []
  const following = effects(repair, {
    start: async ({ actor, engine }) => {
      done.push(isSystem(actor.principal))
      await engine.startOther(inspection, { input: { what: '查灯' } })
    },
  })
  const { matters, registers, actors, write, rooms, database: { db } } = await openHouse({ effects: [following] })
  const door = await write((tx) => registers.codeOf(tx, systemActor, room, rooms.lamp))
  await write((tx) => matters.startByCode(tx, repair, door, { input: { what: '灯不亮', kind: 'electric' }, ...visitor }))
  assert.deepEqual(done, [true])
  const { rows } = await matters.list(db, actors.manager, inspection)
  assert.deepEqual(rows.map(({ requester }) => requester), [{ id: null, name: '系统' }])
})

test('a code of a room that was merged stands for the survivor, an unknown one for nothing', async () => {
  const { matters, registers, write, rooms, database: { db } } = await openHouse()
  const door = await write((tx) => registers.codeOf(tx, systemActor, room, rooms.lamp))
  await write((tx) => registers.merge(tx, systemActor, room, rooms.lamp, { into: rooms.other, reason: '同一间' }))
  const thing = await matters.readByCode(db, door, 'zh')
  assert.ok(thing.kind === 'thing')
  assert.equal(thing.name, '东101')
  await write((tx) => matters.startByCode(tx, repair, door, { input: { what: '灯不亮', kind: 'electric' }, ...visitor }))
  await assert.rejects(matters.readByCode(db, '0'.repeat(26), 'zh'), refused('not-found'))
  await assert.rejects(matters.readByCode(db, 'nonsense', 'zh'), refused('not-found'))
})
