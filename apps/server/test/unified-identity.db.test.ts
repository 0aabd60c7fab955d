// Unified identity 统一身份 over the wire, against a real OpenID Connect provider: linked by password, by claim, by its owner; refused in words; ended.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { systemActor } from '@houqin/access'
import { buildApp } from '@houqin/api'
import { systemClock } from '@houqin/clock'
import { composeSystem } from '@houqin/compose'
import { systemAdmin } from '@houqin/define'
import { person } from '@houqin/people'
import { openCityIdentity } from '@houqin/testing/city-identity'
import type { CityIdentity } from '@houqin/testing/city-identity'
import { callerOf, testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'
import { createTab } from './browser-tab.ts'
import type { Tab } from './browser-tab.ts'

interface Provider { readonly id: string; readonly version: number }

const citizens = {
  liu: { name: '刘敏（市）', employee_number: 'GH-0001', phone_number: '13800000001', phone_number_verified: true },
  wang: { name: '王敏（市）', employee_number: 'GH-0002', phone_number: '13800000002', phone_number_verified: false },
  stranger: { name: '路人' },
  admin: { name: '管理员（市）' },
  two: { name: '两人同号', employee_number: 'GH-0003' },
} as const

let house: TestSystem
let city: CityIdentity
let keeper: Somebody
let provider: Provider
let values: Record<string, unknown>
before(async () => {
  // begins where the machine's clock stands, by which the provider lives
  house = await testSubsystem(parts, { at: systemClock.now().toISOString() })
  keeper = await house.as(systemAdmin)
  const redirects: string[] = []
  const add = await keeper.post<Provider>('/api/identity/providers', {
    title: '市统一身份', issuer: 'https://id.example.test', clientId: 'houqin', secret: 'x', scopes: ['openid'], subjectClaim: 'sub', matching: [], enabled: false,
  })
  assert.equal(add.status, 201)
  redirects.push(`http://houqin.test/api/identity/${add.body.id}/callback`)
  city = await openCityIdentity({ citizens, redirects, leaves: ['http://houqin.test/sign-in'] })
  values = {
    title: '市统一身份', issuer: city.issuer, clientId: city.clientId, scopes: ['openid', 'profile', 'phone'], subjectClaim: 'sub', enabled: true,
    matching: [{ claim: 'employee_number', field: 'number', automatic: true }, { claim: 'phone_number', field: 'phone', automatic: false }],
  }
  provider = (await keeper.patch<Provider>(`/api/identity/providers/${add.body.id}`, { ...values, secret: city.clientSecret }, 1)).body
})
after(() => city.close())

const startPath = (to = '/inbox'): string => `/api/identity/${provider.id}/start?to=${encodeURIComponent(to)}`
const tab = (): Tab => createTab(house.app, 'http://houqin.test')
/** Signs in at the provider and consents, as a browser would; ends where our console begins. */
async function comeBy(one: Tab, citizen: string, to?: string): Promise<string> {
  return one.goThrough(startPath(to), citizen)
}
async function change(more: object): Promise<void> {
  provider = (await keeper.patch<Provider>(`/api/identity/providers/${provider.id}`, { ...values, ...more }, provider.version)).body
}
const typeOf = ({ body }: Answer<Record<string, unknown> | null>): string => String(body?.['type']).replace('/problems/', '')

describe('an unknown identity', () => {
  it('is linked by one password, and opens the account by itself from then on', async () => {
    const guest = await house.as('everyone', { name: '没有工号的人' })
    const one = tab()
    assert.equal(await comeBy(one, 'stranger', '/registers/people.person?q=a'), '/sign-in/unified')
    const arrival = await one.ask('GET', '/api/identity/arrival')
    assert.deepEqual([arrival.status, arrival.body?.['shown']], [200, '路人'])
    assert.equal(typeOf(await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: 'not the password' })), 'sign-in-refused')
    const linked = await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: guest.password })
    assert.deepEqual([linked.status, linked.body?.['to'], linked.body?.['mustChangePassword']], [200, '/registers/people.person?q=a', false])
    assert.equal((await one.ask('GET', '/api/me')).body?.['username'], guest.username)
    assert.equal((await one.ask('GET', '/api/identity/arrival')).status, 410)

    const again = tab()
    assert.equal(await comeBy(again, 'stranger'), '/inbox')
    assert.equal((await again.ask('GET', '/api/me')).body?.['username'], guest.username)
    const sessions = await again.ask<{ rows: { via: string | null; current: boolean }[] }>('GET', '/api/session')
    assert.equal(sessions.body?.rows.find(({ current }) => current)?.via, '市统一身份')
    // listed and ended like any other
    const { body } = await guest.get<{ rows: { id: string; via: string | null }[] }>('/api/session')
    for (const { id, via } of body.rows) if (via !== null) assert.equal((await guest.call('DELETE', `/api/session/${id}`)).status, 204)
    assert.equal((await again.ask('GET', '/api/me')).status, 401)

    // seen and ended by the administrator, with a reason, and gone for the next sign-in
    const links = await keeper.get<{ rows: { id: string; account: { username: string } }[] }>('/api/identity/links', { q: guest.username })
    const [link] = links.body.rows
    assert.equal(link?.account.username, guest.username)
    const third = tab()
    assert.equal(await comeBy(third, 'stranger'), '/inbox')
    assert.equal((await keeper.call('DELETE', `/api/identity/links/${link?.id}`, { query: { reason: ' ' } })).status, 422)
    assert.equal((await keeper.call('DELETE', `/api/identity/links/${link?.id}`, { query: { reason: '身份借给别人' } })).status, 204)
    assert.equal((await third.ask('GET', '/api/me')).status, 401, 'what came in by it is over')
    assert.equal((await guest.get('/api/me')).status, 200, 'what came in by the password is not')
    assert.equal(await comeBy(tab(), 'stranger'), '/sign-in/unified')
    const { rows } = await sql<{ summary: string }>`select summary from audit.entry where action in ('identity.link', 'identity.unlink') and subject_id = ${guest.account} order by id`.execute(house.system.db)
    assert.deepEqual(rows.map(({ summary }) => summary), ['绑定“市统一身份”的身份 路人（输入一次密码）', '解除“市统一身份”的身份 路人 的绑定：身份借给别人'])
  })

  it('locks nobody in or out: wrong passwords count as at the door, and a lock holds for the identity too', async () => {
    const guest = await house.as('everyone')
    const one = tab()
    assert.equal(await comeBy(one, 'stranger'), '/sign-in/unified')
    for (let n = 0; n < 5; n += 1) await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: 'wrong' })
    assert.equal(typeOf(await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: guest.password })), 'too-many-requests')
    house.clock.advance({ minutes: 2 })
    assert.equal((await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: guest.password })).status, 200)
    for (let n = 0; n < 5; n += 1) await house.anonymous('10.9.9.9').post('/api/session', { username: guest.username, password: 'wrong' })
    assert.equal(await comeBy(tab(), 'stranger'), '/sign-in?identity=locked&to=%2F')
    house.clock.advance({ minutes: 10 })
    assert.equal(await comeBy(tab(), 'stranger'), '/inbox')
    await endLinks(guest)
  })
})

