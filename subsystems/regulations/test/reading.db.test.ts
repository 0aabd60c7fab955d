// Reading a rule 阅知: given to organs, roles or everybody, seen by each on his first screen, counted, reminded.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { MatterWire } from '@houqin/matters'
import { organ, post } from '@houqin/people'
import { people } from '@houqin/people/server'
import { addressee, ruleMaking } from '@houqin/regulations'
import type { MakingPage, ToRead } from '@houqin/regulations'
import { regulations } from '@houqin/regulations/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Refused, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { decide, setRoutes } from './approve.ts'

let house: TestSystem
let drafter: Somebody
let leader: Somebody
let inOrgan: Somebody
let liaison: Somebody
let other: Somebody
let rule: MatterWire
let finance: string
const day = (days: number): string => new Date(Date.parse(house.clock.today()) + days * 86_400_000).toISOString().slice(0, 10)

before(async () => {
  house = await testSubsystem([people, regulations])
  drafter = await house.as('regulations.officer', { name: '许静' })
  const reviewer = await house.as('regulations.reviewer')
  leader = await house.as('bureau-leader', { name: '顾明远' })
  await setRoutes(house, [leader, leader])
  finance = (await house.make(organ, { name: '财政局' })).id
  inOrgan = await house.as('everyone', { name: '财政局职工' })
  await house.make(post, { person: inOrgan.person, organ: finance, kind: 'main', from: '2026-01-01' })
  liaison = await house.as('people.liaison', { name: '吴婷', organ: finance })
  other = await house.as('everyone', { name: '局外人' })
  rule = await drafter.ask(ruleMaking, { title: '车棚规程', aim: 'make', rank: 'procedure', reason: '安全' })
  rule = await drafter.take(rule, 'write', { input: { draft: '第一条 夜间上锁。\n第二条 自印发之日起施行。' } })
  rule = await drafter.take(rule, 'ask', { input: { opinionsUntil: day(1) } })
  rule = await drafter.take(rule, 'submit', { comment: '急用' })
  rule = await reviewer.take(rule, 'pass', { input: { finding: '可以' } })
  rule = await drafter.take(rule, 'issue', { input: { number: '清机管〔2026〕12号', inForceOn: day(0), evaluateBy: day(300) } })
  rule = await decide(leader, rule, 'agree')
})
const toRead = async (who: Somebody): Promise<readonly ToRead[]> => (await who.get<{ rows: readonly ToRead[] }>('/api/regulations/to-read')).body.rows
const figures = async (): Promise<MakingPage['reading']> => (await drafter.get<MakingPage>(`/api/regulations/rule-making/${rule.number}`)).body.reading
const acknowledge = async (who: Somebody, { document, version }: ToRead): Promise<number> =>
  (await who.post(`/api/regulations/documents/${document.id}/acknowledge`, { version })).status

test('没有布置时没有数字；布置给单位和角色，各人看到自己的', async () => {
  assert.equal(await figures(), null)
  await assert.rejects(drafter.take(rule, 'circulate', { input: { readBy: '2026-01-01', audience: 'everybody' } }), (error: Refused) => error.problem === 'step-not-possible')
  await assert.rejects(drafter.take(rule, 'circulate', { input: { readBy: day(5), audience: 'named' }, lines: { readers: [{ role: 'no.such' }] } }), (error: Refused) => error.problem === 'step-not-possible')
  rule = await drafter.take(rule, 'circulate', { input: { readBy: day(5), audience: 'named' }, lines: { readers: [{ organ: finance }, { role: 'people.bureau-leader' }] } })
  assert.deepEqual((await toRead(inOrgan)).map(({ document, until, late, reminded }) => [document.name, until, late, reminded]), [['车棚规程', day(5), false, false]])
  assert.equal((await toRead(leader)).length, 1)
  assert.equal((await toRead(other)).length, 0)
  assert.deepEqual([(await figures())?.asked, (await figures())?.read], [2, 0])
})
test('阅知了就从他的清单里消失，数字和登记对得上；未阅的催，逾期的算', async () => {
  const [mine] = await toRead(inOrgan)
  assert.ok(mine)
  assert.equal(await acknowledge(inOrgan, mine), 200)
  assert.deepEqual(await toRead(inOrgan), [])
  const unread = (await drafter.get<{ rows: { person: { name: string } }[] }>(`/api/registers/${addressee.id}`, { 'where.of': mine.version, 'where.readAt.null': 'true' })).body.rows
  assert.deepEqual(unread.map(({ person }) => person.name), ['顾明远'])
  rule = await drafter.take(await drafter.see(rule), 'remind')
  assert.deepEqual((await toRead(leader)).map(({ reminded }) => reminded), [true])
  await house.advance({ days: 6 })
  assert.deepEqual(await figures(), { version: mine.version, asked: 2, read: 1, unread: 1, late: 1 })
  assert.equal((await toRead(leader))[0]?.late, true)
  const own = (await other.get<{ rows: unknown[] }>(`/api/registers/${addressee.id}`)).body.rows
  assert.deepEqual(own ?? [], [], 'nobody reads about others')
})
test('再布置给全体，已有的不重发，已阅过的算已阅；没有未阅的不用催', async () => {
  const version = (await toRead(leader))[0]
  assert.ok(version)
  rule = await drafter.take(await drafter.see(rule), 'circulate', { input: { readBy: day(3), audience: 'everybody' } })
  const after = await figures()
  assert.ok((after?.asked ?? 0) > 2)
  for (const who of [leader, liaison, other, drafter]) for (const one of await toRead(who)) assert.equal(await acknowledge(who, one), 200)
  assert.equal((await toRead(other)).length, 0)
  assert.equal(after?.asked, (await figures())?.asked)
})
