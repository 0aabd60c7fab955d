// The end of a car 更新处置, its transfer 调拨变更 and its use without dispatch 长期与补办用车 as the office lives them.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { disposal, driver, establishment, standingUse, transfer, vehicle } from '@houqin/fleet'
import { fleet, slipsOf } from '@houqin/fleet/server'
import type { MatterWire } from '@houqin/matters'
import { organ } from '@houqin/people'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Refused, Somebody, TestSystem } from '@houqin/testing/subsystem'

let house: TestSystem
let officer: Somebody
let leader: Somebody
let plates = 0

before(async () => {
  house = await testSubsystem([people, places, fleet], { at: '2026-11-24T08:00:00+08:00' })
  officer = await house.as('fleet.officer', { name: '郭承宇' })
  leader = await house.as('everyone', { name: '顾明远' })
  const routes = await house.as('approval-officer', { name: '许静' })
  for (const route of ['fleet.disposal', 'fleet.transfer', 'fleet.standing-use']) {
    const { status, text } = await routes.post('/api/approval/routes', { route, organ: null, kind: null, amountFrom: null, amountBelow: null, from: '2026-11-01', to: null, stages: [{ title: '批准', mode: 'any', who: [{ person: leader.person }] }], source: '公车规定' })
    assert.equal(status, 201, text)
  }
})
async function aCar(values: object = {}): Promise<{ id: string; plate: string }> {
  plates += 1
  const plate = `苏B5${String(1000 + plates)}`
  const { id } = await house.make(vehicle, {
    plate, vin: `LSVAU2180N24${String(10000 + plates)}`, kind: 'car', seats: 5, use: 'emergency', energy: 'petrol', grade: 'ordinary', standing: 'inUse', shared: true, marked: 'marked',
    boughtOn: '2017-03-01', price: '160000.00', insuredUntil: '2027-06-30', inspectedUntil: '2027-06-30', odometer: 210_000, ...values,
  })
  return { id, plate }
}
const refusal = async (taken: Promise<unknown>): Promise<string> => {
  try {
    await taken
  } catch (error) {
    return JSON.stringify((error as Refused).document)
  }
  throw new Error('nothing was refused')
}
async function agreed(seen: MatterWire, by: Somebody): Promise<MatterWire> {
  const { route } = await leader.see(seen)
  const task = route?.stages.flatMap(({ tasks }) => tasks).find(({ may }) => may.includes('agree'))
  assert.ok(task)
  const { status, text } = await leader.post(`/api/matters/${seen.matter}/${seen.number}/tasks/${task.id}`, { action: 'agree', version: task.version })
  assert.equal(status, 200, text)
  return by.see(seen)
}
const row = async (id: string) => (await officer.get<{ standing: string; organ: { id: string }; use: string }>(`/api/registers/${vehicle.id}/${id}`)).body
const appraisal = (usable: string) => ({ usable, appraised: '发动机大修两次，车架锈蚀', appraiser: '清溪汽修一厂', worth: '8000.00' })

