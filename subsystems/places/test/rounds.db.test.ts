// What returns 周期计划: patrols and duties made by the clock, once a day whatever happens, and two people swapping.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { person } from '@houqin/people'
import { people } from '@houqin/people/server'
import { duty, dutyGroup, dutySwap, handover, patrol, patrolRoute, site, stewardship } from '@houqin/places'
import { places } from '@houqin/places/server'
import type { StewardDay } from '@houqin/places/server'
import { runPlans } from '@houqin/plans'
import type { PlannedDay, WirePlan } from '@houqin/wire'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { planDesk } from '../src/server/plans.ts'

let house: TestSystem
let steward: Somebody
let yard: string
let route: string
before(async () => {
  house = await testSubsystem([people, places], { at: '2026-01-05T07:00:00+08:00' })
  yard = (await house.make(site, { name: '机关大院' })).id
  steward = await house.as('places.steward', { name: '周建国', site: yard })
  route = (await house.make(patrolRoute, { site: yard, name: '早巡', lines: { points: [{ place: '一层门厅', look: '通道畅通' }, { place: '配电间' }, { place: '水泵房' }] } })).id
})

const path = '/api/places/plans'
const daily = { every: 'day', interval: 1, daysOff: 'keep' }
const planned = (more: object = {}): object => ({ kind: patrol.id, title: '早巡', rule: daily, starts: '2026-01-05', ends: null, missed: 'skip', site: yard, input: { route }, ...more })
async function plan(more: object = {}): Promise<string> {
  const { status, body, text } = await steward.post<{ id: string }>(path, planned(more))
  assert.equal(status, 201, text)
  return body.id
}
const run = (): Promise<number> => runPlans(planDesk(house.system))
const daysMade = async (id: string, outcome = 'made'): Promise<readonly string[]> => {
  const { rows } = await sql<{ day: string }>`select day::text from plan.day where plan = ${id} and outcome = ${outcome} order by day`.execute(house.system.db)
  return rows.map(({ day }) => day)
}
const stop = (id: string) => steward.post(`${path}/${id}/stop`, { reason: '试完了' })
const at = (day: string): void => house.clock.set(`${day}T07:00:00+08:00`)
async function versionOf(id: string): Promise<number> {
  const { rows } = (await steward.get<{ rows: readonly WirePlan[] }>(path)).body
  return rows.find((one) => one.id === id)?.version ?? 0
}

