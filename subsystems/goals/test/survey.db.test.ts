// The survey of a quarter 满意度测评: sent to every organ once, answered by its liaison, ended by the clock, counted with its rows.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { survey } from '@houqin/goals'
import type { Goals, SurveyRound, WorkReport } from '@houqin/goals'
import { endLate, goals } from '@houqin/goals/server'
import { organ } from '@houqin/people'
import { people } from '@houqin/people/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'

let house: TestSystem
let officer: Somebody
let finance: string
let forestry: string
const period = 'from=2026-11-01T00:00:00%2B08:00&to=2026-12-01T00:00:00%2B08:00'
const figures = { safe: 's5', orderly: 's4', efficient: 's3', overall: 's4', words: null }

before(async () => {
  house = await testSubsystem([people, goals], { at: '2026-11-16T09:00:00+08:00' })
  officer = await house.as('goals.officer', { name: '林帆' })
  finance = (await house.make(organ, { name: '区财政局', shortName: '财政局' })).id
  forestry = (await house.make(organ, { name: '区林业站', shortName: '林业站' })).id
})

test('林帆发出测评，每个单位一份；再按一次不重发', async () => {
  const sent = await officer.post<{ sent: number }>('/api/goals/surveys', { quarter: '2026-Q4', until: '2026-11-30' })
  assert.equal(sent.status, 201, sent.text)
  assert.ok(sent.body.sent >= 2)
  const again = await officer.post<{ sent: number }>('/api/goals/surveys', { quarter: '2026-Q4', until: '2026-11-30' })
  assert.deepEqual(again.body, { sent: 0 })
  const late = await officer.post('/api/goals/surveys', { quarter: '2026-Q4', until: '2026-11-01' })
  assert.equal(late.status, 400)
  assert.match(late.text, /截止日期 2026-11-01 已经过去/)
})

test('联络员只看到本单位的一份，填完即办结；别的单位填不了', async () => {
  const liaison = await house.as('people.liaison', { name: '吴婷', organ: finance })
  const { body: { rows } } = await liaison.get<{ rows: readonly { number: string; version: number; subject: string }[] }>('/api/matters/goals.survey')
  assert.deepEqual(rows.map(({ subject }) => subject), ['区财政局 2026-Q4'])
  const [own] = rows
  assert.ok(own)
  const other = await house.as('people.liaison', { name: '赵林', organ: forestry })
  assert.equal((await other.get(`/api/matters/goals.survey/${own.number}`)).status, 404)
  const answered = await liaison.take({ matter: survey.id, ...own }, 'answer', { input: figures })
  assert.equal(answered.stateTitle, '已填写')
})

test('四个数里的满意、工作报告里的一句、各单位的分数，都是同一份答卷', async () => {
  const { body } = await officer.get<Goals>(`/api/goals?${period}`)
  const satisfied = body.figures.find(({ goal }) => goal === 'satisfied')
  assert.deepEqual({ good: satisfied?.good, all: satisfied?.all, percent: satisfied?.percent }, { good: 1, all: 1, percent: '100.0' })
  assert.match(satisfied?.parts[0]?.opens.good ?? '', /^\/matters\/goals\.survey\?.*where\.overall\.in=s4%2Cs5/)

  const report = await officer.get<WorkReport>(`/api/goals/work-report?${period}`)
  const sentences = report.body.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.sentences))
  const told = sentences.find(({ claim }) => claim === 53)?.pieces.map((piece) => (typeof piece === 'string' ? piece : `${piece.value}${piece.unit ?? ''}${piece.percent ? '%' : ''}`)).join('')
  assert.match(told ?? '', /收回 1份，总体评价满意以上 1份，满意率 100\.0%/)
  assert.match(sentences.find(({ claim }) => claim === 105)?.pieces.filter((piece) => typeof piece === 'string').join('') ?? '', /^满意：.*算法：/)

  const { body: { rows } } = await officer.get<{ rows: readonly { organ: string; safe: string | null; efficient: string | null }[] }>(`/api/reports/goals.surveys-by-organ?${period}`)
  const own = rows.find(({ organ: name }) => name === '区财政局')
  assert.deepEqual([own?.safe, own?.efficient], ['5.00', '3.00'])
})

test('截止两天后没有填的自动结束，轮次里看得到', async () => {
  const round = async (): Promise<SurveyRound | undefined> => {
    await endLate(house.system)
    return (await officer.get<{ rows: readonly SurveyRound[] }>('/api/goals/surveys')).body.rows[0]
  }
  await house.advance({ days: 15 })
  assert.equal((await round())?.lapsed, 0)
  await house.advance({ days: 2 })
  const ended = await round()
  assert.equal(ended?.quarter, '2026-Q4')
  assert.equal(ended?.answered, 1)
  assert.equal(ended?.lapsed, ended?.sent === undefined ? undefined : ended.sent - 1)
})

test('职工看不到成效；期间倒过来的说清楚', async () => {
  const clerk = await house.as('everyone')
  assert.equal((await clerk.get(`/api/goals?${period}`)).status, 403)
  const { status, text } = await officer.get('/api/goals?from=2026-12-01T00:00:00Z&to=2026-11-01T00:00:00Z')
  assert.equal(status, 400)
  assert.match(text, /结束应在开始之后/)
})
