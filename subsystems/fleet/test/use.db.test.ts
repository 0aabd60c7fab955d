// A use of a car 用车 as the office lives it: asked, agreed to, dispatched, driven, paid, confirmed; and what is refused.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { transaction } from '@houqin/db'
import { driver, fence, immobilisation, vehicle } from '@houqin/fleet'
import { fleet, slipsOf } from '@houqin/fleet/server'
import type { MatterWire } from '@houqin/matters'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Refused, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { reckonOpenDays } from '../src/server/meaning/reckon.ts'
import { judgeSlips } from '../src/server/meaning/slips-driven.ts'
import { come, positionOf } from './positions.ts'

let house: TestSystem
let asker: Somebody
let head: Somebody
let dispatcher: Somebody
let lu: Somebody
let his: { readonly id: string }
let plates = 0

before(async () => {
  house = await testSubsystem([people, places, fleet], { at: '2026-11-24T08:00:00+08:00' })
  asker = await house.as('everyone', { name: '刘敏' })
  head = await house.as('everyone', { name: '陈红霞' })
  dispatcher = await house.as('fleet.dispatcher', { name: '周奕辰' })
  lu = await house.as('fleet.duty-driver', { name: '陆帆' })
  his = await aDriver(lu.person ?? '')
  const routes = await house.as('approval-officer', { name: '许静' })
  const { status, text } = await routes.post('/api/approval/routes', {
    route: 'fleet.use-purpose', organ: null, kind: null, amountFrom: null, amountBelow: null, from: '2026-11-01', to: null,
    stages: [{ title: '单位负责人批准', mode: 'any', who: [{ person: head.person }] }], source: '用车规定',
  })
  assert.equal(status, 201, text)
})

async function aDriver(person: string | undefined, values: object = {}): Promise<{ id: string }> {
  return house.make(driver, { ...(person && { person }), licenceClass: 'c1', licenceUntil: '2030-01-01', standing: 'onDuty', ...values })
}
async function aCar(values: object = {}): Promise<{ id: string; plate: string }> {
  plates += 1
  const plate = `苏B8${String(1000 + plates)}`
  const { id } = await house.make(vehicle, {
    plate, vin: `LSVAU2180N21${String(10000 + plates)}`, kind: 'car', seats: 5, use: 'emergency', energy: 'petrol', grade: 'ordinary', standing: 'inUse', shared: true,
    insuredUntil: '2027-06-30', inspectedUntil: '2027-06-30', odometer: 20_000, ...values,
  })
  return { id, plate }
}
const journey = (from: string, to: string, values: object = {}) => ({
  purpose: 'meeting', why: '到市里参加会议', whence: '机关大院', whither: '市政府', leavesAt: `2026-11-24T${from}:00+08:00`, returnsAt: `2026-11-24T${to}:00+08:00`, passengers: 2, ...values,
})
async function asked(input: object): Promise<MatterWire> {
  const { status, body, text } = await asker.post<MatterWire>('/api/fleet/uses', { input })
  assert.equal(status, 201, text)
  return body
}
async function decide(seen: Pick<MatterWire, 'matter' | 'number'>, action: 'agree' | 'refuse', comment = ''): Promise<void> {
  const { route } = await head.see(seen)
  const task = route?.stages.flatMap(({ tasks }) => tasks).find(({ may }) => may.includes(action))
  assert.ok(task, `${head.name} may not ${action}`)
  const { status, text } = await head.post(`/api/matters/${seen.matter}/${seen.number}/tasks/${task.id}`, { action, version: task.version, ...(comment && { comment }) })
  assert.equal(status, 200, text)
}
async function approved(from: string, to: string, values: object = {}): Promise<MatterWire> {
  const one = await asked(journey(from, to, values))
  await decide(one, 'agree')
  return dispatcher.see(one)
}
const refusal = async (taken: Promise<unknown>): Promise<Refused> => {
  try {
    await taken
  } catch (error) {
    return error as Refused
  }
  throw new Error('nothing was refused')
}
const says = ({ document }: Refused): string => String(document['detail'])

test('whoever approves and whoever dispatches has until the car leaves, where that is sooner than his hours', async () => {
  const soon = await asked(journey('10:00', '11:00'))
  assert.deepEqual([soon.dueAt, soon.route?.stages[0]?.tasks[0]?.dueAt, soon.subject], ['2026-11-24T02:00:00.000Z', '2026-11-24T02:00:00.000Z', '11-24 10:00 机关大院 → 市政府 2 人：到市里参加会议'])
  await decide(soon, 'agree')
  assert.equal((await dispatcher.see(soon)).dueAt, '2026-11-24T02:00:00.000Z')
  const later = await approved('17:00', '18:00')
  assert.equal(later.dueAt, '2026-11-24T06:00:00.000Z', 'four working hours')
  for (const one of [soon, later]) await asker.take(await asker.see(one), 'withdraw')
})

