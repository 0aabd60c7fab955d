// The edge 接口的门槛: signing in by cookie and by bearer, what a page must prove, what every answer says to a browser.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { buildApp } from '@houqin/api'
import { systemActor } from '@houqin/access'
import { callerOf, testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Caller, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'

let desk: TestSystem
before(async () => {
  desk = await testSubsystem(parts)
})

/** As a browser: the cookie of a sign-in, and the token its page knows. */
async function browser(somebody: Pick<Somebody, 'username' | 'password'>, caller: Caller = desk.anonymous()) {
  const answer = await caller.post<{ csrf: string }>('/api/session', { username: somebody.username, password: somebody.password })
  const set = String(answer.headers['set-cookie'])
  return { answer, set, cookie: set.split(';', 1)[0] ?? '', csrf: answer.body.csrf }
}
const problemOf = ({ status, body }: Answer): unknown[] => [status, body['type']]

describe('signing in', () => {
  it('by cookie: HttpOnly, SameSite, and Secure only where the outside comes by TLS', async () => {
    const liu = await desk.as('everyone', { name: '刘敏' })
    const { set, cookie } = await browser(liu)
    assert.match(set, /^houqin_session=hq_\S+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    const me = await desk.anonymous().call<{ username: string }>('GET', '/api/me', { headers: { cookie } })
    assert.deepEqual([me.status, me.body.username], [200, liu.username])

    const app = await buildApp({ ...desk.system, secure: true }, { log: false })
    const secure = await browser(liu, callerOf(app))
    assert.match(secure.set, /; Secure/)
    await app.close()
  })

  it('a change under a cookie needs the page’s token; a bearer needs none', async () => {
    const liu = await desk.as('everyone')
    const { cookie, csrf } = await browser(liu)
    const ask = (headers: Record<string, string>): Promise<Answer> => desk.anonymous().call('DELETE', '/api/session', { headers })
    assert.deepEqual(problemOf(await ask({ cookie })), [403, '/problems/csrf'])
    assert.deepEqual(problemOf(await ask({ cookie, 'x-csrf-token': `${csrf}x` })), [403, '/problems/csrf'])
    const other = await browser(liu)
    assert.deepEqual(problemOf(await ask({ cookie, 'x-csrf-token': other.csrf })), [403, '/problems/csrf'])
    const out = await ask({ cookie, 'x-csrf-token': csrf })
    assert.equal(out.status, 204)
    assert.match(String(out.headers['set-cookie']), /^houqin_session=; .*Expires=Thu, 01 Jan 1970/)
    assert.deepEqual(problemOf(await desk.anonymous().call('GET', '/api/me', { headers: { cookie } })), [401, '/problems/not-signed-in'])
    assert.equal((await liu.call('DELETE', '/api/session')).status, 204)
    assert.equal((await liu.get('/api/me')).status, 401)
  })

  it('ends another session of one’s own, and nobody else’s', async () => {
    const liu = await desk.as('everyone')
    const stranger = await desk.as('everyone')
    const { cookie } = await browser(liu)
    const { body: { rows } } = await liu.get<{ rows: { id: string; current: boolean }[] }>('/api/session')
    assert.deepEqual([rows.length, rows.filter(({ current }) => current).length], [2, 1])
    const other = rows.find(({ current }) => !current)?.id
    assert.equal((await stranger.call('DELETE', `/api/session/${other}`)).status, 404)
    assert.equal((await liu.call('DELETE', `/api/session/${other}`)).status, 204)
    assert.equal((await desk.anonymous().call('GET', '/api/me', { headers: { cookie } })).status, 401)
    assert.equal((await liu.get('/api/me')).status, 200)
  })

  it('with a password handed over leads nowhere but to one’s own', async () => {
    const made = await desk.system.db.transaction().execute((tx) => desk.system.access.accounts.create(tx, systemActor, { username: 'new.clerk', name: '新人' }))
    const given = made.handoverPassword ?? ''
    const { answer, cookie, csrf } = await browser({ username: 'new.clerk', password: given })
    assert.equal((answer.body as unknown as { mustChangePassword: boolean }).mustChangePassword, true)
    const ask = (method: string, path: string, body?: object): Promise<Answer> =>
      desk.anonymous().call(method, path, { headers: { cookie, 'x-csrf-token': csrf }, ...(body && { body }) })
    for (const path of ['/api/inbox', '/api/catalogue', '/api/registers/places.site', '/api/events', '/api/session'])
      assert.deepEqual(problemOf(await ask('GET', path)), [403, '/problems/password-change-required'], path)
    assert.equal((await ask('GET', '/api/me')).status, 200)
    const weak = await ask('POST', '/api/me/password', { current: given, next: 'password1' })
    assert.deepEqual([...problemOf(weak), (weak.body['issues'] as { at: string }[])[0]?.at], [422, '/problems/bad-input', 'next'])
    assert.equal((await ask('POST', '/api/me/password', { current: given, next: 'Zm9-orchard-violin-tide' })).status, 204)
    assert.equal((await ask('GET', '/api/inbox')).status, 200)
  })

  it('after too many failures waits, says for how long, in the answer and its header', async () => {
    const liu = await desk.as('everyone')
    const guess = (): Promise<Answer> => desk.anonymous('10.9.9.9').post('/api/session', { username: liu.username, password: 'guess-number-one' })
    for (let failures = 0; failures < 5; failures += 1) assert.deepEqual(problemOf(await guess()), [401, '/problems/sign-in-refused'])
    const locked = await guess()
    assert.deepEqual([...problemOf(locked), locked.body['retryAfter'], locked.headers['retry-after']], [429, '/problems/too-many-requests', 60, '60'])
    const flood = await Promise.all(Array.from({ length: 301 }, () => desk.anonymous('10.9.9.8').post('/api/session', {})))
    const limited = flood.find(({ status }) => status === 429)
    assert.ok(limited)
    assert.equal(limited.body['type'], '/problems/too-many-requests')
    assert.equal(String(limited.body['retryAfter']), limited.headers['retry-after'])
    assert.ok(Number(limited.body['retryAfter']) > 0)
  })
})

describe('every answer', () => {
  it('forbids a browser what we never do', async () => {
    for (const path of ['/api/health', '/api/nothing', '/api/me', '/api/openapi.json']) {
      const { headers } = await desk.anonymous().get(path)
      const policy = String(headers['content-security-policy'])
      assert.match(policy, /(^|;)default-src 'none'(;|$)/, path)
      assert.match(policy, /(^|;)script-src 'self'(;|$)/, path)
      assert.match(policy, /frame-ancestors 'none'/, path)
      assert.equal(headers['x-content-type-options'], 'nosniff', path)
      assert.equal(headers['cache-control'], 'no-store', path)
      assert.equal(headers['strict-transport-security'], undefined, path)
    }
  })

  it('insists on HTTPS where the outside comes by it', async () => {
    const app = await buildApp({ ...desk.system, secure: true }, { log: false })
    assert.match(String((await callerOf(app).get('/api/health')).headers['strict-transport-security']), /^max-age=\d{7,}/)
    await app.close()
  })

  it('speaks the caller’s language, in the sentence and in each issue', async () => {
    const liu = await desk.as('everyone')
    const ask = (language?: string): Promise<Answer> =>
      liu.call('POST', '/api/matters/service-desk.repair', { body: { input: { what: 'x' } }, ...(language !== undefined && { headers: { 'accept-language': language } }) })
    const chinese = /\p{Script=Han}/u
    const [zh, en] = [await ask(), await ask('en-GB,en;q=0.9')]
    const issues = ({ body }: Answer) => body['issues'] as { at: string; says: string }[]
    assert.equal(zh.status, 422)
    assert.match(String(zh.body['detail']), chinese)
    assert.deepEqual(issues(zh).map(({ at }) => at), issues(en).map(({ at }) => at))
    assert.ok(issues(en).length > 0)
    for (const text of [en.body['title'], en.body['detail'], ...issues(en).map(({ says }) => says.replace(/^“[^”]*”/, ''))]) assert.doesNotMatch(String(text).replace(/“[^”]*”/g, ''), chinese)
    assert.doesNotMatch(String((await desk.anonymous().call('GET', '/api/me', { headers: { 'accept-language': 'en' } })).body['detail']), chinese)
  })
})

describe('figures for a monitor', () => {
  it('are for this machine, and no header makes another machine this one', async () => {
    assert.match((await desk.anonymous('127.0.0.1').call('GET', '/metrics')).text, /^houqin_request_seconds_count/m)
    assert.deepEqual(problemOf(await desk.anonymous('10.1.2.3').get('/metrics')), [403, '/problems/not-allowed'])
    const proxied = await buildApp(desk.system, { log: false, proxied: true })
    const forged = { headers: { 'x-forwarded-for': '127.0.0.1' } }
    assert.equal((await callerOf(proxied, { address: '10.1.2.3' }).call('GET', '/metrics', forged)).status, 403)
    assert.equal((await callerOf(proxied, { address: '127.0.0.1' }).call('GET', '/metrics', { headers: { 'x-forwarded-for': '127.0.0.1, 10.1.2.3' } })).status, 403)
    await proxied.close()
  })
})
