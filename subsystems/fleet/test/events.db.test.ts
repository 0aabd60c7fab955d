// What happened on the way 行车事件: an alarm with its evidence while it goes on, cleared when it is over; of a day caught up late one of its own; withdrawn where it was not so.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { fence, inquiry, terminal, vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { reckonOpenDays } from '../src/server/meaning/reckon.ts'
import { judgeSilence } from '../src/server/meaning/silence.ts'
import { come, positionOf } from './positions.ts'

let house: TestSystem
let officer: Somebody
interface Alarm { readonly title: string; readonly state: string; readonly matter: string | null; readonly subject: { readonly id: string }; readonly finding: { readonly says: string; readonly cite: { readonly text: string } } }

before(async () => {
  house = await testSubsystem([people, places, fleet], { at: '2026-11-24T10:00:00+08:00' })
  officer = await house.as('fleet.officer', { name: '冯兰' })
  await house.make(fence, { name: '清溪区', kind: 'district', radius: 12_000, site: null, lines: { corners: [{ longitude: '120.312000', latitude: '31.491000' }] } })
})
let cars = 0
const car = async (values: object = {}): Promise<string> => {
  cars += 1
  return (await house.make(vehicle, { plate: `苏B6000${cars}`, vin: `LSVAU2180N230000${cars}`, standing: 'inUse', use: 'confidential', ...values })).id
}
/** A position a minute. */
const minutes = (id: string, { day = '2026-11-24', time, count, ...more }: { day?: string; time: string; count: number } & Partial<Parameters<typeof positionOf>[1]>) =>
  Array.from({ length: count }, (_, nth) => positionOf(id, { at: new Date(Date.parse(`${day}T${time}:00+08:00`) + nth * 60_000), receivedAt: house.clock.now(), ...more }))
async function reckoned(positions: Parameters<typeof come>[1]): Promise<void> {
  house.clock.advance({ minutes: 0.02 })
  await come(house.databaseUrl, positions)
  await reckonOpenDays(house.system.db, house.system)
}
const alarms = async (id: string): Promise<readonly Alarm[]> => (await officer.get<{ rows: Alarm[] }>('/api/alarms', { limit: '200' })).body.rows.filter(({ subject }) => subject.id === id)
const short = (rows: readonly Alarm[]): string[] => rows.map(({ title, state }) => `${title} ${state}`)

test('超速：进行中一条告警，写明车速、限值、时间和位置；结束后解除，重算不再告警', async () => {
  const id = await car()
  await reckoned([...minutes(id, { time: '09:50', count: 5, speed: 600 }), ...minutes(id, { time: '09:55', count: 4, speed: 1320 })])
  const [alarm] = await alarms(id)
  assert.equal(alarm?.state, 'open')
  assert.equal(alarm.finding.says, '车速 132.0 km/h，超过 120.0 km/h，2026-11-24 周二 09:55—09:58，东经 120.31200 北纬 31.49100')
  assert.match(alarm.finding.cite.text, /待核/)
  await reckoned(minutes(id, { time: '09:59', count: 2, speed: 500 }))
  await reckoned(minutes(id, { time: '09:40', count: 2, speed: 500 })) // late: the whole day anew
  assert.deepEqual(short(await alarms(id)), ['超速行驶 cleared'])
})

test('昨天夜里的用车事后补传：按昨天判断，告警自成一条，开出限期核查；不影响今天正在发生的', async () => {
  const id = await car()
  await reckoned(minutes(id, { time: '09:30', count: 25, speed: 0 })) // idling now
  assert.deepEqual(short(await alarms(id)), ['长时间怠速 open'])
  const night = minutes(id, { day: '2026-11-23', time: '23:05', count: 20, speed: 500, quality: 32 }).map((one, nth) => ({ ...one, latitude: 31.491 + nth * 0.004 }))
  await reckoned(night)
  const [, alarm] = await alarms(id)
  assert.equal(alarm?.title, '夜间或节假日用车')
  assert.equal(alarm.state, 'cleared')
  assert.match(alarm.finding.says, /行驶 19 分钟，超过 5 分钟，2026-11-23 周一 23:05—23:24/)
  assert.equal((await officer.see({ matter: inquiry.id, number: alarm.matter ?? '' })).stateTitle, '待核查')
  await reckoned(night)
  assert.equal((await alarms(id)).length, 2)
})

test('执法执勤用车夜间行驶不告警；封存日的补传照样告警', async () => {
  const onDuty = await car({ use: 'enforcement' })
  const sealed = await car({ use: 'enforcement', standing: 'immobilised' })
  for (const id of [onDuty, sealed]) await reckoned(minutes(id, { day: '2026-11-23', time: '23:05', count: 20, speed: 500, quality: 32 }).map((one, nth) => ({ ...one, latitude: 31.491 + nth * 0.004 })))
  assert.deepEqual(short(await alarms(onDuty)), [])
  assert.deepEqual(short(await alarms(sealed)), ['封存期间行驶 cleared'])
})

