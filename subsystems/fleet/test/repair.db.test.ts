// A repair of a car 车辆维修 as the office lives it: reported, quoted, agreed to above an amount, out of use at the shop, received, paid for once.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { cost, driver, repair, shop, vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import type { MatterWire } from '@houqin/matters'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Refused, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'

let house: TestSystem
let officer: Somebody
let head: Somebody
let lu: Somebody
let works: { readonly id: string }
let plates = 0

before(async () => {
  house = await testSubsystem([people, places, fleet], { at: '2026-11-24T08:00:00+08:00' })
  officer = await house.as('fleet.officer', { name: '郭承宇' })
  head = await house.as('everyone', { name: '陈红霞' })
  lu = await house.as('fleet.duty-driver', { name: '陆帆' })
  works = await house.make(shop, { name: '清溪汽修一厂', kind: 'repair', until: '2027-06-30' })
  const routes = await house.as('approval-officer', { name: '许静' })
  const row = (amountFrom: string | null, amountBelow: string | null, stages: object[]) =>
    routes.post('/api/approval/routes', { route: 'fleet.repair-amount', organ: null, kind: null, amountFrom, amountBelow, from: '2026-11-01', to: null, stages, source: '维修审批规定' })
  for (const { status, text } of [await row(null, '2000', []), await row('2000', null, [{ title: '单位负责人批准', mode: 'any', who: [{ person: head.person }] }])]) assert.equal(status, 201, text)
})

async function aCar(values: object = {}): Promise<{ id: string; plate: string }> {
  plates += 1
  const plate = `苏B7${String(1000 + plates)}`
  const { id } = await house.make(vehicle, {
    plate, vin: `LSVAU2180N22${String(10000 + plates)}`, kind: 'car', seats: 5, use: 'emergency', energy: 'petrol', grade: 'ordinary', standing: 'inUse', shared: true,
    boughtOn: '2022-03-01', price: '160000.00', insuredUntil: '2027-06-30', inspectedUntil: '2027-06-30', odometer: 20_000, ...values,
  })
  return { id, plate }
}
const item = (values: object = {}) => ({ kind: 'part', part: 'brakes', what: '前刹车片', quantity: '1', price: '380.00', warranty: 12, ...values })
const reported = (car: string, values: object = {}) => lu.ask(repair, { vehicle: car, reason: 'fault', what: '刹车有异响', odometer: 20_500, drivable: true, ...values })
const refusal = async (taken: Promise<unknown>): Promise<Refused> => {
  try {
    await taken
  } catch (error) {
    return error as Refused
  }
  throw new Error('nothing was refused')
}
const says = ({ document }: Refused): string => JSON.stringify(document)
const standing = async (car: string): Promise<unknown> => (await officer.get<{ standing: string }>(`/api/registers/${vehicle.id}/${car}`)).body.standing
async function agree(seen: MatterWire): Promise<void> {
  const { route } = await head.see(seen)
  const task = route?.stages.flatMap(({ tasks }) => tasks).find(({ may }) => may.includes('agree'))
  assert.ok(task)
  const { status, text } = await head.post(`/api/matters/${seen.matter}/${seen.number}/tasks/${task.id}`, { action: 'agree', version: task.version })
  assert.equal(status, 200, text)
}
/** A small one, from the report to the day it is back. */
async function mended(car: string, items: readonly object[], paid: string, odometer = 20_500): Promise<MatterWire> {
  let at = await officer.see(await reported(car, { odometer }))
  at = await officer.take(at, 'quote', { input: { shop: works.id }, lines: { items } })
  at = await officer.take(at, 'submit')
  at = await officer.take(at, 'deliver', { input: { promised: '2026-11-26' } })
  return officer.take(at, 'receive', { input: { paid, invoice: '24001' } })
}

