// 大屏: the board on a wall that nobody touches: nothing scrolls in either language, every figure opens its rows, and a network that goes and comes is said and survived.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const wall = Object.freeze({ width: 1920, height: 1080 })
const noNetwork = [/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/, /net::/]
const panels = Object.freeze({
  zh: ['安全', '规范', '高效', '满意', '超期在谁手里', '哪些规定还不符合', '在办报修', '驻点', '公务用车', '办公用房'],
  en: ['Safe', 'By the rules', 'Quick', 'Satisfied', 'Overdue, and whose', 'Standards not kept', 'Open repairs', 'Sites', 'Cars', 'Office space'],
})
const shot = async (page: Page, name: string): Promise<void> => void (await (await browser()).screenshot({ page, name: `wall-${name}` }))

async function whole(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole('region', { name, exact: true }).waitFor()
  await page.locator('main .hq-waiting').first().waitFor({ state: 'detached' })
}
/** Panels that hold more than they show, or stand beyond the window. */
async function overfull(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const beyond = (part: Element): boolean => {
      const { right, bottom } = part.getBoundingClientRect()
      return right > innerWidth + 1 || bottom > innerHeight + 1 || part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1
    }
    const root = document.documentElement
    const scrolls = root.scrollHeight > innerHeight || root.scrollWidth > innerWidth ? ['the page'] : []
    return [...scrolls, ...[...document.querySelectorAll('main section')].filter(beyond).map((part) => part.getAttribute('aria-label') ?? '')]
  })
}

test('大屏在 1920×1080 上不滚动，五米外看得清，中英文都是；字随屏幕放大', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/screen', size: wall })
  await whole(page, panels.zh)
  await page.getByRole('heading', { level: 1, name: /机关事务管理局/ }).waitFor()
  assert.deepEqual(await overfull(page), [])
  const sizes = await page.locator('main .hq-figure').evaluateAll((all) => all.map((one) => [...one.children].map((part) => parseFloat(getComputedStyle(part).fontSize))))
  assert.ok(sizes.length >= 15)
  for (const [label = 0, value = 0] of sizes) assert.ok(label >= 24 && value >= 48, `${label} and ${value} px`)
  assert.equal(await page.locator('.hq-wall').evaluate((node) => getComputedStyle(node).colorScheme), 'dark', 'whatever the reader prefers')
  await shot(page, '1-zh')
  await page.setViewportSize({ width: 3840, height: 2160 })
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '48px')
  assert.deepEqual(await overfull(page), [])
  await page.setViewportSize(wall)
  await page.evaluate(() => localStorage.setItem('houqin.preferences', JSON.stringify({ locale: 'en', theme: 'light', large: false })))
  await page.reload()
  await whole(page, panels.en)
  await page.getByText(/^Data of \d\d:\d\d$/).waitFor()
  assert.deepEqual(await overfull(page), [])
  await shot(page, '2-en')
})

test('从全局一页进大屏，点一个数看到它的每一行，按 Esc 退出', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/', size: desk })
  await page.getByRole('region', { name: '在办报修', exact: true }).waitFor()
  await page.evaluate(() => {
    // the window keeps its size
    document.documentElement.requestFullscreen = async () => undefined
  })
  await page.getByRole('button', { name: '大屏' }).click()
  await page.waitForURL(/\/screen$/)
  await page.setViewportSize(wall)
  await whole(page, panels.zh)
  const waiting = page.getByRole('region', { name: '在办报修', exact: true }).getByRole('link', { name: /^待确认/ })
  await page.waitForFunction((node) => /\d/.test(node?.textContent ?? ''), await waiting.elementHandle())
  const count = ((await waiting.textContent()) ?? '').replaceAll(/[^\d,]/g, '')
  await waiting.click()
  await page.waitForURL(/\/matters\/service-desk\.repair\?where\.state=fixed/)
  await page.getByText(new RegExp(`共 ${count} `)).first().waitFor()
  await page.goBack()
  await page.getByRole('region', { name: '公务用车', exact: true }).getByRole('link', { name: /^停放/ }).click()
  await page.waitForURL(/\/fleet\/now\?state=idling,parked$/)
  const chosen = page.getByRole('navigation', { name: '按状态' }).locator('[aria-pressed=true]')
  await chosen.first().waitFor()
  assert.deepEqual((await chosen.allTextContents()).map((text) => text.replaceAll(/[\d\s]/g, '')), ['怠速', '停放'])
  await page.goBack()
  await whole(page, panels.zh)
  await page.keyboard.press('Escape')
  await page.waitForURL(/\/goals\/overview$/)
})

test('断网时数还在并写明截至几时，联网后自己继续，新报的修自己到；登录结束也写明，给出重新登录', async (t) => {
  const { address, openAs } = await demonstration()
  const asker = await openAs({ test: t, username: 'liu.min', path: '/me', size: desk })
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/screen', size: wall, expectedErrors: [...noNetwork, /status of 401/] })
  page.setDefaultTimeout(60_000)
  await whole(page, panels.zh)
  const fresh = page.getByRole('region', { name: '在办报修', exact: true }).getByRole('link', { name: /^待派单/ })
  const shown = async (): Promise<number> => Number(((await fresh.textContent()) ?? '').replaceAll(/\D/g, '') || Number.NaN)
  await page.waitForFunction((node) => /\d/.test(node?.textContent ?? ''), await fresh.elementHandle())
  const before = await shown()
  await page.getByText(/^数据截至 \d\d:\d\d$/).waitFor()

  await page.context().setOffline(true)
  await page.getByText(/^网络中断，数据截至 \d\d:\d\d/).waitFor()
  assert.equal(await shown(), before, 'what was read last stands')
  await shot(page, '3-lost')
  const { csrf } = await (await asker.request.get(`${address}/api/me`)).json() as { csrf: string }
  const { rows: [room] } = await (await asker.request.get(`${address}/api/registers/places.room?limit=1`)).json() as { rows: { id: string }[] }
  const answer = await asker.request.post(`${address}/api/matters/service-desk.repair`, { data: { input: { room: room?.id, what: '大屏前的灯不亮', urgency: 'normal' } }, headers: { 'x-csrf-token': csrf, 'idempotency-key': crypto.randomUUID() } })
  assert.ok(answer.ok(), await answer.text())

  await page.context().setOffline(false)
  await page.getByText(/^网络中断/).waitFor({ state: 'detached' })
  await page.waitForFunction(({ node, was }) => Number((node?.textContent ?? '').replaceAll(/\D/g, '')) > was, { node: await fresh.elementHandle(), was: before })
  await page.getByText(/^数据截至 \d\d:\d\d$/).waitFor()

  const token = await (await page.request.get(`${address}/api/me`)).json() as { csrf: string }
  await page.request.delete(`${address}/api/session`, { headers: { 'x-csrf-token': token.csrf } })
  await page.getByText(/^登录已过期，数据截至 \d\d:\d\d/).waitFor()
  assert.ok((await shown()) > before, 'what was read last stands')
  await shot(page, '4-ended')
  await page.getByRole('link', { name: '重新登录' }).click()
  await page.waitForURL(/\/sign-in\?why=ended&to=%2Fscreen/)
})
