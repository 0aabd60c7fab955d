// 短信网关的故事: described by the administrator; what people write never breaks out of its place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Values } from '../src/index.ts'
import { kinds } from '../src/index.ts'
import { fakeWeb } from '@houqin/testing/fake-web'
import { failure, message, sender, unhurried } from './speaking.ts'

const to = { value: '138 0000 1234', name: '李明' }
const hostile = { ...message, to, title: '报修', text: '他说“好”","mobile":"13900000000\r\nX-Evil: 1 & b=2 {secret}' }
const issues = (settings: Values, secret = true) => (kinds.sms.check?.(settings, () => secret) ?? []).map(({ at }) => at)

test('JSON, form and address carry phone, text and secret; the receipt is where the answer has it', async () => {
  const web = await fakeWeb(() => ({ json: { code: 0, data: { id: 'S-9' } } }))
  const url = `${web.host}/send`
  const receipt = 'data.id'
  const json = sender('sms', { settings: { url, receipt, signature: '【青溪机关事务】', headers: 'Authorization: Bearer {secret}\nX-Key: {key}' }, secrets: { secret: 'gw-secret' } })
  assert.deepEqual(await json(hostile, unhurried()), { receipt: 'S-9' })
  assert.deepEqual(JSON.parse(web.heard[0]?.body ?? ''), {
    mobile: '13800001234', content: '【青溪机关事务】报修：他说“好”","mobile":"13900000000 X-Evil: 1 & b=2 {secret}', id: 'notice:7',
  })
  assert.deepEqual([web.heard[0]?.headers['authorization'], web.heard[0]?.headers['x-key']], ['Bearer gw-secret', 'notice:7'])
  const form = sender('sms', { settings: { url, form: 'form', body: 'm={phone}&c={text}&t={time}', signature: '【青溪】', placement: 'after' } })
  assert.deepEqual(await form(hostile, unhurried()), { receipt: 'ok' })
  const sent = new URLSearchParams(web.heard[1]?.body)
  assert.deepEqual([...sent.keys()], ['m', 'c', 't'])
  assert.deepEqual([sent.get('m'), sent.get('c')?.endsWith('{secret}【青溪】'), sent.get('t')], ['13800001234', true, '1795483800'])
  const query = sender('sms', { settings: { url: `${url}?m={phone}&c={text}`, form: 'query', method: 'GET' } })
  await query(hostile, unhurried())
  assert.deepEqual([...(web.heard[2]?.url.searchParams.keys() ?? [])], ['m', 'c'])
})

test('only the sign of success is success; refusals for good are told from those that pass', async () => {
  const web = await fakeWeb()
  const send = sender('sms', { settings: { url: web.host, success: 'status=OK|0', refused: 'BLACK|1003' } })
  const answer = async (reply: Parameters<typeof web.answer>[0]) => {
    web.answer(reply)
    return failure(send({ ...message, to }, unhurried()))
  }
  const black = await answer(() => ({ json: { status: 1003, message: '号码在\n黑名单' } }))
  assert.deepEqual([black.zh, black.permanent], ['短信网关拒绝：1003 号码在 黑名单', true])
  assert.equal((await answer(() => ({ json: { status: 'BUSY' } }))).permanent, false)
  assert.equal((await answer(() => ({ json: {} }))).permanent, false)
  assert.equal((await answer(() => ({ status: 401, json: { status: 'AUTH' } }))).permanent, false)
  assert.equal((await answer(() => ({ status: 422, text: 'bad phone' }))).permanent, true)
  assert.match((await answer(() => ({ status: 429, json: {} }))).zh, /过于频繁/)
  assert.equal((await answer(() => ({ status: 500, json: { status: 'OK' } }))).permanent, false, 'a failing server has confirmed nothing')
  const before = web.heard.length
  assert.equal((await failure(send({ ...message, to: { value: '12345678@x', name: '' } }, unhurried()))).permanent, true)
  assert.equal(web.heard.length, before)
})

test('a description that cannot work is refused where it is written', () => {
  const good = { url: 'https://sms.example/send', form: 'json', body: '{"m":"{phone}","c":"{text}"}', success: 'code=0', method: 'POST' }
  assert.deepEqual(issues(good), [])
  assert.deepEqual(issues({ ...good, body: '{"m":"{phone}"' }), ['settings.body'])
  assert.deepEqual(issues({ ...good, body: '{"m":"{mobile}","c":"{phone}"}' }), ['settings.body'])
  assert.deepEqual(issues({ ...good, body: '{"c":"{text}"}' }), ['settings.body'])
  assert.deepEqual(issues({ ...good, success: 'code' }), ['settings.success'])
  assert.deepEqual(issues({ ...good, headers: 'no colon' }), ['settings.headers'])
  assert.deepEqual(issues({ ...good, headers: 'A: {secret}' }, false), ['secrets.secret'])
  assert.deepEqual(issues({ ...good, form: 'query' }), ['settings.url'])
})