test('from the request to the cost: approved, dispatched, driven, paid, confirmed, the car and the driver free again', async () => {
  const car = await aCar()
  const one = await approved('09:00', '12:00')
  assert.equal(one.stateTitle, '待派车')
  const { body: proposals } = await dispatcher.get<{ cars: { vehicle: { id: string; name: string }; driver: { id: string; name: string }; reasons: string[] }[]; hire: string | null }>(`/api/fleet/uses/${one.number}/proposals`)
  assert.deepEqual(proposals.cars[0], { vehicle: { id: car.id, name: car.plate }, driver: { id: his.id, name: lu.name }, reasons: ['5 座，空 2 座', '应急保障用车', '本单位车辆'] })
  assert.equal(proposals.hire, null)

  let at = await dispatcher.take(one, 'dispatch', { input: { vehicle: car.id, driver: his.id } })
  assert.equal(at.stateTitle, '已派车')
  at = await lu.take(at, 'accept')
  await house.advance({ minutes: 55 })
  assert.match(says(await refusal(lu.take(at, 'depart', { input: { odometerOut: 19_000 } }))), /19000 km 比上次登记的 20000 km 少/)
  at = await lu.take(at, 'depart', { input: { odometerOut: 20_010 } })
  at = await lu.take(at, 'spend', { lines: { expenses: [{ kind: 'toll', amount: '35.10' }] } })
  await house.advance({ minutes: 95 })
  at = await lu.take(at, 'finish', { input: { odometerBack: 20_098 }, lines: { expenses: [{ kind: 'parking', amount: '0.20' }, { kind: 'fuel', amount: '260.05', receipt: 'F-1' }] } })
  assert.equal(at.facts['kilometres'], 88)
  assert.equal(at.facts['cost'], '295.35')
  at = await asker.take(at, 'confirm', { rating: 5, comment: '准时' })
  assert.equal(at.stateTitle, '已办结')

  const slips = await transaction(house.system.db, (tx) => slipsOf(tx, car.id, new Date('2026-11-24T09:30:00+08:00'), new Date('2026-11-24T09:31:00+08:00')))
  assert.deepEqual(slips.map(({ number, leftAt, cameAt, whither }) => [number, leftAt?.toISOString(), cameAt?.toISOString(), whither]), [[one.number, '2026-11-24T00:55:00.000Z', '2026-11-24T02:30:00.000Z', '市政府']])
  // what was left of the morning is free for others
  const next = await approved('11:00', '12:00')
  assert.equal((await dispatcher.take(next, 'dispatch', { input: { vehicle: car.id, driver: his.id } })).state, 'dispatched')
  const { body: known } = await asker.get<{ sites: { name: string }[]; destinations: string[] }>('/api/fleet/known-start')
  assert.deepEqual(known.destinations, ['市政府'])
  const { body: journey } = await lu.get<{ odometer: number; riders: unknown[] }>(`/api/fleet/uses/${one.number}/journey`)
  assert.deepEqual([journey.odometer, journey.riders], [20_098, []])
  const { body: board } = await dispatcher.get<{ slips: { number: string; state: string }[]; waiting: unknown[] }>('/api/fleet/dispatch-board', { day: '2026-11-24' })
  assert.deepEqual(board.slips.map(({ number, state }) => [number, state]), [[one.number, 'closed'], [next.number, 'dispatched']])
  assert.deepEqual(board.waiting, [])
  // the driver finds it in his own log, and in no other's
  interface Log { readonly driver: { readonly name: string } | null; readonly journeys: readonly { readonly number: string; readonly kilometres: number; readonly nature: string; readonly odometerBack: number }[] }
  const { body: log } = await lu.get<Log>('/api/fleet/driver-log', { month: '2026-11' })
  assert.deepEqual([log.driver?.name, log.journeys.map(({ number, kilometres, nature, odometerBack }) => [number, kilometres, nature, odometerBack])], [lu.name, [[one.number, 88, 'duty', 20_098]]])
  const stranger = await house.as('fleet.duty-driver', { name: '别人' })
  assert.deepEqual((await stranger.get<Log>('/api/fleet/driver-log', { month: '2026-11' })).body.journeys, [])
  assert.equal((await stranger.get('/api/fleet/driver-log', { month: '2026-11', driver: his.id })).status, 404)
  assert.equal((await dispatcher.get<Log>('/api/fleet/driver-log', { month: '2026-11', driver: his.id })).body.journeys.length, 1)
  const { body: row } = await dispatcher.get<{ odometer: number }>(`/api/registers/${vehicle.id}/${car.id}`)
  assert.equal(row.odometer, 20_098)
})