test('a car past its years that cannot be used goes by auction, leaves the ledger on the day, and its income is paid in to the cent', async () => {
  const home = await house.make(organ, {})
  await house.make(establishment, { organ: home.id, use: 'emergency', count: 1, from: '2018-01-01' })
  const { id } = await aCar({ organ: home.id })
  let at = await officer.ask(disposal, { vehicle: id, why: 'renewal', grounds: '超过八年，维修费高' })
  const main = (): readonly string[] => at.steps.flatMap(({ step, primary }) => (primary ? [step] : []))
  assert.deepEqual(main(), ['appraise'])
  at = await officer.take(at, 'appraise', { input: appraisal('usable') })
  assert.deepEqual(main(), ['keep', 'submit'], 'what is still usable is kept; to appraise it again is possible, and not what comes next')
  assert.match(await refusal(officer.take(at, 'submit')), /鉴定为能继续使用，不能更新处置.*中办发〔2017〕71号/)
  at = await officer.take(at, 'appraise', { input: appraisal('unusable') })
  assert.deepEqual(main(), ['submit'], 'what cannot be used is not kept')
  assert.match(await refusal(officer.take(at, 'keep', { input: { keepUntil: '2027-11-24' } })), /“继续使用”不适用于 GX-.*只有鉴定结论是“能继续使用”才有这一步/)
  at = await agreed(await officer.take(at, 'submit'), officer)
  assert.equal(at.state, 'approved')
  assert.equal((await row(id)).standing, 'disposing')
  at = await officer.take(at, 'sell', { input: { way: 'auction', buyer: '甲公司', soldFor: '9200.50' } })
  at = await officer.take(at, 'deregister', { input: { certificate: 'ZX-1', deregisteredOn: '2026-11-24' } })
  assert.equal((await row(id)).standing, 'disposed')
  assert.match(await refusal(officer.take(at, 'payIn', { input: { fees: '200.10', income: '9000.00', voucher: 'F-1' } })), /应上缴 9000.40 元，填的是 9000.00 元/)
  at = await officer.take(at, 'payIn', { input: { fees: '200.10', income: '9000.40', voucher: 'F-1' } })
  assert.equal(at.stateTitle, '已处置')
  // its place is free: another of the class may come
  const other = await aCar({ organ: (await house.make(organ, {})).id })
  let move = await officer.ask(transfer, { what: 'organ', vehicle: other.id, toOrgan: home.id, why: '调剂到缺编单位' })
  move = await officer.take(move, 'submit')
  assert.match(move.findings.map(({ level, says, mend }) => `${level} ${says} ${mend === null ? 'is not mended' : mend.title}`).join(), /^note .*现有应急保障用车 0 辆，加上这辆 1 辆，编制 1 辆，不超编 is not mended$/, 'whoever decides reads what there is and what there would be')
  move = await agreed(move, officer)
  assert.match(await refusal(officer.take(move, 'handOver', { input: { handedOn: '2026-11-24', odometer: 999_999 } })), /里程比上次登记的 210000 km 多了 789999 km/)
  move = await officer.take(move, 'handOver', { input: { handedOn: '2026-11-24', odometer: 210_010 } })
  assert.equal((await row(other.id)).organ.id, home.id)
  const third = await aCar({ organ: (await house.make(organ, {})).id })
  const more = await officer.ask(transfer, { what: 'organ', vehicle: third.id, toOrgan: home.id, why: '再调一辆' })
  assert.match(await refusal(officer.take(more, 'submit')), /现有应急保障用车 1 辆，加上这辆 2 辆，编制 1 辆，超编 1 辆.*"mend":null/)
})

test('what is still usable is kept in use and not pointed out until the day it is kept to; five years are too early to renew', async () => {
  const { id } = await aCar()
  const { body: before } = await officer.get<{ rows: { subject: { id: string } }[] }>('/api/standards/fleet.eight-years/audit')
  assert.ok(before.rows.some(({ subject }) => subject.id === id))
  let at = await officer.ask(disposal, { vehicle: id, why: 'renewal', grounds: '超过八年' })
  at = await officer.take(at, 'appraise', { input: appraisal('usable') })
  at = await officer.take(at, 'keep', { input: { keepUntil: '2027-11-24' } })
  assert.equal(at.stateTitle, '继续使用')
  const { body: after } = await officer.get<{ rows: { subject: { id: string }; findings: unknown[] }[] }>('/api/standards/fleet.eight-years/audit')
  assert.ok(after.rows.every(({ subject, findings }) => subject.id !== id || findings.length === 0))
  const young = await aCar({ boughtOn: '2021-11-01' })
  at = await officer.ask(disposal, { vehicle: young.id, why: 'renewal', grounds: '想换新车' })
  at = await officer.take(at, 'appraise', { input: appraisal('unusable') })
  assert.match(await refusal(officer.take(at, 'submit')), new RegExp(`${young.plate} 2021-11-01 购置，2029-11-01 才满 8 年`))
})

