// Whose phone rings when a repair moves 报修通知: the worker once, the asker when it is his turn, nobody for what is over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { repair } from '@houqin/service-desk'
import { settled } from '@houqin/testing'
import { refused, smallOffice } from './small-office.ts'

async function ringing() {
  const office = await smallOffice()
  const { system } = office
  const hear = async (): Promise<void> => {
    await settled(system.db)
    for (const { name, run } of system.notices.ticks) if (name !== 'notice.sweep') await run(system.db)
  }
  const told = async (actor: Actor): Promise<readonly [kind: string, title: string, state: 'unread' | 'read' | 'settled'][]> => {
    await hear()
    const { rows } = await system.notices.list(system.db, actor)
    return rows.map(({ kind, title, readAt, settledAt }) => [kind, title, readAt ? 'read' : settledAt ? 'settled' : 'unread'])
  }
  const unread = async (actor: Actor): Promise<number> => (await system.notices.list(system.db, actor)).unread
  return { ...office, hear, told, unread }
}

test('派单：师傅的电话响一次，节拍走两遍、两个进程同时听也只一次；派的人不响', async () => {
  const { ask, take, actors, ids, hear, told, unread } = await ringing()
  const asked = await ask()
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen }, comment: '带梯子' })
  await Promise.all([hear(), hear(), hear()])
  assert.deepEqual(await told(actors.chen), [['matter.yours', '等您办：机关大院 1号楼 301：办公室灯不亮', 'unread']])
  assert.equal(await unread(actors.chen), 1)
  assert.equal(await unread(actors.dispatcher), 0)
  assert.deepEqual(await told(actors.clerk), [['matter.moved', '已派单：机关大院 1号楼 301：办公室灯不亮', 'unread']], '报修的人知道派出去了')
})
test('通知里写着谁派的、说了什么、几时到期，也有英文', async () => {
  const { ask, take, actors, ids, hear, system } = await ringing()
  const asked = await ask()
  await take(actors.steward, asked, 'dispatch', { input: { worker: ids.chen }, comment: '带梯子' })
  await hear()
  const [zh] = (await system.notices.list(system.db, actors.chen)).rows
  assert.equal(zh?.text, `报修 ${asked.number}，周建国派单\n带梯子\n时限 2026-11-25 周三 10:00`)
  assert.equal(zh?.path, `/matters/service-desk.repair/${asked.number}`)
  const [en] = (await system.notices.list(system.db, { ...actors.chen, locale: 'en' })).rows
  assert.match(en?.text ?? '', /^Repair .*, Dispatch by 周建国\n带梯子\nDue 2026-11-25/)
})
test('改派：头一位师傅的通知作罢，后一位响', async () => {
  const { ask, take, actors, ids, told } = await ringing()
  const asked = await ask()
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
  assert.equal((await told(actors.chen)).length, 1)
  await take(actors.dispatcher, asked, 'reassign', { input: { worker: ids.zhao } })
  assert.deepEqual((await told(actors.chen)).map(([, , state]) => state), ['settled'])
  assert.deepEqual((await told(actors.zhao)).map(([kind, , state]) => [kind, state]), [['matter.yours', 'unread']])
})
test('修好了请报修人确认；他确认后通知自己消失，师傅不再被打扰', async () => {
  const { ask, take, actors, ids, told, unread } = await ringing()
  const asked = await ask()
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
  assert.equal((await told(actors.chen)).length, 1)
  await take(actors.chen, asked, 'arrive')
  assert.deepEqual((await told(actors.chen)).map(([, , state]) => state), ['read'], '自己到场了，不必再看')
  await take(actors.chen, asked, 'finish', { input: { outcome: 'mended' } })
  assert.deepEqual((await told(actors.clerk))[0], ['matter.answer', '待确认，请您确认：机关大院 1号楼 301：办公室灯不亮', 'unread'])
  await take(actors.clerk, asked, 'confirm', { rating: 5 })
  assert.deepEqual((await told(actors.clerk)).map(([, , state]) => state), ['read', 'read', 'read'])
  assert.equal(await unread(actors.chen), 0)
})
test('退回补充、催办、留言：各说各的话', async () => {
  const { ask, take, actors, ids, told, write, system } = await ringing()
  const asked = await ask()
  await take(actors.dispatcher, asked, 'reject', { comment: '哪一间？' })
  assert.deepEqual((await told(actors.clerk))[0]?.[0], 'matter.back')
  await take(actors.clerk, asked, 'resubmit', { comment: '301' })
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
  assert.equal((await told(actors.chen)).length, 1)
  await take(actors.clerk, asked, 'urge')
  assert.deepEqual((await told(actors.chen)).map(([kind, , state]) => [kind, state]), [['matter.urged', 'unread'], ['matter.yours', 'settled']])
  await write((tx) => system.matters.comment(tx, actors.chen, repair, asked.number, { text: '下午到' }))
  assert.deepEqual((await told(actors.clerk))[0]?.slice(0, 2), ['matter.comment', '陈志强留言：机关大院 1号楼 301：办公室灯不亮'])
})
test('超时：师傅和服务科都知道；收回角色的人再也看不到按角色告知的', async () => {
  const { ask, take, actors, ids, told, clock, system, write } = await ringing()
  const account = await write((tx) => system.access.accounts.create(tx, systemActor, { username: 'duty', name: '值班', person: ids.zhao, password: 'Qingxi-2026' }))
  const grant = await write((tx) => system.access.grants.give(tx, systemActor, { account: account.id, role: 'service-desk.dispatcher', site: ids.yard, reason: '测试' }))
  await ask({ what: '开关松了' })
  const duty = { ...actors.dispatcher, principal: { ...actors.dispatcher.principal, person: ids.zhao } }
  assert.deepEqual((await told(duty)).map(([kind]) => kind), ['matter.yours'], '新报修响给调度')
  assert.deepEqual(await told({ ...duty, principal: { ...duty.principal, grants: [] } }), [])
  const asked = await ask()
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
  clock.advance({ days: 3 })
  await system.matters.tick(system.db)
  assert.deepEqual((await told(actors.chen)).map(([kind, , state]) => [kind, state]), [['matter.overdue', 'unread'], ['matter.yours', 'settled']])
  assert.equal((await told(actors.officer)).filter(([kind]) => kind === 'matter.overdue').length, 2, '两件都超时了')
  await write((tx) => system.access.grants.withdraw(tx, systemActor, grant.id, { reason: '换班' }))
  assert.ok((await told({ ...duty, principal: { ...duty.principal, grants: [] } })).some(([kind]) => kind === 'grant.withdrawn'))
})
test('一条、一页、全部已读；别人的读不到', async () => {
  const { ask, take, actors, ids, hear, unread, system, write } = await ringing()
  for (const what of ['灯不亮', '灯闪', '插座没电']) await take(actors.dispatcher, await ask({ what }), 'dispatch', { input: { worker: ids.chen } })
  await hear()
  const { rows, next } = await system.notices.list(system.db, actors.chen, { limit: 2 })
  assert.deepEqual([rows.length, next === null, await unread(actors.chen)], [2, false, 3])
  assert.equal((await system.notices.list(system.db, actors.chen, { limit: 2, after: next ?? '' })).rows.length, 1)
  const [first, second] = rows
  await assert.rejects(write((tx) => system.notices.read(tx, actors.zhao, first?.id ?? '')), refused('not-found', /没有这条通知/))
  await write((tx) => system.notices.read(tx, actors.chen, first?.id ?? ''))
  assert.equal(await unread(actors.chen), 2)
  assert.deepEqual(await write((tx) => system.notices.readAll(tx, actors.chen, second?.path ?? '')), { read: 1 })
  assert.deepEqual(await write((tx) => system.notices.readAll(tx, actors.chen)), { read: 1 })
  assert.equal(await unread(actors.chen), 0)
})
