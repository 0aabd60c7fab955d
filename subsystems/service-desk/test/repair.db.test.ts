// The life of a repair as those who live it would tell it: the asker, the dispatcher, the steward, the repairer, the officer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '@houqin/access'
import { outdoorArea, room, roomTemperature } from '@houqin/places'
import { dispatcher, repair } from '@houqin/service-desk'
import { sql } from 'kysely'
import { closeAll } from '../src/server/close-unanswered.ts'
import { refused, smallOffice } from './small-office.ts'

const shanghai = (iso: string | null): string => (iso === null ? '' : new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))

test('灯坏了：自动定类定班，驻点派单，师傅到场换灯管，报修人说修好了', async () => {
  const { ask, take, actors, ids, read } = await smallOffice()
  const asked = await ask()
  assert.deepEqual([asked.state, asked.holder.role?.title, asked.site?.id], ['asked', '维修调度', ids.yard])
  assert.equal(asked.subject, '机关大院 1号楼 301：办公室灯不亮')
  assert.deepEqual([asked.facts.handledAs, asked.facts.team].map((one) => (one as { name: string }).name), ['照明', '电工班'])
  assert.equal(shanghai(asked.dueAt), '2026-11-25 10:00', '八个工作小时：今天七个半，明天半个')
  const sent = await take(actors.steward, asked, 'dispatch', { input: { worker: ids.chen }, comment: '带梯子' })
  assert.deepEqual([sent.state, sent.holder.person?.name, sent.dueAt], ['dispatched', '陈志强', asked.dueAt])
  await take(actors.chen, asked, 'accept')
  await assert.rejects(take(actors.chen, asked, 'accept'), refused('step-not-possible', /已经接过单/))
  const there = await take(actors.chen, asked, 'arrive')
  assert.deepEqual([there.state, there.dueAt], ['working', asked.dueAt])
  const done = await take(actors.chen, asked, 'finish', {
    input: { outcome: 'replaced', cause: '灯管老化' },
    lines: { materials: [{ material: ids.tube, quantity: '2', unit: '支', price: '16.50' }], hours: [{ person: ids.chen, hours: '0.5' }] },
  })
  assert.deepEqual([done.state, done.holder.person?.name, done.lines.hours?.totals], ['fixed', '王芳', { hours: '0.5' }])
  const closed = await take(actors.clerk, asked, 'confirm', { rating: 5, comment: '很快' })
  assert.deepEqual([closed.state, closed.rating, closed.dueAt], ['closed', { stars: 5, words: '很快' }, null])
  assert.deepEqual((await read(asked)).timeline.map(({ label }) => label), ['发起', '派单', '接单', '到场', '完工', '修好了'])
})
test('没说在哪里的不收：不然没有一个调度看得见', async () => {
  const { ask, ids } = await smallOffice()
  await assert.rejects(ask({ room: null }), refused('bad-input', /选房间、室外区域或场所/))
  assert.equal((await ask({ room: null, area: ids.gate })).site?.id, ids.yard)
  assert.equal((await ask({ room: null, site: ids.yard, whereabouts: '三楼走廊' })).subject, '三楼走廊：办公室灯不亮')
})
test('紧急的昼夜计时，一般的只算工作时间', async () => {
  const { ask, clock } = await smallOffice()
  clock.set('2026-11-27T17:00:00+08:00')
  const urgent = await ask({ what: '水管漏水', urgency: 'urgent' })
  const normal = await ask({ what: '马桶漏水' })
  assert.equal(shanghai(urgent.dueAt), '2026-11-27 19:00')
  assert.match(shanghai(normal.dueAt), /^2026-11-30 /)
})
test('调度改正类别：班组跟着变，时限从报修时重新算', async () => {
  const { ask, take, actors, ids } = await smallOffice()
  const asked = await ask({ what: '办公室有水声，灯也不亮' })
  const sent = await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.zhao, correctedTo: ids.water } })
  assert.deepEqual([sent.facts.handledAs, sent.facts.team].map((one) => (one as { name: string }).name), ['给排水', '水暖班'])
  assert.ok(String(sent.dueAt) < String(asked.dueAt))
  const again = await take(actors.dispatcher, asked, 'reassign', { input: { worker: ids.chen } })
  assert.equal((again.facts.handledAs as { name: string }).name, '给排水', '改派不动已经改正的类别')
})
test('师傅退单、抢单：单子不会没人要', async () => {
  const { ask, take, actors, ids } = await smallOffice()
  const asked = await ask()
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
  const back = await take(actors.chen, asked, 'decline', { comment: '在抢修配电房' })
  assert.deepEqual([back.state, back.holder.role?.title, back.facts.worker, back.dueAt], ['asked', '维修调度', null, asked.dueAt])
  const taken = await take(actors.zhao, asked, 'take')
  assert.deepEqual([taken.state, taken.holder.person?.name], ['dispatched', '赵德海'])
})
test('等配件：暂缓到那一天为止，恢复后重新承诺', async () => {
  const { ask, take, actors, ids, clock } = await smallOffice()
  const asked = await ask()
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
  await assert.rejects(take(actors.chen, asked, 'pause', { input: { waitingFor: '灯管', waitUntil: '2026-11-23' } }), refused('step-not-possible', /不能早于今天/))
  await assert.rejects(take(actors.chen, asked, 'pause', { input: { waitingFor: '灯管', waitUntil: '2027-11-23' } }), refused('step-not-possible', /最多 60 个工作日/))
  const paused = await take(actors.chen, asked, 'pause', { input: { waitingFor: '灯管', waitUntil: '2026-11-26' } })
  assert.equal(shanghai(paused.dueAt), '2026-11-26 18:00')
  clock.set('2026-11-26T09:00:00+08:00')
  const resumed = await take(actors.chen, asked, 'resume')
  assert.deepEqual([resumed.state, shanghai(resumed.dueAt).slice(0, 10)], ['working', '2026-11-27'])
})
test('没修好就回到待派单；办结七个工作日后请另报', async () => {
  const { ask, take, actors, ids, clock } = await smallOffice()
  const asked = await ask()
  const mend = async () => {
    await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
    await take(actors.chen, asked, 'arrive')
    await take(actors.chen, asked, 'finish', { input: { outcome: 'mended' } })
  }
  await mend()
  await assert.rejects(take(actors.clerk, asked, 'notFixed'), refused('bad-input', /说明/))
  const again = await take(actors.clerk, asked, 'notFixed', { comment: '还是闪' })
  assert.deepEqual([again.state, again.facts.reopened, again.facts.finishedAt], ['asked', 1, null])
  await mend()
  await take(actors.clerk, asked, 'confirm', { rating: 3 })
  clock.advance({ days: 5 })
  assert.equal((await take(actors.clerk, asked, 'notFixed', { comment: '又闪了' })).facts.reopened, 2)
  await mend()
  await take(actors.clerk, asked, 'confirm')
  clock.advance({ days: 14 })
  await assert.rejects(take(actors.clerk, asked, 'notFixed', { comment: '又坏了' }), refused('step-not-possible', /请另报一件/))
})
test('没修好、还没再派人的，催的是调度，不是上一位维修人员', async () => {
  const { ask, take, write, actors, ids, system } = await smallOffice()
  await write(async (tx) => {
    const { id: account } = await system.access.accounts.create(tx, systemActor, { username: 'zhao.dehai', name: '赵德海', person: ids.zhao, password: null })
    await system.access.grants.give(tx, systemActor, { account, role: dispatcher.role, site: ids.yard, reason: '测试' })
  })
  const asked = await ask()
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
  await take(actors.chen, asked, 'arrive')
  await take(actors.chen, asked, 'finish', { input: { outcome: 'mended' } })
  await take(actors.clerk, asked, 'notFixed', { comment: '还是不亮' })
  const told = async () => (await sql<{ person: string }>`
    select unnest(persons) as person from events.event where topic = 'inbox' and payload ->> 'step' = 'notice' order by id`.execute(system.db)).rows.map(({ person }) => person)
  const before = await told()
  await take(actors.clerk, asked, 'urge')
  assert.deepEqual((await told()).slice(before.length), [ids.zhao])
})
test('两个人报同一盏灯：并为一件，并错了可以撤销', async () => {
  const { ask, take, actors, read, write, system } = await smallOffice()
  const first = await ask()
  const second = await ask({ what: '301 灯坏了' }, actors.zhao)
  await write((tx) => system.matters.link(tx, actors.dispatcher, repair, second.number, { kind: 'duplicate-of', to: first.number }))
  const merged = await read(second)
  assert.deepEqual([merged.state, merged.links.map(({ number }) => number)], ['merged', [first.number]])
  await take(actors.clerk, first, 'urge')
  const apart = await take(actors.dispatcher, second, 'split', { comment: '不是同一盏' })
  assert.deepEqual([apart.state, apart.links, apart.dueAt !== null], ['asked', [], true])
})
test('超时的报给服务科：科长的关注里有它，只报一次', async () => {
  const { ask, actors, clock, system } = await smallOffice()
  const asked = await ask()
  const watched = async () => (await system.matters.inbox(system.db, actors.officer, { scope: 'watching' })).rows.map(({ number }) => number)
  clock.advance({ hours: 3 })
  await system.matters.tick(system.db)
  assert.deepEqual(await watched(), [])
  clock.advance({ days: 2 })
  assert.deepEqual((await system.matters.tick(system.db)).failed, [])
  assert.deepEqual(await watched(), [asked.number])
  assert.deepEqual((await system.matters.tick(system.db)).claimed, [])
})
test('没人确认的，三个工作日后自己办结；退回没人补充的，作废', async () => {
  const { ask, take, actors, ids, clock, read, system } = await smallOffice()
  const fixed = await ask()
  await take(actors.dispatcher, fixed, 'dispatch', { input: { worker: ids.chen } })
  await take(actors.chen, fixed, 'arrive')
  await take(actors.chen, fixed, 'finish', { input: { outcome: 'mended' } })
  const returned = await ask({ what: '那个坏了' })
  await take(actors.dispatcher, returned, 'reject', { comment: '请写清楚是哪一个' })
  clock.advance({ days: 2 })
  assert.equal(await closeAll(system), 0)
  clock.advance({ days: 7 })
  assert.equal(await closeAll(system), 2)
  assert.deepEqual([(await read(fixed)).state, (await read(returned)).state], ['closed', 'withdrawn'])
})
test('别处的调度、别人的师傅、路人都插不上手', async () => {
  const { ask, take, actors, ids } = await smallOffice()
  const asked = await ask()
  await assert.rejects(take(actors.stranger, asked, 'dispatch', { input: { worker: ids.chen } }), refused('not-found', /不在您可查看的范围/))
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
  await assert.rejects(take(actors.zhao, asked, 'arrive'), refused('not-allowed', /到场/))
  await assert.rejects(take(actors.clerk, asked, 'confirm'), refused('step-not-possible', /已派单/))
})
test('扫房门和扫大门的码都能报修，不用登录', async () => {
  const { system, write, ids, read } = await smallOffice()
  const visitor = { locale: 'zh', ip: '10.1.1.1', request: 'request' } as const
  for (const [register, row, field] of [[room, ids.lamp, 'room'], [outdoorArea, ids.gate, 'area']] as const) {
    const code = await write((tx) => system.registers.codeOf(tx, systemActor, register, row))
    const thing = await system.matters.readByCode(system.db, code, 'zh')
    assert.deepEqual(thing.kind === 'thing' && thing.matters.map(({ matter }) => matter), [repair.id])
    const { number } = await write((tx) => system.matters.startByCode(tx, repair, code, { input: { what: '灯不亮', urgency: 'normal' }, ...visitor }))
    const seen = await read({ number })
    assert.deepEqual([(seen.form[field] as { id: string }).id, seen.site?.id, seen.state], [row, ids.yard, 'asked'])
  }
})
test('房间太冷十分钟，自己报修一件，不重复，带着依据', async () => {
  const { system, write, ids, clock, read } = await smallOffice()
  const reading = (sequence: number, minutes: number, value: number) => ({
    signal: roomTemperature.id, subject: ids.hall, device: 'sensor-1', sequence, value,
    at: new Date(Date.parse('2026-11-24T01:00:00Z') + minutes * 60_000).toISOString(), attributes: { mode: 'cooling' },
  })
  await write((tx) => system.signals.ingest(tx, systemActor, [reading(1, 0, 23.1), reading(2, 9, 23)]))
  const open = () => system.matters.list(system.db, systemActor, repair, {})
  assert.equal((await open()).rows.length, 0)
  await write((tx) => system.signals.ingest(tx, systemActor, [reading(3, 11, 22.8), reading(4, 13, 22.6)]))
  const [raised] = (await open()).rows
  assert.ok(raised)
  assert.match(String(raised.form.what), /正在制冷，室温 22\.8 ℃，低于 26\.0 ℃.*依据：《.*国办发〔2007〕42号/s)
  clock.advance({ minutes: 30 })
  await write((tx) => system.signals.ingest(tx, systemActor, [reading(5, 16, 26.4), reading(6, 23, 26.5), reading(7, 25, 22.5), reading(8, 37, 22.4)]))
  assert.equal((await open()).rows.length, 1, '上一件还开着，再次告警仍归那一件')
  assert.equal((await read(raised)).site?.id, ids.yard)
})