test('越界、停车油量下降、补传的断电都成为告警；补传说明并没有停下时，原来的怠速撤回', async () => {
  const id = await car()
  const far = minutes(id, { time: '08:00', count: 12, speed: 400, latitude: 31.63 })
  const fuel = [...minutes(id, { time: '08:40', count: 3, status: 2, fuel: 500 }), ...minutes(id, { time: '08:43', count: 3, status: 2, fuel: 300 }), ...minutes(id, { time: '08:47', count: 2, speed: 400, fuel: 299 })]
  const cut = minutes(id, { time: '09:05', count: 2, status: 2, alarms: 256, quality: 32 })
  await reckoned([...far, ...fuel, ...cut, ...minutes(id, { time: '09:08', count: 1, status: 2 })])
  assert.deepEqual(short(await alarms(id)).toSorted(), ['主电源断电 cleared', '停车油量下降 cleared', '越界行驶 cleared'].toSorted())

  const other = await car()
  await reckoned([...Array.from({ length: 5 }, (_, nth) => minutes(other, { time: `09:${String(20 + nth * 8).padStart(2, '0')}`, count: 1 })).flat()])
  assert.deepEqual(short(await alarms(other)), ['长时间怠速 open'])
  await reckoned(minutes(other, { time: '09:30', count: 1, speed: 500 }))
  assert.deepEqual(short(await alarms(other)), ['长时间怠速 cleared'])
  const { rows } = await sql<{ withdrawn: boolean }>`select withdrawn_at is not null as withdrawn from fleet.event where vehicle = ${other}`.execute(house.system.db)
  assert.deepEqual(rows, [{ withdrawn: true }])
  const { body } = await officer.get<{ line: { kind: string; zh: string }[] }>('/api/fleet/day', { vehicle: id, day: '2026-11-24' })
  assert.equal(body.line.filter(({ kind }) => kind === 'event').length, 3)
})

test('失联：在用终端两天没有消息告警一次，有消息就解除', async () => {
  const id = await car()
  await house.make(terminal, { number: '13900000061', vehicle: id, dialect: 'standard', coordinates: 'wgs84', zone: 480, standing: 'inUse' })
  await reckoned(minutes(id, { time: '09:00', count: 1 }))
  const judge = (): Promise<number> => house.system.db.transaction().execute((tx) => judgeSilence(tx, house.system))
  assert.equal(await judge(), 0)
  await house.advance({ hours: 49 })
  assert.deepEqual(short(await alarms(id)), ['终端失联 open'])
  assert.equal(await judge(), 0)
  await reckoned([positionOf(id, { at: house.clock.now(), receivedAt: house.clock.now() })])
  await house.advance({ minutes: 11 })
  assert.deepEqual(short(await alarms(id)), ['终端失联 cleared'])
})

test('围栏：自相交的画法在服务器上也被拒绝，指出是哪两条边；只管一辆车的禁区只对它告警，钟点之外不管', async () => {
  const corners = (...places: readonly (readonly [number, number])[]) => ({ corners: places.map(([longitude, latitude]) => ({ longitude: longitude.toFixed(6), latitude: latitude.toFixed(6) })) })
  const bow = await officer.post<{ detail: string }>('/api/registers/fleet.fence', { name: '交叉', kind: 'forbidden', lines: corners([120.30, 31.45], [120.32, 31.47], [120.32, 31.45], [120.30, 31.47]) })
  assert.equal(bow.status, 422)
  assert.match(bow.body.detail, /第 1 条边和第 3 条边相交/)
  const oneHour = await officer.post<{ detail: string }>('/api/registers/fleet.fence', { name: '半截', kind: 'forbidden', radius: 300, hoursFrom: 8, lines: corners([120.40, 31.40]) })
  assert.match(oneHour.body.detail, /只填了一个钟点/)

  const [watched, free] = [await car(), await car()]
  const made = await officer.post<{ id: string; version: number }>('/api/registers/fleet.fence', {
    name: '化工园区', kind: 'forbidden', radius: 400, hoursFrom: 8, hoursTo: 9, lines: { ...corners([120.40, 31.45]), cars: [{ vehicle: watched }] },
  })
  assert.equal(made.status, 201, made.text)
  const { rows } = (await officer.get<{ rows: { name: string; radius: number; corners: [number, number][]; cars: { id: string }[] }[] }>('/api/fleet/fences')).body
  assert.deepEqual(rows.map(({ name, radius, corners: [centre], cars: whose }) => [name, radius, centre, whose.map(({ id }) => id)]), [['化工园区', 400, [120.4, 31.45], [watched]], ['清溪区', 12_000, [120.312, 31.491], []]])

  const there = { latitude: 31.45, longitude: 120.4, speed: 300 }
  await reckoned(minutes(watched, { time: '09:10', count: 12, ...there }))
  assert.deepEqual(short(await alarms(watched)), [])
  for (const id of [watched, free]) await reckoned(minutes(id, { time: '08:10', count: 12, ...there }))
  const [entered] = await alarms(watched)
  assert.deepEqual(short(await alarms(watched)), ['越界行驶 cleared'])
  assert.match(entered?.finding.says ?? '', /禁止区域内 11 分钟.*，进入“化工园区”，/)
  assert.deepEqual(short(await alarms(free)), [])
})
