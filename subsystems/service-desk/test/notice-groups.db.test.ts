// Robots of groups 群通知: which group hears of which repair, in words that name nobody, within the robot's measure and with the wire's errors told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyone, systemAdmin } from '@houqin/define'
import { organ } from '@houqin/people'
import { repair, team } from '@houqin/service-desk'
import { settled } from '@houqin/testing'
import { fakeWeb } from '@houqin/testing/fake-web'
import type { Reply } from '@houqin/testing/fake-web'
import { refused, smallOffice } from './small-office.ts'

const fine: Reply = { json: { errcode: 0, errmsg: 'ok' } }

async function withRobots() {
  const office = await smallOffice()
  const { system, clock, actors, write } = office
  const { notices, channels } = system
  const admin = { ...actors.stranger, principal: { ...actors.stranger.principal, grants: [{ role: systemAdmin.role, organs: null, sites: null }] } }
  const web = await fakeWeb(() => fine)
  const robot = (title: string, more: object = {}) => write((tx) => channels.add(tx, admin, { kind: 'wecom-robot', title, settings: { host: web.host, form: 'text' }, secrets: { key: `key-of-${title}` }, enabled: true, ...more }))
  const rule = { kinds: ['matter.yours'], locale: 'zh', matter: null, organ: null, about: null } as const
  const tell = (given: Parameters<typeof notices.groups.add>[2]) => write((tx) => notices.groups.add(tx, admin, given))
  const run = async (): Promise<void> => {
    await settled(system.db)
    for (const { name, run: tick } of notices.ticks) if (name !== 'notice.sweep') await tick(system.db)
  }
  /** Until so many messages have come: what others have open on this server holds the log of events back. */
  const runUntil = async (count: number): Promise<void> => {
    for (let tries = 0; tries === 0 || (tries < 200 && web.heard.length < count); tries += 1) await run()
  }
  const heard = (): readonly string[] => web.heard.map(({ body }) => (JSON.parse(body) as { text: { content: string } }).text.content)
  return { ...office, admin, web, robot, rule, tell, run, runUntil, heard, notices, channels, clock }
}

test('a team’s group hears of what goes to that team, once, and nobody’s name or words', async () => {
  const { robot, rule, tell, run, runUntil, heard, web, ask, take, actors, ids } = await withRobots()
  const group = await robot('电工班群')
  await tell({ ...rule, robot: group.id, matter: repair.id, about: { register: team.id, id: ids.electricians } })
  const lamp = await ask({ what: '王芳办公室灯不亮，电话 13800000000', category: ids.lighting })
  const leak = await ask({ what: '洗手间漏水', category: ids.water })
  await runUntil(1)
  await Promise.all([run(), run()])
  assert.equal(web.heard.length, 1, heard().join('\n---\n'))
  const [words = ''] = heard()
  assert.match(words, new RegExp(`^待办：报修 ${lamp.number}\n现在是“[^”]+”，请承办人员登录办理。\n时限 2026-`))
  assert.ok(words.endsWith(`/matters/${repair.id}/${lamp.number}`))
  for (const personal of ['王芳', '138', '灯不亮', leak.number]) assert.ok(!words.includes(personal), `it says ${personal}`)
  assert.equal(web.heard[0]?.url.searchParams.get('key'), 'key-of-电工班群')
  await take(actors.dispatcher, lamp, 'dispatch', { input: { worker: ids.chen } })
  await runUntil(2)
  assert.equal(web.heard.length, 2)
  assert.ok(!heard()[1]?.includes('陈志强'), 'whose it is stays in the house')
})

test('an organ’s group hears of its own and those below it; a robot out of use, or taken away, is told nothing', async () => {
  const { robot, rule, tell, run, runUntil, web, ask, ids, write, channels, admin, notices, system } = await withRobots()
  const [elsewhere = ''] = await write((tx) => system.registers.bulkInsert(tx, organ, [{ name: '档案馆', shortName: '档案馆', category: 'government', level: 'section', establishment: 10 }]))
  const [own, other, off] = [await robot('机关群'), await robot('档案馆群'), await robot('停用群', { enabled: false })]
  await tell({ ...rule, robot: own.id, organ: ids.bureau })
  await tell({ ...rule, robot: other.id, organ: elsewhere })
  await tell({ ...rule, robot: off.id })
  await ask()
  await runUntil(1)
  assert.deepEqual(web.heard.map(({ url }) => url.searchParams.get('key')), ['key-of-机关群'])
  await write((tx) => channels.remove(tx, admin, own.id, own.version))
  await ask({ what: '门锁坏了' })
  await run()
  assert.equal(web.heard.length, 1)
  const { rows } = await notices.groups.list(system.db, admin)
  assert.deepEqual(new Set(rows.map(({ robot: shown, organ: of }) => `${shown?.title} ${shown?.open} ${of?.name}`)), new Set(['undefined undefined 机关事务管理局', '档案馆群 true 档案馆', '停用群 false undefined']))
})

