// The second factor over the wire 动态口令: an administrator enrols before he may do anything, signs in with it, loses his phone, and is let in anew by two.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { systemActor, threeAdministrators } from '@houqin/access'
import { systemClock } from '@houqin/clock'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { TOTP, Secret } from 'otpauth'
import { parts } from '../src/subsystems.ts'

let house: TestSystem
let keeper: Somebody
let secret = ''
let recovery: readonly string[] = []
/** What the phone shows, so many steps from now. */
const shown = (steps = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: systemClock.now().getTime() + steps * 30_000 })
const typeOf = ({ body }: Answer<unknown>): string => String((body as { type?: string } | null)?.type).replace('/problems/', '')
const signIn = (code?: string, who: Somebody = keeper) =>
  house.anonymous().post<{ token: string; secondFactor?: string }>('/api/session', { username: who.username, password: who.password, ...(code !== undefined && { code }) })

before(async () => {
  house = await testSubsystem(parts, { secondFactorFor: threeAdministrators })
  keeper = await house.as('kernel.system-admin', { name: '钱一鸣' })
})

test('an administrator without one may enrol and nothing else; whoever is none is not asked', async () => {
  const refused = await keeper.get('/api/accounts')
  assert.deepEqual([refused.status, typeOf(refused)], [403, 'second-factor-required'])
  assert.equal((await keeper.get<{ secondFactorRequired: boolean }>('/api/me')).body.secondFactorRequired, true)
  const clerk = await house.as('everyone')
  assert.deepEqual((await clerk.get<object>('/api/me/second-factor')).body, { on: false, since: null, required: false, recovery: 0 })
  assert.equal((await clerk.get('/api/inbox')).status, 200)
})

test('he scans, types what the phone shows, and keeps ten recovery codes', async () => {
  const begun = await keeper.post<{ secret: string; uri: string }>('/api/me/second-factor', undefined)
  assert.equal(begun.status, 200, begun.text)
  secret = begun.body.secret
  assert.ok(begun.body.uri.includes(secret) && begun.body.uri.startsWith('otpauth://totp/'))
  assert.equal((await keeper.get('/api/accounts')).status, 403, 'nothing counts before the first code')
  assert.equal((await keeper.post('/api/me/second-factor/confirm', { code: shown(9) })).status, 422)
  const done = await keeper.post<{ recovery: readonly string[] }>('/api/me/second-factor/confirm', { code: shown(-1) })
  recovery = done.body.recovery
  assert.equal(recovery.length, 10, done.text)
  assert.equal((await keeper.get('/api/accounts')).status, 200)
  assert.equal((await keeper.post('/api/me/second-factor', undefined)).status, 409, 'another phone only after giving this one up')
})

test('the password alone opens nothing, a code opens one door, a recovery code one', async () => {
  const wanted = await signIn()
  assert.deepEqual([wanted.status, typeOf(wanted), wanted.body.secondFactor], [401, 'sign-in-refused', 'wanted'])
  const code = shown()
  assert.equal((await signIn(code)).status, 200)
  const again = await signIn(code)
  assert.deepEqual([again.status, again.body.secondFactor], [401, 'wrong'], 'what somebody looked over a shoulder is used up')
  assert.equal((await signIn(shown(1))).status, 200, 'a phone may be half a minute ahead')
  const [one = ''] = recovery
  assert.equal((await signIn(one.toUpperCase())).status, 200)
  assert.equal((await signIn(one)).status, 401)
  assert.equal((await keeper.get<{ recovery: number }>('/api/me/second-factor')).body.recovery, 9)
})

test('five wrong codes shut it for a quarter of an hour, however right the next', async () => {
  for (let n = 0; n < 5; n += 1) await signIn('000000')
  const shut = await signIn(recovery[1])
  assert.deepEqual([shut.status, typeOf(shut)], [429, 'too-many-requests'])
  await house.advance({ minutes: 16 })
  assert.equal((await signIn(recovery[1])).status, 200)
  const { rows } = await sql<{ summary: string }>`select summary from audit.entry where action = 'second-factor.refused' order by id`.execute(house.system.db)
  assert.ok(rows.at(-1)?.summary.includes('暂时锁定'))
})

