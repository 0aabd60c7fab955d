// Materials of a repair 要料: five asked for, three from stock, two bought; the repair waits for the purchase and comes back by itself.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { MatterWire } from '@houqin/matters'
import { site } from '@houqin/places'
import { category, material, purchase, repair } from '@houqin/service-desk'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { purchaseRoutes } from '../seed/purchases.ts'
import { parts } from './standing-district.ts'

let house: TestSystem
let chen: Somebody
let dispatcher: Somebody
let desk: Somebody
let where: string
before(async () => {
  house = await testSubsystem(parts)
  const officer = await house.as('approval-officer')
  for (const route of purchaseRoutes('2026-11-24')) assert.equal((await officer.post('/api/approval/routes', route)).status, 201)
  where = (await house.usual(site)).id
  await house.make(category, { name: '其他' })
  chen = await house.as('service-desk.worker', { name: '陈志强' })
  dispatcher = await house.as('service-desk.dispatcher', { name: '沈丽华' })
  desk = await house.as('service-desk.officer', { name: '孙晓雯' })
})

type Seen = Pick<MatterWire, 'matter' | 'number'>
const lines = ({ lines: sets }: MatterWire, set: string) => sets[set]?.rows ?? []
const outcomes = (seen: MatterWire, set: string): unknown[] => lines(seen, set).map(({ outcome }) => outcome)

/** Sent to the worker, who is there and asks for five materials; the desk hands out three and buys two. */
async function waiting(): Promise<{ seen: MatterWire; bought: Seen }> {
  const asker = await house.as('everyone')
  const asked = await asker.ask(repair, { what: '会议室灯具和龙头都坏了', urgency: 'normal', site: where })
  const sent = await dispatcher.take(await dispatcher.see(asked), 'dispatch', { input: { worker: chen.person } })
  const working = await chen.take(await chen.see(sent), 'arrive')
  const wanted = await Promise.all(['灯管', '开关', '胶带', '地插', '感应龙头'].map((name) => house.make(material, { name, price: '96.50' })))
  const needs = wanted.map(({ id }) => ({ material: id, quantity: '2' }))
  const asking = await chen.take(working, 'request', { lines: { needs } })
  assert.deepEqual(outcomes(asking, 'needs'), [null, null, null, null, null])
  assert.equal(asking.state, 'working')
  const settled = lines(asking, 'needs').map(({ id }, place) => ({ id, outcome: place < 3 ? 'stock' : 'buy' }))
  const seen = await dispatcher.take(await dispatcher.see(asking), 'issue', { lines: { needs: settled.map((one) => ({ ...one })) } })
  const number = String(lines(seen, 'needs')[3]?.['purchase'])
  return { seen, bought: { matter: purchase.id, number } }
}
async function approve(bought: Seen): Promise<MatterWire> {
  const drafted = await dispatcher.see(bought)
  await dispatcher.take(drafted, 'submit', { input: { amount: '386.00' } })
  const { route } = await desk.see(bought)
  const task = route?.stages.flatMap(({ tasks }) => tasks).find(({ may }) => may.includes('agree'))
  const answer = await desk.post(`/api/matters/${purchase.id}/${bought.number}/tasks/${task?.id}`, { action: 'agree', version: task?.version })
  assert.equal(answer.status, 200, answer.text)
  return dispatcher.see(bought)
}

test('three from stock, two bought: each line says so on both matters, and the repair comes back when the goods are there', async () => {
  const { seen, bought } = await waiting()
  assert.equal(seen.state, 'paused')
  assert.match(String(seen.facts['waitingFor']), new RegExp(bought.number))
  assert.deepEqual(outcomes(seen, 'needs'), ['stock', 'stock', 'stock', 'buy', 'buy'])
  assert.deepEqual(seen.links.map(({ kind, number }) => [kind, number]), [['follows', bought.number]])
  const drafted = await dispatcher.see(bought)
  assert.equal(drafted.form['repair'], seen.number)
  assert.match(String(drafted.form['what']), /地插.*2、感应龙头.*2/)
  assert.deepEqual(lines(drafted, 'items').map(({ quantity, price }) => [quantity, price]), [['2.00', '96.50'], ['2.00', '96.50']])

  const approved = await approve(bought)
  assert.equal(approved.facts['amount'], '386.00')
  const items = lines(approved, 'items').map(({ id }) => ({ id, outcome: 'bought' }))
  const arrived = await dispatcher.take(approved, 'buy', { input: { paid: '380', invoice: '10086' }, lines: { items } })
  assert.equal((await chen.see(seen)).state, 'paused', 'bought is not yet there')
  const closed = await dispatcher.take(arrived, 'receive')
  assert.deepEqual(outcomes(closed, 'items'), ['bought', 'bought'])
  const back = await chen.see(seen)
  assert.deepEqual([back.state, back.holder.person?.id], ['working', chen.person])
  assert.deepEqual(outcomes(back, 'needs'), ['stock', 'stock', 'stock', 'bought', 'bought'])
  assert.match(String(back.timeline.at(-1)?.comment), /材料到了/)
})

test('a purchase that is dropped lets the repair go on without', async () => {
  const { seen, bought } = await waiting()
  await dispatcher.take(await dispatcher.see(bought), 'drop', { comment: '改用库存替代' })
  const back = await chen.see(seen)
  assert.equal(back.state, 'working')
  assert.deepEqual(outcomes(back, 'needs'), ['stock', 'stock', 'stock', 'none', 'none'])
})

test('all from stock: nothing is bought and nobody waits', async () => {
  const asker = await house.as('everyone')
  const asked = await asker.ask(repair, { what: '开关松动', urgency: 'normal', site: where })
  const working = await chen.take(await chen.see(await dispatcher.take(await dispatcher.see(asked), 'dispatch', { input: { worker: chen.person } })), 'arrive')
  const asking = await chen.take(working, 'request', { lines: { needs: [{ material: (await house.make(material)).id, quantity: '1' }] } })
  const seen = await dispatcher.take(await dispatcher.see(asking), 'issue', { lines: { needs: [{ id: lines(asking, 'needs')[0]?.['id'], outcome: 'stock' }] } })
  assert.deepEqual([seen.state, outcomes(seen, 'needs'), seen.links], ['working', ['stock'], []])
})
