// A steward's rounds on his telephone: the patrol of the day walked point by point, one fault reported in two taps; the due list at the desk.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countTaps, demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'

interface Walked {
  readonly version: number
  readonly lines: { readonly points: { readonly rows: readonly { readonly id: string; readonly outcome: string | null; readonly room: { readonly id: string } }[] } }
}

test('the steward walks the morning patrol from his day, and one fault becomes a repair in two taps', async (t) => {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/places/day', size: telephone, expectedErrors: [/409.*steps\/check/] })
  await page.getByRole('link', { name: /去巡查.*早间安全巡查/ }).click()
  await page.getByRole('heading', { name: /早间安全巡查/ }).waitFor()
  const points = page.locator('.pl-point')
  const count = await points.count()
  assert.ok(count >= 4, String(count))
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing is wider than the telephone')

  const number = (await page.locator('.pl-patrol output a').textContent()) ?? ''
  const first = await page.request.get(`${address}/api/matters/places.patrol/${number}`)
  const { lines } = (await first.json()) as Walked
  const { code } = (await (await page.request.get(`${address}/api/registers/places.room/${lines.points.rows[0]?.room.id ?? ''}/code`)).json()) as { code: string }
  await page.getByRole('button', { name: '扫门上的码到点' }).click()
  await page.getByLabel('二维码下方的编码').fill(code)
  await page.getByRole('button', { name: '打开' }).click()
  await points.nth(0).getByText('已扫码').waitFor()
  await points.nth(0).getByRole('button', { name: /正常/ }).click()
  await points.nth(0).locator('.hq-tag', { hasText: '正常' }).waitFor()
  await (await browser()).screenshot({ page, name: 'patrol' })

  const { tap, count: taps } = countTaps()
  await tap(points.nth(1).getByRole('button', { name: /有问题/ }))
  await page.getByRole('button', { name: '报修', exact: true }).waitFor()
  await (await browser()).screenshot({ page, name: 'patrol-fault' })
  await tap(page.getByRole('button', { name: '报修', exact: true }))
  await points.nth(1).getByText(/^BX-/).waitFor()
  assert.equal(taps(), 2)
  // faster than the answers come: each stands as told at once, so that nothing moves under the thumb when its answer arrives
  const answers = Promise.withResolvers<void>()
  await page.route('**/steps/check', (route) => answers.promise.then(() => route.continue()))
  for (let place = 2; place < count - 1; place += 1) {
    await points.nth(place).getByRole('button', { name: /正常/ }).click()
    await points.nth(place).locator('.hq-tag', { hasText: '正常' }).waitFor()
  }
  // meanwhile a colleague was at the last one
  const officer = await openAs({ test: t, username: 'he.wei', path: '/', size: desk })
  const { csrf } = (await (await officer.request.get(`${address}/api/me`)).json()) as { csrf: string }
  const read = async (): Promise<Walked> => (await officer.request.get(`${address}/api/matters/places.patrol/${number}`)).json() as Promise<Walked>
  const { version, lines: { points: { rows: before } } } = await read()
  const ticked = await officer.request.post(`${address}/api/matters/places.patrol/${number}/steps/check`, {
    headers: { 'x-csrf-token': csrf, 'idempotency-key': crypto.randomUUID() }, data: { version, lines: { points: [{ id: before.at(-1)?.id, outcome: 'ok', way: 'hand' }] } },
  })
  assert.equal(ticked.status(), 200)
  answers.resolve()
  await page.getByRole('button', { name: '巡查完毕' }).click()
  await page.getByText('已巡查').first().waitFor()
  assert.deepEqual((await read()).lines.points.rows.map(({ outcome }) => outcome), before.map((_, place) => (place === 1 ? 'fault' : 'ok')))
})

test('the officer sees what ends, says that a lease is being seen to, and starts its renewal from there', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'he.wei', path: '/', size: desk })
  await page.getByRole('link', { name: /到期要办/ }).click()
  await page.getByRole('heading', { name: '到期一览' }).waitFor()
  // not the one that has run out: that is explained, and cannot be put aside
  const lease = page.getByRole('article').filter({ hasText: '租期将满' }).filter({ has: page.getByRole('button', { name: '推迟或知悉' }) }).first()
  await (await browser()).screenshot({ page, name: 'due' })
  const name = (await lease.getByRole('link').first().textContent()) ?? ''
  await lease.getByRole('link', { name: '续租审批' }).click()
  await page.waitForURL(/places\.lease-renewal\/new\?site=/)
  await page.locator(`input[value="${name}"]`).waitFor()
  await page.goBack()
  await page.getByRole('article', { name }).getByRole('button', { name: '推迟或知悉' }).click()
  await page.getByRole('textbox', { name: /已作什么安排/ }).fill('正与房东谈续租')
  await page.getByRole('dialog').getByRole('button', { name: '知悉' }).click()
  await page.getByRole('article', { name }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '已推迟、已知悉' }).click()
  await page.getByRole('article', { name }).getByText(/何伟：正与房东谈续租/).waitFor()
  await page.getByRole('article', { name }).getByRole('button', { name: '恢复提醒' }).click()
  await page.getByRole('article', { name }).waitFor({ state: 'detached' })
})

test('who is on duty now stands on the board for everybody, and a plan shows its next days while it is written', async (t) => {
  const { openAs } = await demonstration()
  const staff = await openAs({ test: t, username: 'liu.min', path: '/places/duty-board', size: telephone })
  await staff.getByRole('heading', { name: '现在谁在班' }).waitFor()
  await staff.getByRole('link', { name: /^打给/ }).first().waitFor()
  assert.equal(await staff.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
  await (await browser()).screenshot({ page: staff, name: 'duty-board' })
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/places/plans', size: desk })
  await page.getByRole('article', { name: '早间安全巡查' }).first().getByRole('button', { name: '改' }).click()
  await page.getByRole('button', { name: '每几个月' }).click()
  await page.getByLabel('每月哪一天').selectOption('last-working')
  const days = page.locator('.pl-plan-days li')
  await days.filter({ hasText: '2026-12-31' }).waitFor()
  assert.equal(await days.count(), 12)
  await (await browser()).screenshot({ page, name: 'plan' })
})
