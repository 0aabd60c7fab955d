// The three administrators 三员分立: no way makes one person two of them, and each sees his own part of the house.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { systemActor, threeAdministrators } from '@houqin/access'
import { person } from '@houqin/people'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'

const [system, security, audit] = ['kernel.system-admin', 'kernel.security-admin', 'kernel.audit-admin']
const pairs = threeAdministrators.flatMap(({ role: held }) => threeAdministrators.filter(({ role }) => role !== held).map(({ role }) => [held, role] as const))
let house: TestSystem
let giver: Somebody
const grant = (account: string, role: string, more: object = {}) => giver.post<{ type?: string }>('/api/grants', { account, role, reason: '试一试', ...more })
const rolesOf = async (account: string): Promise<readonly string[]> =>
  (await sql<{ role: string }>`select role from access.grant where account = ${account} and withdrawn_at is null order by role`.execute(house.system.db)).rows.map(({ role }) => role)

before(async () => {
  house = await testSubsystem(parts)
  giver = await house.as(security ?? '', { name: '冯岚', person: null })
})

test('by the interface: each second role is refused, now or for a day that overlaps', async () => {
  for (const [held, second] of pairs) {
    const one = await house.as(held, { person: null })
    assert.equal((await grant(one.account, second)).status, 409, `${held} + ${second}`)
    assert.equal((await grant(one.account, second, { from: '2027-01-01', to: '2027-01-31' })).status, 409, `${held} + ${second} from next year`)
    assert.deepEqual(await rolesOf(one.account), [held])
  }
})

test('to oneself: the security administrator gives himself nothing', async () => {
  for (const role of [system, audit]) assert.equal((await grant(giver.account, role ?? '')).status, 403)
})

test('by the system’s own hand, and past all engines: the database itself refuses', async () => {
  for (const [held, second] of pairs) {
    const one = await house.as(held, { person: null })
    await assert.rejects(house.system.db.transaction().execute((tx) => house.system.access.grants.give(tx, systemActor, { account: one.account, role: second, reason: '种子' })))
    await assert.rejects(sql`
      insert into access.grant (id, account, role, valid, reason, granted_at)
      select gen_random_uuid(), account, ${second}, valid, reason, granted_at from access.grant where account = ${one.account} limit 1`.execute(house.system.db), /不得由同一人担任/)
    assert.deepEqual(await rolesOf(one.account), [held])
  }
})

test('two accounts of one person: there is no second account', async () => {
  const { id } = await house.make(person, { name: '一人' })
  const keeper = await house.as(system ?? '', { person: null })
  const first = await keeper.post('/api/accounts', { username: 'one.person', name: '一人', person: id })
  assert.equal(first.status, 201, first.text)
  assert.equal((await keeper.post('/api/accounts', { username: 'one.person.again', name: '一人', person: id })).status, 409)
})

test('by a request that others approved: asked for, it is not executed', async () => {
  const roleRequest = house.system.catalogue.matters.get('staffing.role-request')
  assert.ok(roleRequest)
  const { id } = await house.make(person, { name: '想兼任的人' })
  const both = await house.as(audit ?? '', { person: id })
  const asker = await house.as('people.officer')
  const asked = await house.system.db.transaction().execute(async (tx) => house.system.matters.start(tx, await asker.actor(), roleRequest, {
    input: { person: id, deed: 'give', reason: '工作需要' }, lines: { roles: [{ role: system }] },
  }))
  await sql`update matter.matter set state = 'approved', holder_person = null, holder_role = ${security} where number = ${asked.number}`.execute(house.system.db)
  const { status } = await giver.post(`/api/matters/staffing.role-request/${asked.number}/steps/execute`, { version: asked.version })
  assert.ok(status >= 400 && status < 500, `executed with ${status}`)
  assert.deepEqual(await rolesOf(both.account), [audit])
})

test('each his own part: accounts, roles, the audit; and none of the business', async () => {
  const three = { system: await house.as(system ?? '', { person: null }), security: giver, audit: await house.as(audit ?? '', { person: null }) }
  const asks: readonly (readonly [string, string, object | undefined, readonly (keyof typeof three)[]])[] = [
    ['POST', '/api/accounts', { username: 'new.one', name: '新' }, ['system']],
    ['GET', '/api/accounts', undefined, ['system', 'security']],
    ['POST', '/api/grants', { account: three.audit.account, role: 'kernel.auditor', reason: '看' }, ['security']],
    ['GET', '/api/audit', undefined, ['audit']],
    ['GET', '/api/channels', undefined, ['system']],
    ['GET', '/api/matters/service-desk.repair/export.xlsx?reason=看看', undefined, []],
    ['GET', '/api/registers/people.person/export.xlsx?reason=看看', undefined, []],
  ]
  for (const [method, path, body, may] of asks)
    for (const [name, who] of Object.entries(three)) {
      const { status } = await who.call(method, path, body ? { body } : {})
      assert.equal(status !== 403, may.some((one) => one === name), `${method} ${path} by ${name}: ${status}`)
    }
  const repair = await (await house.as('everyone')).get<{ rows: unknown[] }>('/api/matters/service-desk.repair')
  for (const who of Object.values(three)) assert.deepEqual((await who.get<{ rows: unknown[] }>('/api/matters/service-desk.repair')).body.rows ?? [], repair.body.rows)
})
