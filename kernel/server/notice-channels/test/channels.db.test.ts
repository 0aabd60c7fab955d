// 通知渠道的故事: set up by the administrator alone, tried, used within its limit, and its secrets seen by nobody.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { auditAdmin, everyone, securityAdmin, systemAdmin } from '@houqin/define'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { fakeMail } from '@houqin/testing/fake-mail'
import { fakeWeb } from '@houqin/testing/fake-web'
import type { ChannelRow } from '@houqin/wire'
import { person, roll } from './roll.ts'
import { failure, message, unhurried } from './speaking.ts'

let house: TestSystem
let admin: Somebody
before(async () => {
  house = await testSubsystem(roll)
  admin = await house.as(systemAdmin, { person: null })
})

const robot = (host: string, title: string) => ({ kind: 'wecom-robot', title, settings: { host, form: 'text' }, secrets: { key: 'plain-robot-key' }, enabled: true })
const channel = (kind: string) => {
  const found = house.system.channels.all.find((one) => one.kind === kind)
  assert.ok(found)
  return found
}
async function added(given: object): Promise<ChannelRow> {
  const { status, body, text } = await admin.post<ChannelRow>('/api/channels', given)
  assert.equal(status, 201, text)
  return body
}
const listed = async (id: string): Promise<ChannelRow | undefined> => (await admin.get<{ rows: ChannelRow[] }>('/api/channels')).body.rows.find((row) => row.id === id)

test('a group’s robot is set up, tried, and used by its title; what it said last is seen', async () => {
  const web = await fakeWeb(() => ({ json: { errcode: 0, errmsg: 'ok' } }))
  const row = await added(robot(web.host, '值班群'))
  assert.deepEqual([row.version, row.perMinute, row.secrets], [1, 20, { key: '2026-11-24' }])
  const tried = await admin.post(`/api/channels/${row.id}/try`, {})
  assert.deepEqual(tried.body, { receipt: 'ok' })
  assert.match(web.heard[0]?.body ?? '', /智慧后勤测试消息/)
  assert.deepEqual(await channel('wecom-robot').send({ ...message, to: { value: '值班群', name: '值班群' } }, unhurried()), { receipt: 'ok' })
  assert.equal(web.heard[1]?.url.searchParams.get('key'), 'plain-robot-key')
  const nobody = await failure(channel('wecom-robot').send({ ...message, to: { value: '别的群', name: '' } }, unhurried()))
  assert.deepEqual([nobody.zh, nobody.permanent], ['通知渠道“企业微信群机器人”没有启用', false])
  web.answer(() => ({ json: { errcode: 93000, errmsg: 'invalid webhook url' } }))
  const refused = await admin.post<{ problem: string }>(`/api/channels/${row.id}/try`, {}, { 'accept-language': 'en' })
  assert.match(refused.body.problem, /93000 invalid webhook url\. The system administrator checks/)
  const { today } = (await listed(row.id)) ?? assert.fail()
  assert.deepEqual([today.sent, today.failed, today.last?.receipt], [2, 1, 'ok'])
  assert.match(today.problem?.says.zh ?? '', /93000/)
  web.answer(() => ({ json: { errcode: 0 } }))
  await admin.post(`/api/channels/${row.id}/try`, {})
  assert.equal((await listed(row.id))?.today.problem, null, 'what works again is no problem any more')
  await house.advance({ days: 1 })
  assert.deepEqual([(await listed(row.id))?.today.sent, (await listed(row.id))?.today.last?.receipt], [0, 'ok'])
})

test('the limit a minute holds also for many at once, and gives room again', async () => {
  const web = await fakeWeb(() => ({ json: { errcode: 0, errmsg: 'ok' } }))
  await added({ ...robot(web.host, '大厅群'), perMinute: 3 })
  const send = () => channel('wecom-robot').send({ ...message, to: { value: '大厅群', name: '' } }, unhurried())
  const came = await Promise.allSettled(Array.from({ length: 8 }, send))
  assert.equal(came.filter(({ status }) => status === 'fulfilled').length, 3)
  assert.equal(web.heard.length, 3)
  const full = await failure(send())
  assert.match(full.zh, /每分钟 3 条的名额已用完/)
  assert.equal(full.permanent, false)
  await house.advance({ minutes: 1 })
  assert.deepEqual(await send(), { receipt: 'ok' })
})

