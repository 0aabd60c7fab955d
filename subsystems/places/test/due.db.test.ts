// What ends 到期: a lease and a contract run out before the eyes of whoever answers for them, and are renewed, put off or let go.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { systemActor } from '@houqin/access'
import { dueRows, settleExpiries, warnOfExpiries } from '@houqin/due'
import { contractor } from '@houqin/people'
import { people } from '@houqin/people/server'
import { leaseRenewal, site, stewardship } from '@houqin/places'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import type { DueAnswer, DueRow } from '@houqin/wire'
import { sql } from 'kysely'
import type { KyselyPlugin } from 'kysely'

const creditCode = '91320299MA2000000X'
interface Told {
  readonly topic: string
  readonly payload: { readonly row: string; readonly threshold: number; readonly daysLeft: number }
}
let house: TestSystem
let officer: Somebody
let leader: Somebody
let staff: Somebody
before(async () => {
  house = await testSubsystem([people, places])
  officer = await house.as('places.officer', { name: '孙晓雯' })
  leader = await house.as('bureau-leader', { name: '顾明远' })
  staff = await house.as('everyone', { name: '刘敏' })
})

const listed = async (who: Somebody, query: Readonly<Record<string, string>> = {}): Promise<DueAnswer> => {
  const { status, body, text } = await who.get<DueAnswer>('/api/due', query)
  assert.equal(status, 200, text)
  return body
}
const of = ({ rows }: DueAnswer, id: string): DueRow | undefined => rows.find(({ row }) => row.id === id)
const told = async (row: string): Promise<readonly (readonly [string, number])[]> => {
  const { rows } = await sql<Told>`select topic, payload from events.event where topic in ('due.warned', 'due.lapsed') and payload ->> 'row' = ${row} order by id`.execute(house.system.db)
  return rows.map(({ topic, payload }) => [topic, payload.threshold])
}
const leased = (name: string, leaseUntil: string) => house.make(site, { name, tenure: 'leased', leaseUntil })

test('a lease is on the list from its first warning on, each warning told once, and once more when it is over', async () => {
  const { id } = await leased('东河租用点', '2027-06-01')
  assert.equal(of(await listed(officer), id), undefined, 'half a year and more away')
  const heard: (readonly [string, number])[][] = []
  for (const at of ['2026-12-03', '2027-05-01', '2027-05-03', '2027-06-01', '2027-06-02', '2027-07-01']) {
    house.clock.set(`${at}T09:00:00+08:00`)
    await warnOfExpiries(house.system)
    await warnOfExpiries(house.system)
    heard.push([...(await told(id))])
  }
  assert.deepEqual(heard.map((all) => all.length), [1, 2, 3, 3, 4, 4])
  assert.deepEqual(heard.at(-1), [['due.warned', 180], ['due.warned', 60], ['due.warned', 30], ['due.lapsed', -1]])
  const row = of(await listed(staff), id)
  assert.deepEqual([row?.state, row?.daysLeft, row?.says, row?.mayWrite], ['lapsed', -30, '租期将满，请办理续租审批或腾退', false])
  assert.deepEqual(of(await listed(officer), id)?.responsible.map(({ name }) => name), ['孙晓雯'])
})

test('a server that was down for the whole time tells the narrowest warning alone', async () => {
  house.clock.set('2026-11-24T09:00:00+08:00')
  const { id } = await leased('西溪租用点', '2027-03-01')
  house.clock.set('2027-02-20T09:00:00+08:00')
  await warnOfExpiries(house.system)
  assert.deepEqual(await told(id), [['due.warned', 30]])
})

test('two servers at one moment tell it once', async () => {
  house.clock.set('2026-11-24T09:00:00+08:00')
  const made = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => leased(`${name}租用点`, '2026-12-20')))
  await Promise.all([warnOfExpiries(house.system), warnOfExpiries(house.system), warnOfExpiries(house.system)])
  for (const { id } of made) assert.deepEqual(await told(id), [['due.warned', 30]])
})

