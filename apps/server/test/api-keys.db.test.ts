// API keys over the wire 接口密钥: made for a program, good for its scopes, its organ, its addresses and its measure, gone at once.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { organ, person } from '@houqin/people'
import { callerOf, testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Caller, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'

let house: TestSystem
let keeper: Somebody
let program: Somebody
let bureau: string
let court: string
const typeOf = ({ body }: Answer<unknown>): string => String((body as { type?: string } | null)?.type).replace('/problems/', '')
interface Made { readonly id: string; readonly key: string }
const given = (more: object = {}) => ({ account: program.account, title: '一卡通同步', scopes: ['register:people.person:read', 'register:people.organ:write'], lastDay: '2027-01-31', ...more })
const make = async (more: object = {}): Promise<Made> => {
  const answer = await keeper.post<Made>('/api/api-keys', given(more))
  assert.equal(answer.status, 201, answer.text)
  return answer.body
}
const by = (key: string, address?: string): Caller => callerOf(house.app, { token: key, ...(address !== undefined && { address }) })

before(async () => {
  house = await testSubsystem(parts)
  keeper = await house.as('kernel.system-admin', { name: '钱一鸣' })
  program = await house.as('people.officer', { name: '一卡通', person: null })
  bureau = (await house.make(organ, { name: '机关事务局' })).id
  court = (await house.make(organ, { name: '法院' })).id
  await house.make(person, { name: '局里人', organ: bureau, phone: '13812345678' })
  await house.make(person, { name: '院里人', organ: court })
})

test('a key reads and writes what its scopes name, and nothing else', async () => {
  const { key } = await make()
  const list = await by(key).get<{ rows: { name: string; phone: string | null }[] }>('/api/registers/people.person', { q: '里人' })
  assert.deepEqual(list.body.rows.map(({ name }) => name).sort(), ['局里人', '院里人'].sort(), list.text)
  assert.ok(!list.text.includes('13812345678'), 'numbers are masked for a program too')
  const { rows: [one] } = list.body as unknown as { rows: { id: string }[] }
  const closed: readonly (readonly [string, string])[] = [
    ['POST', '/api/registers/people.person'], ['POST', `/api/registers/people.person/${one?.id}/reveal`], ['GET', '/api/registers/people.person/export.xlsx'],
    ['GET', '/api/registers/people.organ'], ['GET', '/api/matters/service-desk.repair'], ['GET', '/api/inbox'], ['GET', '/api/me'], ['GET', '/api/accounts'],
    ['POST', '/api/me/password'], ['GET', '/api/search'], ['POST', '/api/signals/ingest'], ['GET', '/api/audit'], ['POST', '/api/api-keys'],
  ]
  for (const [method, path] of closed) assert.deepEqual([path, (await by(key).call(method, path, method === 'POST' ? { body: {} } : {})).status], [path, 403])
  const made = await by(key).post('/api/registers/people.organ', { ...(await house.usual(organ)), name: '新设的单位' })
  assert.notEqual(made.status, 403)
})

test('within its organ, from its addresses, at its measure', async () => {
  const { key: narrow } = await make({ organ: bureau })
  // whom everybody may read stays readable: what is narrowed is what a role reaches
  assert.equal((await by(narrow).call('GET', '/api/registers/people.person')).status, 200)
  const { key: homely } = await make({ addresses: ['10.9.0.0/16', '192.168.1.7'] })
  const from = async (address: string): Promise<number> => (await by(homely, address).get('/api/registers/people.person')).status
  assert.deepEqual([await from('10.9.3.4'), await from('192.168.1.7'), await from('192.168.1.8')], [200, 200, 403])
  const { key: slow } = await make({ perMinute: 3 })
  const statuses: number[] = []
  for (let n = 0; n < 5; n += 1) statuses.push((await by(slow).get('/api/registers/people.person')).status)
  assert.deepEqual(statuses, [200, 200, 200, 429, 429])
  await house.advance({ minutes: 1 })
  assert.equal((await by(slow).get('/api/registers/people.person')).status, 200)
})

test('a grant is narrowed to the organ of the key', async () => {
  const { key } = await make({ organ: bureau, scopes: ['register:people.person:write'] })
  const into = async (where: string): Promise<number> => {
    const { rows: [row] } = await sql<{ id: string; version: number }>`select id, version from people.person where organ = ${where} limit 1`.execute(house.system.db)
    return (await by(key).call('PATCH', `/api/registers/people.person/${row?.id}`, { body: { officePhone: '8100' }, headers: { 'if-match': `"${row?.version}"` } })).status
  }
  assert.deepEqual([await into(bureau), await into(court)], [200, 403])
})

test('revoked, ended or disabled: gone at the next request', async () => {
  const { id, key } = await make()
  assert.equal((await by(key).get('/api/registers/people.person')).status, 200)
  assert.equal((await keeper.call('DELETE', `/api/api-keys/${id}`)).status, 204)
  assert.equal((await by(key).get('/api/registers/people.person')).status, 401)
  assert.equal((await keeper.call('DELETE', `/api/api-keys/${id}`)).status, 404)
  const { key: short } = await make({ lastDay: '2026-11-24' })
  assert.equal((await by(short).get('/api/registers/people.person')).status, 200)
  await house.advance({ days: 1 })
  assert.equal((await by(short).get('/api/registers/people.person')).status, 401)
  assert.equal((await by('hk_nonsense').get('/api/registers/people.person')).status, 401)
})

test('shown once: the list has its last four characters, the database its digest', async () => {
  const { key } = await make({ title: '只看一次' })
  await by(key).get('/api/registers/people.person')
  const { body: { rows } } = await keeper.get<{ rows: { title: string; ending: string; lastUsedAt: string | null; account: { name: string } }[] }>('/api/api-keys')
  const row = rows.find(({ title }) => title === '只看一次')
  assert.deepEqual([row?.ending, row?.account.name, row?.lastUsedAt !== null], [key.slice(-4), '一卡通', true])
  const { rows: stored } = await sql<{ row: string }>`
    select to_jsonb(k)::text as row from api_key.key k union all select to_jsonb(e)::text from audit.entry e union all select to_jsonb(i)::text from http.idempotency i`.execute(house.system.db)
  assert.ok(!stored.some(({ row: text }) => text.includes(key)))
})

test('no key for an administrator, none that outlives a year, none for what is not there; and only the system administrator makes one', async () => {
  const statuses = async (more: object): Promise<readonly [number, string]> => {
    const answer = await keeper.post('/api/api-keys', given(more))
    return [answer.status, typeOf(answer)]
  }
  const audit = await house.as('kernel.audit-admin', { person: null })
  assert.deepEqual(await statuses({ account: audit.account }), [403, 'not-allowed'])
  for (const more of [{ lastDay: '2028-01-01' }, { lastDay: '2026-11-01' }, { scopes: [] }, { scopes: ['register:people.nothing:read'] }, { addresses: ['10.1.2.3/99'] }, { organ: program.account }])
    assert.deepEqual(await statuses(more), [422, 'bad-input'], JSON.stringify(more))
  const security = await house.as('kernel.security-admin', { person: null })
  assert.equal((await security.post('/api/api-keys', given())).status, 403)
  assert.equal((await security.get('/api/api-keys')).status, 200)
  // whoever becomes an administrator afterwards does nothing through a program
  const { key } = await make()
  await house.system.db.transaction().execute(async (tx) => house.system.access.grants.give(tx, await security.actor(), { account: program.account, role: 'kernel.system-admin', reason: '误授' }))
  assert.equal((await by(key).get('/api/registers/people.person')).status, 403)
})