test('a class changes where there is room; an emergency is filed within its hours and covers the journey; a standing use holds the car', async () => {
  const home = await house.make(organ, {})
  await house.make(establishment, { organ: home.id, use: 'enforcement', count: 0, from: '2018-01-01' })
  const { id, plate } = await aCar({ organ: home.id })
  assert.match(await refusal(officer.ask(transfer, { what: 'organ', vehicle: id, why: '调剂' })), /“调到哪个单位”必须填写/)
  const { body: quotas } = await officer.get<{ rows: { organ: { id: string }; quota: number; held: number }[] }>('/api/fleet/class-quotas', { use: 'enforcement' })
  assert.deepEqual(quotas.rows.filter((one) => one.organ.id === home.id).map(({ quota, held }) => [quota, held]), [[0, 0]])
  const change = await officer.ask(transfer, { what: 'use', vehicle: id, toUse: 'enforcement', why: '执法任务增加' })
  assert.match(await refusal(officer.take(change, 'submit')), /现有执法执勤用车 0 辆，加上这辆 1 辆，编制 0 辆，超编 1 辆/)

  const lu = await house.as('fleet.duty-driver', { name: '陆帆' })
  const his = await house.make(driver, { ...(lu.person && { person: lu.person }), licenceClass: 'c1', licenceUntil: '2030-01-01', standing: 'onDuty' })
  const emergency = (begins: string, ends: string, more: object = { driver: his.id, whither: '锦绣河闸', odometerOut: 210_000, odometerBack: 210_030 }) =>
    lu.ask(standingUse, { kind: 'afterwards', vehicle: id, duty: '防汛值守', begins, ends, why: '水位异常，来不及报批', ...more })
  assert.match(await refusal(emergency('2026-11-24T01:00:00+08:00', '2026-11-24T03:00:00+08:00', { driver: his.id })), /“去了哪里”必须填写.*“出车里程”必须填写.*“收车里程”必须填写/)
  assert.match(await refusal(emergency('2026-11-22T01:00:00+08:00', '2026-11-22T03:00:00+08:00')), new RegExp(`${plate} 应急用车收车 53 小时后才补办，超过 24 小时`))
  let filed = await emergency('2026-11-24T01:00:00+08:00', '2026-11-24T03:00:00+08:00')
  assert.deepEqual(await slipsOf(house.system.db, id, new Date('2026-11-24T02:00:00+08:00'), new Date('2026-11-24T02:00:00+08:00')), [], 'nothing covers it before somebody agrees')
  assert.deepEqual(filed.steps.flatMap(({ step, primary }) => (primary ? [step] : [])), ['file'])
  const preview = async (kind: string) => (await lu.post<{ steps: { step: string }[] }>(`/api/matters/${standingUse.id}/who-decides`, { input: { kind } })).body.steps.map(({ step }) => step)
  assert.deepEqual([await preview('afterwards'), await preview('standing')], [['file'], ['submit']], 'whoever asks reads one route: that of what he asks')
  const asked = await lu.take(filed, 'file')
  assert.deepEqual([asked.state, asked.approving], ['drafted', true])
  filed = await agreed(asked, lu)
  assert.deepEqual([filed.stateTitle, filed.approving, filed.steps.map(({ step }) => step)], ['已补办', false, []], 'a journey that is over waits for nobody once it is agreed to')
  const covered = await slipsOf(house.system.db, id, new Date('2026-11-24T02:00:00+08:00'), new Date('2026-11-24T02:00:00+08:00'))
  assert.deepEqual(covered.map(({ number, driverName, whither, cameAt }) => [number, driverName, whither, cameAt?.toISOString()]), [[filed.number, lu.name, '锦绣河闸', '2026-11-23T19:00:00.000Z']])

  const duty = { kind: 'standing', vehicle: id, duty: '应急值守岗', begins: '2026-11-24T08:30:00+08:00', why: '汛期备勤' }
  assert.match(await refusal(officer.ask(standingUse, { ...duty, ends: '2028-01-01T00:00:00+08:00' })), /长期用车 403 天，超过 180 天/)
  assert.match(await refusal(officer.ask(standingUse, { ...duty, ends: '2027-01-31T18:00:00+08:00', odometerOut: 1 })), /按所选的“类别”不填“出车里程”/)
  const kept = await agreed(await officer.take(await officer.ask(standingUse, { ...duty, ends: '2027-01-31T18:00:00+08:00' }), 'submit'), officer)
  assert.equal(kept.state, 'agreed')
  const dispatcher = await house.as('fleet.dispatcher', { name: '周奕辰' })
  const { body: board } = await dispatcher.get<{ cars: { id: string; against: string[] }[] }>('/api/fleet/dispatch-board', { day: '2026-12-01' })
  assert.deepEqual(board.cars.find((car) => car.id === id)?.against, [`长期用车 ${kept.number}`])
  await officer.take(kept, 'end')
  const { body: free } = await dispatcher.get<{ cars: { id: string; against: string[] }[] }>('/api/fleet/dispatch-board', { day: '2026-12-01' })
  assert.deepEqual(free.cars.find((car) => car.id === id)?.against, [])
})