describe('a claim the administrator trusts', () => {
  it('links the one person it names, and nobody where it names two', async () => {
    const row = await house.make(person, { name: '刘敏', number: 'GH-0001' })
    const liu = await house.as('everyone', { name: '刘敏', person: row })
    assert.equal(await comeBy(tab(), 'liu'), '/inbox')
    const { body } = await liu.get<{ rows: { shown: string }[] }>('/api/me/identities')
    assert.deepEqual(body.rows.map(({ shown }) => shown), ['刘敏（市）'])
    assert.equal(await comeBy(tab(), 'two'), '/sign-in/unified', 'a number nobody has')
    await endLinks(liu)
  })

  it('does not count where the provider says it was not verified, or the administrator did not say so', async () => {
    const row = await house.make(person, { name: '王敏', phone: '13800000002' })
    const wang = await house.as('everyone', { name: '王敏', person: row })
    assert.equal(await comeBy(tab(), 'wang'), '/sign-in/unified')
    await change({ matching: [{ claim: 'phone_number', field: 'phone', automatic: true }] })
    assert.equal(await comeBy(tab(), 'wang'), '/sign-in/unified')
    const two = await house.make(person, { name: '王二', phone: '13800000001' })
    const three = await house.make(person, { name: '王三', phone: '13800000001' })
    await house.as('everyone', { person: two })
    await house.as('everyone', { person: three })
    assert.equal(await comeBy(tab(), 'liu'), '/sign-in/unified', 'two persons have this number')
    await change({})
    assert.deepEqual((await wang.get<{ rows: unknown[] }>('/api/me/identities')).body.rows, [])
  })
})

