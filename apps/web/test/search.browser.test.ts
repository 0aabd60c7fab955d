// 全局搜索 by keys alone: a person by pinyin, a screen by initials, a matter by number; remembered until signing out, and nothing beyond one's rights.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'

const { address, openAs } = await demonstration()

test('an officer finds a person, a screen and a matter without the mouse', async (t) => {
  const page = await openAs({ test: t, username: 'sun.xiaowen', path: '/', size: desk })
  const box = page.getByRole('searchbox', { name: /^搜索人/ })
  const found = page.getByRole('dialog', { name: '搜索' }).getByRole('list', { name: '搜到的' })
  await page.getByRole('button', { name: /搜索人、房间/ }).waitFor()

  await page.keyboard.press('Control+k')
  await box.fill('zhoujianguo')
  await found.getByRole('link', { name: /周建国.*人员/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/registers\/people\.person\//)
  await page.getByRole('heading', { name: '周建国' }).waitFor()

  await page.keyboard.press('Control+k')
  await found.getByRole('link', { name: /周建国/ }).waitFor() // what was opened lately
  await box.fill('fj')
  await found.getByRole('link', { name: /^房间/ }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/registers\/places\.room$/)

  const { rows } = await (await page.request.get(`${address}/api/matters/service-desk.repair?limit=1`)).json() as { rows: { number: string }[] }
  const number = rows[0]?.number ?? ''
  await page.keyboard.press('Control+k')
  await box.fill(number.toLowerCase())
  await found.getByRole('link', { name: new RegExp(number) }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/matters/service-desk\\.repair/${number}$`))
  await page.keyboard.press('Control+k')
  await box.waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'detached' })
})

test('on a telephone from the top; a clerk finds no matter of others, and signing out forgets what was looked up', async (t) => {
  const page = await openAs({ test: t, username: 'liu.min', path: '/', size: telephone })
  const box = page.getByRole('searchbox', { name: /^搜索人/ })
  await page.getByRole('button', { name: /搜索人、房间/ }).click()
  await box.fill('huiyishi')
  const found = page.getByRole('dialog', { name: '搜索' }).getByRole('list', { name: '搜到的' })
  await found.getByRole('link', { name: /会议室.*房间/ }).first().click()
  await page.waitForURL(/\/registers\/places\.room\//)
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width)
  const clerk = await page.request.get(`${address}/api/search?q=BX-20`)
  const own = await page.request.get(`${address}/api/matters/service-desk.repair?limit=100`)
  const numbers = new Set(((await own.json()) as { rows: { number: string }[] }).rows.map((row) => row.number))
  for (const { id, kind } of ((await clerk.json()) as { rows: { id: string; kind: string }[] }).rows) assert.ok(kind !== 'matter' || numbers.has(id), id)
  const left = (): Promise<number> => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('houqin.kept.')).length)
  assert.equal(await left(), 1)
  await page.goto(`${address}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/sign-in/)
  assert.equal(await left(), 0)
})
