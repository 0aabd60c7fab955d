// A purchase 采购维修材料 as the office lives it: asked, approved by its amount, bought by somebody else, received.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SheetLines } from '@houqin/line-imports'
import type { MatterWire } from '@houqin/matters'
import { site } from '@houqin/places'
import { sendFile, workbookOf } from '@houqin/testing/ledger-file'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { material, purchase } from '@houqin/service-desk'
import { purchaseRoutes } from '../seed/purchases.ts'
import { parts } from './standing-district.ts'

interface Story extends TestSystem {
  readonly chen: Somebody
  readonly desk: Somebody
  readonly leader: Somebody
  readonly dispatcher: Somebody
  readonly officer: Somebody
  readonly draft: () => Promise<MatterWire>
}
async function story(): Promise<Story> {
  const house = await testSubsystem(parts)
  const officer = await house.as('approval-officer', { name: '许静' })
  for (const route of purchaseRoutes('2026-11-24')) assert.equal((await officer.post('/api/approval/routes', route)).status, 201)
  const chen = await house.as('service-desk.worker', { name: '陈志强' })
  const item = await house.make(material, { stocked: false })
  const where = (await house.usual(site)).id
  return {
    ...house, officer, chen,
    desk: await house.as('service-desk.officer', { name: '孙晓雯' }),
    leader: await house.as('bureau-leader', { name: '顾明远' }),
    dispatcher: await house.as('service-desk.dispatcher', { name: '沈丽华' }),
    draft: () => chen.ask(purchase, { what: '灯盘和镇流器', site: where, manner: 'mall' }, { lines: { items: [{ material: item.id, quantity: '12', price: '96.50' }] } }),
  }
}