describe('who must not come in', () => {
  it('a closed account stays closed, a password that was handed over must be changed first', async () => {
    const { system } = house
    const guest = await house.as('everyone')
    const one = tab()
    await comeBy(one, 'stranger')
    await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: guest.password })
    await system.db.transaction().execute((tx) => system.access.accounts.reset(tx, systemActor, guest.account))
    const two = tab()
    assert.equal(await comeBy(two, 'stranger'), '/inbox')
    assert.equal((await two.ask('GET', '/api/me')).body?.['mustChangePassword'], true)
    assert.equal(typeOf(await two.ask('GET', '/api/inbox')), 'password-change-required')
    const [link] = (await keeper.get<{ rows: { id: string }[] }>('/api/identity/links', { q: guest.username })).body.rows
    assert.equal(typeOf(await two.ask('DELETE', `/api/me/identities/${link?.id}`)), 'password-change-required', 'the last way in is not given up')
    await system.db.transaction().execute((tx) => system.access.accounts.change(tx, systemActor, guest.account, { disabled: true }, 2))
    assert.equal((await two.ask('GET', '/api/me')).status, 401)
    assert.equal(await comeBy(tab(), 'stranger'), '/sign-in?identity=closed&to=%2F')
    await endLinks(guest)
  })

  it('the three administrators sign in by password alone, also one who became one', async () => {
    const admin = await house.as(systemAdmin)
    const one = tab()
    assert.equal(await comeBy(one, 'admin'), '/sign-in/unified')
    assert.equal(typeOf(await one.ask('POST', '/api/identity/arrival', { username: admin.username, password: admin.password })), 'not-allowed')
    assert.equal((await one.ask('GET', '/api/me')).status, 401)
    assert.equal(typeOf(await admin.post('/api/me/identities', { provider: provider.id })), 'not-allowed')
    const rising = await house.as('everyone')
    assert.equal((await one.ask('POST', '/api/identity/arrival', { username: rising.username, password: rising.password })).status, 200)
    await house.system.db.transaction().execute((tx) => house.system.access.grants.give(tx, systemActor, { account: rising.account, role: 'kernel.audit-admin', reason: '任命' }))
    assert.equal(await comeBy(tab(), 'admin'), '/sign-in?identity=administrator&to=%2F')
  })
})

describe('one’s own identity', () => {
  it('is linked while signed in, opens nobody else’s account, and is ended', async () => {
    const guest = await house.as('everyone')
    const one = tab()
    one.carry(guest.token)
    const csrf = String((await one.ask('GET', '/api/me')).body?.['csrf'])
    assert.equal(typeOf(await one.ask('POST', '/api/me/identities', { provider: provider.id })), 'csrf')
    const { body } = await one.ask('POST', '/api/me/identities', { provider: provider.id }, { 'x-csrf-token': csrf })
    assert.equal(await one.goThrough(String(body?.['to']), 'stranger'), '/me?identity=linked')
    assert.equal(await comeBy(tab(), 'stranger'), '/inbox')
    const other = await house.as('everyone')
    const two = tab()
    two.carry(other.token)
    const theirs = String((await two.ask('GET', '/api/me')).body?.['csrf'])
    const begun = await two.ask('POST', '/api/me/identities', { provider: provider.id }, { 'x-csrf-token': theirs })
    assert.equal(await two.goThrough(String(begun.body?.['to']), 'stranger'), '/sign-in?identity=taken&to=%2F')
    const [link] = (await guest.get<{ rows: { id: string }[] }>('/api/me/identities')).body.rows
    assert.equal((await other.call('DELETE', `/api/me/identities/${link?.id}`)).status, 404)
    assert.equal((await guest.call('DELETE', `/api/me/identities/${link?.id}`)).status, 204)
    assert.equal((await guest.get('/api/me')).status, 200)
    assert.equal(await comeBy(tab(), 'stranger'), '/sign-in/unified')
  })

  it('is left at the provider too when its session signs out', async () => {
    const guest = await house.as('everyone')
    const one = tab()
    await comeBy(one, 'stranger')
    const linked = await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: guest.password })
    const left = await one.ask('POST', '/api/identity/leave', {}, { 'x-csrf-token': String(linked.body?.['csrf']) })
    const to = new URL(String(left.body?.['to']))
    assert.deepEqual([to.origin, to.pathname, to.searchParams.get('post_logout_redirect_uri')], [city.issuer, '/session/end', 'http://houqin.test/sign-in'])
    assert.equal((await one.ask('GET', '/api/me')).status, 401)
    assert.deepEqual((await guest.post<{ to: string }>('/api/identity/leave', {})).body, { to: '/sign-in' })
    await endLinks(guest)
  })
})

