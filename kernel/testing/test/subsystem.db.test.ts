// A subsystem tried alone: people with exactly their roles, the real application, a clock that is turned.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { definePart } from '@houqin/compose'
import type { ServerPart } from '@houqin/compose'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { TestSystem } from '@houqin/testing/subsystem'
import { change, english, lamp, organ, person, shop, site } from './lamp-shop.ts'

const ticked: string[] = []
const part: ServerPart = definePart({
  subsystem: shop,
  tables: { schema: 'shop', folder: new URL('shop-migrations/', import.meta.url) },
  en: english,
  ticks: ({ clock }) => [{ name: 'shop.look-round', every: 3_600_000, run: async () => void ticked.push(clock.today()) }],
})

let desk: TestSystem
before(async () => {
  desk = await testSubsystem(part)
})

test('a row brings the rows it cannot be without, and two rows are told apart', async () => {
  const [one, other] = [await desk.make(lamp), await desk.make(lamp, { socket: 'gu10' })]
  assert.match(String(one['number']), /^D-\d{4}$/)
  assert.notEqual(one['number'], other['number'])
  assert.equal(other['socket'], 'gu10')
  assert.deepEqual(one['site'], other['site'])
  assert.deepEqual(one['site'], { id: (await desk.usual(site)).id, name: (await desk.usual(site)).name })
})

test('somebody is a person with his account, and has the roles he was given where he was given them', async () => {
  const town = await desk.make(site, { name: '机关大院' })
  const keeper = await desk.as('keeper', { name: '周建国', site: town })
  const { body: me } = await keeper.get<{ name: string; person: { id: string; name: string }; roles: unknown; can: Record<string, string[]> }>('/api/me')
  assert.deepEqual([me.name, me.person], ['周建国', { id: keeper.person, name: '周建国' }])
  assert.deepEqual(me.roles, [{ role: 'shop.keeper', title: '灯具管理员', organ: null, site: { id: town.id, name: '机关大院' } }])
  assert.deepEqual(me.can['shop.site'], ['read', 'write'])
  const { body: nobodys } = await (await desk.as('everyone')).get<{ can: Record<string, string[]> }>('/api/me')
  assert.deepEqual(nobodys.can['shop.site'], ['read'])
  const { principal } = await keeper.actor()
  assert.deepEqual(principal.grants.map(({ role, sites }) => ({ role, sites })), [{ role: 'shop.keeper', sites: [town.id] }])
})

test('somebody of an organ belongs to it, and a program has no person', async () => {
  const own = await desk.make(organ, { name: '档案局' })
  const clerk = await desk.as('shop.clerk', { organ: own })
  const row = await clerk.get<{ organ: unknown }>(`/api/registers/${person.id}/${String(clerk.person)}`)
  assert.deepEqual(row.body.organ, { id: own.id, name: '档案局' })
  assert.equal((await desk.as('kernel.gateway', { person: null })).person, null)
})

test('a matter goes its way from one to the other, and a refusal says which problem it is', async () => {
  const clerk = await desk.as('everyone')
  const keeper = await desk.as('keeper')
  const worker = await desk.as('everyone')
  const asked = await clerk.ask(change, { lamp: (await desk.usual(lamp)).id, site: (await desk.usual(site)).id, why: '不亮' })
  assert.equal(asked.stateTitle, '待派')
  await assert.rejects(worker.take(asked, 'send', { input: { worker: worker.person } }), { status: 404, problem: 'not-found' })
  const sent = await keeper.take(asked, 'send', { input: { worker: worker.person } })
  await assert.rejects(keeper.take(asked, 'send', { input: { worker: worker.person } }), { status: 409, problem: 'stale-version' })
  assert.equal((await worker.take(sent, 'changed')).state, 'done')
  assert.deepEqual((await clerk.see(asked)).timeline.map(({ label }) => label).length, 3)
})

test('the clock is turned, and what has become due is done', async () => {
  const clerk = await desk.as('everyone')
  const asked = await clerk.ask(change, { lamp: (await desk.usual(lamp)).id, site: (await desk.usual(site)).id, why: '闪' })
  assert.equal(asked.overdue, false)
  ticked.length = 0
  await desk.advance({ hours: 5 })
  assert.equal((await clerk.see(asked)).overdue, true)
  assert.deepEqual(ticked, ['2026-11-24'])
  await desk.settle()
  assert.equal(ticked.length, 1, 'once an hour is once an hour')
})

test('who has not signed in, and who is misspelt, is told so', async () => {
  assert.equal((await desk.anonymous().get('/api/me')).status, 401)
  await assert.rejects(desk.as('kepper'), /“kepper” names no role: write one of .*shop\.keeper/)
})
