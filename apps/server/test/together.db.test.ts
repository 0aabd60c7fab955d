// The same request twice, two people at one step: one effect, one winner, and the other is told who was faster.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { MatterWire } from '@houqin/matter-records'
import { site } from '@houqin/places'
import { category, repair } from '@houqin/service-desk'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'

let house: TestSystem
let clerk: Somebody
let input: Readonly<Record<string, unknown>>
before(async () => {
  house = await testSubsystem(parts)
  await house.make(category)
  clerk = await house.as('everyone', { name: '王敏' })
  input = { what: '三楼走廊灯不亮', urgency: 'normal', site: (await house.usual(site)).id }
})

const ask = (key: string, asked: unknown = { input }): Promise<Answer<MatterWire>> => clerk.post(`/api/matters/${repair.id}`, asked, { 'idempotency-key': key })
async function repairs(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from service_desk.repair`.execute(house.system.db)
  return rows[0]?.count ?? 0
}
/** The letters of a problem's type, or `done`. */
const outcome = ({ status, body }: Answer<object>): string => (status < 300 ? 'done' : String(Object.entries(body).find(([name]) => name === 'type')?.[1]).replace('/problems/', ''))

describe('the same key', () => {
  it('sent twice makes one repair and gets one answer', async () => {
    const before = await repairs()
    const first = await ask('twice')
    const second = await ask('twice')
    assert.equal(first.status, 201)
    assert.deepEqual([second.status, second.body], [first.status, first.body])
    assert.equal(await repairs(), before + 1)
  })

  it('sent ten times at once makes one repair, and all ten hear the same', async () => {
    const before = await repairs()
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('at-once')))
    for (const { status, body } of answers) assert.deepEqual([status, body], [201, answers[0]?.body])
    assert.equal(await repairs(), before + 1)
  })

  it('under another request is a mismatch, and of another person it is his own', async () => {
    await ask('mine')
    assert.equal(outcome(await ask('mine', { input: { ...input, what: '别的灯也不亮' } })), 'idempotency-mismatch')
    const other = await house.as('everyone')
    const theirs = await other.post<MatterWire>(`/api/matters/${repair.id}`, { input }, { 'idempotency-key': 'mine' })
    assert.equal(theirs.body.requester.name, other.name)
  })

  it('is not used up by a request that was refused', async () => {
    const refused = { input: { ...input, urgency: 'whenever' } }
    assert.equal(outcome(await ask('mended', refused)), 'bad-input')
    assert.equal((await ask('mended')).status, 201)
  })

  it('answers a step again without taking it again', async () => {
    const { number, version } = await clerk.ask(repair, input)
    const urge = (): Promise<Answer<MatterWire>> => clerk.post(`/api/matters/${repair.id}/${number}/steps/urge`, { version }, { 'idempotency-key': 'urge' })
    const [first, second] = [await urge(), await urge()]
    assert.deepEqual([first.status, second.status], [200, 200])
    assert.deepEqual(second.body, first.body)
    assert.equal((await clerk.see({ matter: repair.id, number })).version, version + 1)
  })
})

describe('two people', () => {
  it('at one step: one takes it, the other is told who was faster', async () => {
    const dispatcher = await house.as('service-desk.dispatcher', { name: '李调度' })
    const steward = await house.as('steward', { name: '周建国' })
    const worker = await house.as('worker', { name: '陈师傅' })
    for (let round = 0; round < 5; round += 1) {
      const { number, version } = await clerk.ask(repair, input)
      const dispatch = (who: Somebody): Promise<Answer<MatterWire>> =>
        who.post(`/api/matters/${repair.id}/${number}/steps/dispatch`, { input: { worker: worker.person }, version })
      const [one, other] = await Promise.all([dispatch(dispatcher), dispatch(steward)])
      assert.deepEqual([outcome(one), outcome(other)].toSorted(), ['done', 'stale-version'])
      const [winner, loser] = one.status === 200 ? [dispatcher, other] : [steward, one]
      assert.equal(loser.status, 409)
      assert.match(loser.text, new RegExp(`${winner.name}.*派单`))
      const { timeline, holder } = await dispatcher.see({ matter: repair.id, number })
      assert.deepEqual(timeline.map(({ label, by }) => `${by.name} ${label}`), [`${clerk.name} 发起`, `${winner.name} 派单`])
      assert.equal(holder.person?.name, worker.name)
    }
  })

  it('at one row: one changes it, the other is told, and nothing is half one and half the other', async () => {
    const officers = await Promise.all(['甲', '乙', '丙'].map((name) => house.as('places.officer', { name: `${name}管理员` })))
    const { id, version } = await house.make(site)
    const answers = await Promise.all(officers.map((who) => who.patch<object>(`/api/registers/${site.id}/${id}`, { address: `${who.name}路1号`, phone: who.name }, version)))
    assert.deepEqual(answers.map(outcome).toSorted(), ['done', 'stale-version', 'stale-version'])
    const winner = officers[answers.findIndex(({ status }) => status === 200)]
    const { body } = await clerk.get<{ address: string; phone: string; version: number }>(`/api/registers/${site.id}/${id}`)
    assert.deepEqual([body.address, body.phone, body.version], [`${winner?.name}路1号`, winner?.name, version + 1])
  })
})