describe('a provider that lies, fails or hangs, and a browser that does', () => {
  const refused = (reason: string, to = '/'): string => `/sign-in?${new URLSearchParams({ identity: reason, to }).toString()}`

  it('gets one word for each, and nobody in', async () => {
    for (const [reason, how] of [
      ['untrusted', { claims: { nonce: 'another' } }],
      ['untrusted', { claims: { iss: 'https://elsewhere.example' } }],
      ['untrusted', { claims: { aud: 'somebody-else' } }],
      ['untrusted', { foreignKey: true }],
      ['clock', { claims: { exp: 1_000_000 } }],
    ] as const) {
      city.misbehave(how)
      const one = tab()
      assert.equal(await comeBy(one, 'stranger'), refused(reason), JSON.stringify(how))
      assert.equal((await one.ask('GET', '/api/me')).status, 401)
      assert.equal((await one.ask('GET', '/api/identity/arrival')).status, 410)
    }
    city.misbehave()
  })

  it('is down, hangs, or was closed by its keeper: back on the sign-in page with the page that was wanted', async () => {
    city.misbehave({ fails: true })
    assert.equal(await tab().follow(startPath('/alarms')), refused('down', '/alarms'))
    city.misbehave({ hangs: true })
    const began = performance.now()
    assert.equal(await tab().follow(startPath()), refused('down', '/inbox'))
    assert.ok(performance.now() - began < 20_000)
    city.misbehave()
    await change({ enabled: false })
    assert.equal(await tab().follow(startPath()), refused('off', '/inbox'))
    assert.deepEqual((await house.anonymous().get<{ rows: unknown[] }>('/api/identity')).body.rows, [])
    await change({ secret: 'another secret' })
    assert.equal(await comeBy(tab(), 'stranger'), refused('setup'))
    await change({ secret: city.clientSecret })
  })

  it('an answer counts once, in its own browser, for ten minutes, for its own provider', async () => {
    const one = tab()
    const back = await one.comeBack(startPath(), 'stranger')
    assert.equal(await tab().follow(back), refused('expired'), 'another browser')
    assert.equal(await one.follow(back), '/sign-in/unified')
    assert.equal(await one.follow(back), refused('used'), 'the same answer again')
    const second = new URL(await one.comeBack(startPath(), 'stranger'))
    const replayed = new URL(second)
    replayed.searchParams.set('code', new URL(back).searchParams.get('code') ?? '')
    assert.equal(await one.follow(replayed.href), refused('used'), 'an old code under a new state')
    const mixed = new URL(await one.comeBack(startPath(), 'stranger'))
    mixed.searchParams.set('iss', 'https://elsewhere.example')
    assert.equal(await one.follow(mixed.href), refused('untrusted'))
    const late = await one.comeBack(startPath(), 'stranger')
    house.clock.advance({ minutes: 11 })
    assert.equal(await one.follow(late), refused('expired'))
    assert.equal(await one.follow(`/api/identity/${provider.id}/callback?code=x&state=nonsense`), refused('expired'))
    const denied = new URL(await one.comeBack(startPath(), 'stranger'))
    denied.searchParams.delete('code')
    denied.searchParams.set('error', 'access_denied')
    assert.equal(await one.follow(denied.href), refused('denied'))
  })

  it('sends nobody anywhere but here', async () => {
    for (const wanted of ['https://elsewhere.example', '//elsewhere.example', String.raw`/\elsewhere.example`, '/a b', 'javascript:alert(1)', '/api/session']) {
      const one = tab()
      await comeBy(one, 'stranger', wanted)
      const guest = await house.as('everyone')
      const { body } = await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: guest.password })
      assert.equal(body?.['to'], '/', wanted)
      await endLinks(guest)
    }
  })

  it('is judged by the clock of the house', async () => {
    const one = tab()
    const back = await one.comeBack(startPath(), 'stranger')
    // the house is a day on, and the attempt is still young
    house.clock.advance({ days: 1 })
    await sql`update identity.attempt set expires_at = ${new Date(house.clock.now().getTime() + 60_000)} where used_at is null`.execute(house.system.db)
    assert.equal(await one.follow(back), refused('clock'))
  })
})

