// 企业微信的故事: a card for one person, a line into a group; tokens end, accounts are unknown, gateways hang.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeWeb } from '@houqin/testing/fake-web'
import type { Heard } from '@houqin/testing/fake-web'
import { failure, message, now, sender, unhurried } from './speaking.ts'

const secret = 'app-secret-42'
const settings = (host: string) => ({ host, corp: 'ww1', agent: '1000002' })
const ok = { errcode: 0, errmsg: 'ok' }
const bodyOf = (heard: Heard | undefined): unknown => JSON.parse(heard?.body ?? 'null')

test('an application asks for a token once and sends a card with it', async () => {
  const web = await fakeWeb(({ url }) => url.pathname === '/cgi-bin/gettoken' ? { json: { ...ok, access_token: 'T1', expires_in: 7200 } } : { json: { ...ok, invaliduser: '', msgid: 'M1' } })
  let at = now
  const send = sender('wecom-app', { settings: settings(web.host), secrets: { secret }, clock: { now: () => at } })
  assert.deepEqual(await send(message, unhurried()), { receipt: 'M1' })
  await send({ ...message, url: null }, unhurried())
  assert.deepEqual(web.heard.map(({ url }) => url.pathname), ['/cgi-bin/gettoken', '/cgi-bin/message/send', '/cgi-bin/message/send'])
  assert.deepEqual([...(web.heard[0]?.url.searchParams ?? [])], [['corpid', 'ww1'], ['corpsecret', secret]])
  assert.equal(web.heard[1]?.url.searchParams.get('access_token'), 'T1')
  assert.deepEqual(bodyOf(web.heard[1]), {
    touser: 'li.ming', agentid: 1_000_002, msgtype: 'textcard',
    textcard: { title: message.title, description: '三楼 302 室灯不亮，请于 11:30 前到场。\n&#60;联系&#62;“王科长” &#38; 同事', url: message.url, btntxt: '办理' },
    enable_duplicate_check: 1, duplicate_check_interval: 14_400,
  })
  assert.equal((bodyOf(web.heard[2]) as { msgtype: string }).msgtype, 'text')
  at = new Date(now.getTime() + 7200_000)
  await send(message, unhurried())
  assert.equal(web.heard[3]?.url.pathname, '/cgi-bin/gettoken', 'a token that has ended is asked for anew')
})

test('a token taken back early is renewed once; a second refusal is said', async () => {
  let token = 0
  const web = await fakeWeb(({ url }) => {
    if (url.pathname === '/cgi-bin/gettoken') return { json: { ...ok, access_token: `T${++token}`, expires_in: 7200 } }
    return url.searchParams.get('access_token') === 'T1' ? { json: { errcode: 42001, errmsg: 'access_token expired' } } : { json: { ...ok, msgid: 'M2' } }
  })
  const send = sender('govwecom-app', { settings: settings(web.host), secrets: { secret } })
  assert.deepEqual(await send(message, unhurried()), { receipt: 'M2' })
  assert.equal(token, 2)
  web.answer(({ url }) => url.pathname === '/cgi-bin/gettoken' ? { json: { ...ok, access_token: 'T9', expires_in: 7200 } } : { json: { errcode: 40014, errmsg: 'invalid access_token' } })
  const { zh, permanent } = await failure(send(message, unhurried()))
  assert.match(zh, /政务微信不接受：40014 invalid access_token/)
  assert.equal(permanent, false)
})