test('the matter that renews it moves the day, and the list lets it go', async () => {
  const { id } = await leased('南浦租用点', '2027-01-10')
  const [row] = (await listed(officer, { site: id })).rows
  assert.deepEqual(row?.renew, { matter: leaseRenewal.id, title: '续租审批', field: 'site' })
  const wrong = await officer.post(`/api/matters/${leaseRenewal.id}`, { input: { site: id, until: '2026-12-31', rent: '120000', grounds: '在用，无房可调剂' } })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /现租期至 2027-01-10/)
  const asked = await officer.ask(leaseRenewal, { site: id, until: '2029-01-10', rent: '120000', grounds: '在用，无房可调剂' })
  await assert.rejects(officer.take(asked, 'agree'), /not-allowed|step-not-possible/)
  const agreed = await leader.take(await leader.see(asked), 'agree')
  await officer.take(await officer.see(agreed), 'sign', { input: { signedOn: '2026-11-25' } })
  assert.deepEqual((await listed(officer, { site: id })).rows, [])
  const { body } = await officer.get<{ leaseUntil: string }>(`/api/registers/${site.id}/${id}`)
  assert.equal(body.leaseUntil, '2029-01-10')
})

test('of two renewals the one signed later does not shorten what the other has signed', async () => {
  const { id } = await leased('两份续租点', '2027-01-10')
  const [short, long] = [
    await leader.take(await officer.ask(leaseRenewal, { site: id, until: '2028-01-10', rent: '100000', grounds: '先续一年' }), 'agree'),
    await leader.take(await officer.ask(leaseRenewal, { site: id, until: '2030-01-10', rent: '110000', grounds: '续三年' }), 'agree'),
  ]
  await officer.take(long, 'sign', { input: { signedOn: '2026-11-25' } })
  await assert.rejects(officer.take(short, 'sign', { input: { signedOn: '2026-11-26' } }), { problem: 'step-not-possible' })
  assert.equal((await officer.get<{ leaseUntil: string }>(`/api/registers/${site.id}/${id}`)).body.leaseUntil, '2030-01-10')
})

test('put off, it is silent until its day comes; acknowledged, until it is over; each with a reason, by those who may write', async () => {
  house.clock.set('2026-11-24T09:00:00+08:00')
  const { id } = await leased('北塘租用点', '2026-12-24')
  const [row] = (await listed(officer, { site: id })).rows
  assert.ok(row)
  const put = (who: Somebody, body: object) => who.post(`/api/due/${row.id}`, body)
  assert.equal((await put(staff, { action: 'acknowledge', reason: '看到了' })).status, 403)
  assert.equal((await put(officer, { action: 'snooze', until: '2026-11-24', reason: '等房东' })).status, 422)
  assert.equal((await put(officer, { action: 'snooze', until: '2026-12-10', reason: '' })).status, 422)
  assert.equal((await put(officer, { action: 'snooze', until: '2026-12-10', reason: '等房东报价' })).status, 204)
  await warnOfExpiries(house.system)
  assert.deepEqual(await told(id), [])
  assert.equal((await listed(officer, { site: id })).total, 0)
  const [aside] = (await listed(officer, { site: id, state: 'aside' })).rows
  assert.deepEqual([aside?.state, aside?.aside?.reason, aside?.aside?.by, aside?.aside?.until], ['snoozed', '等房东报价', '孙晓雯', '2026-12-10'])
  house.clock.set('2026-12-10T09:00:00+08:00')
  await warnOfExpiries(house.system)
  assert.deepEqual(await told(id), [['due.warned', 30]])
  assert.equal((await put(officer, { action: 'acknowledge', reason: '月底腾退' })).status, 204)
  assert.equal((await listed(officer, { site: id })).total, 0)
  house.clock.set('2026-12-25T09:00:00+08:00')
  await warnOfExpiries(house.system)
  assert.deepEqual((await told(id)).at(-1), ['due.lapsed', -1])
  assert.deepEqual((await listed(officer, { site: id })).rows.map(({ state }) => state), ['lapsed'], 'what is over cannot be hidden')
  assert.equal((await put(officer, { action: 'snooze', until: '2026-12-30', reason: '再等等' })).status, 409)
  const { rows } = await sql<{ summary: string }>`select summary from audit.entry where action like 'due.%' and subject_id = ${id} order by at`.execute(house.system.db)
  assert.deepEqual(rows.map(({ summary }) => summary), ['到期提醒（租期至 2026-12-24）：推迟到 2026-12-10：等房东报价', '到期提醒（租期至 2026-12-24）：知悉：月底腾退'])
})

