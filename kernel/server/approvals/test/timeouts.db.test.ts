// Timeouts 超时 on the working calendar: remind, take up, agree, send back; each once, whoever of several tickers comes first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LateDeed, Seat } from '@houqin/approvals'
import { does, inboxOf, openOffice, said, seats } from './office-desk.ts'
import type { OfficeDesk } from './office-desk.ts'

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

test('two tickers do what is due once', async () => {
  const { route, submit, zhao, system, clock } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao), hours: 4, late: 'remind' }])
  const asked = await submit()
  clock.advance({ hours: 24 })
  await Promise.all([system.matters.tick(system.db), system.matters.tick(system.db)])
  assert.equal(said(await zhao.see(asked)).filter(([what]) => what === '超时提醒').length, 1)
})