test('who is not there is refused for good; who asks too often waits; wrong secrets are the administrator’s to mend', async () => {
  const web = await fakeWeb()
  const answering = (json: unknown) => web.answer(({ url }) => url.pathname === '/cgi-bin/gettoken' ? { json: { ...ok, access_token: 'T', expires_in: 7200 } } : { json })
  const send = sender('wecom-app', { settings: settings(web.host), secrets: { secret } })
  answering({ ...ok, invaliduser: 'li.ming', msgid: 'M' })
  assert.deepEqual(await failure(send(message, unhurried())), { zh: '企业微信里没有账号“li.ming”，或不在应用的可见范围内', en: 'WeCom has no account "li.ming", or the application may not see it', permanent: true })
  answering({ errcode: 81013, errmsg: 'all invalid' })
  assert.equal((await failure(send(message, unhurried()))).permanent, true)
  answering({ errcode: 45009, errmsg: 'api freq out of limit' })
  const often = await failure(send(message, unhurried()))
  assert.match(often.zh, /过于频繁/)
  assert.equal(often.permanent, false)
  const before = web.heard.length
  assert.equal((await failure(send({ ...message, to: { value: 'a|b', name: '' } }, unhurried()))).permanent, true)
  assert.equal(web.heard.length, before, 'what cannot be an account is not sent at all')
  const other = await fakeWeb(() => ({ json: { errcode: 40001, errmsg: 'invalid credential' } }))
  const wrong = await failure(sender('wecom-app', { settings: settings(other.host), secrets: { secret } })(message, unhurried()))
  assert.match(wrong.zh, /企业 ID 或应用 Secret.*请系统管理员核对/)
  assert.equal(wrong.permanent, false)
})

test('a robot speaks Markdown or text into its group, cut to what it takes', async () => {
  const web = await fakeWeb(() => ({ json: ok }))
  const secrets = { key: 'robot-key' }
  const robot = sender('wecom-robot', { settings: { host: web.host }, secrets })
  assert.deepEqual(await robot({ ...message, title: '[急] *停水*', text: '水'.repeat(3000) }, unhurried()), { receipt: 'ok' })
  assert.equal(web.heard[0]?.url.href, 'http://fake/cgi-bin/webhook/send?key=robot-key')
  const { markdown: { content } } = bodyOf(web.heard[0]) as { markdown: { content: string } }
  assert.ok(Buffer.byteLength(content) <= 4096 && content.startsWith('**\\[急\\] \\*停水\\***\n水水') && content.endsWith(`水…\n[打开办理](${message.url})`), content.slice(-80))
  await sender('wecom-robot', { settings: { host: web.host, form: 'text' }, secrets })(message, unhurried())
  assert.deepEqual(bodyOf(web.heard[1]), { msgtype: 'text', text: { content: `${message.title}\n${message.text}\n${message.url}` } })
})

test('a gateway that hangs, redirects, talks without end or is not there ends in a sentence', async () => {
  const secrets = { key: 'robot-key' }
  const web = await fakeWeb(() => 'silence')
  const hanging = await failure(sender('wecom-robot', { settings: { host: web.host }, secrets, patience: 100 })(message, unhurried()))
  assert.match(hanging.zh, /^127\.0\.0\.1:\d+ 0\.1 秒内没有答复$/)
  const stop = new AbortController()
  const stopped = failure(sender('wecom-robot', { settings: { host: web.host }, secrets })(message, stop.signal))
  setTimeout(() => stop.abort(), 50)
  assert.match((await stopped).zh, /到时限仍没有答复/)
  const elsewhere = await fakeWeb()
  web.answer(() => ({ status: 302, headers: { location: elsewhere.host } }))
  const robot = sender('wecom-robot', { settings: { host: web.host }, secrets })
  assert.match((await failure(robot(message, unhurried()))).zh, /要求转到别的地址（302），为安全不跟随/)
  assert.equal(elsewhere.heard.length, 0)
  web.answer(() => ({ text: 'x'.repeat(70_000) }))
  assert.match((await failure(robot(message, unhurried()))).zh, /超过 64 kB/)
  web.answer(() => ({ status: 502, text: '<html>Bad gateway</html>' }))
  assert.match((await failure(robot(message, unhurried()))).zh, /答复了 502，不是约定的格式/)
  const gone = await failure(sender('wecom-robot', { settings: { host: 'http://127.0.0.1:2' }, secrets })(message, unhurried()))
  assert.match(gone.zh, /拒绝连接/)
  assert.equal(gone.permanent, false)
  const forbidden = await failure(sender('wecom-robot', { settings: { host: 'http://127.0.0.1:6000' }, secrets })(message, unhurried()))
  assert.match(forbidden.zh, /请系统管理员换一个端口/)
  for (const { zh, en } of [hanging, gone]) assert.doesNotMatch(zh + en, /robot-key/)
})
