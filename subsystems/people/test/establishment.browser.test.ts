// 单位编制 in the browser: 235 organs, unfolded and found, each figure opening exactly the persons it counted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'

test('the tree of organs opens down to the persons a figure counted', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'xu.jing', path: '/people/establishment', size: desk })
  await page.getByRole('link', { name: /单位 235 家/ }).waitFor()
  await (await browser()).screenshot({ page, name: 'establishment' })

  await page.getByRole('button', { name: '展开清溪区财政局' }).click()
  const finance = page.getByRole('row', { name: /^收起清溪区财政局/ })
  const figure = finance.getByRole('link').nth(2)
  const counted = Number((await figure.textContent())?.replaceAll(',', ''))
  assert.ok(counted > 10)
  await figure.click()
  await page.waitForURL(/people\.person\?/)
  await page.getByText(`共 ${counted}`).waitFor()
})

test('a word finds an organ and the way to it, on a telephone', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'liu.min', path: '/people/establishment', size: telephone })
  await page.getByRole('searchbox', { name: '找单位' }).fill('财政')
  await page.getByRole('link', { name: '清溪区财政局', exact: true }).waitFor()
  await page.getByRole('link', { name: '清溪区教育局', exact: true }).waitFor({ state: 'detached' })
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'nothing hangs over the edge')
  await (await browser()).screenshot({ page, name: 'establishment-telephone' })
})
