// 场所切换: one building looked at for a while: lists, alarms and boards open with it, links stay what they say, and it is gone with whoever chose it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import type { Page } from '@houqin/testing'

const { address, openAs } = await demonstration()
const [repairs, rooms] = ['/matters/service-desk.repair', '/registers/places.room']
const hall = '南长大楼'
const idOf = async (page: Page, name: string): Promise<string> => {
  const { rows } = await (await page.request.get(`${address}/api/registers/places.site?q=${encodeURIComponent(name)}&limit=1`)).json() as { rows: { id: string; name: string }[] }
  assert.equal(rows[0]?.name, name)
  return rows[0]?.id ?? ''
}
const chip = (page: Page) => page.getByRole('button', { name: `去掉条件 场所 ${hall}` })
const sheet = (page: Page) => page.getByRole('dialog', { name: '只看哪一处场所' })
/** Within the console, as a link does it. */
const goTo = async (page: Page, path: string): Promise<void> => page.evaluate((to) => history.pushState(null, '', to), path)
const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search)

test('an officer looks at one site: lists open with it as a condition, which can be taken away; figures and links are not touched', async (t) => {
  const page = await openAs({ test: t, username: 'sun.xiaowen', path: '/', size: desk })
  const site = await idOf(page, hall)
  const button = page.getByRole('button', { name: '场所：全部场所' })
  await button.waitFor()

  // by keys alone
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('searchbox', { name: '找场所' }).fill('nanchangdalou')
  await sheet(page).getByRole('button', { name: hall }).first().waitFor()
  await page.keyboard.press('Enter')
  const chosen = page.getByRole('button', { name: `场所：${hall}` })
  await chosen.waitFor()
  await sheet(page).waitFor({ state: 'detached' })
  await chosen.click()
  await sheet(page).waitFor()
  await page.keyboard.press('Escape')
  await sheet(page).waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), `场所：${hall}`)

  // bare lists are narrowed, and go back with one step
  await goTo(page, repairs)
  await chip(page).waitFor()
  assert.equal(query(page), `?where.site=${site}`)
  await page.goBack()
  await page.waitForURL(`${address}/`)
  await goTo(page, rooms)
  await chip(page).waitFor()
  assert.equal(query(page), `?where.site=${site}`)

  // taken away, it stays away: also after a look at a row, and when the page is loaded anew
  await chip(page).click()
  await chip(page).waitFor({ state: 'detached' })
  assert.equal(query(page), '?sites=all')
  await page.getByRole('table').getByRole('link').first().click()
  await page.waitForURL(/places\.room\//)
  await page.goBack()
  await page.getByRole('table').waitFor()
  assert.equal(query(page), '?sites=all')
  await page.reload()
  await page.getByRole('table').waitFor()
  assert.equal(query(page), '?sites=all')
  assert.equal(await chip(page).count(), 0)

  // what an address says is what is shown
  for (const said of ['where.use=office', 'sort=-area', 'q=会议']) {
    await page.goto(`${address}${rooms}?${encodeURI(said)}`)
    await page.getByRole('table').waitFor()
    assert.equal(query(page), `?${said}`)
    assert.equal(await chip(page).count(), 0)
  }
  // and of a list that knows no site nothing
  await page.goto(`${address}/registers/people.organ`)
  await page.getByRole('table').waitFor()
  assert.equal(query(page), '')

  // the list on the screen follows another choice
  await page.goto(`${address}${rooms}`)
  await chip(page).waitFor()
  await chosen.click()
  await sheet(page).getByRole('button', { name: '全部场所' }).click()
  await chip(page).waitFor({ state: 'detached' })
  assert.equal(query(page), '')
})

test('boards, days and alarms begin with the chosen site; a figure of all still opens all; another account sees nothing of it', async (t) => {
  const page = await openAs({ test: t, username: 'he.wei', path: '/alarms', size: desk })
  const site = await idOf(page, hall)
  await page.getByRole('button', { name: '场所：全部场所' }).click()
  await page.getByRole('searchbox', { name: '找场所' }).fill(hall)
  await sheet(page).getByRole('button', { name: hall }).click()
  await chip(page).waitFor()
  const asked = page.waitForRequest((request) => request.url().includes(`/api/alarms?`) && request.url().includes(`site=${site}`))
  await page.goto(`${address}/places/day`)
  await asked
  await page.getByRole('heading', { level: 1, name: hall }).waitFor()
  await page.goto(`${address}/places/duty-board`)
  await page.locator('.hq-head').getByText(hall).first().waitFor()
  await page.goto(`${address}/office-space/district`)
  await page.getByRole('link', { name: /只列这一处场所的空房/ }).click()
  await page.waitForURL(/district\?site=$/)
  await page.getByRole('link', { name: /只列这一处场所的空房/ }).waitFor({ state: 'detached' })

  await page.goto(`${address}/places/overview`)
  await page.getByRole('link', { name: /494,231\.27/ }).click()
  await page.waitForURL(/places\.certificate\?sites=all/)
  await page.getByText('494,231.27').first().waitFor()

  await page.goto(`${address}/me`)
  await page.getByRole('button', { name: `场所：${hall}` }).first().waitFor()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/sign-in/)
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('houqin.kept.')).length), 0)
  assert.ok((await page.request.post(`${address}/api/session`, { data: { username: 'sun.xiaowen', password: 'Qingxi-2026' } })).ok())
  await page.goto(`${address}${rooms}`)
  await page.getByRole('button', { name: '场所：全部场所' }).waitFor()
  assert.equal(query(page), '')
})

test('on a telephone it is chosen on 我的 and stands above every page; the dispatch board begins with it', async (t) => {
  const page = await openAs({ test: t, username: 'shen.lihua', path: '/me', size: telephone })
  await page.getByRole('button', { name: '场所：全部场所' }).click()
  await page.getByRole('searchbox', { name: '找场所' }).fill('ncdl')
  await sheet(page).getByRole('button', { name: hall }).click()
  await page.getByRole('button', { name: `场所：${hall}` }).first().waitFor()
  await goTo(page, '/service-desk/dispatch')
  await page.getByRole('combobox', { name: '场所' }).locator('option:checked', { hasText: hall }).waitFor({ state: 'attached' })
  const strip = page.locator('.hq-site-strip')
  await strip.getByRole('button', { name: `场所：${hall}` }).waitFor()
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width)
  await goTo(page, repairs)
  await chip(page).waitFor()
  await strip.getByRole('button').click()
  await sheet(page).getByRole('button', { name: '全部场所' }).click()
  await strip.waitFor({ state: 'detached' })
  assert.equal(query(page), '')
})

test('who asks for himself or answers for a single site has nothing to choose', async (t) => {
  for (const username of ['liu.min', 'zhou.jianguo']) {
    const page = await openAs({ test: t, username, path: '/inbox', size: desk })
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    assert.equal(await page.getByText('换场所').count(), 0)
    assert.equal(await page.getByRole('button', { name: /^场所：/ }).count(), 0)
  }
})