test('what is filled in wrongly is said field by field; two of one kind are not in use at once', async () => {
  const email = { kind: 'email', title: '政务邮箱', settings: { host: 'smtp.example', port: 'x', security: 'starttls', from: 'nobody', colour: 'red' } }
  const wrong = await admin.post<{ issues: { at: string; says: string }[] }>('/api/channels', email)
  assert.equal(wrong.status, 422)
  assert.deepEqual(wrong.body.issues.map(({ at }) => at), ['settings.colour', 'settings.port'])
  const next = await admin.post<{ issues: { at: string; says: string }[] }>('/api/channels', { ...email, settings: { host: 'smtp.example', port: '587', security: 'starttls', from: 'nobody', user: 'u' } })
  assert.deepEqual(next.body.issues.map(({ at, says }) => [at, says]), [['settings.from', '应是一个邮箱地址'], ['secrets.password', '填了用户名就要填密码']])
  for (const host of ['ftp://a.example', 'https://user:pw@a.example', 'https://{phone}.example', 'https://a.example/path', 'javascript:alert(1)']) {
    const { status, text } = await admin.post('/api/channels', robot(host, '某群'))
    assert.equal(status, 422, text)
  }
  const settings = { host: '127.0.0.1', port: '1', security: 'none', from: 'houqin@example' }
  await added({ kind: 'email', title: '甲', settings, enabled: true })
  assert.equal((await admin.post('/api/channels', { kind: 'email', title: '乙', settings, enabled: true })).status, 409)
  assert.equal((await admin.post('/api/channels', { kind: 'email', title: '甲', settings })).status, 422)
  const second = await added({ kind: 'email', title: '乙', settings })
  const stale = await admin.patch(`/api/channels/${second.id}`, { title: '丙' }, 7)
  assert.equal(stale.status, 409)
})

test('only the system administrator sees or changes channels', async () => {
  const others = [await house.as(everyone), await house.as(securityAdmin, { person: null }), await house.as(auditAdmin, { person: null }), house.anonymous()]
  for (const other of others) {
    for (const path of ['/api/channels', '/api/channels/kinds']) assert.ok([401, 403].includes((await other.get(path)).status))
    assert.ok([401, 403].includes((await other.post('/api/channels', robot('https://a.example', '偷'))).status))
  }
  const actor = await others[0]?.call('GET', '/api/me')
  assert.equal(actor?.status, 200)
  await assert.rejects(house.system.channels.list(house.system.db, await (others[0] as Somebody).actor()), { type: 'not-allowed' })
})

test('no secret stands in the database, the audit, an answer or a failure; changed ones are used, lost ones asked for anew', async () => {
  const mail = await fakeMail({ user: 'houqin', password: 'plain-mail-password' })
  const settings = { host: '127.0.0.1', port: String(mail.port), security: 'none', from: 'houqin@qingxi.example', user: 'houqin' }
  const answers: string[] = []
  const heard = async <Body>(asked: Promise<{ text: string; body: Body; status: number }>): Promise<Body> => {
    const { text, body } = await asked
    answers.push(text)
    return body
  }
  const first = await heard(admin.post<ChannelRow>('/api/channels', { kind: 'email', title: '局邮箱', settings, secrets: { password: 'plain-wrong-password' } }, { 'idempotency-key': 'one' }))
  const wrong = await heard(admin.post<{ problem: string }>(`/api/channels/${first.id}/try`, { to: 'li.ming@qingxi.example' }))
  assert.match(wrong.problem, /不接受登录/)
  const changed = await heard(admin.patch<ChannelRow>(`/api/channels/${first.id}`, { secrets: { password: 'plain-mail-password' } }, first.version))
  assert.deepEqual(changed.secrets, { password: '2026-11-25' })
  await heard(admin.post('/api/channels', { kind: 'email', title: '局邮箱', settings: { host: 'plain' }, secrets: { password: 'plain-mail-password', extra: 'plain-extra' } }))
  assert.deepEqual(await heard(admin.post(`/api/channels/${first.id}/try`, { to: 'li.ming@qingxi.example' })), { receipt: '250 queued as 4711' })
  const echo = await fakeWeb(() => ({ json: { errcode: 93000, errmsg: 'no robot has the key plain-robot-key' } }))
  const robotRow = await heard(admin.post<ChannelRow>('/api/channels', robot(echo.host, '回声群')))
  const echoed = await heard(admin.post<{ problem: string }>(`/api/channels/${robotRow.id}/try`, {}))
  assert.match(echoed.problem, /no robot has the key …/)
  answers.push((await admin.get('/api/channels')).text)
  const auditing = await house.as(auditAdmin, { person: null })
  answers.push((await auditing.get('/api/audit', { action: 'channel.', limit: '200' })).text)
  assert.match(answers.at(-1) ?? '', /更换密码或密钥/)
  for (const answer of answers) assert.doesNotMatch(answer, /plain-(robot-key|mail-password|wrong-password|extra)/)
  assert.doesNotMatch(await everythingStored(), /plain-(robot-key|mail-password|wrong-password|extra)/)
})

