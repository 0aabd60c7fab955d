// A sealed day 节假日封存: a car moves all the same; the house raises it with its evidence and asks why, by a deadline.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { cost, exemption, fleetRedress, immobilisation, inquiry, sealCheck, vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { reckonOpenDays } from '../src/server/meaning/reckon.ts'

let house: TestSystem
let officer: Somebody
let keeper: Somebody
let city: Somebody
interface Alarm { readonly title: string; readonly state: string; readonly matter: string | null; readonly subject: { readonly name: string }; readonly finding: { readonly says: string; readonly en: { readonly says: string }; readonly cite: { readonly text: string } } }
interface Position { readonly plate: string; readonly speed: number }

before(async () => {
  house = await testSubsystem([people, places, fleet], { at: '2026-10-03T09:30:00+08:00' })
  officer = await house.as('fleet.officer', { name: '冯兰' })
  keeper = await house.as('fleet.confidential-keeper', { name: '许静' })
  city = await house.as('kernel.gateway', { name: '市公车平台' })
})

async function car(plate: string, nth: number, values: object = {}): Promise<{ id: string }> {
  return house.make(vehicle, { plate, vin: `LSVAU2180N21000${String(nth).padStart(2, '0')}`, standing: 'inUse', ...values })
}
async function seen(plate: string, minute: number, speed: number, north = 0): Promise<number> {
  const at = `2026-10-03T09:${String(minute).padStart(2, '0')}:00+08:00`
  const { status, body } = await city.post<{ accepted: number }>('/api/fleet/positions', { positions: [{ plate, at, latitude: 31.491 + north, longitude: 120.312, speed }] })
  assert.equal(status, 200)
  await house.advance({ minutes: 1 }) // judged once a second
  return body.accepted
}
const alarms = async (who: Somebody): Promise<readonly Alarm[]> => (await who.get<{ rows: Alarm[] }>('/api/alarms')).body.rows

test('封存日行驶：一条告警，写明时间、位置和依据，开出限期核查；重复上报不再告警，不封存的车不告警', async () => {
  const [moved, exempt] = [await car('苏B80001', 1), await car('苏B80002', 2)]
  await house.make(immobilisation, { name: '国庆封存', begins: '2026-10-01', ends: '2026-10-07', lines: { exempt: [{ vehicle: exempt.id, reason: '防汛值班' }] } })
  for (const minute of [10, 11, 11]) await seen('苏B80001', minute, 36)
  await seen('苏B80002', 12, 50)
  const [alarm, ...more] = await alarms(officer)
  assert(alarm)
  assert.deepEqual(more, [])
  assert.equal(alarm.finding.says, '封存期间行驶，车速 36.0 km/h，2026-10-03 周六 09:10，东经 120.31200 北纬 31.49100')
  assert.equal(alarm.finding.cite.text, '《本局公务用车节假日封存口径》 条号待核')
  assert.equal(alarm.finding.en.says, 'Driving while immobilised, at 36.0 km/h, 2026-10-03 Sat 09:10, 120.31200° E 31.49100° N')
  assert.match(alarm.subject.name, /^苏B80001 /)

  const asked = await officer.see({ matter: inquiry.id, number: alarm.matter ?? '' })
  assert.equal(asked.stateTitle, '待核查')
  assert.equal(asked.dueAt, '2026-10-09T09:30:00.000Z')
  assert.equal(asked.subject, `${alarm.subject.name}：封存期间行驶，车速 36.0 km/h，2026-10-03 周六 09:10`)
  assert.equal(asked.facts['alarm'], 'movement')
  const { body: evidence } = await officer.get<{ alarms: { title: string; begins: string; finding: { says: string } }[]; from: string; to: string; heard: boolean; slips: unknown[] }>('/api/fleet/evidence', { vehicle: moved.id, matter: asked.number })
  assert.deepEqual([evidence.alarms.map(({ title, begins, finding }) => [title, begins, finding.says]), evidence.from, evidence.heard, evidence.slips],
    [[['封存期间行驶', '2026-10-03T01:10:00.000Z', alarm.finding.says]], '2026-10-03T00:40:00.000Z', true, []])
  const { body: other } = await officer.get<typeof evidence>('/api/fleet/evidence', { vehicle: exempt.id, matter: asked.number })
  assert.deepEqual([other.alarms, other.from, other.heard], [[], null, false], 'of another car the matter says nothing')
  const closed = await officer.take(asked, 'conclude', { input: { finding: 'unapproved', account: '未办手续接送客人，已批评并停驶' } })
  assert.equal(closed.stateTitle, '已核查')
  const led = await officer.see({ matter: fleetRedress.id, number: String(closed.facts['redress']) })
  assert.deepEqual([led.form['rule'], (led.form['vehicle'] as { id: string }).id, led.form['what'], led.stateTitle], ['unapprovedUse', moved.id, `${asked.number} 查实未经批准用车：未办手续接送客人，已批评并停驶`, '待定办法'])
  const ordered = await officer.take(led, 'order', { input: { how: '收回用车费用，全局通报', until: '2026-10-20' } })
  assert.equal((await officer.take(ordered, 'conclude')).stateTitle, '已整改')

  await seen('苏B80001', 15, 0)
  assert.equal((await alarms(officer))[0]?.state, 'cleared')
  assert.equal(moved.id, (asked.form as { vehicle: { id: string } }).vehicle.id)
})

