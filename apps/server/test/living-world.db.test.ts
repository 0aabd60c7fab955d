// The world lives on 演示世界继续: ten days nobody looked are told once, as a job that is seen; what somebody signed in has touched is left to him.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { callerOf } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { livingStage } from './living-stage.ts'
import type { LivingStage } from './living-stage.ts'

let stage: LivingStage
before(async () => {
  stage = await livingStage()
})

test('a house without a demonstration is never given a life', async () => {
  await stage.liveOn()
  assert.equal(await stage.count(sql`select count(*)::int as count from job.job`), 0)
  assert.deepEqual(await stage.size(), [0, 0])
})

let touched: string
test('the demonstration is opened, and has nothing to catch up with', async () => {
  await stage.open()
  const jobs = await stage.ask(sql<{ state: string }>`select state from job.job`)
  assert.deepEqual([...new Set(jobs.map(({ state }) => state))], ['done'])
  const size = await stage.size()
  await stage.liveOn()
  assert.deepEqual(await stage.size(), size)
  // somebody tries it: what he reports is his
  const { body } = await stage.house.anonymous().post<{ token: string }>('/api/session', { username: 'liu.min', password: 'Qingxi-2026' })
  const staff = callerOf(stage.house.app, { token: body.token })
  const [site] = await stage.ask(sql<{ id: string }>`select id from places.site where name = '机关大院'`)
  const answer = await staff.post<{ number: string }>('/api/matters/service-desk.repair', { input: { what: '窗帘拉不上，下午晒得看不清屏幕', urgency: 'normal', site: site?.id } })
  assert.equal(answer.status, 201, answer.text)
  touched = answer.body.number
})

test('ten days later the days between have been lived, as a job that is seen', async () => {
  const open = await stage.ask(sql<{ number: string }>`select number from matter.matter where kind = 'service-desk.repair' and closed_at is null and number <> ${touched}`)
  stage.house.clock.advance({ days: 10 })
  const overdue = stage.world.held({ name: 'matter.overdue', every: 1, run: () => Promise.resolve('judged') })
  assert.equal(await overdue.run(stage.house.system.db), undefined, 'nobody is called late for days that were not lived')
  await stage.liveOn()
  assert.equal(await overdue.run(stage.house.system.db), 'judged')
  const [job] = await stage.ask(sql<{ title: string; state: string; done: number; of: number; problem: string | null }>`select title, state, done, of, problem from job.job where kind = 'demonstration.continue'`)
  assert.deepEqual([job?.state, job?.problem, job?.done], ['done', null, job?.of])
  assert.match(job?.title ?? '', /演示世界/)
  const came = await stage.repairs('2026-11-24T10:30:00+08:00', '2026-12-04T10:30:00+08:00')
  assert.ok(came.length > 120 && came.length < 280, `${came.length} repairs in ten days`)
  const still = await stage.ask(sql<{ number: string }>`select number from matter.matter where closed_at is null and number = any(${open.map(({ number }) => number)}::text[])`)
  assert.ok(still.length < open.length / 3, `${still.length} of ${open.length} still stand`)
  const [own] = await stage.ask(sql<{ state: string; version: number }>`select state, version from matter.matter where number = ${touched}`)
  assert.deepEqual(own, { state: 'asked', version: 1 }, 'what somebody signed in asked for is left to those who try it')
})

test('a second look tells nothing anew', async () => {
  const size = await stage.size()
  await stage.liveOn()
  assert.deepEqual(await stage.size(), size)
})

