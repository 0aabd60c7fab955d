// 升级之后: a page of the console as it was before asks for a piece that is there no longer. A bar says so, the page opens anew once, and nothing typed is lost; what fails again so soon is said in its place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'

const { address, openAs } = await demonstration()
const missing = [/status of 404/, /dynamically imported module/, /Unable to preload CSS/]

test('what is typed stands in the page that opened anew after an upgrade', async (t) => {
  const page = await openAs({ test: t, username: 'liu.min', path: '/sign-in', size: telephone, expectedErrors: missing })
  // the worker keeps a whole console on the device: this is a browser that has none yet
  await page.addInitScript('delete Navigator.prototype.serviceWorker')
  await page.goto(`${address}/fleet/ask`)
  await page.getByLabel('事由').fill('送审计材料到市里')

  // from here on the server is upgraded: pieces of the old console are gone until its page is asked for anew
  let gone = true
  let opened = 0
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) return
    gone = false
    opened += 1
  })
  await page.route(/\/assets\/.*\.(js|css)$/, (route) => (gone ? route.fulfill({ status: 404 }) : route.continue()))
  await page.getByText('从别处出发').click()
  await page.getByRole('combobox', { name: /乘车人/ }).click()
  await page.getByText('系统刚刚升级，正在重新打开这一页…').waitFor()
  await (await browser()).screenshot({ page, name: 'upgrade-bar' })
  await page.getByText('系统刚刚升级，正在重新打开这一页…').waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: '我要用车' }).waitFor()
  assert.equal(opened, 1)
  assert.equal(await page.getByLabel('事由').inputValue(), '送审计材料到市里')

  // once more within the minute is no upgrade: it does not open anew by itself again
  gone = true
  await page.getByText('从别处出发').click()
  await page.getByRole('combobox', { name: /乘车人/ }).click()
  await page.getByText('清单没有取到，再点一次').waitFor()
  await page.getByRole('link', { name: '待办' }).click()
  await page.getByText('这一页没有取到').waitFor()
  assert.equal(opened, 1)
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByRole('heading', { name: '待办' }).waitFor()
  assert.equal(opened, 2)
  await page.goto(`${address}/fleet/ask`)
  assert.equal(await page.getByLabel('事由').inputValue(), '送审计材料到市里')
})
