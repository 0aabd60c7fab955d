// Insurance, inspection, accidents and violations 保险年检与事故违法 as the office lives them.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { cost, driver, incident, insurance, roadPapers, shop, use, vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import type { MatterWire } from '@houqin/matters'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Refused, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'

let house: TestSystem
let officer: Somebody
let lu: Somebody
let insurer: { readonly id: string }
let plates = 0

before(async () => {
  house = await testSubsystem([people, places, fleet], { at: '2026-11-24T08:00:00+08:00' })
  officer = await house.as('fleet.officer', { name: '郭承宇' })
  lu = await house.as('fleet.duty-driver', { name: '陆帆' })
  insurer = await house.make(shop, { name: '清溪财产保险', kind: 'insurance', until: '2027-12-31' })
})
async function aCar(values: object = {}): Promise<{ id: string; plate: string }> {
  plates += 1
  const plate = `苏B6${String(1000 + plates)}`
  const { id } = await house.make(vehicle, {
    plate, vin: `LSVAU2180N23${String(10000 + plates)}`, kind: 'car', seats: 5, use: 'emergency', energy: 'petrol', grade: 'ordinary', standing: 'inUse', shared: true,
    boughtOn: '2022-03-01', price: '160000.00', insuredUntil: '2026-11-18', inspectedUntil: '2026-11-20', odometer: 20_000, ...values,
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
const policy = (values: object = {}) => ({ kind: 'compulsory', insurer: insurer.id, number: `P${String((plates += 1))}`, begins: '2026-11-24', until: '2027-11-23', premium: '950.00', ...values })
const car = async (id: string) => (await officer.get<{ insuredUntil: string; inspectedUntil: string; standing: string }>(`/api/registers/${vehicle.id}/${id}`)).body
interface Audit { readonly rows: readonly { readonly subject: { readonly id: string }; readonly findings: readonly { readonly says: string; readonly mend: { readonly matter: string; readonly fill: Readonly<Record<string, string>> } | null }[] }[] }

test('what the audit finds starts its renewal with the car filled in; the renewal writes policies, dates and the account', async () => {
  const { id, plate } = await aCar()
  const { body: audit } = await officer.get<Audit>('/api/fleet/audit')
  const [ended] = audit.rows.filter(({ subject }) => subject.id === id).flatMap(({ findings }) => findings).filter(({ mend }) => mend?.matter === roadPapers.id)
  assert.equal(ended?.mend?.matter, roadPapers.id)
  assert.deepEqual({ vehicle: ended.mend.fill['vehicle'], what: ended.mend.fill['what'] }, { vehicle: id, what: 'insurance' })
  let at = await officer.ask(roadPapers, { vehicle: id, what: 'insurance' })
  assert.match(await refusal(officer.ask(roadPapers, { vehicle: id, what: 'insurance' })), new RegExp(`${plate} 的保险已有一件 ${at.number} 在办`))
  assert.match(await refusal(officer.take(at, 'pass', { input: { day: '2026-11-24', until: '2027-11-24' } })), /这件办的是保险，不能登记年检/)
  assert.match(await refusal(officer.take(at, 'insure', { lines: { bought: [policy({ until: '2026-11-01' })] } })), /交强险的到期日不对/)
  at = await officer.take(at, 'insure', { lines: { bought: [policy(), policy({ kind: 'commercial', premium: '2318.46', until: '2027-11-20' })] } })
  assert.equal(at.state, 'closed')
  assert.equal(at.facts['premium'], '3268.46')
  assert.equal((await car(id)).insuredUntil, '2027-11-23')
  const { body: costs } = await officer.get<{ rows: { kind: string; amount: string; source: string }[] }>(`/api/registers/${cost.id}`, { 'where.vehicle': id })
  assert.deepEqual(costs.rows.map(({ kind, amount, source }) => [kind, amount, source]), [['insurance', '3268.46', at.number]])
  const { status, text } = await officer.post(`/api/registers/${insurance.id}`, { ...policy({ until: '2028-11-23' }), vehicle: id, paper: [] })
  assert.equal(status, 422, text)
  assert.match(text, /请用“保险年检办理”登记新的保单/)
})

test('an inspection that fails stays open with what did not pass; passed it carries the car on', async () => {
  const { id } = await aCar({ insuredUntil: '2027-06-30' })
  let at = await officer.ask(roadPapers, { vehicle: id, what: 'inspection' })
  assert.match(await refusal(officer.take(at, 'fail', { input: { day: '2026-11-24' } })), /写明哪些项目不合格/)
  at = await officer.take(at, 'fail', { input: { day: '2026-11-24', found: '制动力不平衡', station: '清溪检测站' } })
  assert.equal(at.state, 'open')
  at = await officer.take(at, 'pass', { input: { day: '2026-11-24', until: '2027-11-30', station: '清溪检测站', fee: '180.00' } })
  assert.equal((await car(id)).inspectedUntil, '2027-11-30')
  const { rows } = await sql<{ result: string; until: string | null }>`select result, until::text as until from fleet.inspection where vehicle = ${id}::uuid order by result desc`.execute(house.system.db)
  assert.deepEqual(rows, [{ result: 'passed', until: '2027-11-30' }, { result: 'failed', until: null }])
})

test('forty policies of a month are renewed in one go; one that cannot be leaves all as they were', async () => {
  const cars = await Promise.all(Array.from({ length: 40 }, () => aCar({ insuredUntil: '2026-12-10', inspectedUntil: '2027-12-10' })))
  const { body: due } = await officer.get<{ rows: { id: string; until: string }[] }>('/api/fleet/papers-due', { what: 'insurance', until: '2026-12-24' })
  assert.ok(cars.every(({ id }) => due.rows.some((row) => row.id === id && row.until === '2026-12-10')))
  const renewals = cars.map(({ id }) => ({ vehicle: id, bought: [policy({ begins: '2026-12-11', until: '2027-12-10' })] }))
  const wrong = [...renewals.slice(0, 39), { vehicle: cars[39]?.id ?? '', bought: [policy({ until: '2020-01-01' })] }]
  assert.equal((await officer.post('/api/fleet/papers-renewed', { renewals: wrong })).status, 422)
  assert.equal((await car(cars[0]?.id ?? '')).insuredUntil, '2026-12-10')
  const { status, body, text } = await officer.post<{ numbers: string[] }>('/api/fleet/papers-renewed', { renewals })
  assert.equal(status, 200, text)
  assert.equal(new Set(body.numbers).size, 40)
  assert.equal((await car(cars[39]?.id ?? '')).insuredUntil, '2027-12-10')
  const { body: left } = await officer.get<{ rows: { id: string }[] }>('/api/fleet/papers-due', { what: 'insurance', until: '2026-12-24' })
  assert.ok(left.rows.every(({ id }) => !cars.some((one) => one.id === id)))
})

test('the slip tells who was at the wheel; a fine is his own, an accident is mended and settled with the insurer', async () => {
  const { id } = await aCar({ insuredUntil: '2027-06-30', inspectedUntil: '2027-06-30' })
  const his = await house.make(driver, { ...(lu.person && { person: lu.person }), licenceClass: 'c1', licenceUntil: '2030-01-01', standing: 'onDuty' })
  const asker = await house.as('everyone', { name: '刘敏' })
  const journey = await asker.ask(use, {
    purpose: 'meeting', why: '参加会议', whence: '机关大院', whither: '市政府', leavesAt: '2026-11-24T09:00:00+08:00', returnsAt: '2026-11-24T12:00:00+08:00', passengers: 1,
  })
  await sql`insert into fleet.slip (matter, vehicle, driver, span, left_at, came_at) select id, ${id}::uuid, ${his.id}::uuid, tstzrange('2026-11-23T09:00+08', '2026-11-23T12:00+08'), '2026-11-23T09:00+08', '2026-11-23T11:40+08' from matter.matter where number = ${journey.number}`.execute(house.system.db)
  let at = await officer.ask(incident, { vehicle: id, kind: 'violation', at: '2026-11-23T10:15:00+08:00', place: '望湖路口', what: '未按导向车道行驶' })
  assert.equal(at.facts['slip'], journey.number)
  const offered = (seen: MatterWire): readonly string[] => seen.steps.map(({ step }) => step)
  assert.deepEqual(offered(at), ['decide', 'drop', 'withdraw'], 'what is never done to a violation is not offered')
  assert.match(await refusal(officer.take(at, 'mend')), new RegExp(`“送修”不适用于 ${at.number}：只有类别是“交通事故”才有这一步`))
  at = await officer.take(at, 'decide', { input: { points: 2, fine: '100.00', decision: '3202-1', handleBy: '2026-12-08' } })
  assert.deepEqual(offered(at), ['payFine', 'drop'])
  assert.match(await refusal(officer.take(at, 'payFine')), /罚款 100.00 元由驾驶员自己付，请填缴款凭证号/)
  at = await officer.take(at, 'payFine', { input: { receipt: 'J-1' } })
  assert.deepEqual([at.state, at.facts['payer'], at.facts['ownPart']], ['closed', 'driver', '100.00'])
  assert.equal((await lu.see(at)).number, at.number, 'the driver reads what is about him')

  let crash = await lu.ask(incident, { vehicle: id, kind: 'accident', at: '2026-11-23T11:00:00+08:00', place: '长堤路', what: '被追尾' })
  crash = await officer.see(crash)
  assert.deepEqual(offered(crash), ['determine', 'mend', 'drop'])
  crash = await officer.take(crash, 'mend')
  assert.match(String(crash.facts['repair']), /^WX-/)
  crash = await officer.take(crash, 'determine', { input: { responsibility: 'none', handleBy: '2026-12-08' } })
  assert.match(await refusal(officer.take(crash, 'settle', { input: { damage: '3480.50', insurerPaid: '3480.51', payer: 'other' } })), /保险赔付 3480.51 元比损失 3480.50 元多/)
  crash = await officer.take(crash, 'settle', { input: { damage: '3480.50', insurerPaid: '3000.00', payer: 'other', receipt: 'L-1' } })
  assert.equal(crash.facts['ownPart'], '480.50')
})