/** What `who` may decide now in the approval he sees. */
async function decide(who: Somebody, seen: Pick<MatterWire, 'matter' | 'number'>, action: string, more: Readonly<Record<string, unknown>> = {}): Promise<MatterWire> {
  const { route } = await who.see(seen)
  const own = route?.stages.flatMap(({ tasks }) => tasks).find((task) => task.may.includes(action))
  assert.ok(own, `${who.name} may not ${action}`)
  const answer = await who.post<MatterWire>(`/api/matters/${seen.matter}/${seen.number}/tasks/${own.id}`, { action, version: own.version, ...more })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

test('a purchase that reaches the threshold of government procurement is refused with number, source and what to do', async () => {
  const { chen, draft } = await story()
  const drafted = await draft()
  const version = (await chen.see(drafted)).version
  const submit = (amount: string) => chen.post<{ type: string; detail: string }>(`/api/matters/${drafted.matter}/${drafted.number}/steps/submit`, { version, input: { amount } })
  const refused = await submit('1000000')
  assert.equal(refused.status, 409)
  assert.match(refused.body.detail, /预计 1,000,000\.00 元，达到限额标准 1,000,000 元（依据 《中央预算单位政府集中采购目录及标准（参照中央标准）》（国办发〔2019〕55号） \(二手来源\)）/)
  assert.equal((await submit('999999.99')).status, 200)
})
test('a purchase of 3,680 yuan is approved by the desk and a leader, bought by the dispatcher, and received', async () => {
  const { chen, desk, leader, dispatcher, draft, clock } = await story()
  const drafted = await draft()
  const asked = await chen.take(drafted, 'submit', { input: { amount: '3680' }, comment: '会议室周五要用' })
  assert.equal(asked.state, 'drafted', 'the state is the same until the route is passed')
  assert.deepEqual(asked.awaits, [{ id: desk.person, name: '孙晓雯' }])
  assert.deepEqual(asked.route?.stages.map(({ title, state }) => [title, state]), [['服务科审核', 'open'], ['局领导审批', 'to-come']])
  assert.deepEqual(asked.route?.input['amount'], '3680.00')
  assert.deepEqual(asked.steps.map(({ step }) => step), [], 'nothing but the approval goes on')
  assert.deepEqual(asked.route?.may, ['withdraw', 'urge'])

  const inbox = (await desk.get<{ rows: { number: string; awaits: { name: string }[] }[]; total: number }>('/api/inbox')).body
  assert.deepEqual(inbox.rows.map(({ number, awaits }) => [number, awaits.map(({ name }) => name)]), [[drafted.number, ['孙晓雯']]])
  assert.equal(inbox.total, 1)
  assert.equal((await leader.get<{ total: number }>('/api/inbox')).body.total, 0)

  clock.advance({ minutes: 30 })
  await decide(desk, drafted, 'agree', { comment: '价格合适' })
  assert.equal((await desk.get<{ total: number }>('/api/inbox')).body.total, 0)
  assert.equal((await leader.get<{ total: number }>('/api/inbox')).body.total, 1)
  const passed = await decide(leader, drafted, 'agree')
  assert.equal(passed.state, 'approved')
  assert.equal(passed.facts['amount'], '3680.00')
  assert.deepEqual(passed.holder.role?.role, 'service-desk.dispatcher')
  assert.equal(passed.route?.outcome, 'passed')
  assert.deepEqual(passed.timeline.map(({ label, by, comment }) => [label, by.name, comment]), [
    ['发起', '陈志强', null], ['报批 · 请求审批', '陈志强', '会议室周五要用'], ['报批 · 同意', '孙晓雯', '价格合适'], ['报批 · 同意', '顾明远', null], ['报批', '陈志强', '会议室周五要用'],
  ])

  const seen = await desk.see(drafted)
  assert.deepEqual(seen.steps.map(({ step }) => step), [], 'who approved does not execute')
  await assert.rejects(desk.take(seen, 'buy', { input: { paid: '3600', invoice: '12345' } }), /审批人不经办/)
  const bought = await dispatcher.take(await dispatcher.see(drafted), 'buy', { input: { paid: '3600', invoice: '12345' } })
  const closed = await chen.take(bought, 'receive', { rating: 5 })
  assert.equal(closed.stateTitle, '已入库')
})

test('refused with a reason, it goes back to be drafted; asked anew with less, it needs the desk alone', async () => {
  const { chen, desk, draft } = await story()
  const drafted = await draft()
  await chen.take(drafted, 'submit', { input: { amount: '9000' } })
  const { route } = await desk.see(drafted)
  const [task] = route?.stages[0]?.tasks ?? []
  const silent = await desk.post(`/api/matters/${purchase.id}/${drafted.number}/tasks/${task?.id}`, { action: 'refuse', version: task?.version })
  assert.equal(silent.status, 422)
  const refused = await decide(desk, drafted, 'refuse', { comment: '换一家便宜的' })
  assert.equal(refused.state, 'drafted')
  assert.equal(refused.route?.outcome, 'refused')
  assert.deepEqual([refused.route?.ended?.by.name, refused.route?.ended?.words], ['孙晓雯', '换一家便宜的'])
  assert.equal((await chen.get<{ total: number }>('/api/inbox')).body.total, 1, 'it waits for its asker again')
  await chen.take(await chen.see(drafted), 'submit', { input: { amount: '1999.99' } })
  const passed = await decide(desk, drafted, 'agree')
  assert.equal(passed.state, 'approved')
})

test('what is to be bought comes as a sheet: each row read or told why not, and only then sent with the form', async () => {
  const { chen, make, usual } = await story()
  const lamp = await make(material, { name: '灯盘', model: '600×600', stocked: false })
  const sheet = await workbookOf([{ name: '清单', rows: [['维修材料采购清单', null, null], ['材料', '数量', '预计单价（元）'], ['灯盘 600×600', '１２', '1,096.50元'], ['灯盆 600×600', 3, 96], ['灯盘 600×600', '三个', 96], ['合计', 15, null]] }])
  const path = (set: string): string => `/api/line-imports?owner=${purchase.id}&set=${set}`
  const { status, body, text } = await sendFile<SheetLines>(chen, path('items'), { name: '清单.xlsx', bytes: sheet })
  assert.equal(status, 200, text)
  assert.deepEqual(body.columns.map(({ field }) => field), ['material', 'quantity', 'price'])
  assert.equal(body.leftOut, 1)
  const [good, unknown, words] = body.lines
  assert.deepEqual(good, { row: 3, values: { material: { id: lamp.id, name: '灯盘 600×600' }, quantity: '12.00', price: '1096.50' }, reasons: [] })
  assert.match(String(unknown?.reasons), /“材料”里没有“灯盆 600×600”。是不是：灯盘 600×600/)
  assert.match(String(words?.reasons), /“数量”应为数字/)
  const drafted = await chen.ask(purchase, { what: '灯盘', site: (await usual(site)).id, manner: 'mall' }, { lines: { items: [{ ...good?.values, material: lamp.id }] } })
  assert.equal(drafted.state, 'drafted')
  assert.equal((await sendFile(chen, path('nothing'), { name: '清单.xlsx', bytes: sheet })).status, 404)
  assert.match((await sendFile(chen, path('items'), { name: '清单.csv', bytes: Buffer.from('甲，乙\n1,2\n') })).text, /表头里认不出一列。第一行请写：材料、数量、预计单价/)
})