test('the organ refuses: it goes back to whoever asked, and nobody may send a car', async () => {
  const one = await asked(journey('13:00', '14:00'))
  await decide(one, 'refuse', '坐地铁就可以到')
  const back = await asker.see(one)
  assert.deepEqual([back.state, back.dueAt], ['drafted', '2026-11-24T05:00:00.000Z'], 'what is asked for again still leaves at one')
  const car = await aCar()
  assert.equal((await refusal(dispatcher.take(back, 'dispatch', { input: { vehicle: car.id, driver: his.id } }))).problem, 'step-not-possible')
})

test('two dispatchers at the same instant: one sends the car, the other is told that it is gone', async () => {
  const car = await aCar()
  const other = await house.as('fleet.dispatcher', { name: '杨瑛' })
  const [a, b] = [await approved('14:00', '16:00'), await approved('15:00', '17:00')]
  const [driverA, driverB] = [await aDriver(undefined), await aDriver(undefined)]
  const settledBoth = await Promise.allSettled([
    dispatcher.take(a, 'dispatch', { input: { vehicle: car.id, driver: driverA.id } }),
    other.take(b, 'dispatch', { input: { vehicle: car.id, driver: driverB.id } }),
  ])
  const refused = settledBoth.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refused] : []))
  assert.equal(refused.length, 1)
  assert.equal(refused[0]?.problem, 'conflict')
  assert.match(refused[0] ? says(refused[0]) : '', /已由 YC-20261124-\d{4} 派出，时间重叠。请换一辆车或改时间|刚刚被另一位调度派了出去，时间重叠。请换一辆车/)
  const one = await approved('20:00', '21:00')
  const third = await aDriver(undefined)
  // the database itself refuses, whatever the house asked before
  await assert.rejects(transaction(house.system.db, (tx) => sql`
    insert into fleet.slip (matter, vehicle, driver, span) select id, ${car.id}::uuid, ${third.id}::uuid, tstzrange('2026-11-24T15:30+08', '2026-11-24T15:40+08') from matter.matter where number = ${one.number}`.execute(tx)), /slip_one_car_at_a_time/)
})