test('nor is a session of his a place to try codes: wrong ones there count and shut it like those at the door', async () => {
  for (let n = 0; n < 5; n += 1) assert.equal((await keeper.call('DELETE', '/api/me/second-factor?code=000000')).status, 422)
  const shut = await keeper.call('DELETE', `/api/me/second-factor?code=${recovery[2]}`)
  assert.deepEqual([shut.status, typeOf(shut)], [429, 'too-many-requests'], 'however right the next')
  assert.equal((await keeper.post('/api/me/second-factor/recovery', { code: recovery[2] })).status, 429)
  await house.advance({ minutes: 16 })
  assert.equal((await keeper.post('/api/me/second-factor/recovery', { code: '111111' })).status, 422)
  const { rows } = await sql<{ summary: string }>`select summary from audit.entry where action = 'second-factor.refused' order by id desc limit 2`.execute(house.system.db)
  assert.deepEqual(rows.map(({ summary }) => summary), ['已登录，动态口令不正确', '已登录而动态口令连续输错，暂时锁定'])
})

test('neither secret nor recovery code lies open in the database', async () => {
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(d)::text as row from second_factor.device d union all select to_jsonb(r)::text from second_factor.recovery r
    union all select to_jsonb(e)::text from audit.entry e union all select to_jsonb(i)::text from http.idempotency i`.execute(house.system.db)
  const all = rows.map(({ row }) => row).join('\n')
  assert.deepEqual([secret, ...recovery].filter((one) => all.includes(one) || all.includes(one.replaceAll('-', ''))), [])
})

test('phone and codes are lost: one administrator asks, another agrees, and he enrols anew', async () => {
  const security = await enrolled('kernel.security-admin', '冯岚')
  const audit = await enrolled('kernel.audit-admin', '石磊')
  assert.equal((await (await house.as('everyone')).post('/api/second-factor/resets', { account: keeper.account, reason: '好奇' })).status, 403)
  assert.equal((await keeper.post('/api/second-factor/resets', { account: keeper.account, reason: '自己来' })).status, 403)
  const asked = await security.post<{ id: string }>('/api/second-factor/resets', { account: keeper.account, reason: '手机掉进湖里' })
  assert.equal(asked.status, 201, asked.text)
  const agree = `/api/second-factor/resets/${asked.body.id}/agree`
  assert.equal((await security.post(agree, {})).status, 403, 'who asked does not agree')
  assert.equal((await keeper.post(agree, {})).status, 403, 'nor whose phone it is')
  const { body: { rows } } = await audit.get<{ rows: { reason: string; mayAgree: boolean }[] }>('/api/second-factor/resets')
  assert.deepEqual(rows.map(({ reason, mayAgree }) => [reason, mayAgree]), [['手机掉进湖里', true]])
  assert.equal((await audit.post(agree, {})).status, 204)
  assert.equal((await keeper.get('/api/me')).status, 401, 'his sessions are over')
  const inAnew = await signIn()
  assert.equal(inAnew.status, 200)
  const own = { authorization: `Bearer ${inAnew.body.token}` }
  assert.equal((await house.anonymous().call('GET', '/api/accounts', { headers: own })).status, 403, 'until he has enrolled again')
  const told = await sql<{ summary: string }>`select summary from audit.entry where action in ('second-factor.ask-reset', 'second-factor.reset') order by id`.execute(house.system.db)
  assert.deepEqual(told.rows.map(({ summary }) => summary), ['申请重置 钱一鸣 的动态口令：手机掉进湖里', '同意重置 钱一鸣 的动态口令，他的登录已结束'])
})

async function enrolled(role: string, name: string): Promise<Somebody> {
  const one = await house.as(role, { name })
  const { body } = await one.post<{ secret: string }>('/api/me/second-factor', undefined)
  const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({ timestamp: systemClock.now().getTime() })
  assert.equal((await one.post('/api/me/second-factor/confirm', { code })).status, 200)
  return one
}

test('whoever has to change his password first enrols no phone with it', async () => {
  const { handoverPassword } = await house.system.db.transaction().execute((tx) => house.system.access.accounts.create(tx, systemActor, { username: 'new.keeper', name: '新管理员' }))
  const opened = await house.anonymous().post<{ token: string }>('/api/session', { username: 'new.keeper', password: handoverPassword })
  const refused = await house.anonymous().call('POST', '/api/me/second-factor', { headers: { authorization: `Bearer ${opened.body.token}` } })
  assert.deepEqual([refused.status, typeOf(refused)], [403, 'password-change-required'])
})