test('what is over the robot’s measure waits a minute and arrives; what the wire refuses is told with the robot', async () => {
  const { robot, rule, tell, run, runUntil, web, ask, clock, admin, notices, system } = await withRobots()
  const group = await robot('值班群', { perMinute: 3 })
  await tell({ ...rule, robot: group.id, locale: 'en' })
  for (let n = 0; n < 5; n += 1) await ask({ what: `第 ${n} 盏灯` })
  await runUntil(3)
  await run()
  assert.equal(web.heard.length, 3)
  clock.advance({ minutes: 1 })
  await runUntil(5)
  assert.equal(web.heard.length, 5, 'nothing is lost')
  assert.match(web.heard[4]?.body ?? '', /To do: /)
  clock.advance({ minutes: 2 })
  web.answer(() => ({ json: { errcode: 93000, errmsg: 'invalid webhook url' } }))
  await ask({ what: '又一盏' })
  await runUntil(6)
  const [row] = (await notices.groups.list(system.db, admin)).rows
  assert.match(row?.robot?.problem?.says ?? '', /93000/)
  web.answer(() => fine)
  clock.advance({ minutes: 5 })
  await runUntil(7)
  assert.equal((await notices.groups.list(system.db, admin)).rows[0]?.robot?.problem, null, 'it was tried again and arrived')
})

test('only the system administrator says what groups hear; what makes no sense is refused in words', async () => {
  const { robot, rule, tell, actors, write, notices, admin, ids, system } = await withRobots()
  const group = await robot('电工班群')
  await assert.rejects(write((tx) => notices.groups.add(tx, actors.officer, { ...rule, robot: group.id })), refused('not-allowed', /设置群通知/))
  await assert.rejects(tell({ ...rule, robot: ids.chen }), refused('bad-input', /请选择一个群机器人/))
  await assert.rejects(tell({ ...rule, robot: group.id, kinds: [] }), refused('bad-input', /至少选一种/))
  await assert.rejects(tell({ ...rule, robot: group.id, matter: 'service-desk.nothing' }), refused('bad-input', /没有这类事项/))
  await assert.rejects(tell({ ...rule, robot: group.id, about: { register: 'people.person', id: ids.chen } }), refused('bad-input', /没有这条登记/))
  await tell({ ...rule, robot: group.id })
  await assert.rejects(tell({ ...rule, robot: group.id, kinds: ['matter.overdue'] }), refused('conflict', /已有一条/))
  const { rows: [row], registers } = await notices.groups.list(system.db, admin)
  assert.ok(registers.some(({ register }) => register === team.id) && team.access.read.includes(everyone))
  await write((tx) => notices.groups.remove(tx, admin, row?.id ?? ''))
  await assert.rejects(write((tx) => notices.groups.remove(tx, admin, row?.id ?? '')), refused('not-found', /可能已被删除/))
})

test('the measure: how much a day and how soon further, kept by the system administrator alone', async () => {
  const { notices, admin, actors, write, system } = await withRobots()
  const now = await notices.measure.read(system.db, admin)
  assert.deepEqual([now.quota, now.hours, now.version, now.changedBy], [20, 2, 1, null])
  await assert.rejects(write((tx) => notices.measure.keep(tx, actors.officer, { quota: 5, hours: 1 }, 1)), refused('not-allowed', /发送限度/))
  await assert.rejects(write((tx) => notices.measure.keep(tx, admin, { quota: 0, hours: 500 }, 1)), refused('bad-input', /1–1000 的整数.*1–200 的整数/s))
  const kept = await write((tx) => notices.measure.keep(tx, admin, { quota: 5, hours: 1 }, 1))
  assert.deepEqual([kept.quota, kept.hours, kept.version], [5, 1, 2])
  await assert.rejects(write((tx) => notices.measure.keep(tx, admin, { quota: 9, hours: 1 }, 1)), refused('stale-version', /被他人改过/))
})