test('a year of month ends and a Spring Festival: no holiday, every Saturday worked for one, each day once', async () => {
  at('2026-01-05')
  const monthly = await plan({ title: '每月末', rule: { every: 'month', interval: 1, on: 'last-working', daysOff: 'keep' }, ends: '2026-12-31', missed: 'each' })
  const spring = await plan({ title: '工作日', rule: { every: 'working-day', interval: 1, daysOff: 'keep' }, starts: '2026-02-12', ends: '2026-02-28', missed: 'each' })
  for (const day of ['2026-03-31', '2026-07-15', '2026-12-31', '2027-01-10']) {
    at(day)
    await run()
  }
  assert.deepEqual(await daysMade(spring), ['2026-02-12', '2026-02-13', '2026-02-14', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28'])
  assert.deepEqual(await daysMade(monthly), [
    '2026-01-30', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-29', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-30', '2026-11-30', '2026-12-31',
  ])
  const { rows: [counted] } = await sql<{ count: number }>`select count(*)::int as count from places.patrol f where f.route = ${route}`.execute(house.system.db)
  assert.equal(counted?.count, 20)
  for (const id of [monthly, spring]) await stop(id)
})

test('down for three days: skipped, the last of them made, or each made, as the plan says', async () => {
  at('2027-03-01')
  const [skip, once, each] = await Promise.all((['skip', 'once', 'each'] as const).map((missed) => plan({ title: missed, missed, starts: '2027-03-01' })))
  await run()
  at('2027-03-05')
  await run()
  assert.deepEqual(await daysMade(skip ?? ''), ['2027-03-01', '2027-03-05'])
  assert.deepEqual(await daysMade(once ?? ''), ['2027-03-01', '2027-03-04', '2027-03-05'])
  assert.deepEqual(await daysMade(each ?? ''), ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05'])
  assert.deepEqual(await daysMade(skip ?? '', 'skipped'), ['2027-03-02', '2027-03-03', '2027-03-04'])
  for (const id of [skip, once, each]) await stop(id ?? '')
})

test('three servers at one moment make each day once', async () => {
  at('2027-04-05')
  const ids = await Promise.all([1, 2, 3, 4].map((nth) => plan({ title: `第${nth}路`, starts: '2027-04-05' })))
  const made = await Promise.all([run(), run(), run()])
  assert.equal(made.reduce((sum, one) => sum + one, 0), 4)
  for (const id of ids) {
    assert.deepEqual(await daysMade(id), ['2027-04-05'])
    await stop(id)
  }
  assert.equal(await run(), 0)
})

test('changed, it is another from the next day on; what was made stays', async () => {
  at('2027-05-10')
  const id = await plan({ title: '改期', starts: '2027-05-10' })
  await run()
  const changed = await steward.patch(`${path}/${id}`, { rule: { every: 'week', interval: 1, weekdays: [5], daysOff: 'keep' } }, await versionOf(id))
  assert.equal(changed.status, 204, changed.text)
  assert.equal((await steward.patch(`${path}/${id}`, { title: '又改' }, 1)).status, 409)
  for (const day of ['2027-05-11', '2027-05-13', '2027-05-14']) {
    at(day)
    await run()
  }
  assert.deepEqual(await daysMade(id), ['2027-05-10', '2027-05-14'])
  await stop(id)
  at('2027-05-21')
  await run()
  assert.deepEqual(await daysMade(id), ['2027-05-10', '2027-05-14'])
})

test('the next twelve days are shown while it is being written, and a rule that means no day is told', async () => {
  at('2026-09-20')
  const preview = async (rule: object) => steward.post<{ rows: readonly PlannedDay[] }>(`${path}/preview`, planned({ rule, starts: '2026-09-24' }))
  const { body } = await preview(daily)
  assert.equal(body.rows.length, 12)
  assert.deepEqual(body.rows.slice(0, 2).map(({ day, working, note }) => [day, working, note]), [['2026-09-24', true, null], ['2026-09-25', false, '中秋放假']])
  const none = await preview({ every: 'week', interval: 1, weekdays: [], daysOff: 'keep' })
  assert.deepEqual([none.status, none.text.includes('请至少选一个星期几')], [422, true])
})

test('a route without points makes nothing, says why, and is made once it has them', async () => {
  at('2027-06-01')
  const empty = await house.make(patrolRoute, { site: yard, name: '空路线' })
  const id = await plan({ title: '空', input: { route: empty.id }, starts: '2027-06-01' })
  await run()
  const { rows } = (await steward.get<{ rows: readonly WirePlan[] }>(path)).body
  assert.deepEqual(rows.find((one) => one.id === id)?.done.map(({ outcome, problem }) => [outcome, problem]), [['failed', '路线上还没有巡查点，请先补上。']])
  assert.equal((await steward.post(`${path}/${id}/days/2027-06-01/again`, {})).status, 409)
  await steward.call('PATCH', `/api/registers/${patrolRoute.id}/${empty.id}`, { body: { lines: { points: [{ place: '门口' }] } }, headers: { 'if-match': `"${empty.version}"` } })
  assert.equal((await steward.post(`${path}/${id}/days/2027-06-01/again`, {})).status, 204)
  assert.deepEqual(await daysMade(id), ['2027-06-01'])
  await stop(id)
})

test('a patrol is walked point by point, is late in the evening, and says what was left out', async () => {
  at('2027-07-05')
  const id = await plan({ title: '走一遍', starts: '2027-07-05' })
  await run()
  const { rows: [day] } = await sql<{ made: string }>`select made from plan.day where plan = ${id}`.execute(house.system.db)
  let seen = await steward.see({ matter: patrol.id, number: day?.made ?? '' })
  assert.equal(seen.dueAt, '2027-07-05T12:00:00.000Z')
  const points = seen.lines['points']?.rows ?? []
  assert.deepEqual(points.map(({ place }) => place), ['一层门厅', '配电间', '水泵房'])
  const tick = async (place: number, outcome: string, more: object = {}): Promise<void> => {
    seen = await steward.take(seen, 'check', { lines: { points: [{ id: points[place]?.['id'], outcome, way: 'hand', reachedAt: house.clock.now().toISOString(), ...more }] } })
  }
  await tick(0, 'ok')
  await tick(1, 'fault', { repair: 'BX-20270705-0001' })
  await assert.rejects(steward.take(seen, 'finish'), /还有 1 处没有走到/)
  await house.advance({ hours: 14 })
  assert.equal((await steward.see(seen)).overdue, true)
  seen = await steward.take(await steward.see(seen), 'leave', { comment: '水泵房钥匙不在' })
  assert.deepEqual([seen.state, seen.facts['missed'], seen.facts['faults']], ['gaps', 1, 1])
  await stop(id)
})

test('people take turns at the watch a fortnight ahead, and two of them swap when both agree', async () => {
  at('2027-08-02')
  const [wang, li, chen] = await Promise.all(['王芳', '李明', '陈刚'].map((name) => house.as('everyone', { name })))
  assert.ok(wang && li && chen)
  const members = [wang, li, chen].map((one) => ({ person: one.person }))
  const group = await house.make(dutyGroup, { site: yard, name: '白班', shift: 'day', part: 'officer', lines: { members } })
  const id = await plan({ kind: duty.id, title: '白班', rule: { every: 'working-day', interval: 1, daysOff: 'keep' }, starts: '2027-08-02', missed: 'each', input: { group: group.id } })
  const shown = await steward.post<{ rows: readonly PlannedDay[] }>(`${path}/preview`, planned({ kind: duty.id, starts: '2027-08-02', input: { group: group.id } }))
  assert.deepEqual(shown.body.rows.slice(0, 4).map(({ whose }) => whose?.name), ['王芳', '李明', '陈刚', '王芳'])
  await run()
  const roster = async () => (await sql<{ id: string; day: string; person: string }>`
    select id, lower(valid)::text as day, person from places.duty where site = ${yard} and retired_at is null order by valid`.execute(house.system.db)).rows
  const before = await roster()
  assert.equal(before.at(-1)?.day, '2027-08-16')
  assert.deepEqual(before.slice(0, 4).map((one) => one.person), [wang.person, li.person, chen.person, wang.person])
  const [mine, theirs] = [before[0], before[1]]
  const swap = { mine: mine?.id, theirs: theirs?.id, why: '孩子家长会' }
  await assert.rejects(li.ask(dutySwap, swap), /不是您的班/)
  const asked = await wang.ask(dutySwap, swap)
  assert.equal(asked.holder.person?.name, '李明')
  await assert.rejects(chen.take(asked, 'agree'), /not-found|not-allowed/)
  await li.take(await li.see(asked), 'agree')
  assert.deepEqual((await roster()).slice(0, 2).map((one) => one.person), [li.person, wang.person])
  assert.equal((await sql`select from audit.entry where subject_kind = ${duty.id} and subject_id = any(${[mine?.id, theirs?.id]}::text[]) and action = 'places.update'`.execute(house.system.db)).rows.length, 2)
  await stop(id)
})

test('who does not answer for the site plans nothing there', async () => {
  const other = await house.as('places.steward', { name: '别处', site: await house.make(site, { name: '东附楼' }) })
  assert.equal((await other.post(path, planned())).status, 403)
  assert.deepEqual((await other.get<{ rows: unknown[] }>(path)).body.rows, [])
  assert.equal((await (await house.as('everyone')).get(path)).status, 403)
  await house.make(person)
})

test('the steward’s day names the guard of a contractor, who holds no post, on duty and in the hand-over', async () => {
  at('2026-03-02')
  const guard = await house.make(person, { name: '门卫老钱', employment: 'outsourced' })
  await house.make(duty, { site: yard, person: guard.id, shift: 'whole', part: 'guard', from: '2026-03-02', to: '2026-03-02' })
  await house.make(handover, { site: yard, by: guard.id, at: '2026-03-02T06:00:00.000Z', note: '夜间无事' })
  await house.make(stewardship, { site: yard, person: guard.id, part: 'relief', from: '2026-03-01', to: '2026-03-31' })
  const { body } = await steward.get<StewardDay>('/api/places/steward-day', { site: yard })
  assert.deepEqual([body.onDuty.map((one) => one.person.name), body.handovers.map(({ by }) => by), body.stewards.map(({ name }) => name)], [['门卫老钱'], ['门卫老钱'], ['门卫老钱']])
})
