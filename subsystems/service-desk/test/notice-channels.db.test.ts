// A repair leaves the house 通知出门: the repairer’s mailbox and his 企业微信 hear of it by the house’s own channels, over the wire.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '@houqin/access'
import { lettersOf } from '@houqin/outbox'
import { settled } from '@houqin/testing'
import { fakeMail } from '@houqin/testing/fake-mail'
import { fakeWeb } from '@houqin/testing/fake-web'
import { sql } from 'kysely'
import { smallOffice } from './small-office.ts'

async function withGateways() {
  const office = await smallOffice()
  const { system, write, actors, ids } = office
  const mail = await fakeMail({ user: 'houqin', password: 'mail-password' })
  const wecom = await fakeWeb(({ url }) => ({ json: url.pathname.endsWith('/gettoken') ? { errcode: 0, access_token: 'T1', expires_in: 7200 } : { errcode: 0, errmsg: 'ok', msgid: 'M1' } }))
  await write(async (tx) => {
    await system.channels.add(tx, systemActor, {
      kind: 'email', title: '局邮箱', enabled: true, secrets: { password: 'mail-password' },
      settings: { host: '127.0.0.1', port: String(mail.port), security: 'none', user: 'houqin', from: 'houqin@qingxi.example' },
    })
    await system.channels.add(tx, systemActor, {
      kind: 'wecom-app', title: '企业微信', enabled: true, secrets: { secret: 'app-secret' }, settings: { host: wecom.host, corp: 'ww1', agent: '1000002' },
    })
    await system.channels.keepAddresses(tx, actors.chen, { 'email': 'chen@qingxi.example', 'wecom-app': 'chen.zhiqiang' })
    await system.notices.keepPreference(tx, actors.chen, { locale: 'zh', quiet: { hours: null, restDays: false }, ways: { 'matter.yours': ['email', 'wecom-app'] } }, 0)
  })
  const run = async (): Promise<void> => {
    await settled(system.db)
    for (const { name, run: tick } of system.notices.ticks) if (!name.endsWith('.sweep')) await tick(system.db)
  }
  const dispatch = async (): Promise<string> => {
    const asked = await office.ask()
    await office.take(actors.dispatcher, asked, 'dispatch', { input: { worker: ids.chen } })
    return asked.number
  }
  return { ...office, mail, wecom, run, dispatch }
}

test('a dispatched repair reaches the mail server and 企业微信, each once, and the receipts are kept', async () => {
  const { system, mail, wecom, run, dispatch } = await withGateways()
  const number = await dispatch()
  await run()
  await run()
  assert.deepEqual(mail.letters.map(({ from, to, user }) => ({ from, to, user })), [{ from: 'houqin@qingxi.example', to: ['chen@qingxi.example'], user: 'houqin' }])
  const cards = wecom.heard.filter(({ url }) => url.pathname === '/cgi-bin/message/send')
  assert.equal(cards.length, 1)
  const card = JSON.parse(cards[0]?.body ?? '') as { touser: string; textcard: { title: string; url: string } }
  assert.equal(card.touser, 'chen.zhiqiang')
  assert.match(card.textcard.title, /等您办/)
  assert.ok(card.textcard.url.endsWith(`/matters/service-desk.repair/${number}`), card.textcard.url)
  for (const [topic, receipt] of [['notice.email', /^250 /], ['notice.wecom-app', /^M1$/]] as const) {
    const { rows } = await sql<{ key: string }>`select key from outbox.delivery where topic = ${topic}`.execute(system.db)
    const letters = await lettersOf(system.db, { topic, keys: rows.map(({ key }) => key) })
    assert.deepEqual([...letters.values()].map(({ state }) => state), ['sent'])
    assert.match([...letters.values()][0]?.receipt ?? '', receipt)
  }
})

test('a gateway that is down holds up nothing: the repair goes on, the message waits and arrives when it is mended', async () => {
  const { mail, wecom, run, dispatch, clock, read } = await withGateways()
  wecom.answer(() => ({ status: 503, text: 'maintenance' }))
  const number = await dispatch()
  await run()
  assert.equal((await read({ number })).state, 'dispatched')
  assert.equal(mail.letters.length, 1)
  wecom.answer(({ url }) => ({ json: url.pathname.endsWith('/gettoken') ? { errcode: 0, access_token: 'T2', expires_in: 7200 } : { errcode: 0, msgid: 'M2' } }))
  clock.advance({ minutes: 2 })
  await run()
  assert.equal(wecom.heard.filter(({ url }) => url.pathname === '/cgi-bin/message/send').length, 1)
  assert.equal(mail.letters.length, 1, 'what arrived is not sent again')
})
