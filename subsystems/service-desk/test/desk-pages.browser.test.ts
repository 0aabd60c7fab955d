// The desk's other pages in the browser: what is typed outlives a broken network, duplicates are merged, keys dispatch, the board tells all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

interface StoryTest {
  after(done: () => Promise<void>): void
}
async function report({ test: t, username, what, room }: { test: StoryTest; username: string; what: string; room: string }): Promise<string> {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username, path: '/service-desk/report', size: telephone })
  await chooseRoom(page, room)
  await page.getByRole('textbox', { name: '什么坏了' }).fill(what)
  await page.getByRole('button', { name: '发送' }).click()
  return (await page.locator('.sd-sent-number').textContent()) ?? ''
}
async function chooseRoom(page: Page, room: string): Promise<void> {
  await page.getByRole('button', { name: '找房间' }).click()
  await page.getByRole('searchbox', { name: '找房间' }).fill(room.slice(room.indexOf(' ') + 1))
  await page.getByRole('dialog').getByRole('button', { name: room, exact: true }).click()
}

test('a report that could not be sent is kept, through a reload, and is sent once by itself', async (t) => {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'liu.min', path: '/service-desk/report', size: telephone, expectedErrors: [/ERR_FAILED|ERR_INTERNET_DISCONNECTED/] })
  await chooseRoom(page, '机关大院 1号楼 208')
  await page.getByRole('textbox', { name: '什么坏了' }).fill('窗户关不严，漏风')
  await page.getByText('按内容归为：门窗锁具').waitFor()
  await page.route(`${address}/api/matters/**`, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await page.getByRole('button', { name: '发送' }).click()
  await page.waitForURL(/\/waiting$/)
  await page.getByText('已记下，联网后发送。').waitFor()
  await page.reload()
  await page.unrouteAll()
  await page.getByText('已发送').waitFor()
  await page.goto(`${address}/service-desk/mine`)
  await page.getByRole('link', { name: /窗户关不严，漏风/ }).waitFor()
  assert.equal(await page.getByRole('link', { name: /窗户关不严，漏风/ }).count(), 1)
})

test('a report without a place is not sent, and says what is missing', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'sun.xiaowen', path: '/service-desk/report', size: telephone })
  await page.getByRole('button', { name: '灯不亮', exact: true }).click()
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByRole('alert').filter({ hasText: '选一下在哪里' }).waitFor()
})

test('two reports of one lamp are shown together and merged at the desk', async (t) => {
  const room = '机关大院 1号楼 315'
  const first = await report({ test: t, username: 'wu.ting', what: '会议室顶灯不亮', room })
  const second = await report({ test: t, username: 'liu.min', what: '顶灯不亮了，会议没法开', room })
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'shen.lihua', path: `/service-desk/dispatch?number=${second}`, size: desk })
  await page.getByRole('button', { name: /可能与 1 件重复/ }).last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('同一地点').waitFor()
  await (await browser()).screenshot({ page, name: 'merge' })
  await dialog.getByRole('button', { name: `并入 ${first}` }).click()
  await page.locator(`[data-number="${second}"]`).waitFor({ state: 'detached' })
  await page.locator(`[data-number="${first}"]`).waitFor()
})

test('at the desk two keys send somebody, and a new report appears without reloading', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/service-desk/dispatch', size: desk })
  await page.getByRole('heading', { name: '派单台' }).waitFor()
  const number = await report({ test: t, username: 'wu.ting', what: '水龙头漏水', room: '机关大院 1号楼 408' })
  const card = page.locator(`[data-number="${number}"]`)
  await card.waitFor()
  await card.click()
  const panel = page.getByRole('complementary', { name: '派给谁' })
  await panel.getByText(number).waitFor()
  await panel.getByText('建议').waitFor()
  await page.keyboard.press('2')
  await page.getByRole('radio').nth(1).and(page.locator(':checked')).waitFor({ state: 'attached' })
  await page.keyboard.press('d')
  await card.waitFor({ state: 'detached' })
})

test('a statistic opens the very rows it counted', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'sun.xiaowen', path: '/service-desk/statistics', size: desk })
  const figure = page.getByRole('region', { name: '分场所维修情况' }).getByRole('row', { name: /^机关大院/ }).getByRole('link').first()
  const counted = (await figure.textContent()) ?? ''
  await figure.click()
  await page.getByText(`共 ${counted}`).waitFor()
})

test('whoever has signed in reads what came of complaints, suggestions and praise', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'liu.min', path: '/service-desk/board', size: telephone })
  await page.getByRole('heading', { name: '你说我办' }).waitFor()
  assert.ok((await page.locator('.sd-voices li').count()) > 3)
  await page.getByRole('button', { name: /^投诉/ }).click()
  assert.equal(await page.locator('.sd-voices li').filter({ hasText: '表扬' }).count(), 0)
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'nothing hangs over the edge')
})

test('the code on a door puts the door into the report', async (t) => {
  const { openAs } = await demonstration()
  const steward = await openAs({ test: t, username: 'zhou.jianguo', path: '/places/day', size: desk })
  await steward.locator('a[href^="/places/door-codes?site="]').click()
  const label = steward.locator('.pl-label').first()
  await label.locator('.pl-label-code').filter({ hasText: /\w/ }).waitFor({ state: 'attached' })
  const code = (await label.locator('.pl-label-code').textContent()) ?? ''
  const door = `${await label.locator('.pl-label-where').textContent()} ${await label.locator('.pl-label-number').textContent()}`

  const clerk = await openAs({ test: t, username: 'sun.xiaowen', path: '/service-desk/report', size: telephone })
  await clerk.getByRole('button', { name: '扫门牌' }).click()
  await clerk.getByRole('textbox', { name: /编码/ }).fill(code)
  await clerk.getByRole('button', { name: '打开' }).click()
  await clerk.locator('.sd-place').getByText(door).waitFor()
})