test('nobody reads of what he may not see, in list, count or Excel', async () => {
  house.clock.set('2026-11-24T09:00:00+08:00')
  const { id } = await house.make(contractor, { name: '=cmd（）保洁公司', creditCode, contractUntil: '2026-12-01' })
  const keeper = await house.as('people.officer', { name: '徐静' })
  assert.equal(of(await listed(keeper), id)?.daysLeft, 7)
  assert.equal(of(await listed(staff), id), undefined)
  assert.equal((await listed(staff, { register: contractor.id })).total, 0)
  const [all, one, theirs] = [await listed(keeper), await listed(keeper, { register: contractor.id }), await listed(staff)]
  assert.deepEqual(one.registers, all.registers, 'what one may choose among stays, whichever is chosen')
  assert.deepEqual(one.registers.find(({ register }) => register === contractor.id), { register: contractor.id, title: contractor.title, count: one.total })
  assert.equal(all.registers.reduce((sum, { count }) => sum + count, 0), all.total)
  assert.ok(!theirs.registers.some(({ register }) => register === contractor.id))
  assert.equal((await staff.get('/api/due', { register: 'places.room' })).status, 400)
  const sheet = await keeper.get('/api/due/export.xlsx', { register: contractor.id })
  assert.equal(sheet.status, 200)
  const none = await staff.get('/api/due/export.xlsx', { register: contractor.id })
  assert.ok(sheet.bytes.length > none.bytes.length)
})

test('the end of a dated row is due before it comes and history afterwards; retired rows leave; what SQL wrote is settled', async () => {
  house.clock.set('2026-11-24T09:00:00+08:00')
  const where = await leased('柳塘租用点', '2030-01-01')
  const { id, version } = await house.make(stewardship, { site: where.id, from: '2026-01-01', to: '2026-12-10' })
  assert.equal(of(await listed(officer, { site: where.id }), id)?.daysLeft, 16)
  const { body: english } = await officer.call<DueAnswer>('GET', '/api/due', { query: { site: where.id }, headers: { 'accept-language': 'en' } })
  assert.deepEqual([of(await listed(officer, { site: where.id }), id)?.label, of(english, id)?.label], ['截止日期', 'Last day'])
  await sql`update places.stewardship set valid = daterange('2026-01-01', '2026-12-05', '[]') where id = ${id}`.execute(house.system.db)
  await settleExpiries(house.system)
  assert.equal(of(await listed(officer, { site: where.id }), id)?.day, '2026-12-05')
  house.clock.set('2026-12-06T09:00:00+08:00')
  assert.deepEqual((await listed(officer, { site: where.id })).rows, [])
  house.clock.set('2026-12-01T09:00:00+08:00')
  await officer.call('POST', `/api/registers/${stewardship.id}/${id}/retire`, { body: { reason: '重复' }, headers: { 'if-match': `"${version}"` } })
  assert.deepEqual((await listed(officer, { site: where.id })).rows, [])
})

test('pages follow each other without a gap', async () => {
  house.clock.set('2026-11-24T09:00:00+08:00')
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: DueAnswer = await listed(officer, { limit: '3', ...(after !== null && { after }) })
    seen.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after !== null)
  const { rows, total } = await listed(officer, { limit: '200' })
  assert.deepEqual(seen, rows.map(({ id }) => id))
  assert.equal(total, seen.length)
  assert.equal((await officer.get('/api/due', { after: 'x' })).status, 400)
})

test('however many places the rows stand in, as many questions are asked as of one', async () => {
  house.clock.set('2026-11-24T09:00:00+08:00')
  const { id } = await leased('独处租用点', '2026-12-31')
  const asked = async (query: Readonly<Record<string, string>>): Promise<{ count: number; answer: DueAnswer }> => {
    let count = 0
    const counting: KyselyPlugin = {
      transformQuery({ node }) {
        count += 1
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    }
    return { answer: await dueRows(house.system.db.withPlugin(counting), house.system, systemActor, query), count }
  }
  const [one, all] = [await asked({ site: id }), await asked({})]
  assert.equal(one.answer.rows.length, 1)
  assert.ok(new Set(all.answer.rows.map(({ site: where }) => where?.id)).size > 5)
  assert.equal(all.count, one.count)
  assert.ok(all.answer.rows.filter(({ register }) => register === site.id).every(({ responsible }) => responsible.map(({ name }) => name).join() === '孙晓雯'))
})
