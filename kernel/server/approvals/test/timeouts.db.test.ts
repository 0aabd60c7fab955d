// Timeouts 超时 on the working calendar: remind, take up, agree, send back; each once, whoever of several tickers comes first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import type { LateDeed, Seat, StuckRow } from '@houqin/wire'
import { spending } from './office.ts'
import { act, does, done, inboxOf, openOffice, said, seats } from './office-desk.ts'
import type { OfficeDesk } from './office-desk.ts'

const refusesBurns = effects(spending, {
  submit: async ({ input }) => {
    if (input.amount === '666.00') throw new Problem('conflict', say('账上没有这笔钱。', 'The account does not hold it.'))
  },
})

async function late(deed: LateDeed, escalate?: (desk: OfficeDesk) => Seat): Promise<OfficeDesk & { readonly asked: Awaited<ReturnType<OfficeDesk['submit']>> }> {
  const desk = await openOffice()
  await desk.route([{ title: '审批', mode: 'all', who: seats(desk.zhao), hours: 8, late: deed, ...(escalate && { escalate: escalate(desk) }) }])
  const asked = await desk.submit()
  assert.equal(asked.dueAt, '2026-11-25T02:00:00.000Z', 'eight working hours after Tuesday 09:30 is Wednesday 10:00')
  await desk.advance({ hours: 24 })
  assert.deepEqual(said(await desk.zhao.see(asked)).length, 1, 'nothing yet on Wednesday at 09:30')
  await desk.advance({ minutes: 30 })
  return { ...desk, asked }
}

test('提醒: he is told once, and it still waits for him', async () => {
  const { zhao, asked, advance } = await late('remind')
  assert.deepEqual(said(await zhao.see(asked)).at(-1), ['超时提醒', '系统'])
  await advance({ hours: 48 })
  assert.equal(said(await zhao.see(asked)).filter(([what]) => what === '超时提醒').length, 1)
  assert.equal((await does(zhao, asked, 'agree')).state, 'approved')
})

test('who is asked decides before the matter itself is due, unless his silence decides for him', async () => {
  for (const [deed, due] of [['remind', '2026-11-24T06:00:00.000Z'], ['pass', '2026-11-25T02:00:00.000Z']] as const) {
    const desk = await openOffice(effects(spending, { propose: ({ engine }) => engine.setDue(new Date('2026-11-24T06:00:00.000Z')) }))
    await desk.route([{ title: '审批', mode: 'all', who: seats(desk.zhao), hours: 8, late: deed }])
    const asked = await desk.submit()
    assert.deepEqual([asked.dueAt, asked.route?.stages[0]?.tasks[0]?.dueAt], [due, due])
  }
})

test('上报: it goes up, with time anew', async () => {
  const { zhao, qian, asked } = await late('escalate', (desk) => seats(desk.qian)[0] ?? { role: 'office.leader' })
  assert.deepEqual([await inboxOf(zhao), await inboxOf(qian)], [[], [asked.number]])
  const seen = await qian.see(asked)
  assert.deepEqual([said(seen).at(-1), seen.dueAt], [['超时上报', '系统'], '2026-11-26T02:30:00.000Z'])
  assert.equal((await does(qian, asked, 'agree')).state, 'approved')
})

test('自动同意: it passes, and the step happens', async () => {
  const { asker, asked } = await late('pass')
  const seen = await asker.see(asked)
  assert.equal(seen.state, 'approved')
  assert.deepEqual(said(seen).at(-1), ['超时自动同意', '系统'])
  assert.deepEqual([seen.timeline.at(-1)?.label, seen.timeline.at(-1)?.by.name], ['报批', '陈师傅'])
})

test('自动退回: it goes back as after a refusal', async () => {
  const { asker, zhao, asked } = await late('return')
  const seen = await asker.see(asked)
  assert.deepEqual([seen.state, seen.route?.outcome], ['draft', 'returned'])
  assert.deepEqual([await inboxOf(zhao), await inboxOf(asker)], [[], [asked.number]])
})

test('what the clock cannot do is tried once, holds up nobody, and shows with its reason', async () => {
  const { route, submit, zhao, qian, officer, system, clock, asker, settle } = await openOffice(refusesBurns)
  await route([{ title: '审批', mode: 'all', who: seats(zhao), hours: 4, late: 'pass' }])
  const burns = await submit('666')
  const fine = await submit()
  clock.advance({ hours: 24 })
  const { failed } = await system.matters.tick(system.db)
  assert.deepEqual(failed.map(({ number }) => number), [burns.number])
  assert.deepEqual((await asker.see(fine)).state, 'approved')
  assert.deepEqual((await asker.see(burns)).state, 'proposed', 'all of it is undone')
  await settle()
  const { rows } = done(await officer.get<{ rows: StuckRow[] }>('/api/approval/stuck'))
  assert.deepEqual(rows.map(({ number, reason }) => [number, reason]), [[burns.number, '账上没有这笔钱。']])
  const told = await act(zhao, burns, 'agree')
  assert.equal(told.status, 409)
  assert.match(told.text, /账上没有这笔钱/, 'he is told the same, and may refuse')
  assert.equal((await does(zhao, burns, 'refuse', { comment: '账上没钱' })).state, 'draft')
  assert.deepEqual(await inboxOf(qian), [])
})

test('two tickers do what is due once', async () => {
  const { route, submit, zhao, system, clock } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao), hours: 4, late: 'remind' }])
  const asked = await submit()
  clock.advance({ hours: 24 })
  await Promise.all([system.matters.tick(system.db), system.matters.tick(system.db)])
  assert.equal(said(await zhao.see(asked)).filter(([what]) => what === '超时提醒').length, 1)
})
