// The pages of places in the browser: the steward's day with its hand-over, the sheets of door codes, the three totals.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'

test('the steward sees his site’s day and hands it over with a note written from it', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/', size: telephone })
  await page.getByRole('heading', { name: '机关大院' }).waitFor()
  await page.getByRole('heading', { name: /在办报修/ }).waitFor()
  await (await browser()).screenshot({ page, name: 'steward-day' })

  const note = page.getByRole('textbox', { name: /交接内容/ })
  assert.match(await note.inputValue(), /2026-11-24 周二\n值班：/)
  await note.fill(`${await note.inputValue()}\n东门道闸已报修。`)
  await page.getByRole('textbox', { name: /遗留事项/ }).fill('盯一下道闸')
  await page.getByRole('button', { name: '交班' }).click()
  const handed = page.locator('.pl-handed').filter({ hasText: '东门道闸已报修' })
  await handed.waitFor()
  assert.match((await handed.textContent()) ?? '', /周建国.*盯一下道闸/s)

  await page.getByRole('button', { name: '昨天' }).click()
  await page.waitForURL(/day=2026-11-23/)
  await page.locator('.hq-head').getByText('2026-11-23 周一').waitFor()
  // yesterday is read, not written
  await page.getByRole('textbox', { name: /交接内容/ }).waitFor({ state: 'detached' })
})

test('the doors of a floor stand on A4 sheets, eight or twelve a page, each with its code', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/places/day', size: desk })
  await page.locator('a[href^="/places/door-codes?site="]').click()
  const print = page.getByRole('button', { name: /^打印 \d+ 页$/ })
  await print.and(page.locator(':enabled')).waitFor()
  const doors = await page.locator('.pl-label').count()
  assert.equal(await page.locator('.pl-label svg').count(), doors, 'every door has its code')
  assert.equal(await page.locator('.pl-sheet').count(), Math.ceil(doors / 8))
  await (await browser()).screenshot({ page, name: 'door-codes' })
  await page.getByText('12 张', { exact: true }).click()
  await page.locator('.pl-sheet[data-per-page="12"]').first().waitFor()
  assert.equal(await page.locator('.pl-sheet').count(), Math.ceil(doors / 12))
})

test('the totals of the district stand on the overview and open their rows', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'he.wei', path: '/places/overview', size: desk })
  for (const total of ['92', '235', '494,231.27']) await page.getByRole('link', { name: new RegExp(total) }).first().waitFor()
  await (await browser()).screenshot({ page, name: 'places-overview' })
  await page.getByRole('link', { name: /494,231\.27/ }).click()
  await page.waitForURL(/places\.certificate/)
  await page.getByText('494,231.27').first().waitFor()
})