test('past its time and not back a car is promised to nobody; a slip nobody drove, one that went elsewhere and driving without one are asked about', async () => {
  const officer = await house.as('fleet.officer', { name: '郭承宇' })
  await house.make(fence, { name: '市政府', kind: 'destination', radius: 300, site: null, lines: { corners: [{ longitude: '120.300000', latitude: '31.570000' }] } })
  const car = await aCar()
  const minutesFrom = (time: string, count: number, more: object = {}) => Array.from({ length: count }, (_, nth) => ({ at: new Date(Date.parse(`2026-11-24T${time}:00+08:00`) + nth * 60_000), nth, more }))
  const heard = async (given: ReturnType<typeof minutesFrom>, eastward = 0): Promise<void> => {
    await come(house.databaseUrl, given.map(({ at, nth, more }) => positionOf(car.id, { at, receivedAt: house.clock.now(), longitude: 120.312 + eastward * nth, ...more })))
    await reckonOpenDays(house.system.db, house.system)
  }
  const judged = (): Promise<number> => transaction(house.system.db, (tx) => judgeSlips(tx, house.system, 0))
  const alarms = async (): Promise<readonly { title: string; finding: { says: string }; matter: string | null }[]> =>
    (await officer.get<{ rows: { title: string; subject: { id: string }; finding: { says: string }; matter: string | null }[] }>('/api/alarms', { limit: '200' })).body.rows.filter(({ subject }) => subject.id === car.id)

  let one = await dispatcher.take(await approved('12:15', '12:45'), 'dispatch', { input: { vehicle: car.id, driver: his.id } })
  await house.advance({ minutes: Math.round((Date.parse('2026-11-24T12:15:00+08:00') - house.clock.now().getTime()) / 60_000) })
  one = await lu.take(await lu.take(one, 'accept'), 'depart', { input: { odometerOut: 20_010 } })
  await house.advance({ minutes: 70 }) // 13:25
  const waits = await approved('13:40', '15:00')
  const [another, sorry] = [await aDriver(undefined), /计划 2026-11-24 周二 12:45 收车，现在还没有回来，收车前不能再派/]
  assert.match(says(await refusal(dispatcher.take(waits, 'dispatch', { input: { vehicle: car.id, driver: another.id } }))), sorry)
  const { body: board } = await dispatcher.get<{ slips: { number: string; lateUntil: string | null }[] }>('/api/fleet/dispatch-board', { day: '2026-11-24' })
  assert.equal(board.slips.find(({ number }) => number === one.number)?.lateUntil, '2026-11-24T05:55:00.000Z')
  await lu.take(one, 'finish', { input: { odometerBack: 20_020 } })

  await heard(minutesFrom('12:10', 75, { status: 2 }))
  await house.advance({ minutes: 1 })
  assert.equal(await judged(), 1)
  assert.match((await alarms())[0]?.finding.says ?? '', new RegExp(`^派车单占用车辆却没有行驶 70 分钟，超过 60 分钟，派车单 ${one.number}`))

  let next = await dispatcher.take(waits, 'dispatch', { input: { vehicle: car.id, driver: his.id } })
  await house.advance({ minutes: 14 }) // 13:40
  next = await lu.take(await lu.take(next, 'accept'), 'depart', { input: { odometerOut: 20_020 } })
  await house.advance({ minutes: 60 })
  await lu.take(next, 'finish', { input: { odometerBack: 20_060 } })
  await heard(minutesFrom('13:40', 45, { speed: 400 }), 0.004)
  await house.advance({ minutes: 1 })
  assert.equal(await judged(), 1)
  const missed = (await alarms()).find(({ title }) => title === '没有到批准的目的地')
  assert.match(missed?.finding.says ?? '', new RegExp(`^离批准的目的地最近 8\\.\\d km，超过 1\\.0 km，派车单 ${next.number} 去市政府`))
  assert.ok(missed?.matter, 'nobody asks why')

  await house.advance({ minutes: 75 }) // 15:56
  await heard(minutesFrom('15:30', 20, { speed: 400 }), 0.004)
  const without = (await alarms()).find(({ title }) => title === '无派车单行驶')
  assert.match(without?.finding.says ?? '', /^没有派车单行驶 7\.\d km，超过 2\.0 km，2026-11-24 周二 15:30/)
  assert.equal(await judged(), 0)
})

test('an expired licence, an expired insurance, a sealed day, too few seats and the wrong licence are refused in words, and not proposed', async () => {
  const [expired, uninsured, bus, mending] = [await aDriver(undefined, { licenceUntil: '2026-11-23' }), await aCar({ insuredUntil: '2026-11-18' }), await aCar({ kind: 'coach', seats: 37 }), await aCar({ standing: 'mending' })]
  const car = await aCar()
  const one = await approved('18:00', '20:00')
  const send = async (vehicleId: string, driverId: string) => says(await refusal(dispatcher.take(one, 'dispatch', { input: { vehicle: vehicleId, driver: driverId } })))
  assert.match(await send(car.id, expired.id), /的驾驶证 2026-11-23 到期，2026-11-24 已过期 1 天（依据 《本局公务用车派车口径》 条号待核）/)
  assert.match(await send(uninsured.id, his.id), new RegExp(`${uninsured.plate} 保险已于 2026-11-18 到期，过期 6 天`))
  assert.match(await send(bus.id, his.id), /准驾车型 C1 不能驾驶/)
  assert.match(await send(mending.id, his.id), /正在维修/)
  const { body } = await dispatcher.get<{ cars: { vehicle: { name: string } }[]; not: { vehicle: { name: string }; against: string[] }[] }>(`/api/fleet/uses/${one.number}/proposals`)
  const why = new Map(body.not.map(({ vehicle: { name }, against }) => [name, against.join(';')]))
  assert.equal(why.get(uninsured.plate), '保险 2026-11-18 到期')
  assert.equal(why.get(bus.plate), '没有能开这种车又有空的驾驶员')
  assert.equal(why.get(mending.plate), '维修中')
  assert.ok(body.cars.some(({ vehicle: { name } }) => name === car.plate))

  await house.make(immobilisation, { name: '值守封存', begins: '2026-11-24', ends: '2026-11-24' })
  assert.match(await send(car.id, his.id), /在“值守封存”期间封存停驶/)
})