describe('the keeper', () => {
  it('reads in words what is wrong with what he entered, and never the secret', async () => {
    const read = await keeper.call('GET', '/api/identity/providers')
    assert.ok(!read.text.includes(city.clientSecret))
    const tried = async (issuer: string): Promise<string[]> => {
      const { body: { id } } = await keeper.post<Provider>('/api/identity/providers', { ...values, title: '试', issuer, enabled: false })
      const { body } = await keeper.post<{ redirect: string; findings: { tone: string; says: string }[] }>(`/api/identity/providers/${id}/try`, {})
      assert.equal(body.redirect, `http://houqin.test/api/identity/${id}/callback`)
      return body.findings.map(({ tone, says }) => `${tone} ${says}`)
    }
    assert.match((await tried(city.issuer))[0] ?? '', /^good 读到了/)
    assert.match((await tried(await nobodysAddress())).join(), /bad 对方主机拒绝连接/)
    assert.match((await tried(`${city.issuer}/elsewhere`)).join(), /bad .*(不是发现文档|签发者)/)
    assert.match((await tried('https://no-such-host.invalid')).join(), /bad (找不到这个主机名|连不上)/)
  })

  it('is refused what would open doors, in words', async () => {
    for (const [at, more] of Object.entries({ issuer: { issuer: 'http://id.example.gov.cn' }, scopes: { scopes: ['profile'] }, 'matching[0].field': { matching: [{ claim: 'x', field: 'organ', automatic: true }] } })) {
      const { status, body } = await keeper.post<{ issues: { at: string }[] }>('/api/identity/providers', { ...values, ...more })
      assert.deepEqual([status, body.issues[0]?.at], [422, at])
    }
    const guest = await house.as('everyone')
    const one = tab()
    house.clock.set(systemClock.now().toISOString())
    await comeBy(one, 'stranger')
    await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: guest.password })
    const moved = await keeper.patch<Record<string, unknown>>(`/api/identity/providers/${provider.id}`, { ...values, issuer: 'https://elsewhere.example' }, provider.version)
    assert.equal(typeOf(moved), 'conflict')
    await endLinks(guest)
  })
})

/** Where somebody listened a moment ago. */
async function nobodysAddress(): Promise<string> {
  const gone = await openCityIdentity({ citizens: {}, redirects: ['http://houqin.test/'] })
  await gone.close()
  return gone.issuer
}
/** The next story may use the same citizen. */
async function endLinks({ username }: Somebody): Promise<void> {
  const { body } = await callerOf(house.app, { token: keeper.token }).get<{ rows: { id: string }[] }>('/api/identity/links', { q: username })
  for (const { id } of body.rows) await keeper.call('DELETE', `/api/identity/links/${id}`, { query: { reason: '下一个故事' } })
}

describe('a sign-in by unified identity', () => {
  it('may begin at one server and end at another that has the same database and keys', async () => {
    const { app, system: { access: _own, ...system } } = house
    const second = await composeSystem({ ...system, parts, dataFolder: join(system.secrets.file, '..', '..') })
    const elsewhere = await buildApp(second, { log: false, perMinute: 1_000_000, routes: parts.flatMap(({ routes }) => routes ?? []) })
    after(() => elsewhere.close())
    let asked = 0
    // what stands before both hands each request to the other one
    const both = new Proxy(app, { get: (target, name) => (name === 'inject' ? ((asked += 1) % 2 === 0 ? elsewhere : app).inject.bind(asked % 2 === 0 ? elsewhere : app) : Reflect.get(target, name)) })
    const guest = await house.as('everyone', { name: '两台服务器' })
    const one = createTab(both, 'http://houqin.test')
    assert.equal(await one.goThrough(startPath('/inbox'), 'stranger'), '/sign-in/unified')
    assert.equal((await one.ask('POST', '/api/identity/arrival', { username: guest.username, password: guest.password })).status, 200)
    const again = createTab(both, 'http://houqin.test')
    assert.equal(await again.goThrough(startPath('/inbox'), 'stranger'), '/inbox')
    assert.equal((await again.ask('GET', '/api/me')).body?.['username'], guest.username)
    assert.ok(asked > 6)
  })
})
