// How a notice reaches a pocket 通知送达: on chosen ways, not at night, further when unread, in measure, and never lost with a gateway.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '@houqin/access'
import { workingCalendar } from '@houqin/calendar'
import { systemAdmin } from '@houqin/define'
import { ChannelFailure, createNotices } from '@houqin/notices'
import type { Address, Channel, ChannelKind, Message, Notices } from '@houqin/notices'
import { deadLetters } from '@houqin/outbox'
import { say } from '@houqin/problem'
import { settled } from '@houqin/testing'
import { sql } from 'kysely'
import { refused, smallOffice } from './small-office.ts'

interface Sent extends Message {
  readonly by: ChannelKind
}
/** The small office with a mail server and an SMS gateway that note what they are given. */
async function withWays({ known = ['email', 'sms'], fails }: { known?: readonly ChannelKind[]; fails?: (message: Message) => void } = {}) {
  const office = await smallOffice()
  const { system, clock, ids, actors } = office
  const sent: Sent[] = []
  const channel = (kind: ChannelKind): Channel => ({
    kind,
    isOpen: async () => true,
    async send(message) {
      fails?.(message)
      return { receipt: `${kind} ${sent.push({ ...message, by: kind })}` }
    },
  })
  const notices: Notices = createNotices({
    catalogue: system.catalogue, clock, calendar: workingCalendar(), word: system.word, told: system.told, publicUrl: 'https://houqin.test',
    failed: (what, error) => { throw new Error(what, { cause: error }) },
    ways: {
      all: [channel('email'), channel('sms')],
      robots: async () => [],
      addressesOf: async (_db, { kind, persons }) => new Map(known.includes(kind) ? persons.map((person): [string, Address] => [person, { value: `${kind}:${person}`, name: '某人' }]) : []),
    },
  })
  const run = async (): Promise<void> => {
    await settled(system.db)
    for (const { name, run: tick } of notices.ticks) if (name !== 'notice.sweep') await tick(system.db)
  }
  const dispatch = async (what = '办公室灯不亮', by = actors.dispatcher): Promise<void> => {
    await office.take(by, await office.ask({ what }), 'dispatch', { input: { worker: ids.chen } })
  }
  const chens = (): readonly Sent[] => sent.filter(({ to }) => to.value.endsWith(ids.chen))
  const admin = { ...actors.dispatcher, principal: { ...actors.dispatcher.principal, grants: [{ role: systemAdmin.role, organs: null, sites: null }] } }
  return { ...office, notices, sent, run, dispatch, chens, admin }
}