test('with another key in the folder the secrets must be entered anew, and can be', async () => {
  const web = await fakeWeb(() => ({ json: { errcode: 0, errmsg: 'ok' } }))
  const row = await added(robot(web.host, '旧密钥群'))
  const { rows: [kept] } = await sql<{ secrets: string }>`select secrets from channel.setup where id = ${row.id}::uuid`.execute(house.system.db)
  const foreign = JSON.stringify({ ...JSON.parse(kept?.secrets ?? '{}'), kid: '0123456789abcdef' })
  await sql`update channel.setup set secrets = ${foreign} where id = ${row.id}::uuid`.execute(house.system.db)
  const lost = await admin.post<{ problem: string }>(`/api/channels/${row.id}/try`, {})
  assert.match(lost.body.problem, /请系统管理员重新填写/)
  assert.equal(web.heard.length, 0)
  assert.equal((await failure(channel('wecom-robot').send({ ...message, to: { value: '旧密钥群', name: '' } }, unhurried()))).permanent, false)
  assert.equal((await admin.patch(`/api/channels/${row.id}`, { secrets: { key: 'plain-robot-key' } }, row.version)).status, 200)
  assert.deepEqual((await admin.post(`/api/channels/${row.id}/try`, {})).body, { receipt: 'ok' })
})

test('everybody keeps his own addresses; a mobile number in the register stands in; the administrator helps', async () => {
  const li = await house.as(everyone, { name: '李明' })
  const zhang = await house.as(everyone, { name: '张华', person: await house.make(person, { name: '张华', phone: '13800001234' }) })
  const kept = await li.call('PATCH', '/api/me/addresses', { body: { 'email': 'li@qingxi.example', 'wecom-app': 'li.ming' } })
  assert.deepEqual(kept.body, { 'email': 'li@qingxi.example', 'sms': null, 'wecom-app': 'li.ming', 'govwecom-app': null, 'zwdd-app': null })
  const bad = await li.call<{ issues: { at: string }[] }>('PATCH', '/api/me/addresses', { body: { 'email': 'li', 'sms': 'abc' } })
  assert.deepEqual([bad.status, bad.body.issues.map(({ at }) => at)], [422, ['email', 'sms']])
  const persons = [li.person ?? '', zhang.person ?? '']
  const { channels, db } = house.system
  assert.deepEqual([...(await channels.addressesOf(db, { kind: 'sms', persons })).values()], [{ value: '13800001234', name: '张华' }])
  assert.deepEqual([...(await channels.addressesOf(db, { kind: 'wecom-app', persons }))], [[li.person, { value: 'li.ming', name: '李明' }]])
  const others = `/api/channels/addresses/${zhang.person}`
  assert.equal((await li.call('PATCH', others, { body: { sms: '13900000000' } })).status, 403)
  assert.equal((await admin.call('PATCH', others, { body: { sms: '13900000000' } })).status, 200)
  assert.equal((await channels.addressesOf(db, { kind: 'sms', persons })).get(zhang.person ?? '')?.value, '13900000000')
  assert.equal((await admin.get('/api/me/addresses')).status, 404)
})

/** Every row of every table, as text. */
async function everythingStored(): Promise<string> {
  const { db } = house.system
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(db)
  assert.ok(tables.length > 20)
  const texts = await Promise.all(tables.map(async ({ name }) => (await sql<{ text: string | null }>`select string_agg(t::text, ' ') as text from ${sql.raw(name)} t`.execute(db)).rows[0]?.text ?? ''))
  return texts.join('\n')
}
