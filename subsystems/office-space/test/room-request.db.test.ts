// Asking about rooms 用房申请: what the pool offers first, a reason where it does not do, no more than is allowed, a leader's yes, and rows written on the day.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { allotment, configurationOrder, roomRequest } from '@houqin/office-space'
import type { Somebody } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
let liaison: Somebody
let leader: Somebody
before(async () => {
  desk = await spaceDesk()
  liaison = await desk.as('people.liaison', { name: '吴婷', organ: desk.bureau })
  leader = await desk.as('people.bureau-leader', { name: '顾明远' })
})
const given = (where: string) => desk.make(allotment, { organ: desk.bureau, room: where, kind: 'own', from: '2026-01-01', to: null })
const holders = async (where: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select o.short_name as name from office_space.allotment a join people.organ o on o.id = a.organ
     where a.room = ${where}::uuid and a.valid @> ${desk.clock.today()}::date and a.retired_at is null order by 1`.execute(desk.system.db)
  return rows.map(({ name }) => name)
}

test('the pool comes first; another way needs a reason; the approver reads what he decides; the room is given on its day', async () => {
  const [free, large] = [await desk.office('501', '20.00'), await desk.office('502', '930.00')]
  await assert.rejects(liaison.ask(roomRequest, { organ: desk.bureau, what: 'lease', reason: '新增三人' }), { problem: 'bad-input' })
  const asked = await liaison.ask(roomRequest, { organ: desk.bureau, what: 'allot', use: 'office', area: '20.00', reason: '新增三人' })
  assert.match(String(asked.facts['offered']), /合用的空房 2 间，共 950.00 ㎡，如.*501（20.00 ㎡）/)
  const proposal = { from: '2026-11-26', certificate: '清房用〔2026〕00001' }
  await assert.rejects(desk.officer.take(asked, 'propose', { input: { ...proposal, way: 'reallocate' } }), { problem: 'bad-input' })
  await assert.rejects(desk.officer.take(asked, 'propose', { input: { ...proposal, way: 'reallocate' }, lines: { rooms: [{ room: free, kind: 'own' }, { room: large, kind: 'own' }] } }), { problem: 'standard-breached' })
  const proposed = await desk.officer.take(asked, 'propose', { input: { ...proposal, way: 'reallocate' }, lines: { rooms: [{ room: free, kind: 'own' }] } })
  const { body } = await leader.get<{ standing: { lines: readonly { kind: string; has: string; may: string; gap: string }[] }; proposed: readonly { id: string; free: boolean }[] }>(`/api/office-space/requests/${asked.number}/basis`)
  assert.deepEqual(body.standing.lines.find(({ kind }) => kind === 'all'), { ...body.standing.lines.find(({ kind }) => kind === 'all'), has: '0.00', may: '946.12', gap: '946.12' })
  assert.deepEqual(body.proposed.map(({ id, free: is }) => [id, is]), [[free, true]])
  const agreed = await leader.take(proposed, 'agree')
  await assert.rejects(desk.officer.take(agreed, 'carryOut'), { problem: 'step-not-possible' })
  desk.clock.set('2026-11-26T09:00:00+08:00')
  assert.equal((await desk.officer.take(agreed, 'carryOut')).stateTitle, '已办理')
  assert.deepEqual(await holders(free), ['审计局'])
})

test('a room taken meanwhile is not given twice; a room is vacated only when nobody sits there, and the page of the organ follows', async () => {
  const [wanted, old] = [await desk.office('503', '12.00'), await desk.office('504', '14.00')]
  await given(old)
  const sitting = await desk.somebody('冯静', 'below')
  await desk.sits(sitting, old)
  const asked = await liaison.ask(roomRequest, { organ: desk.bureau, what: 'allot', use: 'office', area: '12.00', reason: '档案整理' })
  const agreed = await leader.take(await desk.officer.take(asked, 'propose', { input: { from: desk.clock.today(), way: 'reallocate' }, lines: { rooms: [{ room: wanted, kind: 'own' }] } }), 'agree')
  await given(wanted)
  await assert.rejects(desk.officer.take(agreed, 'carryOut'), { problem: 'step-not-possible' })

  const back = await liaison.ask(roomRequest, { organ: desk.bureau, what: 'vacate', room: old, reason: '人员调走' })
  const yes = await leader.take(await desk.officer.take(back, 'propose', { input: { from: desk.clock.today() } }), 'agree')
  await assert.rejects(desk.officer.take(yes, 'carryOut'), { problem: 'step-not-possible' })
  await sql`update staffing.workplace set valid = daterange(lower(valid), ${desk.clock.today()}::date) where person = ${sitting}`.execute(desk.system.db)
  await desk.officer.take(yes, 'carryOut')
  assert.deepEqual(await holders(old), [])
  const { body, status, text } = await liaison.get<{ rooms: readonly { id: string }[]; people: readonly { name: string; rooms: readonly unknown[] }[] }>(`/api/office-space/organs/${desk.bureau}/ledger`)
  assert.equal(status, 200, text)
  assert.ok(!body.rooms.some(({ id }) => id === old) && body.rooms.some(({ id }) => id === wanted))
  assert.equal(body.people.find(({ name }) => name === '冯静')?.rooms.length, 0)
})

test('letting and leasing need an approval; an exchange moves room and people; a use changes; nobody reads another organ', async () => {
  const [mine, other, hall] = [await desk.office('505', '18.00'), await desk.office('506', '16.00'), await desk.office('507', '30.00', { use: 'service', purpose: 'meeting' })]
  await given(mine)
  const moving = await desk.somebody('褚楠', 'sectionChief')
  await desk.sits(moving, mine)
  const letting = await desk.officer.ask(roomRequest, { organ: desk.bureau, what: 'let', room: hall, party: '某某公司', until: '2027-12-31', reason: '闲置' })
  await assert.rejects(desk.officer.take(letting, 'propose', { input: { from: desk.clock.today() } }), { problem: 'bad-input' })
  const let1 = await desk.officer.take(await leader.take(await desk.officer.take(letting, 'propose', { input: { from: desk.clock.today(), approval: '清政函〔2026〕8号' } }), 'agree'), 'carryOut')
  assert.equal(let1.stateTitle, '已办理')
  const exchange = await liaison.ask(roomRequest, { organ: desk.bureau, what: 'exchange', room: mine, reason: '靠近服务大厅' })
  await desk.officer.take(await leader.take(await desk.officer.take(exchange, 'propose', { input: { from: desk.clock.today(), way: 'reallocate' }, lines: { rooms: [{ room: other, kind: 'own' }] } }), 'agree'), 'carryOut')
  assert.deepEqual([await holders(mine), await holders(other)], [[], ['审计局']])
  assert.deepEqual((await sql<{ room: string }>`select room from staffing.workplace where person = ${moving} and valid @> ${desk.clock.today()}::date and retired_at is null`.execute(desk.system.db)).rows.map(({ room }) => room), [other])
  const use = await liaison.ask(roomRequest, { organ: desk.bureau, what: 'use', room: other, use: 'service', reason: '改作档案室' })
  await desk.officer.take(await leader.take(await desk.officer.take(use, 'propose', { input: { from: desk.clock.today() } }), 'agree'), 'carryOut')
  assert.equal((await sql<{ use: string }>`select use from places.room where id = ${other}`.execute(desk.system.db)).rows[0]?.use, 'service')
  const { body } = await desk.officer.get<{ states: readonly { state: string; rooms: number }[]; totals: { sites: number } }>('/api/office-space/district')
  assert.deepEqual(body.states.map(({ state, rooms }) => [state, rooms]), [['let', 1]])
  const { body: sites } = await desk.officer.get<{ count: number }>('/api/registers/places.site/summary')
  assert.equal(body.totals.sites, sites.count)
  await desk.office('508', '50.00', { use: 'technical', purpose: 'laboratory' })
  const { body: { uses } } = await desk.officer.get<{ uses: readonly { use: string; rooms: number; pooled: boolean; free: number }[] }>('/api/office-space/district')
  assert.deepEqual(uses.filter((one) => one.use === 'technical').map(({ rooms, pooled, free }) => [rooms, pooled, free]), [[1, false, 0]], 'a laboratory waits for nobody')
  const report = async (id: string) => (await desk.officer.get<{ rows: readonly (Readonly<Record<string, unknown>> & { organ?: string })[] }>(`/api/reports/office-space.${id}`, { from: '2026-11-01T00:00:00+08:00', to: '2026-11-27T00:00:00+08:00' })).body.rows
  const own = (await report('rooms-by-organ')).find(({ organ }) => organ === '清溪区审计局')
  assert.deepEqual([own?.['rooms'], own?.['office'], own?.['service'], own?.['seated']], [3, '32.00', '16.00', 1])
  assert.deepEqual((await report('office-by-rank')).map(({ people, office }) => [people, office]), [])
  const stranger = await desk.as('people.liaison', { name: '外人' })
  assert.equal((await stranger.get(`/api/office-space/organs/${desk.bureau}/ledger`)).status, 403)
  for (const number of ['509', '510']) await desk.office(number, '12.00')
  const free = async (limit: string) => (await desk.officer.get<{ count: number; rooms: readonly unknown[] }>('/api/office-space/free-rooms', { use: 'office', limit })).body
  const { count, rooms: [, second] } = await free('1')
  assert.deepEqual([count >= 2, second, (await free('1000')).rooms.length], [true, undefined, count], 'all are counted, as many listed as were asked for')
})

test('a lease is proposed only with a reason for the pool and for an exchange, building with one for the lease as well; the clause stands beside the refusal', async () => {
  const asked = await liaison.ask(roomRequest, { organ: desk.bureau, what: 'allot', use: 'technical', area: '20.00', reason: '窗口搬迁' })
  const propose = (way: string, reasons: object) => desk.officer.take(asked, 'propose', { input: { from: desk.clock.today(), way, ...reasons } })
  const refusedFor = (step: string) => (thrown: unknown): boolean => {
    const { message } = thrown as Error
    assert.match(message, new RegExp(`没有写明${step}为什么不合用`))
    return /《党政机关办公用房管理办法》的口径》 第三章 \(二手来源\)/.test(message)
  }
  await assert.rejects(propose('lease', {}), refusedFor('调剂、置换'))
  await assert.rejects(propose('lease', { misfit: '空房都不在一楼' }), refusedFor('置换'))
  await assert.rejects(propose('build', { misfit: '空房都不在一楼', noExchange: '没有单位愿意换' }), refusedFor('租用'))
  const reasons = { misfit: '空房都不在一楼', noExchange: '没有单位愿意换', noLease: '附近没有出租的' }
  const proposed = await propose('build', reasons)
  assert.equal(proposed.facts['noLease'], reasons.noLease)
  const said = async () => (await desk.officer.get<{ rows: readonly { findings: readonly { says: string }[] }[] }>(`/api/standards/${configurationOrder.id}/audit`)).body.rows.flatMap(({ findings }) => findings.map(({ says }) => says))
  assert.deepEqual(await said(), [])
  await sql`update office_space.room_request set no_exchange = null where misfit = ${reasons.misfit}`.execute(desk.system.db)
  await assert.rejects(leader.take(proposed, 'agree'), refusedFor('置换'))
  assert.match((await said())[0] ?? '', new RegExp(`^${proposed.number} 审计局建设，没有写明置换为什么不合用`))
})