test('派单就发一封：收件人、正文、打开的地址都对，节拍再走几遍也只有一封', async () => {
  const { dispatch, run, chens, ids, take, actors, ask } = await withWays()
  await dispatch()
  await run()
  await Promise.all([run(), run()])
  const [mail, ...more] = chens()
  assert.equal(more.length, 0)
  assert.deepEqual([mail?.by, mail?.title, mail?.to.value], ['email', '等您办：机关大院 1号楼 301：办公室灯不亮', `email:${ids.chen}`])
  assert.match(mail?.url ?? '', /^https:\/\/houqin\.test\/matters\/service-desk\.repair\/BX-/)
  const other = await ask({ what: '开关坏了' })
  await take(actors.dispatcher, other, 'dispatch', { input: { worker: ids.chen } })
  await take(actors.chen, other, 'arrive')
  await run()
  assert.equal(chens().length, 1, '他已经到场的那件不再发')
})
test('夜里和周末不打扰：要紧的等到下一个工作日早上，催办照样送到', async () => {
  const { dispatch, run, chens, clock, notices, write, actors, ask, take, ids } = await withWays()
  clock.set('2026-11-27T23:10:00+08:00')
  await dispatch()
  await run()
  clock.set('2026-11-28T10:00:00+08:00')
  await run()
  assert.deepEqual(chens(), [], '周五夜里、周六都不发')
  const asked = await ask({ what: '水管爆了' })
  await take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
  await run()
  await take(actors.clerk, asked, 'urge')
  await run()
  assert.deepEqual(chens().map(({ title }) => title.slice(0, 3)), ['催办：'])
  clock.set('2026-11-30T07:29:00+08:00')
  await run()
  assert.equal(chens().length, 1)
  clock.set('2026-11-30T07:30:00+08:00')
  await run()
  assert.deepEqual(chens().map(({ title }) => title.slice(0, 4)), ['催办：机', '等您办：'])
  const answer = await write((tx) => notices.keepPreference(tx, actors.chen, { locale: 'en', quiet: { hours: null, restDays: false }, ways: { 'matter.yours': [] } }, 0))
  assert.deepEqual([answer.version, answer.channels.map(({ channel, known }) => [channel, known])], [1, [['email', true], ['sms', true]]])
  await assert.rejects(write((tx) => notices.keepPreference(tx, actors.chen, answer, 0)), refused('stale-version', /别处改过/))
  await dispatch('插座没电')
  await run()
  assert.equal(chens().length, 2, '他不要这一种')
})
test('两个工作小时没看：换一种渠道，再没看就告诉代理人和派的人；看了就到此为止', async () => {
  const { dispatch, run, chens, clock, notices, ids, write, system, actors } = await withWays()
  const boss = { ...actors.dispatcher, principal: { ...actors.dispatcher.principal, person: ids.officer } }
  await sql`insert into approval.deputy (id, person, deputy, valid, reason, written_at, written_by) values (gen_random_uuid(), ${ids.chen}, ${ids.zhao}, daterange('2026-11-01', '2026-12-31'), '休假', '2026-11-01', '测试')`.execute(system.db)
  await dispatch('办公室灯不亮', boss)
  await run()
  clock.advance({ hours: 1 })
  await run()
  assert.deepEqual(chens().map(({ by }) => by), ['email'])
  clock.set('2026-11-24T11:30:00+08:00')
  await run()
  assert.deepEqual(chens().map(({ by }) => by), ['email', 'sms'])
  const told = async (actor: Actor) => (await notices.list(system.db, actor)).rows.filter(({ kind }) => kind === 'notice.unread').map(({ title }) => title.replace(/BX-.*/, ''))
  clock.set('2026-11-24T15:00:00+08:00')
  await run()
  assert.deepEqual([await told(actors.zhao), await told(boss)], [['陈志强还没看到 '], ['陈志强还没看到 ']])
  clock.set('2026-11-25T15:00:00+08:00')
  await run()
  assert.equal(chens().filter(({ title }) => title.startsWith('等您办')).length, 2, '不再发')
  await dispatch('插座没电')
  await run()
  await write((tx) => notices.readAll(tx, actors.chen))
  clock.advance({ days: 1 })
  await run()
  assert.equal(chens().filter(({ title }) => title.includes('插座没电')).length, 1, '看过的不再升级')
})
test('一天最多这么多条：多出来的下班时并成一条', async () => {
  const { dispatch, run, chens, clock, system, notices, write, actors } = await withWays({ known: ['email'] })
  await sql`update notice.measure set quota = 3`.execute(system.db)
  for (let at = 0; at < 10; at += 1) await dispatch(`第 ${at + 1} 盏灯不亮`)
  await run()
  assert.equal(chens().length, 3)
  const { rows } = await notices.list(system.db, actors.chen)
  await write((tx) => notices.read(tx, actors.chen, rows.find(({ title }) => title.includes('第 10 盏'))?.id ?? ''))
  clock.set('2026-11-24T17:29:00+08:00')
  await run()
  assert.equal(chens().length, 3)
  clock.set('2026-11-24T17:30:00+08:00')
  await run()
  await run()
  const digest = chens().slice(3)
  assert.deepEqual(digest.map(({ title, url }) => [title, url]), [['还有 6 条通知没有看', 'https://houqin.test/messages']])
  assert.equal(digest[0]?.text.split('\n').length, 6, '五条标题和一个省略号')
})
test('改模板：写了不存在的名字当场说清；库里留着坏模板时用原文发', async () => {
  const { dispatch, run, chens, system, notices, write, admin, actors } = await withWays()
  const en = { title: 'Go: {subject}', text: '{number}' }
  await assert.rejects(write((tx) => notices.templates.keep(tx, admin, 'matter.yours', { zh: { title: '去办：{subject}', text: '{房间} {number}' }, en }, 0)), refused('bad-input', /没有 \{房间\}；这类通知可用的有 \{subject\}/))
  await assert.rejects(write((tx) => notices.templates.keep(tx, actors.officer, 'matter.yours', { zh: en, en }, 0)), refused('not-allowed', /维护通知模板/))
  const kept = await write((tx) => notices.templates.keep(tx, admin, 'matter.yours', { zh: { title: '去办：{subject}', text: '{number}\n备注 {comment}' }, en }, 0))
  assert.equal(kept.version, 1)
  await dispatch()
  await run()
  assert.deepEqual(chens().map(({ title, text }) => [title, text.replace(/BX-.*/, '')]), [['去办：机关大院 1号楼 301：办公室灯不亮', '']], '没有备注的那一行不写')
  await sql`update notice.template set words = jsonb_set(words, '{zh,title}', '"{房间} 等您"')`.execute(system.db)
  await dispatch('插座没电')
  await run()
  assert.match(chens()[1]?.title ?? '', /^等您办：.*插座没电/)
  assert.deepEqual((await notices.templates.list(system.db, admin)).rows.find(({ id }) => id === 'matter.yours')?.unknown, ['房间'])
  await write((tx) => notices.templates.drop(tx, admin, 'matter.yours', 1))
  assert.equal((await notices.templates.list(system.db, admin)).rows.find(({ id }) => id === 'matter.yours')?.version, 0)
})
test('网关拒收：进未送达，写明原因不写内容；管理员重发后送到，别人看不到', async () => {
  let broken = true
  const { dispatch, run, chens, system, notices, write, admin, actors } = await withWays({
    fails: () => { if (broken) throw new ChannelFailure({ permanent: true, says: say('邮箱不存在', 'No such mailbox') }) },
  })
  await dispatch()
  await run()
  const dead = await notices.dead.list(system.db, admin, {})
  assert.deepEqual(dead.rows.map(({ topic, to, problem }) => [topic, to, problem]), [['notice.email', '某人', '邮箱不存在']])
  assert.ok(!JSON.stringify(dead).includes('灯不亮'), '管系统的人不必知道业务内容')
  await assert.rejects(notices.dead.list(system.db, actors.officer, {}), refused('not-allowed', /处理未送达/))
  broken = false
  const ids = dead.rows.map(({ id }) => id)
  assert.deepEqual(await write((tx) => notices.dead.sendAgain(tx, admin, ids)), { sent: 1 })
  await assert.rejects(write((tx) => notices.dead.sendAgain(tx, admin, ids)), refused('not-found', /已经重新发送/))
  await run()
  assert.deepEqual([chens().length, (await deadLetters(system.db)).total], [1, 0])
})
