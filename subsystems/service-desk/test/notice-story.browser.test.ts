// The notice story 通知的一生 on a telephone: a repair is sent, the worker's bell counts it, a tap opens it, and the bell is still again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `notice-story-${name}` })
}

/** Somebody at another desk, who needs no screen here. */
async function callerAs(address: string, username: string): Promise<<T>(path: string, body?: unknown) => Promise<T>> {
  const session = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'Qingxi-2026' }) })
  const { token } = (await session.json()) as { token: string }
  return async <T>(path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${address}/api${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
}

test('a repair that is sent rings at the worker, a tap opens it, and it rings no more', async (t) => {
  const { address, openAs } = await demonstration()
  const worker = await openAs({ test: t, username: 'chen.zhiqiang', path: '/messages', size: telephone })
  const all = worker.getByRole('button', { name: '全部已读' })
  await all.waitFor()
  assert.ok((await worker.locator('.hq-notice').count()) > 0, 'the demonstration opens with what waits for him')
  await look(worker, '1-before')
  if (await all.isEnabled()) await all.click()
  await worker.getByText('都看过了').waitFor()
  const listening = worker.waitForResponse(/\/api\/events$/) // what is told before the page listens is in the list and makes no toast
  await worker.goto(`${address}/me`)
  await listening

  const clerk = await callerAs(address, 'liu.min')
  const steward = await callerAs(address, 'zhou.jianguo')
  const { rows: [yard] } = await steward<{ rows: { id: string }[] }>('/registers/places.site?q=机关大院&limit=1')
  const { rows: [chen] } = await steward<{ rows: { id: string }[] }>('/registers/people.person?q=陈志强&limit=1')
  const asked = await clerk<{ number: string; version: number }>('/matters/service-desk.repair', { input: { what: '走廊灯闪个不停', urgency: 'normal', site: yard?.id, whereabouts: '三楼走廊' } })
  await steward(`/matters/service-desk.repair/${asked.number}/steps/dispatch`, { input: { worker: chen?.id }, version: asked.version, comment: '带梯子' })

  const bell = worker.getByRole('link', { name: /^消息/ })
  const toast = worker.locator('.hq-toast', { hasText: '走廊灯闪个不停' })
  await toast.waitFor()
  await bell.locator('.hq-count', { hasText: /^1$/ }).waitFor()
  await look(worker, '2-rings')
  await bell.click()
  const notice = worker.locator('.hq-notice', { hasText: asked.number })
  await notice.getByText('未读').waitFor({ state: 'attached' })
  assert.match((await notice.textContent()) ?? '', /等您办.*走廊灯闪个不停.*周建国派单.*带梯子.*时限/s)
  await look(worker, '3-list')
  assert.ok(await worker.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways scroll')
  await notice.click()
  await worker.waitForURL(new RegExp(`/matters/service-desk.repair/${asked.number}`))
  await bell.locator('.hq-count').waitFor({ state: 'detached' })
  await look(worker, '4-still')
})