test('封存核验：按单位列出静止、不封存和行驶的车，行驶的有日期、里程和核查事项', async () => {
  const [{ id, organ }] = (await officer.get<{ rows: { id: string; organ: { id: string } }[] }>('/api/registers/fleet.vehicle', { 'where.plate': '苏B80001' })).body.rows as [{ id: string; organ: { id: string } }]
  for (const minute of [40, 41, 42, 43, 44]) await seen('苏B80001', minute, 36, minute * 0.004)
  await reckonOpenDays(house.system.db, house.system)
  const { rows: [sealed] } = (await officer.get<{ rows: { id: string }[] }>('/api/registers/fleet.immobilisation')).body
  const { status, body } = await officer.get<{ over: boolean; organs: { organ: { id: string }; moved: number; exempt: number }[]; cars: { vehicle: { id: string; name: string }; state: string; reason: string | null; day: string | null; km: number; inquiry: { number: string; finding: string } | null }[] }>(`/api/fleet/immobilisations/${sealed?.id ?? ''}/verification`)
  assert.equal(status, 200)
  assert.equal(body.over, false)
  const moved = body.cars.find(({ vehicle: one }) => one.id === id)
  assert.deepEqual([moved?.state, moved?.day, moved?.inquiry?.finding], ['moved', '2026-10-03', 'unapproved'])
  assert.ok((moved?.km ?? 0) > 1)
  // told at once as an alarm, it is an event of that day's page as well; of a car that was let off it is none
  const eventsOf = async (one: string): Promise<readonly string[]> =>
    (await officer.get<{ line: readonly { kind: string; zh: string }[] }>(`/api/fleet/day?vehicle=${one}&day=2026-10-03`)).body.line.filter(({ kind }) => kind === 'event').map(({ zh }) => zh)
  assert.match((await eventsOf(id)).join(), /^封存期间行驶，2026-10-03 周六 09:\d\d—09:\d\d，东经 120\.31200 北纬 31\.\d+$/)
  assert.ok(body.cars.some(({ state, reason }) => state === 'exempt' && reason === '防汛值班'))
  assert.equal(body.organs.find((one) => one.organ.id === organ.id)?.moved, 1)
  assert.equal((await keeper.get(`/api/fleet/immobilisations/${sealed?.id ?? ''}/verification`)).status, 403)
})

test('不封存由单位申请、公车管理员决定：同意的列入通知，重复的、已结束的不收；放假前看得到哪些车封在哪里', async () => {
  const [one, two] = [await car('苏B80011', 11), await car('苏B80012', 12)]
  const coming = await house.make(immobilisation, { name: '元旦封存', begins: '2027-01-01', ends: '2027-01-03', lines: { exempt: [{ vehicle: two.id, reason: '急救值班' }] } })
  const { rows: [{ id: over } = { id: '' }] } = (await officer.get<{ rows: { id: string }[] }>('/api/registers/fleet.immobilisation', { 'where.name': '国庆封存' })).body
  const { body: { organ } } = await officer.get<{ organ: { id: string } }>(`/api/registers/fleet.vehicle/${one.id}`)
  const liaison = await house.as('people.liaison', { name: '吴婷', organ: organ.id })
  const { rows: choice } = (await liaison.get<{ rows: { id: string; name: string }[] }>('/api/fleet/immobilisations')).body
  assert.deepEqual(choice.map(({ name }) => name), ['国庆封存', '元旦封存'])
  const form = { immobilisation: coming.id, vehicle: one.id, duty: '应急值守备勤', place: '区行政中心北院', why: '节日期间带班领导处置突发事件' }
  const asked = await liaison.ask(exemption, form)
  await assert.rejects(liaison.ask(exemption, form), { problem: 'conflict' })
  await assert.rejects(liaison.ask(exemption, { ...form, vehicle: two.id }), { problem: 'bad-input' })
  const seen = async () => (await officer.get<{ begun: boolean; cars: { vehicle: { id: string }; state: string; reason: string | null; asked: string | null }[] }>(`/api/fleet/immobilisations/${coming.id}/verification`)).body
  const before = await seen()
  assert.deepEqual([before.begun, before.cars.find((its) => its.vehicle.id === one.id)?.asked], [false, asked.number])
  await assert.rejects(liaison.take(asked, 'grant', { input: {} }), { problem: 'not-allowed' })
  assert.equal((await officer.take(asked, 'grant', { input: {} })).stateTitle, '不封存')
  const after = (await seen()).cars
  assert.deepEqual([after.find((its) => its.vehicle.id === one.id), after.find((its) => its.vehicle.id === two.id)].map((its) => [its?.state, its?.reason, its?.asked]), [['exempt', '应急值守备勤，区行政中心北院', null], ['exempt', '急救值班', null]])
  await house.advance({ minutes: 60 * 24 * 6 })
  await assert.rejects(liaison.ask(exemption, { ...form, immobilisation: over }), { problem: 'bad-input' })
})

