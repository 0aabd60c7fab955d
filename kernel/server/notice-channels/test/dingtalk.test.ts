// 钉钉的故事: signed by the robot's secret, or in the headers of the government edition; a wrong signature is told from a wrong account.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { fakeWeb } from '@houqin/testing/fake-web'
import type { Heard } from '@houqin/testing/fake-web'
import { failure, message, now, sender, unhurried } from './speaking.ts'

const secret = 'SEC0123456789'

/** As DingTalk would: the time near its own, the signature its own reckoning of it. */
function robotSays({ url: { searchParams } }: Heard): { errcode: number; errmsg: string } {
  const timestamp = searchParams.get('timestamp') ?? ''
  const right = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
  const good = searchParams.get('access_token') === 'T' && searchParams.get('sign') === right && Math.abs(Number(timestamp) - now.getTime()) < 3_600_000
  return good ? { errcode: 0, errmsg: 'ok' } : { errcode: 310000, errmsg: 'sign not match' }
}

test('a robot’s signature is the one the other side reckons', async () => {
  const web = await fakeWeb((heard) => ({ json: robotSays(heard) }))
  const send = sender('dingtalk-robot', { settings: { host: web.host }, secrets: { token: 'T', secret } })
  assert.deepEqual(await send(message, unhurried()), { receipt: 'ok' })
  const { msgtype, markdown } = JSON.parse(web.heard[0]?.body ?? '') as { msgtype: string; markdown: { title: string; text: string } }
  assert.deepEqual([msgtype, markdown.title], ['markdown', message.title])
  assert.ok(markdown.text.endsWith(`[打开办理](${message.url})`))
  const wrong = await failure(sender('dingtalk-robot', { settings: { host: web.host }, secrets: { token: 'T', secret: 'SECother' } })(message, unhurried()))
  assert.match(wrong.zh, /安全设置没有通过（sign not match）：请系统管理员核对加签密钥和服务器时间/)
  assert.equal(wrong.permanent, false)
  web.answer(() => ({ json: { errcode: 130101, errmsg: 'send too fast' } }))
  assert.match((await failure(send(message, unhurried()))).zh, /过于频繁/)
})

/** As the platform would: the signature over method, time, nonce, path and the sorted parameters of the form. */
function platformSays({ method, url, headers, body }: Heard): unknown {
  const form = [...new URLSearchParams(body)].map(([name, value]) => `${name}=${value}`).toSorted().join('&')
  const lines = [method, headers['x-hmac-auth-timestamp'], headers['x-hmac-auth-nonce'], url.pathname, form].join('\n')
  if (headers['x-hmac-auth-signature'] !== createHmac('sha256', secret).update(lines).digest('base64')) return { success: false, Code: 'InvalidSignature', Message: 'signature not match' }
  return { success: true, content: JSON.stringify({ success: true, content: { msgId: 'W1' } }), bizErrorCode: '0' }
}

test('a work notification of Government DingTalk is signed in its headers', async () => {
  const web = await fakeWeb((heard) => ({ json: platformSays(heard) }))
  const settings = { host: web.host, key: 'app-1', tenant: '196729' }
  const to = { value: '69524588', name: '李明' }
  const send = sender('zwdd-app', { settings, secrets: { secret } })
  assert.deepEqual(await send({ ...message, to }, unhurried()), { receipt: 'W1' })
  const [heard] = web.heard
  assert.deepEqual([heard?.method, heard?.url.pathname, heard?.headers['apikey'], heard?.headers['x-hmac-auth-timestamp'], heard?.headers['x-hmac-auth-version']],
    ['POST', '/message/workNotification', 'app-1', '2026-11-24T09:30:00.123+08:00', '1.0'])
  const form = new URLSearchParams(heard?.body)
  assert.deepEqual([form.get('receiverIds'), form.get('tenantId')], ['69524588', '196729'])
  const msg = JSON.parse(form.get('msg') ?? '') as { msgtype: string; action_card: { title: string; single_url: string } }
  assert.deepEqual([msg.msgtype, msg.action_card.title, msg.action_card.single_url], ['action_card', message.title, message.url])
  await send({ ...message, to }, unhurried())
  assert.equal(new URLSearchParams(web.heard[1]?.body).get('bizMsgId'), form.get('bizMsgId'), 'another attempt is the same message')
  const wrong = await failure(sender('zwdd-app', { settings, secrets: { secret: 'other' } })({ ...message, to }, unhurried()))
  assert.match(wrong.zh, /InvalidSignature signature not match。请系统管理员核对 AppKey、AppSecret/)
  assert.equal(wrong.permanent, false)
  web.answer(() => ({ json: { success: true, content: { success: false, responseCode: '1001', responseMessage: '账号不存在' } } }))
  assert.match((await failure(send({ ...message, to }, unhurried()))).zh, /1001 账号不存在/)
})