test('reported on a telephone, quoted to the cent, agreed to, out of use at the shop, paid for exactly once', async () => {
  const car = await aCar()
  assert.match(says(await refusal(reported(car.id, { odometer: 19_000 }))), /19000 km 比上次登记的 20000 km 少/)
  const asked = await reported(car.id)
  assert.match(says(await refusal(reported(car.id))), new RegExp(`${car.plate} 已有一件维修 ${asked.number} 在办`))
  let at = await officer.see(asked)
  assert.equal(at.stateTitle, '待报价')
  const insurer = await house.make(shop, { name: '清溪财产保险', kind: 'insurance' })
  assert.match(says(await refusal(officer.take(at, 'quote', { input: { shop: insurer.id }, lines: { items: [item()] } }))), /清溪财产保险不是定点维修厂/)
  at = await officer.take(at, 'quote', { input: { shop: works.id }, lines: { items: [item({ quantity: '2', price: '1050.05' }), item({ kind: 'labour', what: '拆装工时', quantity: '1.50', price: '120.33', warranty: undefined })] } })
  assert.equal(at.facts['quoted'], '2280.60')
  at = await officer.take(at, 'submit')
  assert.equal(at.state, 'quoted', 'above two thousand it waits for the organ')
  await agree(at)
  at = await officer.see(at)
  assert.equal(at.stateTitle, '待送修')
  at = await officer.take(at, 'deliver', { input: { promised: '2026-11-26' } })
  assert.equal(await standing(car.id), 'mending')

  const dispatcher = await house.as('fleet.dispatcher', { name: '周奕辰' })
  const { body: board } = await dispatcher.get<{ cars: { id: string; against: string[] }[] }>('/api/fleet/dispatch-board', { day: '2026-11-24' })
  assert.deepEqual(board.cars.find(({ id }) => id === car.id)?.against, [`在清溪汽修一厂维修，${at.number}`])

  assert.match(says(await refusal(officer.take(at, 'receive', { input: { paid: '2500.00', invoice: '24018' } }))), /实付 2,500.00 元比报价 2,280.60 元多 219.40 元，请说明原因/)
  at = await officer.take(at, 'receive', { input: { paid: '2500.00', invoice: '24018', explained: '刹车盘一并更换' } })
  assert.equal(at.state, 'closed')
  assert.equal(await standing(car.id), 'inUse')
  const { body: costs } = await officer.get<{ rows: { kind: string; amount: string; source: string; odometer: number }[] }>(`/api/registers/${cost.id}`, { 'where.vehicle': car.id })
  assert.deepEqual(costs.rows.map(({ kind, amount, source, odometer }) => [kind, amount, source, odometer]), [['repair', '2500.00', at.number, 20_500]])
  assert.equal((await refusal(officer.take(at, 'receive', { input: { paid: '1.00', invoice: '1' } }))).problem, 'step-not-possible')
})

test('further items go to approval again; the car stays at the shop and what is not done does not count', async () => {
  const car = await aCar()
  let at = await officer.see(await reported(car.id))
  at = await officer.take(at, 'quote', { input: { shop: works.id }, lines: { items: [item()] } })
  at = await officer.take(at, 'submit')
  assert.equal(at.state, 'approved', 'below two thousand nobody is asked')
  at = await officer.take(at, 'deliver', { input: { promised: '2026-11-26' } })
  at = await officer.take(at, 'extend', { lines: { items: [item({ part: 'tyres', what: '轮胎', quantity: '4', price: '620.00' })] }, comment: '轮胎磨到极限' })
  assert.equal(at.facts['quoted'], '2860.00')
  assert.equal(await standing(car.id), 'mending')
  const [pads] = at.lines['items']?.rows ?? []
  assert.ok(pads)
  at = await officer.take(at, 'requote', { input: { shop: works.id }, lines: { items: [{ id: pads['id'], outcome: 'dropped' }] } })
  assert.equal(at.facts['quoted'], '2480.00')
  at = await officer.take(at, 'drop', { comment: '不修了，报处置' })
  assert.equal(await standing(car.id), 'inUse')
})

test('the same part within its warranty, and repairs beyond a share of the worth, are pointed out and kept with the matter', async () => {
  const car = await aCar({ boughtOn: '2017-11-01', odometer: 20_000 })
  const first = await mended(car.id, [item({ price: '1900.00' })], '1900.00')
  await mended(car.id, [item({ part: 'tyres', what: '左前轮胎', price: '1700.00', warranty: 6 })], '1700.00', 20_600)
  let at = await officer.see(await reported(car.id, { odometer: 20_700 }))
  at = await officer.take(at, 'quote', { input: { shop: works.id }, lines: { items: [item({ price: '1300.00' })] } })
  at = await officer.take(at, 'submit')
  assert.equal(at.state, 'approved')
  const told = JSON.stringify(at)
  assert.match(told, new RegExp(`制动\\(前刹车片\\)又要修，${first.number} 在清溪汽修一厂修过，质保到 2027-11-24`))
  assert.match(told, /十二个月维修费 4,900.00 元，超过现值 16,000.00 元的 30%/)
})

test('a driver finds the cars he drove and reports them, and the car out on a journey is not taken to the shop', async () => {
  const car = await aCar()
  const his = await house.make(driver, { ...(lu.person && { person: lu.person }), licenceClass: 'c1', licenceUntil: '2030-01-01', standing: 'onDuty' })
  let at = await officer.see(await reported(car.id))
  at = await officer.take(at, 'quote', { input: { shop: works.id }, lines: { items: [item()] } })
  at = await officer.take(at, 'submit')
  await sql`insert into fleet.slip (matter, vehicle, driver, span, left_at) select id, ${car.id}::uuid, ${his.id}::uuid, tstzrange('2026-11-24T07:00+08', '2026-11-24T12:00+08'), '2026-11-24T07:00+08' from matter.matter where number = ${at.number}`.execute(house.system.db)
  assert.match(says(await refusal(officer.take(at, 'deliver', { input: { promised: '2026-11-26' } }))), new RegExp(`${car.plate} 由 ${at.number} 派出，还没有收车`))
  const { body: known } = await lu.get<{ rows: { id: string; repair: string | null }[] }>('/api/fleet/my-cars')
  assert.equal(known.rows.find(({ id }) => id === car.id)?.repair, at.number)
})