test('机要、办案车辆不上公共地图，不产生公开告警，位置照样入库', async () => {
  await car('苏B80003', 3, { grade: 'investigation' })
  const before = (await alarms(officer)).length
  assert.equal(await seen('苏B80003', 20, 60), 1)
  assert.equal((await alarms(officer)).length, before)
  for (const who of [officer, keeper]) {
    const { status, body } = await who.get<{ rows: Position[] }>('/api/fleet/positions')
    if (status === 200) assert.deepEqual(body.rows.filter(({ plate }) => plate === '苏B80003'), [])
  }
})

test('平台转发里没有登记的车牌被指出，其余照收', async () => {
  const { body } = await city.post('/api/fleet/positions', {
    positions: ['苏B80001', '苏X99999'].map((plate) => ({ plate, at: '2026-10-03T09:25:00+08:00', latitude: 31.5, longitude: 120.3 })),
  })
  assert.deepEqual(body, { accepted: 1, refused: [{ index: 1, plate: '苏X99999' }] })
})

test('没有消息的车由人现场看过：登记谁、何时、何处、里程表；都清楚了才能登记核验完成', async () => {
  const { rows: [{ id: over, version: untimed } = { id: '', version: 0 }] } = (await officer.get<{ rows: { id: string; version: number }[] }>('/api/registers/fleet.immobilisation', { 'where.name': '国庆封存' })).body
  const quiet = await car('苏B80031', 31, { odometer: 41_000, boughtOn: '2022-03-01' })
  await house.make(cost, { vehicle: quiet.id, kind: 'fuel', day: '2026-09-28', amount: '310.00', quantity: '40.00', odometer: 41_200 })
  interface Sheet { readonly open: { readonly moved: number; readonly unheard: number }; readonly cars: readonly { readonly vehicle: { readonly id: string }; readonly state: string; readonly atPlace: boolean | null; readonly before: { readonly odometer: number; readonly day: string } | null; readonly check: { readonly seenBy: string; readonly place: string; readonly odometer: number | null } | null }[] }
  const sheet = async () => (await officer.get<Sheet>(`/api/fleet/immobilisations/${over}/verification`)).body
  const before = await sheet()
  const silent = before.cars.filter(({ state }) => state === 'unheard').map(({ vehicle: one }) => one.id)
  assert.ok(silent.includes(quiet.id))
  assert.equal(before.open.unheard, silent.length)
  assert.deepEqual(before.cars.find(({ vehicle: one }) => one.id === quiet.id)?.before, { odometer: 41_200, day: '2026-09-28' })
  const due = async (): Promise<readonly string[]> => (await officer.get<{ rows: readonly { day: string; row: { id: string } }[] }>('/api/due', { register: immobilisation.id })).body.rows.filter(({ row }) => row.id === over).map(({ day }) => day)
  const by = async (verifyBy: string) => officer.patch<{ detail: string; version: number }>(`/api/registers/${immobilisation.id}/${over}`, { verifyBy }, untimed)
  assert.match((await by('2026-10-07')).body.detail, /核验期限应在这以后/)
  const { version } = (await by('2026-10-14')).body
  assert.deepEqual(await due(), ['2026-10-14'])
  const conclude = async () => officer.patch<{ detail: string }>(`/api/registers/${immobilisation.id}/${over}`, { concludedOn: '2026-10-09', conclusion: '除已核查的外都按要求封存' }, version)
  assert.match((await conclude()).body.detail, new RegExp(`${silent.length} 辆没有消息也没有现场看过`))

  const { body: { person } } = await officer.get<{ person: { id: string } }>('/api/me')
  const look = async (id: string, values: object) => officer.post<{ detail: string }>(`/api/registers/${sealCheck.id}`, { immobilisation: over, vehicle: id, seenAt: '2026-10-08T01:10:00.000Z', seenBy: person.id, place: '机关大院地下车库', found: 'asLeft', odometer: 41_212, ...values })
  assert.match((await look(quiet.id, { odometer: null })).body.detail, /请填里程表读数/)
  assert.match((await look(quiet.id, { seenAt: '2026-09-30T01:10:00.000Z' })).body.detail, /才开始/)
  for (const id of silent) assert.equal((await look(id, id === quiet.id ? { found: 'elsewhere' } : {})).status, 201)
  const seenBy = (await sheet()).cars.find(({ vehicle: one }) => one.id === quiet.id)
  assert.deepEqual([seenBy?.state, seenBy?.atPlace, seenBy?.check?.seenBy, seenBy?.check?.place, seenBy?.check?.odometer], ['seen', false, '冯兰', '机关大院地下车库', 41_212])

  assert.match((await conclude()).body.detail, /还有 1 辆行驶过没有核查、0 辆没有消息/)
  await officer.ask(inquiry, { vehicle: quiet.id, what: '节假日封存期间：不在指定地点' })
  assert.equal((await conclude()).status, 200)
  assert.deepEqual(await due(), [])
})
